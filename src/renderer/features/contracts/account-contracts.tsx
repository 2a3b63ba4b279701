import { Button, Skeleton } from 'antd'
import { PlusOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ContractRow } from '#shared/contract/contracts'
import { minimumText, termText } from '#shared/i18n/contract-words'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { ErrorState } from '../../components/error-state'
import { useWords } from '../../i18n'
import '../../styles/contracts.css'
import { ContractDrawer } from './contract-drawer'
import { ContractStatus, DaysLeft } from './contract-status'

interface AccountContractsProps {
  account: { id: number; name: string }
  mayWrite: boolean
}

/** The contracts of one customer, those in force first. */
export function AccountContracts({ account, mayWrite }: AccountContractsProps) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const input = { filter: { accountId: account.id }, search: '', descending: false, page: 1, pageSize: 100 }
  const contracts = useQuery({
    queryKey: ['contracts', 'list', input],
    queryFn: ({ signal }) => api.contracts.list(input, { signal }),
  })
  if (contracts.error) return <ErrorState error={contracts.error} onRetry={() => void contracts.refetch()} />
  if (!contracts.data) return <Skeleton active />
  const { rows } = contracts.data
  return (
    <section className="panel-plain" aria-label={t('contracts:title')}>
      <h2 className="row row-spread">
        <span>{t('contracts:title')}</span>
        {mayWrite && may('contracts.write') ? (
          <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('contracts:new')}
          </Button>
        ) : null}
      </h2>
      {rows.length === 0 ? (
        <p className="panel-text text-secondary">{t('contracts:account.empty')}</p>
      ) : (
        <ContractTable rows={rows} />
      )}
      {adding ? <ContractDrawer contract={null} account={account} onClose={() => setAdding(false)} /> : null}
    </section>
  )
}

function ContractTable({ rows }: { rows: readonly ContractRow[] }) {
  const t = useWords()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {(['number', 'title', 'term', 'status', 'daysLeft', 'minimum'] as const).map((key) => (
            <th key={key} scope="col">
              {t(`contracts:col.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link className="figure" to={`/contracts/${row.id}`}>
                {row.number}
              </Link>
            </td>
            <td>{row.title}</td>
            <td className="figure">{termText(row, t)}</td>
            <td>
              <ContractStatus status={row.status} />
            </td>
            <td>
              <DaysLeft {...row} />
            </td>
            <td className="figure">{row.minimum ? minimumText(row.minimum, t) : '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
