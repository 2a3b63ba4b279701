import { App } from 'antd'
import { useCallback } from 'react'
import { useApi, useChanged, type Api } from '../../components/backend'
import { formatCount } from '../../components/figures'
import { useNotifyUndo } from '../../components/notify'
import { useWords, type Words } from '../../i18n'

type Change = Parameters<Api['accounts']['bulkChange']>[0]

const namedOnes = 5

function namesOf(t: Words, accounts: readonly { name: string }[]): string {
  const names = accounts
    .slice(0, namedOnes)
    .map(({ name }) => name)
    .join('、')
  if (accounts.length <= namedOnes) return names
  return t('archive:bulk.andMore', { names, count: formatCount(accounts.length) })
}

/** Changes one field of many customers and offers to take it back; who was left alone is named. */
export function useBulkChange(): (change: Change, fieldName: string) => Promise<void> {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const notifyUndo = useNotifyUndo()
  const { notification } = App.useApp()
  return useCallback(
    async (change, fieldName) => {
      const warn = (key: 'archive:bulk.skipped' | 'archive:bulk.kept', done: number, left: { name: string }[]) => {
        if (left.length === 0) return
        notification.warning({
          title: t(key, { count: formatCount(done), names: namesOf(t, left) }),
          placement: 'bottomRight',
          duration: 0,
        })
      }
      const written = await api.accounts.bulkChange(change)
      await changed()
      warn('archive:bulk.skipped', written.changed, written.refused)
      notifyUndo(t('archive:bulk.done', { count: formatCount(written.changed), field: fieldName }), async () => {
        const { undone, kept } = await api.accounts.bulkUndo({ bulk: written.bulk })
        await changed()
        warn('archive:bulk.kept', undone, kept)
      })
    },
    [api, changed, notification, notifyUndo, t],
  )
}
