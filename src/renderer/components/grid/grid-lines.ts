import { type Grid, type GridStep, selectionOf } from './grid-state'
import { columnsOf, type GridRules, rowsOf } from './grid-rules'
import { insertColumns, insertRows, moveColumns, moveRows, removeColumns, removeRows } from './table'

export type Lines = 'rows' | 'columns'

export type LineCommand =
  /** As many rows or columns as are selected, before or behind them. */
  | { do: 'insert'; lines: Lines; side: 'before' | 'behind' }
  | { do: 'remove'; lines: Lines }
  | { do: 'shift'; lines: Lines; by: -1 | 1 }

interface Span {
  from: number
  to: number
}

function spanOf({ state }: Grid, lines: Lines, rules: GridRules): Span {
  const { top, left, bottom, right } = selectionOf(state)
  return lines === 'rows'
    ? { from: Math.max(top, rules.headerRows), to: bottom }
    : { from: Math.max(left, rules.headerColumns), to: right }
}

export function insertLines(
  grid: Grid,
  { lines, side }: { lines: Lines; side: 'before' | 'behind' },
  rules: GridRules,
): GridStep {
  const { table } = grid
  const selection = selectionOf(grid.state)
  const [from, to, header, there, most] =
    lines === 'rows'
      ? [selection.top, selection.bottom, rules.headerRows, rowsOf(table), rules.maxRows]
      : [selection.left, selection.right, rules.headerColumns, columnsOf(table), rules.maxColumns]
  const count = Math.min(Math.max(1, to - Math.max(from, header) + 1), most - there)
  if (rules.readOnly === true || count < 1) return { ...grid, said: { code: 'full', params: { count: most } } }
  const at = Math.max(side === 'before' ? from : to + 1, header)
  const next = lines === 'rows' ? insertRows(table, at, count, columnsOf(table)) : insertColumns(table, at, count)
  const { cursor } = grid.state
  const place = lines === 'rows' ? { row: at, column: cursor.column } : { row: cursor.row, column: at }
  const end =
    lines === 'rows' ? { row: at + count - 1, column: cursor.column } : { row: cursor.row, column: at + count - 1 }
  return { table: next, state: { cursor: place, anchor: end, editing: null } }
}

/** One row or column of cells always stays, so that there is something to write in. */
export function removeLines(grid: Grid, lines: Lines, rules: GridRules): GridStep {
  const { table, state } = grid
  const { from, to } = spanOf(grid, lines, rules)
  const there = lines === 'rows' ? rowsOf(table) : columnsOf(table)
  const header = lines === 'rows' ? rules.headerRows : rules.headerColumns
  if (rules.readOnly === true || from > to) return grid
  const next = lines === 'rows' ? removeRows(table, from, to) : removeColumns(table, from, to)
  const all = there - (to - from + 1) <= header
  const kept = !all
    ? next
    : lines === 'rows'
      ? insertRows(next, header, 1, columnsOf(table))
      : insertColumns(next, header, 1)
  const size = lines === 'rows' ? rowsOf(kept) : columnsOf(kept)
  const at = Math.min(from, size - 1)
  const cursor = lines === 'rows' ? { row: at, column: state.cursor.column } : { row: state.cursor.row, column: at }
  return { table: kept, state: { cursor, anchor: cursor, editing: null } }
}

export function moveLines(grid: Grid, { lines, by }: { lines: Lines; by: -1 | 1 }, rules: GridRules): GridStep {
  const { table, state } = grid
  const { from, to } = spanOf(grid, lines, rules)
  const header = lines === 'rows' ? rules.headerRows : rules.headerColumns
  const there = lines === 'rows' ? rowsOf(table) : columnsOf(table)
  if (rules.readOnly === true || from > to || from + by < header || to + by >= there) return grid
  const next = lines === 'rows' ? moveRows(table, from, to, by) : moveColumns(table, from, to, by)
  const shifted = ({ row, column }: { row: number; column: number }) =>
    lines === 'rows' ? { row: row + by, column } : { row, column: column + by }
  return { table: next, state: { cursor: shifted(state.cursor), anchor: shifted(state.anchor), editing: null } }
}
