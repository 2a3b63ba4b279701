import type { GridRules } from '../../../src/renderer/components/grid/grid-rules'
import type { Table } from '../../../src/renderer/components/grid/table'

/** The rules of a price table with a heading row and column, small enough to reach its edges. */
export const rules: GridRules = {
  headerRows: 1,
  headerColumns: 1,
  maxRows: 6,
  maxColumns: 5,
  fixed: ({ row, column }) => row === 0 && column === 0,
}

export const table: Table = [
  ['', '0-1', '1-3', '3以上'],
  ['广东', '8', '+2', '×3'],
  ['西藏', '18', '-', '18+9'],
]
