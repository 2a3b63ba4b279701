import type { Tier } from '#shared/contract/base'
import type { RevenueReport, RevenueRow } from '#shared/contract/insight'
import { shanghaiDay } from '#shared/domain/shanghai-time'
import { translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { type Bar, ParetoChart } from '../../print/charts'
import { Figures, renderPaper, Section } from '../../print/paper'
import { ink, tierInk } from '../../print/paper-style'
import { type PaperColumn, PaperTable, Signed } from '../../print/table'
import { change, count, percent, rate, wholeKilograms, wholeYuan, yuan } from '../../print/text'
import type { ReportFrame } from './revenue-export'
import { monthsText, reportNotes } from './revenue-words'

/** So many customers have a bar of their own; the others share the last one. */
const paretoBars = 30
const tierOrder: readonly Tier[] = ['platinum', 'gold', 'iron', 'lead']

/** The revenue report as an A4 paper. */
export function revenuePaper(report: RevenueReport, frame: ReportFrame): string {
  const { locale, bookName, now } = frame
  const t = (key: WordKey, params: WordParams = {}) => translate(locale, key, params)
  const { rows, total, unmatched } = report
  const date = shanghaiDay(now)
  const title = t('insight:revenue.title')
  const previous = rows.reduce((sum, row) => sum + (row.previousRevenueFen ?? 0), frame.gone.revenueFen)
  return renderPaper(
    { locale, title, branch: bookName, date, pageOf: t('exports:footer'), landscape: true },
    <>
      <header className="cover">
        <div className="kicker">{bookName}</div>
        <h1>
          {title} <span className="grey">{monthsText(report)}</span>
        </h1>
      </header>
      {rows.length === 0 ? (
        <p>{t('insight:revenue.empty')}</p>
      ) : (
        <>
          <Figures
            items={[
              {
                label: t('insight:figure.revenue'),
                value: yuan(total.revenueFen),
                note: `${t('insight:col.change')} ${change(total.revenueFen, previous)}`,
              },
              { label: t('insight:figure.margin'), value: yuan(total.marginFen), bad: (total.marginFen ?? 0) < 0 },
              { label: t('insight:figure.rate'), value: rate(total.marginFen, costedOf(total)) },
              { label: t('insight:figure.pieces'), value: count(total.pieces) },
              { label: t('insight:figure.weight'), value: `${wholeKilograms(total.grams)} kg` },
              { label: t('insight:figure.accounts'), value: count(rows.length) },
            ]}
          />
          <Section title={t('insight:revenue.pareto')}>
            <div className="chart">
              <ParetoChart
                bars={paretoOf(rows, (others) => t('insight:revenue.rest', { count: others }))}
                axisLabel={(value) => wholeYuan(value)}
                barName={t('insight:col.revenue')}
                groups={tierOrder
                  .filter((tier) => rows.some((row) => row.tier === tier))
                  .map((tier) => ({ colour: tierInk[tier].ink, label: t(`components:tier.${tier}`) }))}
                lineName={t('insight:col.cumulative')}
                marks={frame.rule.basis === 'revenue' ? tierMarks(frame) : []}
              />
            </div>
          </Section>
          <Section title={t('insight:revenue.accounts')}>
            <PaperTable columns={customerColumns(report, t)} rows={rows} />
          </Section>
          {unmatched.tickets > 0 ? (
            <p>
              {t('insight:revenue.unmatched', { tickets: count(unmatched.tickets), billed: yuan(unmatched.billedFen) })}
            </p>
          ) : null}
        </>
      )}
      <Section title={t('insight:revenue.notes')}>
        <div className="notes">
          {reportNotes(report, frame).map(({ label, text }) => (
            <div key={label}>
              <b>{label}</b>
              <span>{text}</span>
            </div>
          ))}
        </div>
      </Section>
    </>,
  )

  function customerColumns({ rows: all }: RevenueReport, words: (key: WordKey) => string): PaperColumn<RevenueRow>[] {
    return [
      { header: words('insight:col.rank'), right: true, width: '4%', cell: (_row, at) => at + 1 },
      { header: words('insight:col.account'), width: '21%', cell: (row) => row.account, total: words('exports:total') },
      { header: words('insight:col.tier'), nowrap: true, cell: (row) => tierBadge(row.tier, words) },
      { header: words('insight:col.manager'), nowrap: true, cell: (row) => row.manager },
      {
        header: words('insight:col.pieces'),
        right: true,
        cell: (row) => count(row.pieces),
        total: count(total.pieces),
      },
      {
        header: words('insight:col.weight'),
        right: true,
        cell: (row) => wholeKilograms(row.grams),
        total: wholeKilograms(total.grams),
      },
      {
        header: words('insight:col.revenue'),
        right: true,
        cell: (row) => <Signed value={row.revenueFen} text={yuan(row.revenueFen)} />,
        total: yuan(total.revenueFen),
      },
      {
        header: words('insight:col.change'),
        right: true,
        cell: (row) => change(row.revenueFen, row.previousRevenueFen),
      },
      {
        header: words('insight:col.cost'),
        right: true,
        cell: (row) => yuan(row.costFen),
        total: yuan(total.costFen),
      },
      {
        header: words('insight:col.margin'),
        right: true,
        cell: (row) => <Signed value={row.marginFen} text={yuan(row.marginFen)} />,
        total: yuan(total.marginFen),
      },
      {
        header: words('insight:col.rate'),
        right: true,
        cell: (row) => rate(row.marginFen, costedOf(row)),
        total: rate(total.marginFen, costedOf(total)),
      },
      { header: words('insight:col.share'), right: true, cell: (row) => percent(row.share), total: shareTotal(all) },
      { header: words('insight:col.cumulative'), right: true, cell: (row) => percent(row.cumulativeShare) },
    ]
  }
}

/** Revenue whose cost is known: what the margin rate is taken on. */
function costedOf({ uncosted, revenueFen, costFen, marginFen }: RevenueReport['total']): number {
  return uncosted === 0 ? revenueFen : (costFen ?? 0) + (marginFen ?? 0)
}

function shareTotal(rows: readonly RevenueRow[]): string {
  return percent(rows.reduce((sum, row) => sum + row.share, 0))
}

function tierBadge(tier: Tier | null, words: (key: WordKey) => string) {
  return tier === null ? null : <span className={`badge tier-${tier}`}>{words(`components:tier.${tier}`)}</span>
}

function paretoOf(rows: readonly RevenueRow[], restName: (others: number) => string): (Bar & { cumulative: number })[] {
  const own = rows.slice(0, rows.length > paretoBars ? paretoBars - 1 : paretoBars)
  const rest = rows.slice(own.length)
  const bars = own.map((row) => ({
    label: shortLabel(row.account),
    value: row.revenueFen,
    cumulative: row.cumulativeShare,
    colour: row.tier ? tierInk[row.tier].ink : ink.main,
  }))
  if (rest.length === 0) return bars
  const value = rest.reduce((sum, row) => sum + row.revenueFen, 0)
  return [
    ...bars,
    { label: restName(rest.length), value, cumulative: rest.at(-1)?.cumulativeShare ?? 1, colour: ink.line },
  ]
}

/** The legal form says nothing about a customer; what is left of the name fits under a bar. */
function shortLabel(name: string): string {
  const bare = name.replace(/[（(][^（()）]*[)）]\s*$/, '').replace(/(股份)?(有限)?(责任)?公司$/, '')
  return bare.length > 9 ? `${bare.slice(0, 8)}…` : bare
}

function tierMarks({ rule, locale }: ReportFrame): { share: number; label: string }[] {
  return [
    { share: rule.platinumShare / 10_000, label: translate(locale, 'components:tier.platinum') },
    { share: rule.goldShare / 10_000, label: translate(locale, 'components:tier.gold') },
  ]
}
