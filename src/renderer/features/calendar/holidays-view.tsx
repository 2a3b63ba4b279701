import { Button, Tag } from 'antd'
import { DownloadOutlined, ImportOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HolidayYear } from '#shared/contract/calendar'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { ErrorState } from '../../components/error-state'
import { useInstant } from '../../components/instant'
import { useUndoable } from '../../components/use-undoable'
import { useWords } from '../../i18n'
import { HolidayImport } from './holiday-import'
import { MissingYears } from './missing-years'
import { shanghaiToday } from './today'
import { useDayWords } from './use-day-words'

/** Arrangements of official holidays by year; further years come in from a file. */
export function HolidaysView() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const deliver = useDeliver()
  const words = useDayWords()
  const [importing, setImporting] = useState(false)
  const years = useQuery({
    queryKey: ['calendar', 'holidays'],
    queryFn: ({ signal }) => api.calendar.holidays({}, { signal }),
  })
  const thisYear = Number(shanghaiToday().slice(0, 4))
  const known = years.data ?? []
  // Next year is looked for as well: its notice comes out each November.
  const missing = years.data ? [thisYear, thisYear + 1].filter((year) => !known.some((one) => one.year === year)) : []
  const nextYear = missing[0] ?? thisYear + 1
  return (
    <div className="stack">
      <div className="list-bar calendar-holidays-head">
        <p className="text-secondary reading">{t('calendar:holidays.text')}</p>
        <div className="row">
          <Button
            icon={<DownloadOutlined />}
            onClick={() => void deliver(() => api.calendar.exportHolidays({ year: nextYear, locale: words.locale }))}
          >
            {t('calendar:holidays.form', { year: nextYear })}
          </Button>
          {may('system.manage') ? (
            <Button type="primary" icon={<ImportOutlined />} onClick={() => setImporting(true)}>
              {t('calendar:holidays.import')}
            </Button>
          ) : null}
        </div>
      </div>
      {years.error ? <ErrorState error={years.error} onRetry={() => void years.refetch()} /> : null}
      <MissingYears years={missing} here />
      <div className="grid-2">
        {known.toReversed().map((year) => (
          <Year key={year.year} year={year} />
        ))}
      </div>
      {importing ? <HolidayImport onClose={() => setImporting(false)} /> : null}
    </div>
  )
}

function Year({ year }: { year: HolidayYear }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const deliver = useDeliver()
  const undoable = useUndoable()
  const words = useDayWords()
  const instant = useInstant()
  const { id } = year
  const count = (kind: 'off' | 'work') => year.days.filter((day) => day.kind === kind).length
  return (
    <section className="panel-plain">
      <h2 className="row row-spread">
        <span>
          {t('calendar:holidays.year', { year: year.year })}{' '}
          <span className="text-secondary">
            {t('calendar:holidays.off', { count: count('off') })} ·{' '}
            {t('calendar:holidays.work', { count: count('work') })}
          </span>
        </span>
        <span className="row">
          <Button
            size="small"
            onClick={() => void deliver(() => api.calendar.exportHolidays({ year: year.year, locale: words.locale }))}
          >
            {t('calendar:holidays.export', { year: year.year })}
          </Button>
          {id !== null && may('system.manage') ? (
            <Button
              size="small"
              danger
              onClick={() =>
                undoable(
                  t('calendar:holidays.removed', { year: year.year }),
                  () => api.calendar.removeHolidays({ ids: [id] }),
                  () => api.calendar.restoreHolidays({ ids: [id] }),
                )
              }
            >
              {t('calendar:holidays.remove', { year: year.year })}
            </Button>
          ) : null}
        </span>
      </h2>
      <p className="panel-text text-secondary">
        {t('calendar:holidays.source', { source: year.source })}
        {year.createdAt === null
          ? ''
          : ` · ${t('calendar:holidays.importedBy', { by: year.createdBy, at: instant(year.createdAt) })}`}
      </p>
      <div
        className="calendar-holidays"
        role="group"
        tabIndex={0}
        aria-label={t('calendar:holidays.year', { year: year.year })}
      >
        <table className="plain-table">
          <tbody>
            {year.days.map(({ date, name, kind }) => (
              <tr key={date}>
                <td className="figure">{words.full(date)}</td>
                <td>{name}</td>
                <td>
                  <Tag variant="filled" color={kind === 'off' ? 'error' : 'processing'}>
                    {t(`calendar:official.${kind}`)}
                  </Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
