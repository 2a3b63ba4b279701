import { Button, Tag } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import type { MergeRecord } from '#shared/contract/duplicates'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { EmptyState } from '../../components/empty-state'
import { useInstant } from '../../components/instant'
import { AppTable } from '../../components/list/app-table'
import type { Column } from '../../components/list/column'
import { NoMatch } from '../../components/list/filters'
import { rowsOf } from '../../components/list/rows-of'
import { type FilterKinds, useList } from '../../components/list/use-list'
import { useWords } from '../../i18n'
import { rowsText } from './compared-text'
import { useUndoMerge } from './use-merge-job'

const noFilters: FilterKinds<object> = {}

/** 合并记录: who went into whom, and the way back. */
export function MergeList() {
  const t = useWords()
  const api = useApi()
  const instant = useInstant()
  const navigate = useNavigate()
  const list = useList<object>(noFilters)
  const merges = useQuery({
    queryKey: ['duplicates', 'merges', list.input],
    queryFn: ({ signal }) => api.duplicates.merges(list.input, { signal }),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo((): readonly Column<MergeRecord>[] => {
    const account = ({ id, code, name }: MergeRecord['kept']) => (
      <Link to={`/accounts/${id}`} onClick={(event) => event.stopPropagation()}>
        {code} {name}
      </Link>
    )
    return [
      { key: 'at', title: t('duplicates:col.at'), render: ({ mergedAt }) => instant(mergedAt) },
      {
        key: 'other',
        title: t('duplicates:col.other'),
        always: true,
        maxWidth: 280,
        render: ({ other }) => account(other),
      },
      {
        key: 'kept',
        title: t('duplicates:col.kept'),
        always: true,
        maxWidth: 280,
        render: ({ kept }) => account(kept),
      },
      {
        key: 'rows',
        title: t('duplicates:col.rows'),
        maxWidth: 280,
        render: ({ rows }) => rowsText(t, rows, 'moved') || t('duplicates:nothingMoved'),
      },
      { key: 'actor', title: t('duplicates:col.actor'), render: ({ actor }) => actor },
      { key: 'state', title: t('duplicates:col.state'), always: true, render: (merge) => <State merge={merge} /> },
    ]
  }, [t, instant])
  return (
    <AppTable
      name="merges"
      label={t('duplicates:tab.merges')}
      columns={columns}
      list={list}
      {...rowsOf(merges)}
      rowKey={({ id }) => id}
      onOpen={({ kept }) => void navigate(`/accounts/${kept.id}`)}
      empty={
        <EmptyState
          title={t('duplicates:empty.merges')}
          text={t('duplicates:empty.mergesText')}
          action={<Button onClick={() => void navigate('/accounts/duplicates')}>{t('duplicates:tab.open')}</Button>}
        />
      }
      noMatch={<NoMatch list={list} />}
    />
  )
}

function State({ merge }: { merge: MergeRecord }) {
  const t = useWords()
  const may = useMay()
  const [undo, undoing] = useUndoMerge()
  if (merge.undoneAt !== null) return <Tag>{t('duplicates:merged.undone')}</Tag>
  if (!may('accounts.write')) return <Tag color="success">{t('duplicates:state.merged')}</Tag>
  return (
    <span onClick={(event) => event.stopPropagation()}>
      <Button size="small" loading={undoing} onClick={() => void undo(merge.id)}>
        {t(undoing ? 'duplicates:merged.undoing' : 'duplicates:merged.undo')}
      </Button>
    </span>
  )
}
