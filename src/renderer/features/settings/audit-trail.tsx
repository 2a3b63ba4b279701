import { Button, Drawer, Skeleton } from 'antd'
import { DownloadOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { TrailFilter, TrailRow } from '#shared/contract/history'
import { actionWord, entityWord, summaryWord } from '#shared/fields/change-words'
import { useApi } from '../../components/backend'
import { DayRange } from '../../components/day-range'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { formatCount } from '../../components/figures'
import { useInstant } from '../../components/instant'
import { AppTable } from '../../components/list/app-table'
import type { Column } from '../../components/list/column'
import { ClearFilters, ListSearch, ListSelect, NoMatch } from '../../components/list/filters'
import { rowsOf } from '../../components/list/rows-of'
import { useList, type ListState } from '../../components/list/use-list'
import { useLocale, useWords } from '../../i18n'
import { Entries } from '../history/change-history'

type Narrowing = Partial<Omit<TrailFilter, 'text'>>

const kinds = { entity: 'text', actor: 'text', action: 'text', from: 'text', to: 'text' } as const

/** Who did what when in the whole book, the latest first; an entry opens what it changed. */
export function AuditTrail() {
  const t = useWords()
  const api = useApi()
  const locale = useLocale()
  const deliver = useDeliver()
  const list = useList<Narrowing>(kinds)
  const [open, setOpen] = useState<TrailRow | null>(null)
  const { page, pageSize, search } = list.input
  const filter = { ...list.filter, text: search }
  const trail = useQuery({
    queryKey: ['history', 'trail', filter, page, pageSize],
    queryFn: ({ signal }) => api.history.trail({ filter, page, pageSize }, { signal }),
    placeholderData: keepPreviousData,
  })
  const columns = useColumns()
  return (
    <>
      <AppTable
        name="audit"
        label={t('history:trail.export')}
        columns={columns}
        list={list}
        {...rowsOf(trail)}
        rowKey={(row) => row.seq}
        onOpen={setOpen}
        filters={
          <>
            <Filters list={list} />
            <Button
              icon={<DownloadOutlined />}
              disabled={(trail.data?.total ?? 0) === 0}
              onClick={() => void deliver(() => api.history.exportTrail({ filter, locale }))}
            >
              {t('shell:export')}
            </Button>
          </>
        }
        empty={<EmptyState title={t('settings:audit.none')} text={t('settings:audit.noneText')} />}
        noMatch={<NoMatch list={list} />}
      />
      {open ? <EntryDrawer row={open} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

function useColumns(): readonly Column<TrailRow>[] {
  const t = useWords()
  const instant = useInstant()
  return useMemo(
    () => [
      {
        key: 'at',
        title: t('settings:audit.at'),
        always: true,
        width: 132,
        render: ({ at }) => <span className="figure">{instant(at)}</span>,
      },
      { key: 'actor', title: t('settings:audit.actor'), render: ({ actor }) => actor },
      { key: 'action', title: t('settings:audit.action'), render: ({ action }) => actionWord(t, action) },
      { key: 'entity', title: t('settings:audit.entity'), render: ({ entity }) => entityWord(t, entity) },
      {
        key: 'summary',
        title: t('settings:audit.summary'),
        maxWidth: 420,
        render: ({ entity, summary }) => {
          const words = summaryWord(t, entity, summary)
          return <span title={words}>{words}</span>
        },
      },
      {
        key: 'fields',
        title: t('history:change'),
        render: ({ fields }) =>
          fields === null ? (
            <span className="text-secondary">{t('history:erased')}</span>
          ) : fields === 0 ? null : (
            t('history:trail.fields', { count: formatCount(fields) })
          ),
      },
    ],
    [t, instant],
  )
}

function Filters({ list }: { list: ListState<Narrowing> }) {
  const t = useWords()
  const api = useApi()
  const [, setAddress] = useSearchParams()
  const choices = useQuery({
    queryKey: ['history', 'trailChoices'],
    queryFn: ({ signal }) => api.history.trailChoices({}, { signal }),
  })
  const options = (values: readonly string[] | undefined, word: (value: string) => string) =>
    (values ?? []).map((value) => ({ value, label: word(value) }))
  const { entity, action, actor, from, to } = list.filter
  return (
    <>
      <ListSearch list={list} placeholder={t('history:trail.text')} />
      <ListSelect
        label={t('settings:audit.entity')}
        value={entity}
        onChange={(value) => list.setFilter('entity', value)}
        options={options(choices.data?.entities, (value) => entityWord(t, value))}
      />
      <ListSelect
        label={t('settings:audit.action')}
        value={action}
        onChange={(value) => list.setFilter('action', value)}
        options={options(choices.data?.actions, (value) => actionWord(t, value))}
      />
      <ListSelect
        label={t('settings:audit.actor')}
        value={actor}
        onChange={(value) => list.setFilter('actor', value)}
        options={options(choices.data?.actors, (value) => value)}
      />
      <DayRange
        label={t('history:period')}
        from={from}
        to={to}
        onChange={(first, last) =>
          // Both ends in one step: the address takes one change at a time.
          setAddress(
            (old) => {
              const next = new URLSearchParams(old)
              for (const [key, value] of [['from', first] as const, ['to', last] as const]) {
                if (value === undefined) next.delete(key)
                else next.set(key, value)
              }
              next.delete('page')
              return next
            },
            { replace: true },
          )
        }
      />
      <ClearFilters list={list} />
    </>
  )
}

function EntryDrawer({ row, onClose }: { row: TrailRow; onClose: () => void }) {
  const t = useWords()
  const api = useApi()
  const entry = useQuery({
    queryKey: ['history', 'entry', row.seq],
    queryFn: ({ signal }) => api.history.entry({ seq: row.seq }, { signal }),
  })
  return (
    <Drawer open size={520} title={`${actionWord(t, row.action)} · ${entityWord(t, row.entity)}`} onClose={onClose}>
      <p>{summaryWord(t, row.entity, row.summary)}</p>
      {entry.error ? <ErrorState error={entry.error} onRetry={() => void entry.refetch()} /> : null}
      {entry.data ? <Entries rows={entry.data.rows} /> : entry.error ? null : <Skeleton active />}
      {entry.data && row.fields === 0 ? <p className="text-secondary">{t('history:noValues')}</p> : null}
    </Drawer>
  )
}
