import type { Tier } from '#shared/contract/base'
import type { RevenueRow, TierRule } from '#shared/contract/insight'
import { chartAxis, type ChartOption } from '../../components/chart'
import { formatShare, formatYuanRounded } from '../../components/figures'
import type { Words } from '../../i18n'
import { tierColours, type Appearance } from '../../styles/tokens'
import { tiers } from './report-rows'

/** More bars than this cannot be told apart on a small screen; the others are one bar. */
const MOST_BARS = 30

/** Up to here a bar is wide enough for a name below it. */
const NAMED_BARS = 9

export interface Bar {
  label: string
  accountId: number | null
  tier: Tier | null
  fen: number
  cumulative: number
  /** Of the bar of all others: how many customers it stands for; 0 for a customer’s own bar. */
  others: number
}

/** Customers in order of revenue, the tail as one bar. */
export function barsOf(rows: readonly RevenueRow[], restName: (count: number) => string): Bar[] {
  const own = rows.slice(0, rows.length > MOST_BARS ? MOST_BARS - 1 : MOST_BARS)
  const rest = rows.slice(own.length)
  const bars = own.map((row) => ({
    label: row.account,
    accountId: row.accountId,
    tier: row.tier,
    fen: row.revenueFen,
    cumulative: row.cumulativeShare,
    others: 0,
  }))
  if (rest.length === 0) return bars
  const fen = rest.reduce((sum, row) => sum + row.revenueFen, 0)
  return [
    ...bars,
    { label: restName(rest.length), accountId: null, tier: null, fen, cumulative: 1, others: rest.length },
  ]
}

interface ParetoLook {
  t: Words
  appearance: Appearance
  rule: TierRule | undefined
}

/**
 * Bars in the colour and under the name of their tier, the cumulative share as a line, the lines of the rule across.
 * The tiers are series of their own so that the legend names them.
 */
export function paretoOption(bars: readonly Bar[], { t, appearance, rule }: ParetoLook): ChartOption {
  const axis = chartAxis(appearance)
  const present = tiers.filter((tier) => bars.some((bar) => bar.tier === tier))
  const series = present.map((tier) => ({
    type: 'bar',
    name: t(`components:tier.${tier}`),
    stack: 'tier',
    barMaxWidth: 28,
    itemStyle: barLook(tier, appearance),
    data: bars.map((bar) => (bar.tier === tier ? bar.fen : null)),
  }))
  const others = {
    type: 'bar',
    name: t('components:tier.none'),
    stack: 'tier',
    barMaxWidth: 28,
    itemStyle: { color: axis.axisLine.lineStyle.color },
    data: bars.map((bar) => (bar.tier === null ? bar.fen : null)),
  }
  const cumulative = {
    type: 'line',
    name: t('insight:chart.cumulative'),
    yAxisIndex: 1,
    symbolSize: 4,
    data: bars.map((bar) => bar.cumulative),
    markLine: rule && rule.basis === 'revenue' ? lines(rule) : undefined,
  }
  return {
    grid: { left: 8, right: 8, top: 28, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: {
      top: 0,
      right: 0,
      itemWidth: 12,
      itemHeight: 8,
      data: [...present.map((tier) => t(`components:tier.${tier}`)), t('insight:chart.cumulative')],
      textStyle: { color: axis.axisLabel.color },
    },
    xAxis: {
      ...axis,
      type: 'category',
      data: bars.map((bar, index) => barName(bar, index, bars.length)),
      axisLabel: { ...axis.axisLabel, interval: 0, width: bars.length > NAMED_BARS ? 48 : 72, overflow: 'truncate' },
    },
    yAxis: [
      {
        ...axis,
        type: 'value',
        axisLabel: { ...axis.axisLabel, formatter: (fen: number) => formatYuanRounded(fen) },
      },
      {
        ...axis,
        type: 'value',
        min: 0,
        max: 1,
        splitLine: { show: false },
        axisLabel: { ...axis.axisLabel, formatter: (share: number) => formatShare(share, 0) },
      },
    ],
    tooltip: {
      trigger: 'axis',
      formatter: (points: unknown) => tooltipOf(bars[indexOf(points)], t),
    },
    series: [...series, ...(bars.some((bar) => bar.tier === null) ? [others] : []), cumulative],
  }
}

/** Where bars are too narrow for names they carry their rank, which the table below names; the tail is `+30`. */
function barName({ label, accountId, others }: Bar, index: number, count: number): string {
  if (count <= NAMED_BARS) return label
  return accountId === null && others > 0 ? `+${others}` : `${index + 1}`
}

/** Slate and stone are near to each other: iron is drawn lighter, lead hatched by its border. */
function barLook(tier: Tier, appearance: Appearance) {
  const { text, tint } = tierColours[appearance][tier]
  return tier === 'iron' ? { color: tint, borderColor: text, borderWidth: 1 } : { color: text }
}

function lines(rule: TierRule) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { type: 'dashed', width: 1 },
    label: { show: false },
    data: [{ yAxis: rule.platinumShare / 10_000 }, { yAxis: rule.goldShare / 10_000 }],
  }
}

function indexOf(points: unknown): number {
  const first = Array.isArray(points) ? (points[0] as { dataIndex?: number } | undefined) : undefined
  return first?.dataIndex ?? -1
}

function tooltipOf(bar: Bar | undefined, t: Words): string {
  if (!bar) return ''
  const rows = [
    bar.tier === null ? '' : t(`components:tier.${bar.tier}`),
    `${t('insight:col.revenue')} ${formatYuanRounded(bar.fen)}`,
    `${t('insight:col.cumulative')} ${formatShare(bar.cumulative)}`,
  ]
  return [`<b>${escaped(bar.label)}</b>`, ...rows.filter((row) => row !== '')].join('<br>')
}

/** The chart's tooltip is HTML and a customer's name is text. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
