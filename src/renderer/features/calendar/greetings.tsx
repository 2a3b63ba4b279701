import { Button } from 'antd'
import { DownloadOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useApi } from '../../components/backend'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { PageHeader } from '../../components/page-header'
import { TierBadge } from '../../components/tier-badge'
import { useWords } from '../../i18n'
import { shanghaiToday } from './today'
import { useDayWords } from './use-day-words'

/** Whom the branch greets on a festival, the best customers first. */
export function Greetings() {
  const t = useWords()
  const api = useApi()
  const navigate = useNavigate()
  const deliver = useDeliver()
  const words = useDayWords()
  const [address] = useSearchParams()
  const festival = address.get('festival') ?? ''
  const on = address.get('on') ?? ''
  const name = festival.startsWith('own:')
    ? festival.slice('own:'.length)
    : words.reminder({ code: `festival.${festival}`, params: {} })
  const customers = useQuery({
    queryKey: ['calendar', 'greeted'],
    queryFn: ({ signal }) => api.calendar.greeted({}, { signal }),
  })
  const today = shanghaiToday()
  const dated = /^\d{4}-\d{2}-\d{2}$/.test(on)
  const rows = customers.data ?? []
  return (
    <div className="page">
      <PageHeader
        title={t('calendar:greeted.title', { festival: name })}
        actions={
          <>
            <Button onClick={() => void navigate('/calendar')}>{t('calendar:greetings.back')}</Button>
            <Button
              icon={<DownloadOutlined />}
              disabled={rows.length === 0 || !dated}
              onClick={() => void deliver(() => api.calendar.exportGreeted({ festival, on, locale: words.locale }))}
            >
              {t('shell:export')}
            </Button>
          </>
        }
      />
      {dated ? (
        <p className="text-secondary reading">
          {t('calendar:greetings.text', {
            day: on,
            weekday: words.weekday(on),
            inDays: words.distance(today, on),
          })}
        </p>
      ) : null}
      {customers.error ? <ErrorState error={customers.error} onRetry={() => void customers.refetch()} /> : null}
      {customers.data && rows.length === 0 ? (
        <section className="panel">
          <EmptyState title={t('calendar:greetings.empty')} text={t('calendar:greetings.emptyText')} />
        </section>
      ) : null}
      {rows.length > 0 ? (
        <section className="panel-plain">
          <h2>{t('calendar:greetings.count', { count: rows.length })}</h2>
          <table className="plain-table">
            <thead>
              <tr>
                {(['tier', 'name', 'contactName', 'phone', 'manager'] as const).map((field) => (
                  <th key={field} scope="col">
                    {t(`fields:account.${field}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.accountId}>
                  <td>{row.tier ? <TierBadge tier={row.tier} /> : t('calendar:greetings.none')}</td>
                  <td>
                    <Link to={`/accounts/${row.accountId}`}>{row.account}</Link>
                  </td>
                  <td>{row.contact}</td>
                  <td className="figure">{row.phone}</td>
                  <td>{row.manager}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </div>
  )
}
