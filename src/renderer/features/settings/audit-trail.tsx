import { Pagination, Skeleton } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isWordKey } from '#shared/i18n/index'
import { useApi } from '../../components/backend'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { formatCount } from '../../components/figures'
import { useInstant } from '../../components/instant'
import { useWords } from '../../i18n'

const pageSize = 50

/** Who did what when, the latest first. */
export function AuditTrail() {
  const t = useWords()
  const api = useApi()
  const instant = useInstant()
  const [page, setPage] = useState(1)
  const audit = useQuery({
    queryKey: ['system', 'audit', 'page', page],
    queryFn: ({ signal }) => api.system.audit({ page, pageSize }, { signal }),
    placeholderData: keepPreviousData,
  })
  const word = (kind: 'action' | 'entity', value: string) => {
    const key = `settings:${kind}.${value}`
    return isWordKey(key) ? t(key) : value
  }
  if (audit.error) return <ErrorState error={audit.error} onRetry={() => void audit.refetch()} />
  if (!audit.data) return <Skeleton active />
  const { rows, total } = audit.data
  if (total === 0) return <EmptyState title={t('settings:audit.none')} text={t('settings:audit.noneText')} />
  return (
    <div className="stack">
      <section className="panel-plain">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('settings:audit.at')}</th>
              <th scope="col">{t('settings:audit.actor')}</th>
              <th scope="col">{t('settings:audit.action')}</th>
              <th scope="col">{t('settings:audit.entity')}</th>
              <th scope="col">{t('settings:audit.summary')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.seq}>
                <td className="figure">{instant(row.at)}</td>
                <td>{row.actor}</td>
                <td>{word('action', row.action)}</td>
                <td>{word('entity', row.entity)}</td>
                <td title={row.summary}>{row.summary}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="row row-spread">
        <span>{t('components:list.count', { count: formatCount(total) })}</span>
        <Pagination
          size="small"
          current={page}
          pageSize={pageSize}
          total={total}
          showSizeChanger={false}
          onChange={setPage}
        />
      </div>
    </div>
  )
}
