import { columnsOf, rowsOf } from './grid-rules'
import { rangeOf, type CellPlace, type Range, type Table } from './table'

/** A cell that is being written in. `replace`: begun by typing, arrows leave it; `edit`: begun by F2, arrows move in it. */
export interface Editing {
  text: string
  mode: 'replace' | 'edit'
}

/** Where the user is. The selection is the rectangle between anchor and cursor. */
export interface GridState {
  cursor: CellPlace
  anchor: CellPlace
  editing: Editing | null
}

export interface Grid {
  state: GridState
  table: Table
}

/** Something to be said about what just happened; the words are `grid:said.<code>`. */
export interface GridMessage {
  code: 'pasted' | 'paste-cut' | 'full' | 'fixed'
  params: Readonly<Record<string, number>>
}

export interface GridStep extends Grid {
  said?: GridMessage
}

export function gridAt(row: number, column: number): GridState {
  return { cursor: { row, column }, anchor: { row, column }, editing: null }
}

export function selectionOf({ cursor, anchor }: GridState): Range {
  return rangeOf(anchor, cursor)
}

/** The state within a table that became smaller (undo, a row removed elsewhere). */
export function within(state: GridState, table: Table): GridState {
  const fit = ({ row, column }: CellPlace): CellPlace => ({
    row: Math.max(0, Math.min(row, rowsOf(table) - 1)),
    column: Math.max(0, Math.min(column, columnsOf(table) - 1)),
  })
  const cursor = fit(state.cursor)
  const anchor = fit(state.anchor)
  const same = (a: CellPlace, b: CellPlace) => a.row === b.row && a.column === b.column
  if (same(cursor, state.cursor) && same(anchor, state.anchor)) return state
  return { cursor, anchor, editing: null }
}
