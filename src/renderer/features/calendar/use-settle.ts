import { useCallback } from 'react'
import type { TaskRow, TaskState } from '#shared/contract/calendar'
import { useApi } from '../../components/backend'
import { useUndoable } from '../../components/use-undoable'

/** Settles a task, says so and offers to take it back. True if it was done. */
export function useSettle(): (row: TaskRow, state: TaskState, text: string) => Promise<boolean> {
  const api = useApi()
  const undoable = useUndoable()
  return useCallback(
    (row, state, text) =>
      undoable(
        text,
        () => api.calendar.settle({ ref: row.ref, version: row.version, state }),
        ({ id, version, before }) => api.calendar.settle({ ref: { id }, version, state: before }),
      ),
    [api, undoable],
  )
}
