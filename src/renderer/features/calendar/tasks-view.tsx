import { Button, Input, Pagination, Segmented, Select } from 'antd'
import { PlusOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { wordOptions } from '../../components/word-options'
import { useWords } from '../../i18n'
import { TaskDrawer } from './task-drawer'
import { TaskRows } from './task-rows'

const views = ['open', 'snoozed', 'closed'] as const
type View = (typeof views)[number]
const pageSize = 100

/** All tasks: to be done, put off, settled; by assignee and words. */
export function TasksView() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const [view, setView] = useState<View>('open')
  const [search, setSearch] = useState('')
  const [assignee, setAssignee] = useState<string | undefined>()
  const [page, setPage] = useState(1)
  const [creating, setCreating] = useState(false)
  const input = { view, search: search.trim(), assignee, page, pageSize, descending: false }
  const tasks = useQuery({
    queryKey: ['calendar', 'tasks', input],
    queryFn: ({ signal }) => api.calendar.tasks(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const { data } = tasks
  const assignees = data?.assignees ?? []
  const newButton = may('accounts.write') ? (
    <Button icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('calendar:tasks.new')}
    </Button>
  ) : null
  const empty = { open: 'none', snoozed: 'noneSnoozed', closed: 'noneClosed' } as const
  return (
    <div className="stack">
      <div className="list-bar">
        <div className="row row-wrap">
          <Segmented<View>
            aria-label={t('calendar:tab.tasks')}
            value={view}
            onChange={(next) => {
              setView(next)
              setPage(1)
            }}
            options={views.map((value) => ({ value, label: t(`calendar:tasks.${value}`) }))}
          />
          <Input
            className="list-search"
            allowClear
            placeholder={t('calendar:tasks.search')}
            aria-label={t('calendar:tasks.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <Select
            aria-label={t('calendar:tasks.assignee')}
            placeholder={t('calendar:tasks.assignee')}
            value={assignee ?? null}
            onChange={(next: string | null) => setAssignee(next ?? undefined)}
            options={wordOptions(assignees)}
            allowClear
            popupMatchSelectWidth={false}
            style={{ width: 128 }}
          />
        </div>
        {newButton}
      </div>
      {tasks.error ? <ErrorState error={tasks.error} onRetry={() => void tasks.refetch()} /> : null}
      {data ? (
        <section className="panel">
          {data.rows.length === 0 ? (
            <EmptyState
              title={t(`calendar:tasks.${empty[view]}`)}
              text={view === 'open' ? t('calendar:tasks.noneText') : undefined}
              action={view === 'open' ? newButton : undefined}
            />
          ) : (
            <TaskRows rows={data.rows} today={data.today} assignees={assignees} plain={view !== 'open'} />
          )}
        </section>
      ) : null}
      {data && data.total > pageSize ? (
        <Pagination
          size="small"
          current={page}
          pageSize={pageSize}
          total={data.total}
          showSizeChanger={false}
          onChange={setPage}
        />
      ) : null}
      {data ? (
        <TaskDrawer
          open={creating}
          row={null}
          start={{ due: data.today }}
          assignees={assignees}
          onClose={() => setCreating(false)}
        />
      ) : null}
    </div>
  )
}
