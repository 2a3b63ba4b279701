import { useCallback } from 'react'
import { useChanged } from './backend'
import { useNotifyError, useNotifyUndo } from './notify'

/** `text` says what was done; `undo` gets what `work` answered. */
type Undoable = <T>(text: string, work: () => Promise<T>, undo: (made: T) => Promise<unknown>) => Promise<boolean>

/** Does something, says so and offers to take it back; a refusal is shown. True if it was done. */
export function useUndoable(): Undoable {
  const changed = useChanged()
  const notifyUndo = useNotifyUndo()
  const failed = useNotifyError()
  return useCallback(
    async (text, work, undo) => {
      try {
        const made = await work()
        await changed()
        notifyUndo(text, async () => {
          await undo(made)
          await changed()
        })
        return true
      } catch (error) {
        failed(error)
        return false
      }
    },
    [changed, notifyUndo, failed],
  )
}
