import { Button } from 'antd'
import { LeftOutlined, RightOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useSearchParams } from 'react-router'
import type { CalendarDay } from '#shared/contract/calendar'
import { lunarDayText, lunarMonthText } from '#shared/domain/calendar/lunar-text'
import { addDays, addMonths, lastDayOf } from '#shared/domain/months'
import { useApi } from '../../components/backend'
import { ErrorState } from '../../components/error-state'
import { useMonthName } from '../../components/month-name'
import { useWords } from '../../i18n'
import { DayPanel } from './day-panel'
import { MissingYears } from './missing-years'
import { officialWord } from './official-tag'
import { shanghaiToday } from './today'
import { useDayWords } from './use-day-words'

const shownEntries = 2

/** A month in weeks from Monday with lunar days, festivals, days off and what falls on them; at the side the chosen day. */
export function MonthView() {
  const t = useWords()
  const api = useApi()
  const monthName = useMonthName()
  const [address, setAddress] = useSearchParams()
  const shanghai = shanghaiToday()
  const asked = address.get('day') ?? ''
  const chosen = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : shanghai
  const month = chosen.slice(0, 7)
  const grid = useRef<HTMLTableSectionElement>(null)
  const [moved, setMoved] = useState(false)
  const calendar = useQuery({
    queryKey: ['calendar', 'month', month],
    queryFn: ({ signal }) => api.calendar.month({ month }, { signal }),
    placeholderData: keepPreviousData,
  })
  const choose = (day: string) => {
    if (day < '1900-02-01' || day > '2100-12-31') return
    setAddress({ tab: 'month', day }, { replace: true })
  }
  const inMonth = (count: number) => {
    const next = addMonths(month, count)
    const last = lastDayOf(next)
    const same = `${next}-${chosen.slice(8)}`
    return same > last ? last : same
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Partial<Record<string, string>> = {
      ArrowLeft: addDays(chosen, -1),
      ArrowRight: addDays(chosen, 1),
      ArrowUp: addDays(chosen, -7),
      ArrowDown: addDays(chosen, 7),
      PageUp: inMonth(-1),
      PageDown: inMonth(1),
      Home: `${month}-01`,
      End: lastDayOf(month),
    }
    if (event.key === 'Enter') document.getElementById('calendar-day')?.focus()
    const target = moves[event.key]
    if (target === undefined) return
    event.preventDefault()
    setMoved(true)
    choose(target)
  }
  const { data } = calendar
  const days = data?.days ?? []
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7))
  const today = data?.today ?? shanghai
  const day = days.find((one) => one.day === chosen)
  return (
    <div className="stack">
      <div className="list-bar">
        <div className="row">
          <Button
            icon={<LeftOutlined />}
            aria-label={t('calendar:month.previous')}
            title={t('calendar:month.previous')}
            onClick={() => choose(inMonth(-1))}
          />
          <strong className="calendar-month-name" aria-live="polite">
            {monthName(month)}
          </strong>
          <Button
            icon={<RightOutlined />}
            aria-label={t('calendar:month.next')}
            title={t('calendar:month.next')}
            onClick={() => choose(inMonth(1))}
          />
          <Button onClick={() => choose(today)}>{t('calendar:month.today')}</Button>
        </div>
        <span className="text-secondary">{t('calendar:month.keys')}</span>
      </div>
      {calendar.error ? <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} /> : null}
      <MissingYears years={data?.missingYears ?? []} />
      {data ? (
        <div className="calendar-columns">
          <table
            role="grid"
            className="calendar-month"
            aria-label={t('calendar:month.label', { month: monthName(month) })}
          >
            <thead>
              <tr>
                {(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((one) => (
                  <th key={one} scope="col">
                    {t(`calendar:weekday.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody ref={grid} onKeyDown={onKeyDown}>
              {weeks.map((week) => (
                <tr key={week[0]?.day}>
                  {week.map((one) => (
                    <DayCell
                      key={one.day}
                      day={one}
                      today={one.day === today}
                      outside={!one.day.startsWith(month)}
                      chosen={one.day === chosen}
                      focused={moved && one.day === chosen}
                      onChoose={() => {
                        setMoved(true)
                        choose(one.day)
                      }}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {day ? <DayPanel day={day} today={today} /> : null}
        </div>
      ) : null}
    </div>
  )
}

interface DayCellProps {
  day: CalendarDay
  today: boolean
  outside: boolean
  chosen: boolean
  /** The keyboard or the mouse has come here: the cell takes the focus. */
  focused: boolean
  onChoose: () => void
}

function DayCell({ day, today, outside, chosen, focused, onChoose }: DayCellProps) {
  const t = useWords()
  const words = useDayWords()
  const { lunar, festivals, entries, kind } = day
  const festival = festivals[0] ? words.reminder(festivals[0]) : ''
  const lunarWords = lunar
    ? lunar.day === 1
      ? lunarMonthText(lunar, words.locale)
      : words.locale === 'en'
        ? `${lunar.month}/${lunar.day}`
        : lunarDayText(lunar.day, words.locale)
    : ''
  const named = [day.day, words.weekday(day.day), officialWord(t, kind, day.official)].filter(Boolean).join(' ')
  const classes = [
    'calendar-day',
    `calendar-day-${kind}`,
    outside ? 'calendar-day-outside' : '',
    today ? 'calendar-day-today' : '',
  ]
  return (
    <td
      ref={(cell) => {
        if (focused && cell && document.activeElement !== cell) cell.focus({ preventScroll: true })
      }}
      className={classes.filter(Boolean).join(' ')}
      tabIndex={chosen ? 0 : -1}
      aria-selected={chosen}
      aria-current={today ? 'date' : undefined}
      onClick={onChoose}
    >
      <span className="visually-hidden">{named} </span>
      <div className="row row-spread calendar-day-head">
        <span className="figure">{Number(day.day.slice(8))}</span>
        <span className="row calendar-day-marks">
          <span className={`ellipsis ${festival ? 'calendar-festival' : 'text-secondary'}`}>
            {festival || lunarWords}
          </span>
          {kind === 'holiday' ? (
            <b className="calendar-off" aria-hidden="true">
              {t('calendar:official.off')}
            </b>
          ) : null}
          {kind === 'adjusted-work' ? (
            <b className="calendar-work" aria-hidden="true">
              {t('calendar:official.work')}
            </b>
          ) : null}
        </span>
      </div>
      {entries.slice(0, shownEntries).map((entry) => (
        <div
          key={`${entry.source} ${entry.key}`}
          className={`calendar-entry ellipsis${entry.status === 'open' ? '' : ' calendar-entry-settled'}`}
          title={`${words.reminder(entry.text)} ${entry.account}`}
        >
          {words.reminder(entry.text)}
        </div>
      ))}
      {entries.length > shownEntries ? (
        <div className="text-secondary calendar-more">
          {t('calendar:month.more', { count: entries.length - shownEntries })}
        </div>
      ) : null}
    </td>
  )
}
