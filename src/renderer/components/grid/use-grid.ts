import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type GridCommand, step } from './grid-machine'
import type { GridRules } from './grid-rules'
import { gridAt, type GridMessage, type GridState, selectionOf, within } from './grid-state'
import type { Table } from './table'

interface UseGrid {
  table: Table
  rules: GridRules
  onChange: (table: Table) => void
  /** Where the cursor is to go, e.g. to a cell with a problem; a new object each time. */
  goTo?: { row: number; column: number } | null | undefined
}

/** The state machine of a grid as React has it: cursor and selection here, the cells with the owner. */
export function useGrid({ table, rules, onChange, goTo }: UseGrid) {
  const [kept, setKept] = useState<GridState>(() => gridAt(rules.headerRows, rules.headerColumns))
  const [said, setSaid] = useState<GridMessage | null>(null)
  const [focused, setFocused] = useState(false)
  // A grid that is opened for a jump (a problem of another tab) makes it too.
  const [went, setWent] = useState<typeof goTo>(null)
  if ((goTo ?? null) !== went) {
    setWent(goTo ?? null)
    if (goTo) {
      setKept(gridAt(goTo.row, goTo.column))
      setFocused(true)
    }
  }
  const state = useMemo(() => within(kept, table), [kept, table])
  // Keys come faster than pictures: a command always starts from the newest state.
  const newest = useRef({ state, table })
  useLayoutEffect(() => {
    newest.current = { state, table }
  }, [state, table])
  const run = useCallback(
    (command: GridCommand) => {
      const before = newest.current
      const after = step(before, command, rules)
      newest.current = { state: after.state, table: after.table }
      setKept(after.state)
      setSaid(after.said ?? null)
      if (after.table !== before.table) onChange(after.table)
    },
    [rules, onChange],
  )
  return { state, selection: selectionOf(state), said, focused, setFocused, run, newest }
}
