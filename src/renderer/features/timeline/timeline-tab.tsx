import { Button, Select, Skeleton } from 'antd'
import { DownloadOutlined, PlusOutlined } from '../../components/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { TimelineEvent, TimelineFilter } from '#shared/contract/timeline'
import { kindWord } from '#shared/fields/event-words'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { DayRange } from '../../components/day-range'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { ListSelect, SearchField } from '../../components/list/filters'
import { useUndoable } from '../../components/use-undoable'
import { wordOptions } from '../../components/word-options'
import { useLocale, useWords } from '../../i18n'
import { EventDays } from './event-days'
import { NoteDrawer } from './note-drawer'
import './timeline.css'

interface TimelineTabProps {
  accountId: number
  /** The customer is deleted: nothing can be noted. */
  readOnly: boolean
}

type Editing = 'new' | NonNullable<TimelineEvent['note']> | null

const noFilter: TimelineFilter = { kinds: [], text: '' }
const pageSize = 50

/** 时间线: everything that happened with the customer, the newest first, and the place to note a contact. */
export function TimelineTab({ accountId, readOnly }: TimelineTabProps) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const locale = useLocale()
  const deliver = useDeliver()
  const [filter, setFilter] = useState<TimelineFilter>(noFilter)
  const [editing, setEditing] = useState<Editing>(null)
  const remove = useRemoveNote()
  const mayWrite = may('accounts.write') && !readOnly
  const events = useInfiniteQuery({
    queryKey: ['timeline', accountId, filter],
    queryFn: ({ signal, pageParam }) =>
      api.timeline.events(
        { accountId, filter, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const rows = events.data?.pages.flatMap((page) => page.rows)
  const narrowed = filter.kinds.length > 0 || filter.text !== '' || [filter.actor, filter.from, filter.to].some(Boolean)
  const addButton = mayWrite ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('timeline:note.add')}
    </Button>
  ) : null
  return (
    <section className="stack" aria-label={t('timeline:title')}>
      <div className="row row-spread timeline-bar">
        <Filters accountId={accountId} filter={filter} onChange={setFilter} narrowed={narrowed} />
        <div className="row">
          <Button
            icon={<DownloadOutlined />}
            disabled={!rows || rows.length === 0}
            onClick={() => void deliver(() => api.timeline.export({ accountId, filter, locale }))}
          >
            {t('shell:export')}
          </Button>
          {addButton}
        </div>
      </div>
      {events.error ? (
        <ErrorState error={events.error} onRetry={() => void events.refetch()} />
      ) : rows === undefined ? (
        <Skeleton active />
      ) : rows.length === 0 ? (
        <EmptyState
          title={t(narrowed ? 'components:list.noMatch' : 'timeline:empty.title')}
          text={t(narrowed ? 'components:list.noMatchHint' : 'timeline:empty.text')}
          action={
            narrowed ? (
              <Button onClick={() => setFilter(noFilter)}>{t('components:list.clearFilters')}</Button>
            ) : (
              addButton
            )
          }
        />
      ) : (
        <>
          <EventDays
            rows={rows}
            onEdit={mayWrite ? (event) => setEditing(event.note) : undefined}
            onRemove={mayWrite ? remove : undefined}
          />
          <div className="row timeline-more" role="status">
            {events.hasNextPage ? (
              <Button loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
                {t('timeline:more')}
              </Button>
            ) : (
              <span className="text-secondary">{t('timeline:end')}</span>
            )}
            <span className="text-secondary">{t('timeline:shown', { count: rows.length })}</span>
          </div>
        </>
      )}
      <NoteDrawer accountId={accountId} note={editing} onClose={() => setEditing(null)} />
    </section>
  )
}

interface FiltersProps {
  accountId: number
  filter: TimelineFilter
  onChange: (filter: TimelineFilter) => void
  narrowed: boolean
}

function Filters({ accountId, filter, onChange, narrowed }: FiltersProps) {
  const t = useWords()
  const api = useApi()
  const choices = useQuery({
    queryKey: ['timeline', 'choices', accountId],
    queryFn: ({ signal }) => api.timeline.choices({ accountId }, { signal }),
  })
  const kinds = useMemo(
    () => (choices.data?.kinds ?? []).map((value) => ({ value, label: kindWord(t, value) })),
    [choices.data, t],
  )
  return (
    <div className="row row-wrap">
      <SearchField
        applied={filter.text}
        onSearch={(text) => onChange({ ...filter, text })}
        placeholder={t('timeline:filter.text')}
      />
      <Select
        mode="multiple"
        aria-label={t('timeline:filter.kinds')}
        placeholder={t('timeline:filter.kinds')}
        value={filter.kinds}
        onChange={(chosen) => onChange({ ...filter, kinds: chosen })}
        options={kinds}
        maxTagCount="responsive"
        className="timeline-kinds"
      />
      <ListSelect
        label={t('timeline:filter.actor')}
        value={filter.actor}
        onChange={(actor) => onChange({ ...filter, actor })}
        options={wordOptions(choices.data?.actors)}
        width={112}
      />
      <DayRange
        label={t('history:period')}
        from={filter.from}
        to={filter.to}
        onChange={(from, to) => onChange({ ...filter, from, to })}
      />
      {narrowed ? (
        <Button
          type="link"
          onClick={() => {
            onChange(noFilter)
          }}
        >
          {t('components:list.clearFilters')}
        </Button>
      ) : null}
    </div>
  )
}

function useRemoveNote(): (event: TimelineEvent) => void {
  const t = useWords()
  const api = useApi()
  const undoable = useUndoable()
  return ({ note }) => {
    if (!note) return
    const uids = [note.uid]
    void undoable(
      t('timeline:note.removed'),
      () => api.timeline.removeNotes({ uids }),
      () => api.timeline.restoreNotes({ uids }),
    )
  }
}
