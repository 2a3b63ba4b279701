import type { QuotationDetail, QuotationPart } from '#shared/contract/quotations'
import { type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { bracketTitle, priceTerm } from '#shared/i18n/price-term'
import { framedWorkbook } from '../../excel/export-frame'
import type { ReportColumn, ReportSheet, WorkbookDefinition } from '../../excel/write-workbook'
import { yuan } from '../../print/text'
import { columnsInUse } from './line-columns'
import type { BookFrame } from '../system/book-frame'

type Words = (key: WordKey, params?: WordParams) => string
type Part = Pick<ReportSheet, 'name' | 'title' | 'columns' | 'rows' | 'frozenColumns'>

/** The quotation as a finished workbook: a sheet for each part and what belongs to it, the estimate, the terms. */
export function quotationWorkbook(detail: QuotationDetail, basis: BookFrame): WorkbookDefinition {
  const t: Words = (key, params = {}) => translate(basis.locale, key, params)
  const { content, number, company, head } = detail
  const validity = t('quotations:paper.validityText', { from: head.validFrom, to: head.validTo })
  const frame = { ...basis, filters: [number, company, validity] }
  const sheets = [
    ...content.parts.flatMap((part, index) =>
      partSheets(part, content.parts.length > 1 ? ` ${index + 1}` : '', basis.locale, t),
    ),
    ...(detail.estimate.length > 0 ? [estimateSheet(detail, t)] : []),
  ]
  const [first = emptySheet(t), ...others] = sheets
  const framed = framedWorkbook(frame, first, notesOf(detail, t))
  const [lead] = framed.sheets
  if (!lead) return framed
  const { filterLine, totalLabel, emptyText } = lead
  return { ...framed, sheets: [lead, ...others.map((sheet) => ({ ...sheet, filterLine, totalLabel, emptyText }))] }
}

function emptySheet(t: Words): Part {
  const name = t('quotations:paper.prices')
  return { name, title: name, columns: [{ header: t('quotations:paper.destination'), format: 'text' }], rows: [] }
}

function partSheets(part: QuotationPart, suffix: string, locale: Locale, t: Words): Part[] {
  const text = (header: string): ReportColumn => ({ header, format: 'text' })
  const product =
    part.product === '' ? t('quotations:paper.prices') : t('quotations:paper.pricesOf', { product: part.product })
  const zoneHeader = t(part.zones.length > 0 ? 'quotations:paper.zone' : 'quotations:paper.destination')
  const prices: Part = {
    name: `${t('quotations:paper.prices')}${suffix}`,
    title: product,
    columns: [text(zoneHeader), ...part.columns.map((header) => text(bracketTitle(locale, header)))],
    rows: part.rows.map(({ key, cells }) => [
      key === '*' ? t('pricing:sheet.anyPlace') : key,
      ...part.columns.map((_column, index) => cells[index] ?? ''),
    ]),
    frozenColumns: 1,
  }
  const zones: Part = {
    name: `${t('quotations:paper.zones')}${suffix}`,
    title: `${product} · ${t('quotations:paper.zones')}`,
    columns: [text(t('quotations:paper.zone')), text(t('quotations:paper.destination'))],
    rows: part.zones.map(({ zone, places }) => [zone, places]),
  }
  const lines = (['surcharges', 'tiers'] as const).map((kind): Part => {
    const columns = columnsInUse(kind, part[kind], t)
    const name = t(`quotations:part.${kind}`)
    return {
      name: `${name}${suffix}`,
      title: `${product} · ${name}`,
      columns: columns.map(({ header }) => text(header)),
      rows: part[kind].map((row) => columns.map(({ field }) => priceTerm(t, row[field] ?? ''))),
    }
  })
  return [prices, ...(part.zones.length > 0 ? [zones] : []), ...lines.filter(({ columns }) => columns.length > 0)]
}

function estimateSheet({ estimate, content }: QuotationDetail, t: Words): Part {
  const name = t('quotations:estimate.title')
  return {
    name,
    title: name,
    columns: [
      { header: t('quotations:part.product'), format: 'text' },
      { header: t('quotations:estimate.to'), format: 'text' },
      { header: t('quotations:estimate.kg'), format: 'weight' },
      { header: t('quotations:estimate.tickets'), format: 'integer', total: 'sum' },
      { header: t('quotations:estimate.unit'), format: 'money' },
      { header: t('quotations:estimate.amount'), format: 'money', total: 'sum' },
      { header: t('quotations:estimate.net'), format: 'money', total: 'sum' },
      { header: t('quotations:estimate.tax'), format: 'money', total: 'sum' },
    ],
    rows: estimate.map((line) => [
      content.parts[line.part]?.product || t('pricing:product.any'),
      line.to,
      line.grams,
      line.tickets,
      line.unitFen,
      line.grossFen,
      line.netFen,
      line.taxFen,
    ]),
  }
}

function notesOf({ content, head, partNotes, sum, company }: QuotationDetail, t: Words) {
  const several = content.parts.length > 1
  const terms = partNotes.flatMap(({ terms: sentences }, index) =>
    sentences.map((text) => ({
      label: several ? `${t('quotations:part.terms')} ${index + 1}` : t('quotations:part.terms'),
      text,
    })),
  )
  const written: [WordKey, string][] = [
    ['quotations:paper.to', [company, head.contact, head.phone].filter(Boolean).join(' ')],
    ['quotations:estimate.words', sum ? `${sum.words} (${yuan(sum.grossFen)})` : ''],
    ['quotations:form.paymentTerms', content.paymentTerms],
    ['quotations:form.serviceTerms', content.serviceTerms],
    ['quotations:form.notes', content.notes],
  ]
  return [...written.filter(([, text]) => text !== '').map(([key, text]) => ({ label: t(key), text })), ...terms]
}
