import { Button, Tag, Tooltip } from 'antd'
import { DeleteOutlined, EditOutlined, PlusOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { DatedRow } from '#shared/contract/calendar'
import { lunarText } from '#shared/domain/calendar/lunar-text'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { useUndoable } from '../../components/use-undoable'
import { useWords } from '../../i18n'
import '../../styles/calendar.css'
import { AnniversaryDrawer } from './anniversary-drawer'
import { AccountTasks } from './today-tasks'
import { shanghaiToday } from './today'
import { useDayWords } from './use-day-words'

/** Dates of a customer with the next day they fall on, and what is to be done for it. */
export function AccountCalendar({ accountId }: { accountId: number }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const [address] = useSearchParams()
  const [creating, setCreating] = useState(address.get('new') === '1')
  const [edited, setEdited] = useState<DatedRow['anniversary']>(null)
  const dates = useQuery({
    queryKey: ['calendar', 'ofAccount', accountId],
    queryFn: ({ signal }) => api.calendar.ofAccount({ accountId }, { signal }),
  })
  const today = shanghaiToday()
  const addButton = may('accounts.write') ? (
    <Button size="small" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('calendar:account.add')}
    </Button>
  ) : null
  const rows = dates.data ?? []
  return (
    <div className="stack">
      <AccountTasks accountId={accountId} />
      {dates.error ? <ErrorState error={dates.error} onRetry={() => void dates.refetch()} /> : null}
      <section className="panel-plain">
        <h2 className="row row-spread">
          {t('calendar:account.title')}
          {rows.length > 0 ? addButton : null}
        </h2>
        {dates.data && rows.length === 0 ? (
          <EmptyState title={t('calendar:account.empty')} text={t('calendar:account.emptyText')} action={addButton} />
        ) : null}
        {rows.length > 0 ? (
          <table className="plain-table">
            <thead>
              <tr>
                {(['what', 'date', 'next', 'nth', 'lead'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`calendar:account.${column}`)}
                  </th>
                ))}
                <th scope="col">{t('calendar:form.note')}</th>
                <th>
                  <span className="visually-hidden">{t('shell:remove')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <DateRow
                  key={`${row.source} ${row.key}`}
                  row={row}
                  today={today}
                  onEdit={() => setEdited(row.anniversary)}
                />
              ))}
            </tbody>
          </table>
        ) : null}
      </section>
      <AnniversaryDrawer
        open={creating || edited !== null}
        accountId={accountId}
        known={edited}
        today={today}
        onClose={() => {
          setCreating(false)
          setEdited(null)
        }}
      />
    </div>
  )
}

function DateRow({ row, today, onEdit }: { row: DatedRow; today: string; onEdit: () => void }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const words = useDayWords()
  const undoable = useUndoable()
  const { anniversary, next, nth, kept } = row
  const what = anniversary ? anniversary.title || t(`calendar:kind.${anniversary.kind}`) : words.reminder(row.text)
  return (
    <tr>
      <td>
        {what}{' '}
        {anniversary?.title === '' ? null : (
          <Tag variant="filled">{anniversary ? t(`calendar:kind.${anniversary.kind}`) : words.source(row.source)}</Tag>
        )}
      </td>
      <td>{anniversary ? <Said date={anniversary} /> : null}</td>
      <td className="figure">
        {next === null ? (
          <span className="text-secondary">{t('calendar:account.past')}</span>
        ) : (
          <Tooltip title={words.kept(kept)}>
            <span>
              {words.full(next)} <span className="text-secondary">{words.distance(today, next)}</span>
              {kept.length > 0 ? ' *' : ''}
            </span>
          </Tooltip>
        )}
      </td>
      <td className="figure">
        {nth === null
          ? ''
          : t(row.source === 'birthday' ? 'calendar:account.age' : 'calendar:account.years', { count: nth })}
      </td>
      <td>{next === null ? '' : t('calendar:account.leadDays', { count: row.leadDays })}</td>
      <td className="ellipsis calendar-note" title={anniversary?.note}>
        {anniversary ? anniversary.note : <span className="text-secondary">{t('calendar:account.birthdayAt')}</span>}
      </td>
      <td>
        {anniversary && may('accounts.write') ? (
          <span className="row">
            <Button
              type="text"
              size="small"
              icon={<EditOutlined />}
              aria-label={t('calendar:account.edit', { what })}
              onClick={onEdit}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('calendar:account.remove', { what })}
              onClick={() =>
                undoable(
                  t('calendar:account.removed', { what }),
                  () => api.calendar.remove({ id: anniversary.id }),
                  () => api.calendar.restore({ id: anniversary.id }),
                )
              }
            />
          </span>
        ) : null}
      </td>
    </tr>
  )
}

/** The day as it was said: `2012-11-25`, `11-25`, `农历 2010 年 十月十五`. */
function Said({ date }: { date: NonNullable<DatedRow['anniversary']> }) {
  const t = useWords()
  const { locale } = useDayWords()
  const two = (number: number) => String(number).padStart(2, '0')
  const year = date.year === null ? '' : String(date.year)
  const said =
    date.calendar === 'solar'
      ? [year, two(date.month), two(date.day)].filter(Boolean).join('-')
      : [locale === 'en' ? '' : t('calendar:account.lunar'), year, lunarText(date, locale)].filter(Boolean).join(' ')
  return (
    <span className="figure">
      {said} {date.yearly ? '' : <span className="text-secondary">{t('calendar:account.once')}</span>}
    </span>
  )
}
