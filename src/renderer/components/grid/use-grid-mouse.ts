import { useRef, useState, type PointerEvent } from 'react'
import { fillRange } from './grid-fill'
import type { GridCommand } from './grid-machine'
import type { GridState } from './grid-state'
import type { CellPlace, Range } from './table'

interface GridMouse {
  /** As many rows and columns as the table has, whether they are drawn or not. */
  rows: number
  columns: number
  state: GridState
  selection: Range
  run: (command: GridCommand) => void
  setFocused: (focused: boolean) => void
}

/** Clicks, dragged ranges, whole rows and columns by their headings, the fill handle. */
export function useGridMouse({ rows, columns, state, selection, run, setFocused }: GridMouse) {
  const drag = useRef<'select' | 'fill' | null>(null)
  const [filling, setFilling] = useState<Range | null>(null)
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    const { target } = event
    if (target.closest('.grid-choices, .grid-open')) return
    const whole = wholeLine(target, rows, columns)
    const at = whole ? null : placeOf(target)
    if (!whole && !at) return
    const sameCell = at?.row === state.cursor.row && at.column === state.cursor.column
    // In the cell that is written in, the pointer belongs to its text.
    if (sameCell && state.editing && !target.closest('[data-handle]')) return
    event.preventDefault()
    setFocused(true)
    if (target.closest('[data-handle]')) {
      drag.current = 'fill'
      setFilling(selection)
    } else if (whole) run({ do: 'select', range: whole })
    else if (at) {
      drag.current = 'select'
      run({ do: 'go', to: at, extend: event.shiftKey })
    }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current === null || event.buttons === 0) return
    const at = placeOf(document.elementFromPoint(event.clientX, event.clientY))
    if (!at) return
    if (drag.current === 'fill') setFilling(fillRange(selection, at.row, at.column))
    else if (at.row !== state.cursor.row || at.column !== state.cursor.column) run({ do: 'go', to: at, extend: true })
  }
  const onPointerUp = () => {
    if (drag.current === 'fill' && filling) run({ do: 'fill', to: filling })
    drag.current = null
    setFilling(null)
  }
  const onDoubleClick = (event: { target: EventTarget }) => {
    if (event.target instanceof Element && placeOf(event.target)) run({ do: 'edit' })
  }
  // The menu is about what is selected; a click with the right button outside of it selects first.
  const onContextMenu = (event: { target: EventTarget }) => {
    const at = event.target instanceof Element ? placeOf(event.target) : null
    setFocused(true)
    if (!at) return
    const inside =
      at.row >= selection.top &&
      at.row <= selection.bottom &&
      at.column >= selection.left &&
      at.column <= selection.right
    if (!inside) run({ do: 'go', to: at })
  }
  return { filling, handlers: { onPointerDown, onPointerMove, onPointerUp, onDoubleClick, onContextMenu } }
}

function placeOf(target: Element | null): CellPlace | null {
  const cell = target?.closest<HTMLElement>('td[data-row]')
  if (!cell) return null
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
}

/** The range that a row number or a column letter stands for. */
function wholeLine(target: Element, rows: number, columns: number): Range | null {
  const row = target.closest<HTMLElement>('[data-grid-row]')?.dataset.gridRow
  if (row !== undefined) return { top: Number(row), bottom: Number(row), left: 0, right: columns - 1 }
  const column = target.closest<HTMLElement>('[data-grid-column]')?.dataset.gridColumn
  return column === undefined ? null : { top: 0, bottom: rows - 1, left: Number(column), right: Number(column) }
}
