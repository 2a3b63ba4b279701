import { useCallback } from 'react'
import type { PersonDetail, PersonRow } from '#shared/contract/people'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useNotifyError } from '../../components/notify'
import { useUndoable } from '../../components/use-undoable'
import { useWords } from '../../i18n'

/** What is done with one contact from a list; failures are shown, deleting offers its undo. */
export function usePersonActions() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const undoable = useUndoable()
  const failed = useNotifyError()
  const seesAll = may('personal.read')
  const remove = useCallback(
    ({ id, name }: Pick<PersonRow, 'id' | 'name'>) =>
      undoable(
        t('people:removed', { name }),
        () => api.people.remove({ ids: [id] }),
        ({ removed }) => api.people.restore({ ids: removed }),
      ),
    [api, t, undoable],
  )
  /** Read when asked for, never again by itself: every full view is audited. */
  const read = useCallback(
    async (id: number, full: boolean): Promise<PersonDetail | null> => {
      try {
        return full ? await api.people.reveal({ id }) : await api.people.get({ id })
      } catch (error) {
        failed(error)
        return null
      }
    },
    [api, failed],
  )
  return { remove, read, seesAll, mayWrite: may('accounts.write'), mayErase: may('personal.erase') }
}
