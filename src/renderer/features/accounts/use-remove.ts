import { useCallback } from 'react'
import { useApi } from '../../components/backend'
import { useUndoable } from '../../components/use-undoable'

/** Deletes customers and offers to take it back; `text` says what was deleted. True if it was done. */
export function useRemoveAccounts(): (ids: number[], text: string) => Promise<boolean> {
  const api = useApi()
  const undoable = useUndoable()
  return useCallback(
    (ids, text) =>
      undoable(
        text,
        () => api.accounts.remove({ ids }),
        ({ removed }) => api.accounts.restore({ ids: removed }),
      ),
    [api, undoable],
  )
}
