import { Button, Pagination, Skeleton } from 'antd'
import { DownloadOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HistoryFilter, HistoryRow, HistorySubject } from '#shared/contract/history'
import { actionWord, entityWord, fieldLabel } from '#shared/fields/change-words'
import { useApi } from '../../components/backend'
import { DayRange } from '../../components/day-range'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { formatCount } from '../../components/figures'
import { useInstant } from '../../components/instant'
import { ListSelect } from '../../components/list/filters'
import { wordOptions } from '../../components/word-options'
import { useLocale, useWords } from '../../i18n'
import { ChangeText } from './change-text'
import './history.css'

interface ChangeHistoryProps {
  /** A customer with all that belongs to him, or records by their uid. */
  subject: HistorySubject
  /** Whose history: in the name of the exported file. */
  title: string
}

const pageSize = 50

/** Who changed what and when, field by field, with filters and Excel. */
export function ChangeHistory({ subject, title }: ChangeHistoryProps) {
  const t = useWords()
  const api = useApi()
  const locale = useLocale()
  const deliver = useDeliver()
  const [filter, setFilter] = useState<HistoryFilter>({})
  const [page, setPage] = useState(1)
  const changes = useQuery({
    queryKey: ['history', 'changes', subject, filter, page],
    queryFn: ({ signal }) => api.history.changes({ subject, filter, page, pageSize }, { signal }),
    placeholderData: keepPreviousData,
  })
  const narrow = (part: Partial<HistoryFilter>) => {
    setFilter((old) => ({ ...old, ...part }))
    setPage(1)
  }
  if (changes.error) return <ErrorState error={changes.error} onRetry={() => void changes.refetch()} />
  if (!changes.data) return <Skeleton active />
  const { rows, total, fields, actors } = changes.data
  const narrowed = Object.values(filter).some((value) => value !== undefined)
  if (total === 0 && !narrowed) return <EmptyState title={t('history:none')} text={t('history:noneText')} />
  return (
    <div className="stack change-history">
      <div className="row row-wrap">
        <ListSelect
          label={t('history:field')}
          value={filter.field}
          onChange={(field) => narrow({ field })}
          options={fields.map((value) => ({ value, label: optionLabel(t, value) }))}
        />
        <ListSelect
          label={t('history:actor')}
          value={filter.actor}
          onChange={(actor) => narrow({ actor })}
          options={wordOptions(actors)}
        />
        <DayRange
          label={t('history:period')}
          from={filter.from}
          to={filter.to}
          onChange={(from, to) => narrow({ from, to })}
        />
        <Button
          icon={<DownloadOutlined />}
          disabled={total === 0}
          onClick={() => void deliver(() => api.history.exportChanges({ subject, filter, title, locale }))}
        >
          {t('shell:export')}
        </Button>
      </div>
      {total === 0 ? <p className="text-secondary">{t('components:list.noMatch')}</p> : <Entries rows={rows} />}
      {total > pageSize ? (
        <div className="row row-spread">
          <span>{t('components:list.count', { count: formatCount(total) })}</span>
          <Pagination
            size="small"
            current={page}
            pageSize={pageSize}
            total={total}
            showSizeChanger={false}
            onChange={setPage}
          />
        </div>
      ) : null}
    </div>
  )
}

function optionLabel(t: ReturnType<typeof useWords>, key: string): string {
  const dot = key.indexOf('.')
  const [entity, field] = [key.slice(0, dot), key.slice(dot + 1)]
  return `${entityWord(t, entity)} · ${fieldLabel(t, entity, field)}`
}

/** Rows of one entry stand together under who did it and when. */
export function Entries({ rows }: { rows: readonly HistoryRow[] }) {
  const t = useWords()
  const instant = useInstant()
  const entries: HistoryRow[][] = []
  for (const row of rows) {
    const last = entries.at(-1)
    if (last?.[0] && entryOf(last[0]) === entryOf(row)) last.push(row)
    else entries.push([row])
  }
  return (
    <ul className="history-list">
      {entries.map((changes) => {
        const [first] = changes
        if (!first) return null
        return (
          <li key={first.key}>
            <div className="row row-spread">
              <span>
                {actionWord(t, first.action)} · {entityWord(t, first.entity)}
                {first.entity === 'account' && first.action !== 'import' ? null : ` ${first.summary}`}
              </span>
              <span className="text-secondary figure">
                {first.actor} · {instant(first.at)}
              </span>
            </div>
            {first.erased ? <div className="text-secondary">{t('history:erased')}</div> : null}
            {changes.map((change) => (change.field === '' ? null : <ChangeText key={change.key} change={change} />))}
          </li>
        )
      })}
    </ul>
  )
}

function entryOf({ key }: HistoryRow): string {
  return key.split('.')[0] ?? key
}
