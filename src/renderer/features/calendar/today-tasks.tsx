import { Button } from 'antd'
import { PlusOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { ErrorState } from '../../components/error-state'
import { useWords } from '../../i18n'
import { TaskDrawer } from './task-drawer'
import { TaskRows } from './task-rows'
import { useTodayTasks } from './use-today-tasks'
import '../../styles/calendar.css'

/** What is to be done today and this week, on the workbench. */
export function TodayTasks() {
  const t = useWords()
  const may = useMay()
  const [creating, setCreating] = useState(false)
  const tasks = useTodayTasks()
  const { data } = tasks
  return (
    <section className="panel" aria-label={t('calendar:tasks.title')}>
      <h2 className="row row-spread">
        <span>
          {t('calendar:tasks.title')} <span className="text-secondary">{data && data.total > 0 ? data.total : ''}</span>
        </span>
        <span className="row">
          {may('accounts.write') ? (
            <Button
              type="text"
              size="small"
              icon={<PlusOutlined />}
              aria-label={t('calendar:tasks.new')}
              title={t('calendar:tasks.new')}
              onClick={() => setCreating(true)}
            />
          ) : null}
          <Link to="/calendar">{t('calendar:tasks.all')}</Link>
        </span>
      </h2>
      {tasks.error ? <ErrorState error={tasks.error} onRetry={() => void tasks.refetch()} /> : null}
      {data && data.rows.length === 0 ? <p className="text-secondary">{t('calendar:tasks.noneText')}</p> : null}
      {data ? (
        <div className="today-tasks">
          <TaskRows rows={data.rows} today={data.today} assignees={data.assignees} />
        </div>
      ) : null}
      {data ? (
        <TaskDrawer
          open={creating}
          row={null}
          start={{ due: data.today }}
          assignees={data.assignees}
          onClose={() => setCreating(false)}
        />
      ) : null}
    </section>
  )
}

/** Tasks of one customer, above its anniversaries. */
export function AccountTasks({ accountId }: { accountId: number }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const [creating, setCreating] = useState(false)
  const input = { view: 'open' as const, accountId, page: 1, pageSize: 50, search: '', descending: false }
  const tasks = useQuery({
    queryKey: ['calendar', 'tasks', input],
    queryFn: ({ signal }) => api.calendar.tasks(input, { signal }),
  })
  const { data } = tasks
  return (
    <section className="panel">
      <h2 className="row row-spread">
        {t('calendar:tab.tasks')}
        {may('accounts.write') ? (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
            {t('calendar:tasks.new')}
          </Button>
        ) : null}
      </h2>
      {tasks.error ? <ErrorState error={tasks.error} onRetry={() => void tasks.refetch()} /> : null}
      {data && data.rows.length === 0 ? <p className="text-secondary">{t('calendar:tasks.noneAccount')}</p> : null}
      {data ? (
        <>
          <TaskRows rows={data.rows} today={data.today} assignees={data.assignees} ofAccount />
          <TaskDrawer
            open={creating}
            row={null}
            start={{ due: data.today, accountId }}
            assignees={data.assignees}
            onClose={() => setCreating(false)}
          />
        </>
      ) : null}
    </section>
  )
}
