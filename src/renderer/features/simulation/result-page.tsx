import { Button, Skeleton, Tabs } from 'antd'
import { DownloadOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { SimulationResult, SimulationSums } from '#shared/contract/simulation'
import { formatFenGrouped } from '#shared/domain/money'
import { bracketTitle } from '#shared/i18n/price-term'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { ErrorState } from '../../components/error-state'
import { FigureTile } from '../../components/figure-tile'
import { Count, Delta, formatCount, formatShare, Money } from '../../components/figures'
import { PageHeader } from '../../components/page-header'
import { isWordKey } from '#shared/i18n/index'
import { useLocale, useWords, type Words } from '../../i18n'
import { runName } from './run-name'
import { WorstTickets } from './worst-tickets'

/** What a run came to: the sums, what has no price any more, regions, brackets, customers and the worst tickets. */
export function ResultPage({ id }: { id: number }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const locale = useLocale()
  const deliver = useDeliver()
  const run = useQuery({
    queryKey: ['simulation', 'get', id],
    queryFn: ({ signal }) => api.simulation.get({ id }, { signal }),
  })
  const back = <Link to="/simulation">{t('simulation:back')}</Link>
  if (run.error) {
    return (
      <div className="page">
        <PageHeader title={t('simulation:title')} actions={back} />
        <ErrorState error={run.error} onRetry={() => void run.refetch()} />
      </div>
    )
  }
  if (!run.data) {
    return (
      <div className="page">
        <Skeleton active />
      </div>
    )
  }
  const { result, name, input, from, to, account, tickets, seconds } = run.data
  const costs = may('cost.read')
  return (
    <div className="page">
      <PageHeader
        title={runName(t, name, input.scenario)}
        help={t('simulation:help')}
        extra={
          <span className="text-secondary">
            {[
              from === to ? from : `${from} – ${to}`,
              account ?? t('simulation:allAccounts'),
              t('simulation:took', { count: formatCount(tickets), seconds: seconds.toFixed(1) }),
            ].join(' · ')}
          </span>
        }
        actions={
          <>
            {back}
            <Button
              icon={<DownloadOutlined />}
              onClick={() => void deliver(() => api.simulation.export({ id, locale }))}
            >
              {t('shell:export')}
            </Button>
          </>
        }
      />
      <Tiles result={result} costs={costs} />
      <Gaps result={result} costs={costs} />
      <Tabs
        items={[
          {
            key: 'zone',
            label: t('simulation:by.zone'),
            children: (
              <SumsTable
                head={t(result.ownZones ? 'simulation:col.zone' : 'simulation:col.province')}
                rows={result.zones.map((row) => ({ key: row.name, head: row.name, sums: row }))}
                costs={costs}
              />
            ),
          },
          {
            key: 'bracket',
            label: t('simulation:by.bracket'),
            children: (
              <SumsTable
                head={t('simulation:col.bracket')}
                rows={result.brackets.map((row) => ({
                  key: row.name,
                  head: bracketTitle(locale, row.name),
                  sums: row,
                }))}
                costs={costs}
              />
            ),
          },
          {
            key: 'account',
            label: t('simulation:by.account'),
            children: (
              <SumsTable
                head={t('simulation:col.account')}
                rows={result.accounts.map((row) => ({
                  key: String(row.accountId),
                  head: <Link to={`/accounts/${row.accountId}`}>{row.name}</Link>,
                  sums: row,
                }))}
                costs={costs}
              />
            ),
          },
          {
            key: 'worst',
            label: t('simulation:by.worst'),
            children: <WorstTickets rows={result.worst} costs={costs} />,
          },
        ]}
      />
    </div>
  )
}

function Tiles({ result, costs }: { result: SimulationResult; costs: boolean }) {
  const t = useWords()
  const { total, breakEvenPpm, keepMarginPpm } = result
  const before = (fen: number) => t('simulation:tile.before', { value: formatFenGrouped(fen) })
  const share = (ppm: number | null) => (ppm === null ? t('simulation:tile.unknown') : formatShare(ppm / 1_000_000))
  const beforeCosted = total.beforeMarginFen + total.beforeCostFen
  const afterCosted = total.afterMarginFen + total.afterCostFen
  return (
    <div className="figure-row" data-testid="simulation-figures">
      <FigureTile
        label={t('simulation:tile.revenue')}
        value={<Money fen={total.afterFen} />}
        note={
          <>
            {before(total.beforeFen)} <Delta now={total.afterFen} before={total.beforeFen} />
          </>
        }
      />
      {costs && total.costed > 0 ? (
        <>
          <FigureTile
            label={t('simulation:tile.margin')}
            value={<Money fen={total.afterMarginFen} />}
            note={
              <>
                {before(total.beforeMarginFen)} <Delta now={total.afterMarginFen} before={total.beforeMarginFen} />
              </>
            }
          />
          <FigureTile
            label={t('simulation:tile.rate')}
            value={rate(total.afterMarginFen, afterCosted, t)}
            note={t('simulation:tile.before', { value: rate(total.beforeMarginFen, beforeCosted, t) })}
          />
          <FigureTile
            label={t('simulation:tile.breakEven')}
            value={share(breakEvenPpm)}
            note={t('simulation:tile.breakEvenHint')}
          />
          <FigureTile
            label={t('simulation:tile.keepMargin')}
            value={share(keepMarginPpm)}
            note={t('simulation:tile.keepMarginHint')}
          />
        </>
      ) : null}
    </div>
  )
}

function rate(margin: number, revenue: number, t: Words): string {
  return revenue > 0 ? formatShare(margin / revenue) : t('simulation:tile.unknown')
}

/** What the sums leave out, said in full. */
function Gaps({ result, costs }: { result: SimulationResult; costs: boolean }) {
  const t = useWords()
  const reasonWord = (reason: string) => {
    const key = `pricing:reason.${reason}`
    return isWordKey(key) ? t(key) : reason
  }
  const uncosted = result.total.tickets - result.total.costed
  const lines = [
    ...result.lost.map(({ reason, tickets, beforeFen }) =>
      t('simulation:gap.lost', {
        tickets: formatCount(tickets),
        reason: reasonWord(reason),
        amount: formatFenGrouped(beforeFen),
      }),
    ),
    ...(result.gained.tickets > 0
      ? [
          t('simulation:gap.gained', {
            tickets: formatCount(result.gained.tickets),
            amount: formatFenGrouped(result.gained.afterFen),
          }),
        ]
      : []),
    ...(result.unpriced > 0 ? [t('simulation:gap.unpriced', { tickets: formatCount(result.unpriced) })] : []),
    ...(costs && uncosted > 0 ? [t('simulation:gap.uncosted', { tickets: formatCount(uncosted) })] : []),
  ]
  if (lines.length === 0) return null
  return (
    <ul className="simulation-gaps text-warning">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

interface SumsTableProps {
  head: string
  rows: readonly { key: string; head: ReactNode; sums: SimulationSums }[]
  costs: boolean
}

function SumsTable({ head, rows, costs }: SumsTableProps) {
  const t = useWords()
  const figures = ['tickets', 'before', 'after', 'difference', 'change'] as const
  const margins = costs ? (['beforeMargin', 'afterMargin'] as const) : []
  return (
    <section className="panel-plain">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {[...figures, ...margins].map((key) => (
              <th key={key} scope="col" className="cell-figure">
                {t(`simulation:col.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head: name, sums }) => (
            <tr key={key}>
              <td>{name}</td>
              <td className="cell-figure">
                <Count value={sums.tickets} />
              </td>
              <td className="cell-figure">
                <Money fen={sums.beforeFen} />
              </td>
              <td className="cell-figure">
                <Money fen={sums.afterFen} />
              </td>
              <td className="cell-figure">
                <Money fen={sums.afterFen - sums.beforeFen} />
              </td>
              <td className="cell-figure">
                <Delta now={sums.afterFen} before={sums.beforeFen} />
              </td>
              {costs ? (
                <>
                  <td className="cell-figure">
                    <Money fen={sums.costed > 0 ? sums.beforeMarginFen : null} />
                  </td>
                  <td className="cell-figure">
                    <Money fen={sums.costed > 0 ? sums.afterMarginFen : null} />
                  </td>
                </>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
