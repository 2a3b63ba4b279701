import { classifyRow, type TableShape } from '#shared/domain/import/classify-row'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import type { DateOrder } from '#shared/domain/import/parse-date'
import type { RawRow } from '#shared/domain/import/raw-row'
import type { Unit } from '#shared/fields/field'
import type { WaybillFieldKey } from '#shared/fields/waybill.fields'
import { parseWaybill, type WaybillLayout } from './parse-waybill'
import type { ParsedWaybill } from './parsed-waybill'

/** What a row turned out to be before it meets the book. */
export type ReadRow =
  | { kind: 'above' }
  | { kind: 'skip' }
  | { kind: 'reject'; problems: FoundProblem[] }
  | { kind: 'waybill'; waybill: ParsedWaybill }

/** A table as its header was settled; plain data, so that it can be handed to another thread. */
export interface WaybillTable {
  headers: readonly string[]
  headerRow: number
  columns: Record<string, number>
  units: Record<string, Unit>
  dateOrder: DateOrder | undefined
  /** Carrier of rows that name none. */
  carrier: string
}

/** Reads the rows of one waybill table, in order. */
export class WaybillReader {
  readonly #layout: WaybillLayout
  readonly #shape: TableShape
  #ended = false

  constructor(private readonly table: WaybillTable) {
    const columns = table.columns as Partial<Record<WaybillFieldKey, number>>
    this.#layout = { ...table, columns, units: table.units as Partial<Record<WaybillFieldKey, Unit>> }
    const placed = (...fields: WaybillFieldKey[]) =>
      fields.map((field) => columns[field]).filter((column) => column !== undefined)
    this.#shape = {
      headers: table.headers,
      keyColumns: placed('number', 'accountName', 'accountCode'),
      requiredColumns: placed('number', 'shippedOn'),
    }
  }

  read(row: RawRow): ReadRow {
    if (row.row <= this.table.headerRow) return { kind: 'above' }
    const kind = classifyRow(row, this.#shape)
    if (kind === 'otherTable') this.#ended = true
    if (this.#ended || kind !== 'data') return { kind: 'skip' }
    const { waybill, problems } = parseWaybill(row.cells, row.row, this.#layout)
    return waybill ? { kind: 'waybill', waybill } : { kind: 'reject', problems }
  }
}
