import { type Grid, type GridStep, selectionOf } from './grid-state'
import { columnsOf, type GridRules, isFixed, rowsOf } from './grid-rules'
import { changeRange, grownTo, heightOf, widthOf } from './table'

/**
 * Puts a block of cells at the upper left of the selection. A selection that is a multiple of the block is filled with
 * it; a block larger than the table makes it grow as far as it may, and what does not fit is said, never dropped in
 * silence.
 */
export function paste(grid: Grid, block: readonly (readonly string[])[], rules: GridRules): GridStep {
  const { top, left } = selectionOf(grid.state)
  // Empty cells at the end of a block empty what is there, but are no reason for the table to grow.
  const filled = block.map((row) => row.findLastIndex((text) => cleaned(text) !== '') + 1)
  const blockRows = Math.min(block.length, Math.max(rowsOf(grid.table) - top, filled.findLastIndex(Boolean) + 1))
  const wide = Math.max(0, ...block.map((row) => row.length))
  const blockColumns = Math.min(wide, Math.max(columnsOf(grid.table) - left, ...filled))
  if (blockRows === 0 || blockColumns === 0) return grid
  if (rules.readOnly === true) return { ...grid, said: { code: 'fixed', params: {} } }
  const selection = selectionOf(grid.state)
  const repeats = (selected: number, size: number) => (selected > size && selected % size === 0 ? selected : size)
  const rows = repeats(heightOf(selection), blockRows)
  const columns = repeats(widthOf(selection), blockColumns)
  const fitRows = Math.min(rows, Math.max(rowsOf(grid.table), rules.maxRows) - top)
  const fitColumns = Math.min(columns, Math.max(columnsOf(grid.table), rules.maxColumns) - left)
  const grown = grownTo(grid.table, top + fitRows, left + fitColumns)
  const range = { top, left, bottom: top + fitRows - 1, right: left + fitColumns - 1 }
  const table = changeRange(grown, range, (row, column, old) =>
    isFixed(rules, row, column) ? old : cleaned(block[(row - top) % blockRows]?.[(column - left) % blockColumns] ?? ''),
  )
  const state = {
    anchor: { row: top, column: left },
    cursor: { row: range.bottom, column: range.right },
    editing: null,
  }
  const lost = { rows: rows - fitRows, columns: columns - fitColumns }
  const said =
    lost.rows > 0 || lost.columns > 0
      ? ({ code: 'paste-cut', params: lost } as const)
      : ({ code: 'pasted', params: { rows: fitRows, columns: fitColumns } } as const)
  return { table, state, said }
}

/** Cells of Excel bring blanks and line breaks along that nobody sees. */
function cleaned(text: string): string {
  return text.replaceAll(/[\u00A0\s]+/g, ' ').trim()
}
