import type { ReactNode } from 'react'
import type { AccountOverview, MonthFigure } from '#shared/contract/accounts'
import { daysBetween, lastDayOf } from '#shared/domain/months'
import { formatFenGrouped } from '#shared/domain/money'
import { provinceName } from '#shared/domain/region/province-name'
import { EmptyState } from '../../components/empty-state'
import { Count, Delta, formatCount, formatShare, Money, Percent, Weight } from '../../components/figures'
import { FigureTile } from '../../components/figure-tile'
import { useMessageText } from '../../components/message-text'
import { MonthChart } from '../../components/month-chart'
import { useMonth } from '../../components/month'
import { SeverityMark } from '../../components/severity-mark'
import { Sparkline } from '../../components/sparkline'
import { useLocale, useWords } from '../../i18n'

const shownLanes = 8
const sparkMonths = 12

/** One look: how much, growing or shrinking, what it earns, when last, where to, which products, what to mind. */
export function Overview({ overview, group }: { overview: AccountOverview; group?: ReactNode }) {
  const t = useWords()
  const [, setMonth] = useMonth()
  if (!overview.months.some(({ tickets }) => tickets > 0)) {
    return (
      <div className="stack">
        <Alerts alerts={overview.alerts} />
        {group}
        <EmptyState title={t('accounts:page.noWaybills')} text={t('accounts:page.noWaybillsText')} />
      </div>
    )
  }
  return (
    <div className="stack overview">
      <Figures overview={overview} />
      <div className="columns-2-1">
        <div className="stack overview">
          <section className="panel">
            <h2>{t('accounts:page.months')}</h2>
            <MonthChart months={overview.months} height={200} onMonth={setMonth} />
          </section>
          <Lanes lanes={overview.lanes} />
        </div>
        <div className="stack overview">
          <Alerts alerts={overview.alerts} />
          {group}
          <Products products={overview.products} />
        </div>
      </div>
    </div>
  )
}

function Figures({ overview }: { overview: AccountOverview }) {
  const t = useWords()
  const [month] = useMonth()
  const { months, lastShippedOn, rank, share } = overview
  const now = months.at(-1)
  const before = months.at(-2)
  if (!now) return null
  const spark = (key: 'revenueFen' | 'marginFen' | 'pieces') => (
    <Sparkline
      values={months.slice(-sparkMonths).map((row) => row[key])}
      width={64}
      label={t('accounts:page.months')}
    />
  )
  const margin = knownMargin(now)
  const silentDays = lastShippedOn === null ? 0 : daysBetween(lastShippedOn, lastDayOf(month))
  return (
    <section className="figure-row">
      <FigureTile
        label={t('accounts:page.revenue')}
        value={<Money fen={now.revenueFen} />}
        note={<Delta label={t('accounts:toPrevious')} now={now.revenueFen} before={before?.revenueFen ?? null} />}
        trend={spark('revenueFen')}
      />
      <FigureTile
        label={t('accounts:page.margin')}
        value={<Money fen={margin} />}
        note={
          <span className="text-secondary">
            {margin === null
              ? t('accounts:page.marginUnknown')
              : now.revenueFen > 0
                ? t('accounts:page.marginRate', { rate: formatShare(margin / now.revenueFen) })
                : ''}
          </span>
        }
        trend={spark('marginFen')}
      />
      <FigureTile
        label={t('accounts:page.pieces')}
        value={<Count value={now.pieces} />}
        note={<Delta label={t('accounts:toPrevious')} now={now.pieces} before={before?.pieces ?? null} />}
        trend={spark('pieces')}
      />
      <FigureTile
        label={t('accounts:page.weight')}
        value={<Weight grams={now.grams} />}
        note={
          <span className="text-secondary">
            {now.grams > 0
              ? t('accounts:page.perKg', { value: formatFenGrouped(Math.round((now.revenueFen * 1000) / now.grams)) })
              : ''}
          </span>
        }
      />
      <FigureTile
        label={t('accounts:page.rank')}
        value={rank === null ? '—' : t('accounts:page.rankValue', { rank })}
        note={
          <span className="text-secondary">
            {share === null ? t('accounts:page.noRank') : t('accounts:page.share', { share: formatShare(share) })}
          </span>
        }
      />
      <FigureTile
        label={t('accounts:page.lastShipped')}
        value={<span className="figure">{lastShippedOn ?? '—'}</span>}
        note={
          <span className="text-secondary">
            {silentDays > 0 ? t('accounts:page.daysAgo', { days: silentDays }) : ''}
          </span>
        }
      />
    </section>
  )
}

/** A month with uncosted tickets has no known margin. */
function knownMargin({ marginFen, uncosted }: MonthFigure): number | null {
  return uncosted > 0 ? null : marginFen
}

function Alerts({ alerts }: { alerts: AccountOverview['alerts'] }) {
  const t = useWords()
  const words = useMessageText()
  return (
    <section className="panel">
      <h2>{t('accounts:page.alerts')}</h2>
      {alerts.length === 0 ? <p className="text-secondary">{t('accounts:page.noAlerts')}</p> : null}
      <ul className="task-list">
        {alerts.map((alert) => (
          <li key={alert.code}>
            <SeverityMark severity={alert.severity} />
            <span>{words(alert)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lanes({ lanes }: { lanes: AccountOverview['lanes'] }) {
  const t = useWords()
  const locale = useLocale()
  const total = lanes.reduce((sum, lane) => sum + lane.revenueFen, 0)
  return (
    <section className="panel-plain">
      <h2>{t('accounts:page.lanes')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('accounts:page.lane')}</th>
            {(['ticketsColumn', 'weightColumn'] as const).map((key) => (
              <th key={key} scope="col" className="cell-figure">
                {t(`accounts:page.${key}`)}
              </th>
            ))}
            <th scope="col" className="cell-figure">
              {t('accounts:revenue')}
            </th>
            <th scope="col" className="cell-figure">
              {t('accounts:page.share.column')}
            </th>
            <th scope="col" className="cell-figure">
              {t('accounts:margin')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lanes.slice(0, shownLanes).map((lane) => (
            <tr key={lane.province}>
              <td>{provinceName(lane.province, locale) ?? lane.name}</td>
              <td className="cell-figure">{formatCount(lane.tickets)}</td>
              <td className="cell-figure">
                <Weight grams={lane.grams} />
              </td>
              <td className="cell-figure">
                <Money fen={lane.revenueFen} />
              </td>
              <td className="cell-figure">
                <Percent share={total > 0 ? lane.revenueFen / total : null} />
              </td>
              <td className="cell-figure">
                <Money fen={lane.marginFen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Products({ products }: { products: AccountOverview['products'] }) {
  const t = useWords()
  return (
    <section className="panel-plain">
      <h2>{t('accounts:page.products')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('accounts:page.product')}</th>
            <th scope="col" className="cell-figure">
              {t('accounts:page.ticketsColumn')}
            </th>
            <th scope="col" className="cell-figure">
              {t('accounts:revenue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <tr key={product.product}>
              <td>{product.product || t('accounts:page.noProduct')}</td>
              <td className="cell-figure">{formatCount(product.tickets)}</td>
              <td className="cell-figure">
                <Money fen={product.revenueFen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
