import { Button, Skeleton } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountContribution } from '#shared/contract/profit'
import { addMonths } from '#shared/domain/months'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { formatShare, Money } from '../../components/figures'
import { useMonth } from '../../components/month'
import { useWords } from '../../i18n'
import { CostDrawer } from './cost-drawer'

type Parts = AccountContribution['total']

const shownMonths = 12

/** 贡献: what the customer brought in the last twelve months after everything it cost, by month and by lane. */
export function AccountProfit({ accountId }: { accountId: number }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const [month] = useMonth()
  const [adding, setAdding] = useState(false)
  const from = addMonths(month, 1 - shownMonths)
  const answer = useQuery({
    queryKey: ['profit', 'account', accountId, from, month],
    queryFn: ({ signal }) => api.profit.account({ accountId, from, to: month }, { signal }),
    placeholderData: keepPreviousData,
  })
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <Skeleton active />
  const add = may('waybills.write') ? <Button onClick={() => setAdding(true)}>{t('profit:costs.add')}</Button> : null
  const drawer = adding ? <CostDrawer cost={null} accountId={accountId} onClose={() => setAdding(false)} /> : null
  const { months, lanes, total, rule, creditDays } = answer.data
  if (months.length === 0) {
    return (
      <>
        <EmptyState title={t('profit:account.empty')} text={t('profit:costs.emptyText')} action={add} />
        {drawer}
      </>
    )
  }
  return (
    <div className="stack">
      <section className="panel-plain">
        <h2 className="row row-spread">
          <span>
            {t('profit:account.months')} · {t('profit:account.period')}
          </span>
          {add}
        </h2>
        <PartsTable
          head={[t('profit:col.month')]}
          rows={months.toReversed().map(({ month: at, ...parts }) => ({ key: at, head: [at], parts }))}
          total={total}
        />
        <div className="panel-text text-secondary stack-tight">
          <p>{t('profit:formula.contribution')}</p>
          <p>
            {creditDays === null
              ? t('profit:formula.capitalNone')
              : t('profit:formula.capital', { rate: formatShare(rule.ratePpm / 1_000_000, 2), days: creditDays })}
          </p>
        </div>
      </section>
      <section className="panel-plain">
        <h2>{t('profit:account.lanes')}</h2>
        <PartsTable
          head={[t('profit:col.lane'), t('profit:col.product')]}
          rows={lanes.map(({ province, name, product, ...parts }) => ({
            key: `${province} ${product}`,
            head: [name === '' ? '—' : name, product === '' ? '—' : product],
            parts,
          }))}
          total={null}
        />
        <p className="panel-text text-secondary">{t('profit:formula.lanes')}</p>
      </section>
      {drawer}
    </div>
  )
}

const columns = ['revenue', 'cost', 'rebate', 'claim', 'service', 'capital', 'contribution'] as const

interface PartsTableProps {
  head: readonly string[]
  rows: readonly { key: string; head: readonly string[]; parts: Parts }[]
  total: Parts | null
}

function PartsTable({ head, rows, total }: PartsTableProps) {
  const t = useWords()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          {columns.map((key) => (
            <th key={key} scope="col" className="cell-figure">
              {t(`profit:col.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.head.map((text, index) => (
              <td key={head[index]}>{text}</td>
            ))}
            <Amounts parts={row.parts} />
          </tr>
        ))}
      </tbody>
      {total ? (
        <tfoot>
          <tr>
            <th scope="row" colSpan={head.length}>
              {t('insight:total')}
            </th>
            <Amounts parts={total} />
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

function Amounts({ parts }: { parts: Parts }) {
  return columns.map((key) => (
    <td key={key} className="cell-figure">
      <Money fen={parts[`${key}Fen`]} />
    </td>
  ))
}
