import type { QuotationContent, QuotationHead, QuotationPart } from '#shared/contract/quotations'
import { SURCHARGE_COLUMNS } from '#shared/domain/price-editing/sheet-tables'
import type { WordKey } from '#shared/i18n/index'
import type { Table } from '../../components/grid/table'

/** What stands in the form. */
export interface QuotationForm {
  head: QuotationHead
  content: QuotationContent
}

export function typedPart(): QuotationPart {
  return {
    product: '',
    origin: '',
    note: '',
    source: null,
    info: { 进位: '进1' },
    columns: ['0-1', '1-3', '3以上'],
    rows: [
      { key: '', cells: ['', '', ''] },
      { key: '*', cells: ['', '', ''] },
    ],
    zones: [],
    surcharges: [],
    tiers: [],
  }
}

/** The prices as a grid: brackets in the first row, zones or places in the first column. */
export function tableOfPart({ columns, rows }: QuotationPart): Table {
  return [
    ['', ...columns],
    ...rows.map(({ key, cells }) => [key, ...columns.map((_column, index) => cells[index] ?? '')]),
  ]
}

export function withTable(part: QuotationPart, table: Table): QuotationPart {
  const [[, ...columns] = [], ...rows] = table
  return { ...part, columns, rows: rows.map(([key = '', ...cells]) => ({ key, cells })) }
}

export const tableOfZones = ({ zones }: QuotationPart): Table => [
  ...zones.map(({ zone, places }) => [zone, places]),
  ['', ''],
]

export function withZones(part: QuotationPart, table: Table): QuotationPart {
  const zones = table.map(([zone = '', places = '']) => ({ zone, places }))
  return { ...part, zones: zones.filter(({ zone, places }) => zone !== '' || places !== '') }
}

export const surchargeFields: readonly string[] = SURCHARGE_COLUMNS.map(([field]) => field)

export const tableOfSurcharges = ({ surcharges }: QuotationPart): Table => [
  ...surcharges.map((row) => surchargeFields.map((field) => row[field] ?? '')),
  surchargeFields.map(() => ''),
]

export function withSurcharges(part: QuotationPart, table: Table): QuotationPart {
  const surcharges = table.map((cells) =>
    Object.fromEntries(
      surchargeFields.map((field, index) => [field, cells[index] ?? '']).filter(([, text]) => text !== ''),
    ),
  )
  return { ...part, surcharges: surcharges.filter((row) => Object.keys(row).length > 0) }
}

/** A term of 报价信息; an empty one is not written. */
export function withInfo(part: QuotationPart, key: string, value: string): QuotationPart {
  const info = { ...part.info }
  if (value.trim() === '') delete info[key]
  else info[key] = value.trim()
  return { ...part, info }
}

export interface Faults {
  company?: WordKey
  validTo?: WordKey
}

export function faultsOf({ head }: QuotationForm): Faults {
  return {
    ...(head.company.trim() === '' && { company: 'quotations:form.required' }),
    ...(head.validTo < head.validFrom && { validTo: 'quotations:form.order' }),
  }
}

/** What is wrong with what was written, without what was only not written yet. */
export function withoutMissing({ company: _missing, ...written }: Faults): Faults {
  return written
}

/** The content as the core takes it: lines of the estimate that say nothing are left out. */
export function contentToSend(content: QuotationContent): QuotationContent {
  return {
    ...content,
    estimate: content.estimate.filter(
      ({ to, grams, tickets }) => to.trim() !== '' && Number.isSafeInteger(grams) && Number.isSafeInteger(tickets),
    ),
  }
}

/** After a part is gone its lines of the estimate go with it. */
export function withoutPart(content: QuotationContent, index: number): QuotationContent {
  return {
    ...content,
    parts: content.parts.filter((_part, at) => at !== index),
    estimate: content.estimate
      .filter(({ part }) => part !== index)
      .map((line) => ({ ...line, part: line.part > index ? line.part - 1 : line.part })),
  }
}
