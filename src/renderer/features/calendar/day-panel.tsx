import { Button, Tag } from 'antd'
import { PlusOutlined } from '../../components/icons'
import { useState } from 'react'
import { Link } from 'react-router'
import type { CalendarDay } from '#shared/contract/calendar'
import { lunarText } from '#shared/domain/calendar/lunar-text'
import { useMay } from '../../components/book'
import { useWords } from '../../i18n'
import { OfficialTag } from './official-tag'
import { TaskDrawer } from './task-drawer'
import { useDayWords } from './use-day-words'

/** The chosen day of the calendar with all that falls on it. */
export function DayPanel({ day, today }: { day: CalendarDay; today: string }) {
  const t = useWords()
  const may = useMay()
  const words = useDayWords()
  const [creating, setCreating] = useState(false)
  const festivals = day.festivals.map(words.reminder)
  return (
    <section className="panel calendar-panel" id="calendar-day" tabIndex={-1} aria-label={words.full(day.day)}>
      <h2>
        {words.full(day.day)} <span className="text-secondary">{words.distance(today, day.day)}</span>
      </h2>
      <div className="row row-wrap">
        {day.lunar ? <span>{lunarText(day.lunar, words.locale)}</span> : null}
        {festivals.map((name) => (
          <Tag key={name} variant="filled" color="warning">
            {name}
          </Tag>
        ))}
        <OfficialTag day={day} />
      </div>
      {day.entries.length === 0 ? <p className="text-secondary">{t('calendar:month.nothing')}</p> : null}
      <ul className="calendar-panel-list">
        {day.entries.map((entry) => (
          <li key={`${entry.source} ${entry.key}`}>
            {entry.route === '' ? (
              words.reminder(entry.text)
            ) : (
              <Link to={entry.route}>{words.reminder(entry.text)}</Link>
            )}
            <div className="text-secondary">
              {[
                entry.account,
                words.source(entry.source),
                entry.status === 'open' ? '' : t(`calendar:status.${entry.status}`),
                ...entry.kept.map((why) => t(`calendar:kept.${why}`)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
      {may('accounts.write') ? (
        <Button size="small" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
          {t('calendar:tasks.new')}
        </Button>
      ) : null}
      <TaskDrawer
        open={creating}
        row={null}
        start={{ due: day.day }}
        assignees={[]}
        onClose={() => setCreating(false)}
      />
    </section>
  )
}
