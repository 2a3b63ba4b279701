import { type Grid, type GridStep, selectionOf } from './grid-state'
import { type GridRules, isFixed } from './grid-rules'
import { changeRange, contains, heightOf, type Range, type Table, textAt, widthOf } from './table'

/** Ctrl+D: the first row of the selection into the others; a single row takes the row above it. */
export function fillDown(table: Table, selection: Range, rules: GridRules): Table {
  const source = heightOf(selection) > 1 ? selection.top : selection.top - 1
  if (source < 0) return table
  return changeRange(table, selection, (row, column, old) =>
    row === source || isFixed(rules, row, column) ? old : textAt(table, source, column),
  )
}

/** Ctrl+R: the first column of the selection into the others; a single column takes the column before it. */
export function fillRight(table: Table, selection: Range, rules: GridRules): Table {
  const source = widthOf(selection) > 1 ? selection.left : selection.left - 1
  if (source < 0) return table
  return changeRange(table, selection, (row, column, old) =>
    column === source || isFixed(rules, row, column) ? old : textAt(table, row, source),
  )
}

/** The fill handle: what is selected is repeated over the larger (or cleared outside the smaller) range. */
export function fill({ state, table }: Grid, to: Range, rules: GridRules): GridStep {
  const from = selectionOf(state)
  const height = heightOf(from)
  const width = widthOf(from)
  const next = changeRange(table, to, (row, column, old) => {
    if (contains(from, { row, column }) || isFixed(rules, row, column)) return old
    const sourceRow = from.top + ((((row - from.top) % height) + height) % height)
    const sourceColumn = from.left + ((((column - from.left) % width) + width) % width)
    return textAt(table, sourceRow, sourceColumn)
  })
  return {
    table: next,
    state: { anchor: { row: to.top, column: to.left }, cursor: { row: to.bottom, column: to.right }, editing: null },
  }
}

/** The range a drag of the fill handle to a cell means: it goes down, up, right or left, whichever is further. */
export function fillRange(from: Range, row: number, column: number): Range {
  const down = Math.max(row - from.bottom, from.top - row, 0)
  const across = Math.max(column - from.right, from.left - column, 0)
  if (down === 0 && across === 0) return from
  return down >= across
    ? { ...from, top: Math.min(from.top, row), bottom: Math.max(from.bottom, row) }
    : { ...from, left: Math.min(from.left, column), right: Math.max(from.right, column) }
}
