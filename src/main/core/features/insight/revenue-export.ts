import type { MadeFile } from '#shared/contract/base'
import type { RevenueReport, TierRule } from '#shared/contract/insight'
import { type Locale, translate } from '#shared/i18n/index'
import { madeWorkbook } from '../../excel/made-workbook'
import type { Kernel } from '../../kernel'
import { printPaper } from '../../print/print-paper'
import { bookFrame } from '../system/book-frame'
import type { Gone } from './revenue-report'
import { revenueWorkbook } from './revenue-workbook'

export interface RevenueExport {
  from: string
  to: string
  accountId?: number | undefined
  format: 'xlsx' | 'pdf'
  locale: Locale
}

/** What an exported report says about itself beside its figures. */
export interface ReportFrame {
  bookName: string
  locale: Locale
  /** Milliseconds since 1970. */
  now: number
  rule: TierRule
  gone: Gone
}

export async function exportRevenue(
  kernel: Kernel,
  report: RevenueReport,
  basis: Pick<ReportFrame, 'rule' | 'gone'>,
  { format, locale }: RevenueExport,
): Promise<MadeFile> {
  const frame: ReportFrame = { ...bookFrame(kernel, locale), ...basis }
  const months = report.from === report.to ? report.from : `${report.from}_${report.to}`
  const name = `${translate(locale, 'insight:revenue.file')}-${months}.${format}`
  if (format === 'pdf') {
    const { revenuePaper } = await import('./revenue-paper')
    return printPaper(kernel, revenuePaper(report, frame), name)
  }
  return madeWorkbook(kernel, name, revenueWorkbook(report, frame))
}
