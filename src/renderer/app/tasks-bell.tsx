import { Badge, Button, Popover } from 'antd'
import { BellOutlined } from '../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '../components/backend'
import { useMay } from '../components/book'
import { useMessageText } from '../components/message-text'
import { useMonth } from '../components/month'
import { SeverityMark } from '../components/severity-mark'
import { useDayWords } from '../features/calendar/use-day-words'
import { useTodayTasks } from '../features/calendar/use-today-tasks'
import { useWords } from '../i18n'

/** Tasks with a day that the bell names; the calendar has them all. */
const named = 8

/** What needs doing, from every page: dated tasks and the month's alerts with their reasons and where to go. */
export function TasksBell() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const [month] = useMonth()
  const words = useMessageText()
  const days = useDayWords()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: ['insight', 'workbench', month],
    queryFn: ({ signal }) => api.insight.workbench({ month }, { signal }),
    enabled: may('insight.read'),
  })
  const { data: dated } = useTodayTasks()
  const alerts = data?.tasks ?? []
  const rows = dated?.rows.slice(0, named) ?? []
  const count = alerts.length + (dated ? dated.counts.overdue + dated.counts.today : 0)
  const close = () => setOpen(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('shell:tasks.title')}
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="task-list-popover">
          {alerts.length === 0 && rows.length === 0 ? t('shell:tasks.none') : null}
          {dated && rows.length > 0 ? (
            <>
              <div className="text-secondary">{t('shell:tasks.dated')}</div>
              <ul className="task-list">
                {rows.map((row) => (
                  <li key={'id' in row.ref ? row.ref.id : `${row.ref.source} ${row.ref.key}`}>
                    <SeverityMark severity={row.group === 'overdue' ? 'danger' : 'info'} />
                    <Link to={row.route === '' ? '/calendar' : row.route} onClick={close}>
                      {days.reminder(row.text)}
                      {row.account ? ` · ${row.account}` : ''}
                    </Link>
                    <span className="text-secondary task-list-when">
                      {days.distance(dated.today, row.group === 'overdue' ? row.due : row.on)}
                    </span>
                  </li>
                ))}
                {dated.total > rows.length ? (
                  <li>
                    <Link to="/calendar" onClick={close}>
                      {t('shell:tasks.more', { count: dated.total - rows.length })}
                    </Link>
                  </li>
                ) : null}
              </ul>
            </>
          ) : null}
          {alerts.length > 0 && rows.length > 0 ? <div className="text-secondary">{t('shell:tasks.month')}</div> : null}
          <ul className="task-list">
            {alerts.map((task) => (
              <li key={`${task.code}.${task.accountId ?? ''}.${task.route}`}>
                <SeverityMark severity={task.severity} />
                <Link to={task.route} onClick={close}>
                  {words(task)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      }
    >
      <Badge count={count} size="small" overflowCount={99} offset={[-6, 6]}>
        <Button type="text" icon={<BellOutlined />} aria-label={t('shell:tasks.count', { count })} />
      </Badge>
    </Popover>
  )
}
