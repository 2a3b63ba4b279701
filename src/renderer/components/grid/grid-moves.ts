import type { GridState } from './grid-state'
import { columnsOf, rowsOf } from './grid-rules'
import type { CellPlace, Table } from './table'

export type Way =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  /** Tab: to the right, at the end of the row on to the next one. */
  | 'next'
  | 'previous'
  | 'page-up'
  | 'page-down'
  | 'row-start'
  | 'row-end'
  | 'column-start'
  | 'column-end'
  | 'start'
  | 'end'

/** Rows of a page where nobody says how many are seen. */
const PAGE_ROWS = 20

/** Where a move from the cursor ends, inside the table. */
export function moved({ cursor: { row, column } }: GridState, table: Table, way: Way, page = PAGE_ROWS): CellPlace {
  const lastRow = rowsOf(table) - 1
  const lastColumn = columnsOf(table) - 1
  const places: Record<Way, CellPlace> = {
    left: { row, column: column - 1 },
    right: { row, column: column + 1 },
    up: { row: row - 1, column },
    down: { row: row + 1, column },
    next:
      column < lastColumn ? { row, column: column + 1 } : row < lastRow ? { row: row + 1, column: 0 } : { row, column },
    previous:
      column > 0 ? { row, column: column - 1 } : row > 0 ? { row: row - 1, column: lastColumn } : { row, column },
    'page-up': { row: row - page, column },
    'page-down': { row: row + page, column },
    'row-start': { row, column: 0 },
    'row-end': { row, column: lastColumn },
    'column-start': { row: 0, column },
    'column-end': { row: lastRow, column },
    start: { row: 0, column: 0 },
    end: { row: lastRow, column: lastColumn },
  }
  const to = places[way]
  return {
    row: Math.max(0, Math.min(to.row, lastRow)),
    column: Math.max(0, Math.min(to.column, lastColumn)),
  }
}
