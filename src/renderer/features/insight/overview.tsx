import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { RevenueReport, TierRule } from '#shared/contract/insight'
import { useAppearance } from '../../components/appearance'
import { Chart } from '../../components/chart'
import { Count, formatCount, formatShare, Money, Percent } from '../../components/figures'
import { TierBadge } from '../../components/tier-badge'
import { useWords } from '../../i18n'
import { RuleText } from './rule-text'
import { barsOf, paretoOption } from './pareto-option'
import { marginRate, sumsOf, tiers } from './report-rows'

interface OverviewProps {
  report: RevenueReport
  rule: TierRule | undefined
  /** Absent where the user may not change the rule. */
  onEditRule: (() => void) | undefined
}

/** Above the table: who makes the revenue as a Pareto chart, and what each tier comes to. */
export function Overview({ report, rule, onEditRule }: OverviewProps) {
  return (
    <div className="report-overview">
      <Pareto report={report} rule={rule} />
      <TierSums report={report} rule={rule} onEditRule={onEditRule} />
    </div>
  )
}

function Pareto({ report, rule }: Omit<OverviewProps, 'onEditRule'>) {
  const t = useWords()
  const appearance = useAppearance()
  const navigate = useNavigate()
  const bars = useMemo(
    () => barsOf(report.rows, (count) => t('insight:revenue.rest', { count: formatCount(count) })),
    [report, t],
  )
  const option = useMemo(() => paretoOption(bars, { t, appearance, rule }), [bars, t, appearance, rule])
  const top = Math.max(1, Math.ceil(report.rows.length / 5))
  const label = t('insight:chart.label', {
    count: formatCount(report.rows.length),
    top: formatCount(top),
    share: formatShare(report.rows[top - 1]?.cumulativeShare ?? 0),
  })
  return (
    <section className="panel">
      <h2>
        {label} <span className="text-secondary panel-hint">{t('insight:chart.hint')}</span>
      </h2>
      <Chart
        label={label}
        option={option}
        height={196}
        onSelect={({ index }) => {
          const id = bars[index]?.accountId
          if (id) void navigate(`/accounts/${id}`)
        }}
      />
    </section>
  )
}

function TierSums({ report, rule, onEditRule }: OverviewProps) {
  const t = useWords()
  return (
    <section className="panel">
      <h2>{t('insight:tiers.title')}</h2>
      <table className="plain-table" aria-label={t('insight:tiers.title')}>
        <thead>
          <tr>
            <th scope="col">{t('insight:col.tier')}</th>
            <th scope="col" className="cell-figure">
              {t('insight:col.accounts')}
            </th>
            <th scope="col" className="cell-figure">
              {t('insight:head.revenue')}
            </th>
            <th scope="col" className="cell-figure">
              {t('insight:head.share')}
            </th>
            <th scope="col" className="cell-figure">
              {t('insight:head.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier) => {
            const sums = sumsOf(report.rows.filter((row) => row.tier === tier))
            return (
              <tr key={tier}>
                <td>
                  <TierBadge tier={tier} />
                </td>
                <td className="cell-figure">
                  <Count value={sums.count} />
                </td>
                <td className="cell-figure">
                  <Money fen={sums.revenueFen} />
                </td>
                <td className="cell-figure">
                  <Percent share={sums.share} />
                </td>
                <td className="cell-figure">
                  <Percent share={marginRate(sums)} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {rule ? <RuleText rule={rule} onEdit={onEditRule} /> : null}
    </section>
  )
}
