import { Button, Select, Tag } from 'antd'
import { DownloadOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { CalendarEntry } from '#shared/contract/calendar'
import { toLunar } from '#shared/domain/calendar/lunar'
import { lunarText } from '#shared/domain/calendar/lunar-text'
import { addDays } from '#shared/domain/months'
import { useApi } from '../../components/backend'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { AppTable } from '../../components/list/app-table'
import type { Column } from '../../components/list/column'
import { ClearFilters, ListSearch, ListSelect, NoMatch } from '../../components/list/filters'
import { useList, type FilterKinds } from '../../components/list/use-list'
import { isText, usePreference } from '../../components/preferences'
import { useWords, type Words } from '../../i18n'
import { MissingYears } from './missing-years'
import { shanghaiToday } from './today'
import { useDayWords } from './use-day-words'

const periods = ['30', '90', '180', '365'] as const
type PeriodKey = (typeof periods)[number]
const isPeriod = (value: unknown): value is PeriodKey => isText(value) && (periods as readonly string[]).includes(value)

interface Filter {
  source: string
  /** Keeps the tab in the address while the list changes it. */
  tab: string
}
const kinds: FilterKinds<Filter> = { source: 'text', tab: 'text' }

/** What comes in the next weeks, by day; goes out as a workbook. */
export function ListView() {
  const t = useWords()
  const api = useApi()
  const navigate = useNavigate()
  const deliver = useDeliver()
  const words = useDayWords()
  const all = useList<Filter>(kinds)
  const [days, setDays] = usePreference<PeriodKey>('calendar.days', '90', isPeriod)
  const from = shanghaiToday()
  const period = { from, to: addDays(from, Number(days)), source: all.filter.source, search: all.input.search }
  // The tab is no filter of the list: it neither narrows it nor goes away with the filters.
  const list = {
    ...all,
    narrowed: period.search !== '' || period.source !== undefined,
    clear: () => void navigate('/calendar?tab=list', { replace: true }),
  }
  const input = { ...period, page: all.input.page, pageSize: all.input.pageSize }
  const entries = useQuery({
    queryKey: ['calendar', 'upcoming', input],
    queryFn: ({ signal }) => api.calendar.upcoming(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const today = entries.data?.today ?? from
  const columns = useMemo(() => columnsOf(t, words, today), [t, words, today])
  const numbered = entries.data?.rows.map((entry, id) => ({ ...entry, id }))
  return (
    <div className="stack">
      <MissingYears years={entries.data?.missingYears ?? []} />
      <AppTable<CalendarEntry & { id: number }, Filter>
        name="calendar"
        label={t('calendar:tab.list')}
        columns={columns}
        list={list}
        rows={numbered}
        total={entries.data?.total}
        error={entries.error}
        onRetry={() => void entries.refetch()}
        refreshing={entries.isPlaceholderData}
        rowKey={(row) => row.id}
        onOpen={(row) => void (row.route === '' ? undefined : navigate(row.route))}
        filters={
          <>
            <ListSearch list={list} placeholder={t('calendar:tasks.search')} />
            <Select<PeriodKey>
              aria-label={t('calendar:list.days')}
              value={days}
              onChange={setDays}
              options={periods.map((value) => ({ value, label: t(`calendar:list.${value}`) }))}
              style={{ width: 128 }}
            />
            <ListSelect
              label={t('calendar:list.source')}
              value={all.filter.source}
              onChange={(source) => list.setFilter('source', source)}
              options={(entries.data?.sources ?? []).map((value) => ({ value, label: words.source(value) }))}
              width={144}
            />
            <ClearFilters list={list} />
            <Button
              icon={<DownloadOutlined />}
              disabled={!entries.data?.total}
              onClick={() => void deliver(() => api.calendar.export({ ...period, locale: words.locale }))}
            >
              {t('shell:export')}
            </Button>
          </>
        }
        empty={<EmptyState title={t('calendar:list.empty')} text={t('calendar:list.emptyText')} />}
        noMatch={<NoMatch list={list} />}
      />
    </div>
  )
}

function columnsOf(t: Words, words: ReturnType<typeof useDayWords>, today: string): Column<CalendarEntry>[] {
  return [
    { key: 'on', title: t('calendar:column.date'), always: true, render: ({ on }) => words.full(on) },
    { key: 'in', title: t('calendar:list.in'), render: ({ on }) => words.distance(today, on) },
    {
      key: 'lunar',
      title: t('calendar:column.lunar'),
      render: ({ on }) => {
        const lunar = toLunar(on)
        return lunar ? lunarText(lunar, words.locale) : ''
      },
    },
    { key: 'what', title: t('calendar:column.what'), always: true, render: ({ text }) => words.reminder(text) },
    { key: 'account', title: t('calendar:column.account'), render: ({ account }) => account },
    {
      key: 'source',
      title: t('calendar:column.source'),
      render: ({ source }) => <Tag variant="filled">{words.source(source)}</Tag>,
    },
    {
      key: 'kept',
      title: t('calendar:column.kept'),
      render: ({ kept }) => words.kept(kept),
    },
    { key: 'status', title: t('calendar:column.status'), render: ({ status }) => t(`calendar:status.${status}`) },
  ]
}
