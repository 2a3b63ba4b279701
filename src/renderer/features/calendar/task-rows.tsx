import { Button, Dropdown, Tag, Tooltip } from 'antd'
import { CheckCircleOutlined, MoreOutlined } from '../../components/icons'
import { useState } from 'react'
import { Link } from 'react-router'
import type { TaskRow } from '#shared/contract/calendar'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useInstant } from '../../components/instant'
import { useUndoable } from '../../components/use-undoable'
import { useWords } from '../../i18n'
import { SettleDialog } from './settle-dialog'
import { TaskDrawer } from './task-drawer'
import { useDayWords } from './use-day-words'
import { useSettle } from './use-settle'

interface TaskRowsProps {
  rows: readonly TaskRow[]
  today: string
  assignees: readonly string[]
  /** Without headings of today, this week and so on: where the rows are settled or put off. */
  plain?: boolean
  /** Leaves out the name of the customer whose page this is. */
  ofAccount?: boolean
}

const groups = ['overdue', 'today', 'week', 'later'] as const

/** Tasks under their headings, each with what can be done about it. */
export function TaskRows({ rows, today, assignees, plain = false, ofAccount = false }: TaskRowsProps) {
  const t = useWords()
  const [asked, setAsked] = useState<{ row: TaskRow; how: 'snooze' | 'drop' } | null>(null)
  const [edited, setEdited] = useState<TaskRow | null>(null)
  const list = (some: readonly TaskRow[]) => (
    <ul className="day-tasks">
      {some.map((row) => (
        <TaskItem
          key={'id' in row.ref ? row.ref.id : `${row.ref.source} ${row.ref.key}`}
          row={row}
          today={today}
          ofAccount={ofAccount}
          onAsk={(how) => setAsked({ row, how })}
          onEdit={() => setEdited(row)}
        />
      ))}
    </ul>
  )
  return (
    <>
      {plain
        ? list(rows)
        : groups.map((group) => {
            const some = rows.filter((row) => row.group === group)
            return some.length === 0 ? null : (
              <section key={group} className="day-task-group">
                <h3 className={group === 'overdue' ? 'day-task-overdue' : undefined}>
                  {t(`calendar:group.${group}`)} <span className="text-secondary">{some.length}</span>
                </h3>
                {list(some)}
              </section>
            )
          })}
      {asked ? <SettleDialog {...asked} today={today} onClose={() => setAsked(null)} /> : null}
      <TaskDrawer
        open={edited !== null}
        row={edited}
        start={{ due: today }}
        assignees={assignees}
        onClose={() => setEdited(null)}
      />
    </>
  )
}

interface TaskItemProps {
  row: TaskRow
  today: string
  ofAccount: boolean
  onAsk: (how: 'snooze' | 'drop') => void
  onEdit: () => void
}

function TaskItem({ row, today, ofAccount, onAsk, onEdit }: TaskItemProps) {
  const t = useWords()
  const may = useMay()
  const api = useApi()
  const words = useDayWords()
  const settle = useSettle()
  const undoable = useUndoable()
  const what = words.reminder(row.text)
  const closed = row.state.status !== 'open'
  const id = 'id' in row.ref ? row.ref.id : null
  const note = { note: row.state.note, snoozedTo: null }
  const done = () => void settle(row, { ...note, status: 'done' }, t('calendar:tasks.wasDone', { what }))
  const reopen = () => void settle(row, { ...note, status: 'open' }, t('calendar:tasks.wasReopened', { what }))
  const mayWrite = may('accounts.write')
  const manual = row.source === 'manual' && id !== null && !closed
  const actions = [
    ...(closed || row.state.snoozedTo !== null
      ? [{ key: 'reopen', label: t('calendar:tasks.reopen'), onClick: reopen }]
      : []),
    ...(closed
      ? []
      : [
          { key: 'snooze', label: t('calendar:tasks.snooze'), onClick: () => onAsk('snooze') },
          { key: 'drop', label: t('calendar:tasks.drop'), onClick: () => onAsk('drop') },
        ]),
    ...(manual
      ? [
          { key: 'edit', label: t('calendar:tasks.edit'), onClick: onEdit },
          {
            key: 'remove',
            label: t('shell:remove'),
            danger: true,
            onClick: () =>
              undoable(
                t('calendar:tasks.wasRemoved', { what }),
                () => api.calendar.removeTask({ id }),
                () => api.calendar.restoreTask({ id }),
              ),
          },
        ]
      : []),
  ]
  return (
    <li className={closed ? 'day-task day-task-closed' : 'day-task'}>
      {mayWrite && !closed ? (
        <Tooltip title={t('calendar:tasks.done')}>
          <Button
            type="text"
            size="small"
            icon={<CheckCircleOutlined />}
            aria-label={t('calendar:tasks.doneOf', { what })}
            onClick={done}
          />
        </Tooltip>
      ) : null}
      <span className="day-task-main">
        <span className="day-task-what">
          {row.route === '' ? what : <Link to={row.route}>{what}</Link>}
          {row.account && !ofAccount ? <span className="text-secondary"> · {row.account}</span> : null}
        </span>
        {row.state.note ? <span className="text-secondary ellipsis day-task-note">{row.state.note}</span> : null}
      </span>
      <Tag variant="filled">{words.source(row.source)}</Tag>
      {row.assignee ? <span className="text-secondary day-task-who">{row.assignee}</span> : null}
      {closed ? <ClosedAt row={row} /> : <DueDay row={row} today={today} />}
      {mayWrite ? (
        <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: actions }}>
          <Button
            type="text"
            size="small"
            icon={<MoreOutlined />}
            aria-label={t('calendar:tasks.more', { what })}
            title={t('calendar:tasks.more', { what })}
          />
        </Dropdown>
      ) : null}
    </li>
  )
}

/** When it is due, how far that is, and which day it is about where that is another one. */
function DueDay({ row, today }: { row: TaskRow; today: string }) {
  const t = useWords()
  const words = useDayWords()
  const late = row.group === 'overdue'
  // Its working day is past, the day itself is not: that is the day left.
  const day = !late && row.due < today ? row.on : row.due
  const other = row.moved
    ? t('calendar:tasks.moved', { on: words.full(row.on) })
    : row.on === row.due
      ? ''
      : t('calendar:tasks.about', { on: words.full(row.on) })
  return (
    <Tooltip title={other}>
      <span className={`figure day-task-due${late ? ' day-task-overdue' : ''}`}>
        {day.slice(5)} {words.weekday(day)}
        <span className={late ? undefined : 'text-secondary'}> {words.distance(today, day)}</span>
        {other === '' ? '' : ' *'}
      </span>
    </Tooltip>
  )
}

function ClosedAt({ row }: { row: TaskRow }) {
  const t = useWords()
  const instant = useInstant()
  return (
    <span className="text-secondary day-task-due">
      {t(`calendar:status.${row.state.status}`)}{' '}
      {t('calendar:tasks.closedBy', { by: row.closedBy, at: instant(row.closedAt ?? '') })}
    </span>
  )
}
