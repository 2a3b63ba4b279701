import { classifyRow, type TableShape } from '#shared/domain/import/classify-row'
import { settleDateOrder } from '#shared/domain/import/parse-date'
import type { RawRow } from '#shared/domain/import/raw-row'
import type { WaybillFieldKey } from '#shared/fields/waybill.fields'
import type { Unit } from '#shared/fields/field'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import { parseWaybill, type WaybillLayout } from './parse-waybill'
import type { ParsedWaybill } from './parsed-waybill'

/** What a row turned out to be before it meets the book. */
export type ReadRow =
  | { kind: 'above' }
  | { kind: 'skip'; row: RawRow }
  | { kind: 'reject'; row: RawRow; problems: FoundProblem[] }
  | { kind: 'waybill'; row: RawRow; waybill: ParsedWaybill }

export interface WaybillTable {
  headers: readonly string[]
  headerRow: number
  columns: Record<string, number>
  units: Record<string, Unit>
  sample: readonly RawRow[]
}

/** Reads the rows of one waybill table, in order. */
export class WaybillReader {
  readonly #layout: WaybillLayout
  readonly #shape: TableShape
  #ended = false

  constructor(
    private readonly table: WaybillTable,
    carrier: string,
  ) {
    const columns = table.columns as Partial<Record<WaybillFieldKey, number>>
    const dates = columns.shippedOn
    this.#layout = {
      columns,
      units: table.units as Partial<Record<WaybillFieldKey, Unit>>,
      headers: table.headers,
      dateOrder:
        dates === undefined
          ? undefined
          : settleDateOrder(table.sample.filter(({ row }) => row > table.headerRow).map(({ cells }) => cells[dates])),
      carrier,
    }
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
    if (this.#ended || kind !== 'data') return { kind: 'skip', row }
    const { waybill, problems } = parseWaybill(row.cells, row.row, this.#layout)
    return waybill ? { kind: 'waybill', row, waybill } : { kind: 'reject', row, problems }
  }
}
