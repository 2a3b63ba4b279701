import type { MadeFile } from '#shared/contract/base'
import { figureKeys, financialFigures, type FinancialYear, type FigureResult } from '#shared/contract/credit'
import { formatDecimal } from '#shared/domain/decimal'
import { type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
import { bookFrame } from '../system/book-frame'
import type { CreditService } from './credit.service'

const fields = financialFigures.keyof().options

/** All years of a customer with their figures and what follows from them, the earliest first. */
export async function exportCredit(
  kernel: Kernel,
  service: CreditService,
  account: { id: number; name: string },
  locale: Locale,
): Promise<MadeFile> {
  const t = (key: WordKey, params?: WordParams) => translate(locale, key, params)
  const { years, rule } = service.health(account.id)
  const columns: ReportColumn[] = [
    { header: t('credit:year'), format: 'text' },
    ...figureKeys.map((key): ReportColumn => ({ header: t(`credit:figure.${key}`), format: formatOf(key) })),
    { header: t('credit:score'), format: 'text' },
    { header: t('credit:rating'), format: 'text' },
    { header: t('credit:export.limit'), format: 'money' },
    { header: t('credit:export.days'), format: 'integer' },
    { header: t('credit:field.source'), format: 'text' },
    { header: t('credit:field.note'), format: 'text' },
  ]
  const title = t('credit:export.title')
  const frame = {
    ...bookFrame(kernel, locale),
    filters: [t('credit:export.account', { name: account.name })],
  }
  const notes = [
    { label: t('credit:figures'), text: t('credit:export.note.formula', { days: rule.yearDays }) },
    { label: t('credit:notApplicable'), text: t('credit:export.note.empty') },
    { label: t('credit:suggestion'), text: t('credit:export.note.limit') },
  ]
  const inOrder = years.toReversed()
  const judged = framedWorkbook(
    frame,
    { name: title, title, columns, rows: inOrder.map(judgedCells), frozenColumns: 1 },
    notes,
  )
  // What was entered stands on a sheet of its own: twenty columns on one are too small to read on paper.
  const enteredTitle = t('credit:export.entered')
  const enteredColumns: ReportColumn[] = [
    { header: t('credit:year'), format: 'text' },
    ...fields.map((field): ReportColumn => ({
      header: t('credit:export.yuan', { name: t(`credit:field.${field}`) }),
      format: 'money',
    })),
  ]
  const entered = framedWorkbook(
    frame,
    {
      name: enteredTitle,
      title: enteredTitle,
      columns: enteredColumns,
      rows: inOrder.map((year) => [String(year.year), ...fields.map((field) => year[field])]),
      frozenColumns: 1,
    },
    [],
  )
  const name = `${title} ${account.name}.xlsx`
  return madeWorkbook(kernel, name, { ...judged, sheets: [...judged.sheets, ...entered.sheets] })
}

/** Margins as percent; the rest as text, because no cell format of the workbook has one or two decimals without a unit. */
function formatOf(key: (typeof figureKeys)[number]): 'percent' | 'text' {
  return key === 'netMargin' || key === 'returnOnAssets' ? 'percent' : 'text'
}

function judgedCells(year: FinancialYear): ReportValue[] {
  const { rating, suggestion } = year
  const suggested = suggestion.kind === 'suggested' ? suggestion : null
  return [
    String(year.year),
    ...figureKeys.map((key) => figureCell(year.figures.find((figure) => figure.key === key))),
    rating.kind === 'rated' ? formatDecimal(rating.scoreTenths, 1, 1) : null,
    rating.kind === 'rated' ? rating.grade : null,
    suggested?.limitFen ?? null,
    suggested?.creditDays ?? null,
    year.source,
    year.note,
  ]
}

function figureCell(figure: FigureResult | undefined): ReportValue {
  if (figure?.kind !== 'value') return null
  if (formatOf(figure.key) === 'percent') return figure.value
  return figure.key === 'currentRatio' ? formatDecimal(figure.value, 2, 2) : formatDecimal(figure.value, 1, 1)
}
