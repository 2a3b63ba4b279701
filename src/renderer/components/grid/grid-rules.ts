import type { CellPlace, Table } from './table'

/** What a grid lets its user do; made once per grid. */
export interface GridRules {
  /** 1: the first row holds headings that are cells too (brackets); it is never moved or removed. */
  headerRows: 0 | 1
  /** The same for the first column (zones). */
  headerColumns: 0 | 1
  /** Rows and columns can be added up to these; where they equal what is there, the grid does not grow. */
  maxRows: number
  maxColumns: number
  /** Cells that are never changed. */
  fixed?: (place: CellPlace) => boolean
  /** Nothing can be changed at all. */
  readOnly?: boolean
}

export function isFixed(rules: GridRules, row: number, column: number): boolean {
  return rules.readOnly === true || rules.fixed?.({ row, column }) === true
}

export const rowsOf = (table: Table): number => table.length
export const columnsOf = (table: Table): number => table[0]?.length ?? 0
