import { useCallback } from 'react'
import { useApi, useChanged } from '../../components/backend'
import { useNotifyError, useNotifyUndo } from '../../components/notify'

/** Deletes customers and offers to take it back; `text` says what was deleted. True if it was done. */
export function useRemoveAccounts(): (ids: number[], text: string) => Promise<boolean> {
  const api = useApi()
  const changed = useChanged()
  const notifyUndo = useNotifyUndo()
  const failed = useNotifyError()
  return useCallback(
    async (ids, text) => {
      try {
        const { removed } = await api.accounts.remove({ ids })
        await changed()
        notifyUndo(text, async () => {
          await api.accounts.restore({ ids: removed })
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
