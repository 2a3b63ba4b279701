import { columnsOf, type GridRules, isFixed, rowsOf } from './grid-rules'
import { type Grid, type GridState, type GridStep, selectionOf } from './grid-state'
import { fill, fillDown, fillRight } from './grid-fill'
import { moved, type Way } from './grid-moves'
import { paste } from './grid-paste'
import { insertLines, type LineCommand, moveLines, removeLines } from './grid-lines'
import { changeRange, type CellPlace, type Range, type Table, textAt } from './table'

export type GridCommand =
  | { do: 'go'; to: CellPlace; extend?: boolean }
  | { do: 'move'; way: Way; extend?: boolean; page?: number }
  | { do: 'select'; range: Range }
  | { do: 'type'; text: string }
  | { do: 'edit' }
  | { do: 'cancel' }
  /** Ends the writing and moves on, if `way` says where to. */
  | { do: 'commit'; way?: Way; extend?: boolean }
  | { do: 'write'; text: string }
  | { do: 'clear' }
  | { do: 'fill-down' }
  | { do: 'fill-right' }
  | { do: 'fill'; to: Range }
  | { do: 'paste'; block: readonly (readonly string[])[] }
  | LineCommand

/** What a command makes of a grid. Pure; the table is the same object where nothing was changed. */
export function step(grid: Grid, command: GridCommand, rules: GridRules): GridStep {
  const { state, table } = grid
  const selection = selectionOf(state)
  switch (command.do) {
    case 'go':
      return leave(grid, rules, command.to, command.extend === true)
    case 'move':
      return leave(grid, rules, moved(state, table, command.way, command.page), command.extend === true)
    case 'select': {
      const { top, left, bottom, right } = command.range
      const cursor = { row: bottom, column: right }
      return { ...written(grid, rules), state: { cursor, anchor: { row: top, column: left }, editing: null } }
    }
    case 'type':
    case 'edit':
      return edit(grid, command, rules)
    case 'cancel':
      return { table, state: state.editing ? { ...state, editing: null } : collapsed(state) }
    case 'commit':
      return commit(grid, command.way, command.extend === true, rules)
    case 'write':
      return { state: { ...state, editing: null }, table: put(table, state.cursor, command.text, rules) }
    case 'clear':
      return {
        state,
        table: changeRange(table, selection, (row, column, old) => (isFixed(rules, row, column) ? old : '')),
      }
    case 'fill-down':
      return { state, table: fillDown(table, selection, rules) }
    case 'fill-right':
      return { state, table: fillRight(table, selection, rules) }
    case 'fill':
      return fill(grid, command.to, rules)
    case 'paste':
      return paste(grid, command.block, rules)
    case 'insert':
      return insertLines(grid, command, rules)
    case 'remove':
      return removeLines(grid, command.lines, rules)
    case 'shift':
      return moveLines(grid, command, rules)
  }
}

function edit(grid: Grid, command: { do: 'type'; text: string } | { do: 'edit' }, rules: GridRules): GridStep {
  const { state, table } = grid
  const { row, column } = state.cursor
  if (isFixed(rules, row, column)) return { ...grid, said: { code: 'fixed', params: {} } }
  if (command.do === 'type') {
    return { table, state: { ...state, editing: { text: command.text, mode: state.editing?.mode ?? 'replace' } } }
  }
  return {
    table,
    state: { ...state, editing: { text: state.editing?.text ?? textAt(table, row, column), mode: 'edit' } },
  }
}

/** Writes down what is being typed, and goes. */
function leave(grid: Grid, rules: GridRules, to: CellPlace, extend: boolean): GridStep {
  const { state, table } = written(grid, rules)
  return { table, state: { cursor: to, anchor: extend ? state.anchor : to, editing: null } }
}

function written({ state, table }: Grid, rules: GridRules): Grid {
  if (!state.editing) return { state, table }
  return { state: { ...state, editing: null }, table: put(table, state.cursor, state.editing.text, rules) }
}

/** Enter below the last row opens a new one where the grid may grow. */
function commit(grid: Grid, way: Way | undefined, extend: boolean, rules: GridRules): GridStep {
  const { state, table } = written(grid, rules)
  if (way === undefined) return { state, table }
  const last = state.cursor.row === rowsOf(table) - 1
  const filled = (table.at(-1) ?? []).some((text) => text !== '')
  if (way === 'down' && last && filled && rowsOf(table) < rules.maxRows && rules.readOnly !== true) {
    const cursor = { row: state.cursor.row + 1, column: state.cursor.column }
    return {
      table: [...table, Array.from({ length: columnsOf(table) }, () => '')],
      state: { cursor, anchor: cursor, editing: null },
    }
  }
  return leave({ state, table }, rules, moved(state, table, way), extend)
}

function put(table: Table, { row, column }: CellPlace, text: string, rules: GridRules): Table {
  if (isFixed(rules, row, column)) return table
  return changeRange(table, { top: row, bottom: row, left: column, right: column }, () => text)
}

function collapsed(state: GridState): GridState {
  return { ...state, anchor: state.cursor }
}
