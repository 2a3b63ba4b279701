import type { GridCommand } from './grid-machine'
import type { Way } from './grid-moves'
import type { GridState } from './grid-state'

/** What of a key press matters to a grid. */
export interface GridKey {
  key: string
  shift: boolean
  /** Ctrl, or Command on a Mac. */
  control: boolean
  alt: boolean
}

/** Keys that are not a change of the table: the component does them itself. */
export type GridAction = GridCommand | { do: 'undo' } | { do: 'redo' } | { do: 'pick' } | { do: 'select-all' }

const arrows: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

const jumps: Readonly<Record<string, { plain: Way; control: Way }>> = {
  ArrowLeft: { plain: 'left', control: 'row-start' },
  ArrowRight: { plain: 'right', control: 'row-end' },
  ArrowUp: { plain: 'up', control: 'column-start' },
  ArrowDown: { plain: 'down', control: 'column-end' },
  Home: { plain: 'row-start', control: 'start' },
  End: { plain: 'row-end', control: 'end' },
  PageUp: { plain: 'page-up', control: 'column-start' },
  PageDown: { plain: 'page-down', control: 'column-end' },
}

const control: Readonly<Record<string, GridAction>> = {
  a: { do: 'select-all' },
  d: { do: 'fill-down' },
  r: { do: 'fill-right' },
  y: { do: 'redo' },
}

const lines: Readonly<Record<string, GridCommand>> = {
  ArrowUp: { do: 'shift', lines: 'rows', by: -1 },
  ArrowDown: { do: 'shift', lines: 'rows', by: 1 },
  ArrowLeft: { do: 'shift', lines: 'columns', by: -1 },
  ArrowRight: { do: 'shift', lines: 'columns', by: 1 },
}

/** What a key means in a grid; null: nothing, the key is left to the browser (typing, Tab out of the grid). */
export function actionOf(press: GridKey, { editing }: GridState): GridAction | null {
  return editing ? whileWriting(press, editing.mode) : whileMoving(press)
}

function whileWriting({ key, shift, control: ctrl, alt }: GridKey, mode: 'replace' | 'edit'): GridAction | null {
  if (key === 'Escape') return { do: 'cancel' }
  if (key === 'Enter' && !alt && !ctrl) return { do: 'commit', way: shift ? 'up' : 'down' }
  if (key === 'Tab') return { do: 'commit', way: shift ? 'previous' : 'next' }
  if (key === 'F2') return { do: 'edit' }
  const arrow = arrows[key]
  if (mode === 'replace' && arrow && !ctrl && !alt && !shift) return { do: 'commit', way: arrow }
  return null
}

function whileMoving({ key, shift, control: ctrl, alt }: GridKey): GridAction | null {
  if (alt) {
    if (key === 'ArrowDown' && !ctrl && !shift) return { do: 'pick' }
    return ctrl || shift ? (lines[key] ?? null) : null
  }
  const jump = jumps[key]
  if (jump) return { do: 'move', way: ctrl ? jump.control : jump.plain, extend: shift }
  if (ctrl) {
    if (key.toLowerCase() === 'z') return { do: shift ? 'redo' : 'undo' }
    return control[key.toLowerCase()] ?? null
  }
  if (key === 'Enter') return { do: 'commit', way: shift ? 'up' : 'down' }
  if (key === 'Tab') return { do: 'move', way: shift ? 'previous' : 'next' }
  if (key === 'F2') return { do: 'edit' }
  if (key === 'Delete' || key === 'Backspace') return { do: 'clear' }
  if (key === 'Escape') return { do: 'cancel' }
  return null
}
