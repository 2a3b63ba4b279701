import type { MadeFile } from '#shared/contract/base'
import type { QuotationDetail, QuotationRow } from '#shared/contract/quotations'
import { type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
import { printPaper } from '../../print/print-paper'
import { bookFrame } from '../system/book-frame'
import { quotationWorkbook } from './quotation-workbook'
import type { QuotationsService } from './quotations.service'
import type { QuotationQuery } from './quotations.repository'

export type QuotationPapers = ReturnType<typeof createQuotationPapers>

const pageSize = 500

/** Quotations as files: the paper for the customer, the same as a workbook, and the list as filtered. */
export function createQuotationPapers(kernel: Kernel, quotations: QuotationsService) {
  const fileName = ({ number, company }: QuotationDetail, locale: Locale) =>
    translate(locale, 'quotations:paper.file', { number, company })

  return {
    async print(detail: QuotationDetail, locale: Locale): Promise<MadeFile> {
      // Papers are loaded with the first one that is printed: the program starts without them.
      const { quotationPaper } = await import('./quotation-paper')
      return printPaper(kernel, quotationPaper(detail, bookFrame(kernel, locale)), `${fileName(detail, locale)}.pdf`)
    },
    async workbook(detail: QuotationDetail, locale: Locale): Promise<MadeFile> {
      const name = `${fileName(detail, locale)}.xlsx`
      return madeWorkbook(kernel, name, quotationWorkbook(detail, bookFrame(kernel, locale)))
    },
    async exportList(query: QuotationQuery, locale: Locale): Promise<MadeFile> {
      const t = (key: WordKey, params: WordParams = {}) => translate(locale, key, params)
      const { filter, search } = query
      const title = t('quotations:title')
      const frame = {
        ...bookFrame(kernel, locale),
        filters: [
          filter.state ? t(`quotations:state.${filter.state}`) : '',
          filter.month ?? '',
          filter.owner ?? '',
          search === '' ? '' : t('exports:filter.search', { text: search }),
        ].filter(Boolean),
      }
      const name = `${t('quotations:export.file')}.xlsx`
      const sheet = {
        name: title,
        title,
        columns: listColumns(t),
        rows: listRows(quotations, query, t),
        frozenColumns: 2,
      }
      return madeWorkbook(kernel, name, framedWorkbook(frame, sheet, []))
    },
  }
}

function listColumns(t: (key: WordKey) => string): ReportColumn[] {
  return [
    { header: t('quotations:col.number'), format: 'text' },
    { header: t('quotations:col.company'), format: 'text' },
    { header: t('quotations:col.contact'), format: 'text' },
    { header: t('quotations:col.products'), format: 'text' },
    { header: t('quotations:col.state'), format: 'text' },
    { header: t('quotations:col.validFrom'), format: 'date' },
    { header: t('quotations:col.validTo'), format: 'date' },
    { header: t('quotations:col.total'), format: 'money', total: 'sum', dataBar: true },
    { header: t('quotations:col.owner'), format: 'text' },
    { header: t('quotations:col.lostReason'), format: 'text' },
  ]
}

function* listRows(
  quotations: QuotationsService,
  query: QuotationQuery,
  t: (key: WordKey) => string,
): Generator<ReportValue[]> {
  for (let page = 1; ; page++) {
    const { rows } = quotations.list({ ...query, page, pageSize })
    for (const row of rows) yield listRow(row, t)
    if (rows.length < pageSize) return
  }
}

function listRow(row: QuotationRow, t: (key: WordKey) => string): ReportValue[] {
  const { number, company, contact, products, state, validFrom, validTo, totalFen, owner, lostReason } = row
  return [
    number,
    company,
    contact,
    products,
    t(`quotations:state.${state}`),
    validFrom,
    validTo,
    totalFen,
    owner,
    lostReason,
  ]
}
