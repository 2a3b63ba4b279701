import type { AccountOverview } from '#shared/contract/accounts'
import type { PlanContent } from '#shared/contract/plans'
import type { Locale } from '#shared/i18n/index'
import { alertText, percent, yuan } from '../../print/text'
import type { DraftFacts, Say } from './plan-draft'

type MonthFigure = AccountOverview['months'][number]

/** The three last months that have waybills, or three before those. */
export function recentMonths({ months }: AccountOverview, skip: number): MonthFigure[] {
  const shipped = months.filter(({ tickets }) => tickets > 0)
  return shipped.slice(shipped.length - skip - 3 < 0 ? 0 : shipped.length - skip - 3, shipped.length - skip)
}

/** Changes below this are chance, not a trend. */
const noticeableChange = 0.1
const goodMarginRate = 0.2
const dominantLane = 0.3
/** The best month is so many times the average: a season. */
const seasonal = 1.6
/** So many losing lanes are named, the worst first. */
const namedLanes = 3
const ofWeakness = /^alert-(loss|unrated)$/
const ofThreat = /^alert-(silent|declining|no-price|price-)/

/** Strengths, weaknesses, opportunities and threats as far as the figures tell them. */
export function draftStanding(
  { contacts, overview, spend }: DraftFacts,
  say: Say,
  locale: Locale,
): Pick<PlanContent, 'strengths' | 'weaknesses' | 'opportunities' | 'threats'> {
  const recent = recentMonths(overview, 0)
  const revenue = total(recent)
  const before = total(recentMonths(overview, 3))
  const last = recent.at(-1)
  const marginRate = revenue > 0 ? recent.reduce((sum, { marginFen }) => sum + marginFen, 0) / revenue : null
  const trend = before > 0 ? revenue / before - 1 : null
  const lane = overview.lanes[0]
  const laneShare = lane ? lane.revenueFen / Math.max(1, total(overview.lanes)) : 0
  const best = overview.months.toSorted((a, b) => b.revenueFen - a.revenueFen)[0]
  const shipped = overview.months.filter(({ tickets }) => tickets > 0)
  const alerts = (kind: RegExp) =>
    overview.alerts
      .filter(({ code }) => kind.test(code))
      .map((alert) => `${alertText(locale, alert)}${say('draft.stop')}`)
  const told = overview.alerts.some(({ code }) => code === 'alert-price-expiring')
  const ending = told ? undefined : overview.sheets.find(({ validTo }) => validTo !== null)
  const losing = overview.lanes
    .filter(({ name, marginFen }) => name !== '' && marginFen !== null && marginFen < 0)
    .toSorted((a, b) => (a.marginFen ?? 0) - (b.marginFen ?? 0))
    .slice(0, namedLanes)
    .map(({ name, marginFen }) => `${name} ${yuan(marginFen)}`)
  return {
    strengths: lines([
      marginRate !== null && marginRate >= goodMarginRate && say('draft.strengthMargin', { rate: percent(marginRate) }),
      overview.rank !== null &&
        overview.rank <= 10 &&
        say('draft.strengthRank', { rank: overview.rank, share: percent(overview.share) }),
      trend !== null && trend >= noticeableChange && say('draft.strengthGrowth', { rate: percent(trend) }),
    ]),
    weaknesses: lines([
      ...alerts(ofWeakness),
      !overview.alerts.some(({ code }) => code === 'alert-loss') &&
        last !== undefined &&
        last.revenueFen > 0 &&
        last.marginFen < 0 &&
        say('draft.weaknessLoss', { rate: percent(last.marginFen / last.revenueFen) }),
      losing.length > 0 && say('draft.weaknessLanes', { lanes: losing.join(say('draft.comma')) }),
      trend !== null && trend <= -noticeableChange && say('draft.weaknessDecline', { rate: percent(-trend) }),
      contacts === 0 && say('draft.weaknessContacts'),
    ]),
    opportunities: lines([
      lane !== undefined &&
        laneShare >= dominantLane &&
        say('draft.opportunityLane', { lane: lane.name, share: percent(laneShare) }),
      spend.walletFen === null && say('draft.opportunityWallet'),
    ]),
    threats: lines([
      ...alerts(ofThreat),
      ending?.validTo !== undefined &&
        ending.validTo !== null &&
        say('draft.threatPrice', { sheet: ending.name, day: ending.validTo }),
      best !== undefined &&
        shipped.length >= 12 &&
        best.revenueFen > (seasonal * total(shipped)) / shipped.length &&
        say('draft.threatConcentration', { month: best.month }),
    ]),
  }
}

function total(rows: readonly { revenueFen: number }[]): number {
  return rows.reduce((sum, { revenueFen }) => sum + revenueFen, 0)
}

function lines(texts: readonly (string | false)[]): string {
  return texts.filter((text) => text !== false).join('\n')
}
