import { Skeleton } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useApi } from '../../components/backend'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { formatCount, Money, Weight } from '../../components/figures'
import { useMonthName } from '../../components/month-name'
import { useMonth } from '../../components/month'
import { useWords } from '../../i18n'

const shownRows = 50

/** The month's latest waybills of the customer; the whole list, with filters and explanations, is a click away. */
export function AccountWaybills({ id }: { id: number }) {
  const t = useWords()
  const api = useApi()
  const [month] = useMonth()
  const monthName = useMonthName()
  const waybills = useQuery({
    queryKey: ['waybills', 'list', 'account', id, month],
    queryFn: ({ signal }) =>
      api.waybills.list(
        {
          page: 1,
          pageSize: shownRows,
          sort: 'shippedOn',
          descending: true,
          search: '',
          filter: { accountId: id, month },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })
  if (waybills.error) return <ErrorState error={waybills.error} onRetry={() => void waybills.refetch()} />
  if (!waybills.data) return <Skeleton active />
  const { rows, total } = waybills.data
  const all = <Link to={`/waybills?accountId=${id}`}>{t('accounts:waybills.all')}</Link>
  if (rows.length === 0) return <EmptyState title={t('accounts:waybills.none')} action={all} />
  return (
    <section className="panel-plain">
      <h2 className="row row-spread">
        {t('accounts:waybills.month', {
          month: monthName(month),
          count: formatCount(total),
          shown: formatCount(rows.length),
        })}
        {all}
      </h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('accounts:waybills.number')}</th>
            <th scope="col">{t('accounts:waybills.shippedOn')}</th>
            <th scope="col">{t('accounts:waybills.destination')}</th>
            <th scope="col">{t('accounts:page.product')}</th>
            <th scope="col" className="cell-figure">
              {t('accounts:page.weightColumn')}
            </th>
            <th scope="col" className="cell-figure">
              {t('accounts:waybills.revenue')}
            </th>
            <th scope="col" className="cell-figure">
              {t('accounts:waybills.margin')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to={`/waybills?accountId=${id}&open=${row.id}`}>{row.number}</Link>
              </td>
              <td className="figure">{row.shippedOn}</td>
              <td>{row.destination}</td>
              <td>{row.product}</td>
              <td className="cell-figure">
                <Weight grams={row.chargeableGrams} />
              </td>
              <td className="cell-figure">
                <Money fen={row.revenueFen} />
              </td>
              <td className="cell-figure">
                <Money fen={row.marginFen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
