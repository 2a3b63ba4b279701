import { useCallback } from 'react'
import { useChanged } from './backend'
import { useNotifyError, useNotifyUndo } from './notify'

/** Removes something and offers to take that back; `text` says what went. */
export function useUndoable(): (text: string, remove: () => Promise<unknown>, restore: () => Promise<unknown>) => void {
  const changed = useChanged()
  const notifyUndo = useNotifyUndo()
  const failed = useNotifyError()
  return useCallback(
    (text, remove, restore) => {
      const work = async () => {
        await remove()
        await changed()
        notifyUndo(text, async () => {
          await restore()
          await changed()
        })
      }
      work().catch(failed)
    },
    [changed, notifyUndo, failed],
  )
}
