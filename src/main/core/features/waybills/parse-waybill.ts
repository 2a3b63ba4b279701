import { cellText, cleanText, isNothing, keptText } from '#shared/domain/import/cell-text'
import { parseInteger, parseMoneyFen } from '#shared/domain/import/parse-amount'
import { type DateOrder, parseDate } from '#shared/domain/import/parse-date'
import { parseLengthTenthMm, parseSize, parseVolumeCm3, parseWeightGrams } from '#shared/domain/import/parse-measure'
import { parseWaybillNumber } from '#shared/domain/import/parse-identifier'
import type { Parsed } from '#shared/domain/import/parsed'
import type { CellValue } from '#shared/domain/import/raw-row'
import type { PieceSize } from '#shared/domain/rating/ticket'
import type { Unit } from '#shared/fields/field'
import type { WaybillFieldKey } from '#shared/fields/waybill.fields'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import type { ParsedWaybill } from './parsed-waybill'
import { placeOf } from './waybill-places'

/** Where each field stands in this file, and what its header says of the unit. */
export interface WaybillLayout {
  columns: Partial<Record<WaybillFieldKey, number>>
  units: Partial<Record<WaybillFieldKey, Unit>>
  headers: readonly string[]
  dateOrder: DateOrder | undefined
  /** Carrier of rows that name none. */
  carrier: string
}

export interface ParsedRow {
  waybill: ParsedWaybill | null
  problems: FoundProblem[]
}

const freightKinds = new Set(['', '运费', '快递费', '快递运费', '标准运费', '基础运费', '收派服务费', 'FREIGHT'])

/** Reads one row into stored units. Every value that cannot be read becomes a problem that names its column. */
export function parseWaybill(cells: readonly CellValue[], row: number, layout: WaybillLayout): ParsedRow {
  const problems: FoundProblem[] = []
  const cell = (field: WaybillFieldKey): CellValue => {
    const column = layout.columns[field]
    return column === undefined ? null : (cells[column] ?? null)
  }
  const text = (field: WaybillFieldKey): string => {
    const value = cell(field)
    return isNothing(value) ? '' : cleanText(cellText(value))
  }
  const written = (field: WaybillFieldKey): string => {
    const value = cell(field)
    return isNothing(value) ? '' : keptText(cellText(value))
  }
  const read = <T>(field: WaybillFieldKey, answer: Parsed<T>): T | null => {
    if (answer.ok) return answer.value
    const header = layout.headers[layout.columns[field] ?? -1] ?? null
    problems.push({ row, column: header, code: `value.${answer.code}`, params: answer.params, severity: 'error' })
    return null
  }
  const optional = <T>(field: WaybillFieldKey, parse: (value: CellValue, unit?: Unit) => Parsed<T>): T | null => {
    const value = cell(field)
    return isNothing(value) ? null : read(field, parse(value, layout.units[field]))
  }

  const number = read('number', parseWaybillNumber(cell('number')))
  const shippedOn = read('shippedOn', parseDate(cell('shippedOn'), layout.dateOrder))
  const amount = optional('amount', parseMoneyFen)
  const feeKind = text('feeKind')
  const freight = freightKinds.has(feeKind.toUpperCase())
  const waybill = {
    row,
    carrier: text('carrier') || layout.carrier,
    ...lineOf(feeKind, freight, amount),
    customerCode: text('accountCode'),
    monthAccount: text('monthAccount'),
    customerName: written('accountName'),
    product: text('product'),
    origin: placeOf({
      place: written('origin'),
      province: written('originProvince'),
      city: written('originCity'),
      district: '',
    }),
    destination: placeOf({
      place: written('destination'),
      province: written('destinationProvince'),
      city: written('destinationCity'),
      district: written('destinationDistrict'),
    }),
    pieces: optional('pieces', (value) => parseInteger(value, { min: 1, max: 100_000 })) ?? 1,
    actualGrams: optional('actualWeight', parseWeightGrams),
    billedGrams: optional('chargeableWeight', parseWeightGrams),
    volumeCm3: optional('volume', parseVolumeCm3),
    size: sizeOf(optional),
    declaredFen: optional('declaredValue', parseMoneyFen),
    codFen: optional('codAmount', parseMoneyFen),
    billedFen: amount,
    note: [written('department'), written('remark')].filter(Boolean).join('；'),
  }
  if (number === null || shippedOn === null || problems.length > 0) return { waybill: null, problems }
  return { waybill: { ...waybill, number, shippedOn }, problems }
}

/**
 * A negative amount is a claim or a rebate (理赔, 折让), whatever the charge is called: it is kept as its own kind of line,
 * and where it bears no name of its own it is given one, so that it is not taken for the freight of the same waybill.
 */
function lineOf(feeKind: string, freight: boolean, amount: number | null): Pick<ParsedWaybill, 'feeKind' | 'lineKind'> {
  if (amount !== null && amount < 0) return { feeKind: freight ? '冲减' : feeKind, lineKind: 'credit' }
  return freight ? { feeKind: '', lineKind: 'freight' } : { feeKind, lineKind: 'fee' }
}

type ReadOptional = <T>(field: WaybillFieldKey, parse: (value: CellValue, unit?: Unit) => Parsed<T>) => T | null

function sizeOf(optional: ReadOptional): PieceSize | null {
  const whole = optional('size', parseSize)
  if (whole) return whole
  const length = optional('length', parseLengthTenthMm)
  const width = optional('width', parseLengthTenthMm)
  const height = optional('height', parseLengthTenthMm)
  return length === null || width === null || height === null ? null : { length, width, height }
}
