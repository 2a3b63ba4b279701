import { useCallback } from 'react'
import type { TaskRow, TaskState } from '#shared/contract/calendar'
import { useApi, useChanged } from '../../components/backend'
import { useNotifyError, useNotifyUndo } from '../../components/notify'

/** Settles a task, says so and offers to take it back. True if it was done. */
export function useSettle(): (row: TaskRow, state: TaskState, text: string) => Promise<boolean> {
  const api = useApi()
  const changed = useChanged()
  const notifyUndo = useNotifyUndo()
  const failed = useNotifyError()
  return useCallback(
    async (row, state, text) => {
      try {
        const { id, version, before } = await api.calendar.settle({ ref: row.ref, version: row.version, state })
        await changed()
        notifyUndo(text, async () => {
          await api.calendar.settle({ ref: { id }, version, state: before })
          await changed()
        })
        return true
      } catch (error) {
        failed(error)
        return false
      }
    },
    [api, changed, notifyUndo, failed],
  )
}

/** Deletes what lies in the book softly and offers to take it back. */
export function useRemoval(): (remove: () => Promise<unknown>, restore: () => Promise<unknown>, text: string) => void {
  const changed = useChanged()
  const notifyUndo = useNotifyUndo()
  const failed = useNotifyError()
  return useCallback(
    (remove, restore, text) => {
      remove()
        .then(changed)
        .then(
          () =>
            notifyUndo(text, async () => {
              await restore()
              await changed()
            }),
          failed,
        )
    },
    [changed, notifyUndo, failed],
  )
}
