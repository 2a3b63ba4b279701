import { useCallback } from 'react'
import type { PersonDetail, PersonRow } from '#shared/contract/people'
import { useApi, useChanged } from '../../components/backend'
import { useMay } from '../../components/book'
import { useNotifyError, useNotifyUndo } from '../../components/notify'
import { useWords } from '../../i18n'

/** What is done with one contact from a list; failures are shown, deleting offers its undo. */
export function usePersonActions() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const changed = useChanged()
  const undo = useNotifyUndo()
  const failed = useNotifyError()
  const seesAll = may('personal.read')
  const remove = useCallback(
    async ({ id, name }: Pick<PersonRow, 'id' | 'name'>) => {
      try {
        const { removed } = await api.people.remove({ ids: [id] })
        await changed()
        undo(t('people:removed', { name }), async () => {
          await api.people.restore({ ids: removed })
          await changed()
        })
      } catch (error) {
        failed(error)
      }
    },
    [api, changed, failed, t, undo],
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
