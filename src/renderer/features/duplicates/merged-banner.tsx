import { Alert, Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { AccountDetail } from '#shared/contract/accounts'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useInstant } from '../../components/instant'
import { useWords } from '../../i18n'
import { rowsText } from './compared-text'
import { useUndoMerge } from './use-merge-job'

/** On the page of a customer who went into another one: into whom, when, what went along and what stayed, and the way back. */
export function MergedBanner({ id, into }: { id: number; into: NonNullable<AccountDetail['mergedInto']> }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const instant = useInstant()
  const [undo, undoing] = useUndoMerge()
  const { data: merge } = useQuery({
    queryKey: ['duplicates', 'mergeOf', id],
    queryFn: ({ signal }) => api.duplicates.mergeOf({ accountId: id }, { signal }),
  })
  const [moved, stays] = (['moved', 'stays'] as const).map((which) => (merge ? rowsText(t, merge.rows, which) : ''))
  return (
    <Alert
      type="info"
      showIcon
      title={
        <>
          {t('duplicates:merged.into')}{' '}
          <Link to={`/accounts/${into.id}`}>
            {into.code} {into.name}
          </Link>
        </>
      }
      description={
        merge
          ? [
              t('duplicates:saidBy', { actor: merge.actor, at: instant(merge.mergedAt) }),
              moved ? t('duplicates:merged.rows', { rows: moved }) : '',
              stays ? t('duplicates:merged.stays', { rows: stays }) : '',
            ]
              .filter(Boolean)
              .join(' · ')
          : undefined
      }
      action={
        merge && may('accounts.write') ? (
          <Button size="small" loading={undoing} onClick={() => void undo(merge.id)}>
            {t('duplicates:merged.undo')}
          </Button>
        ) : undefined
      }
    />
  )
}
