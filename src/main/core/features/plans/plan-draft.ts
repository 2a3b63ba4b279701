import type { AccountDetail, AccountOverview } from '#shared/contract/accounts'
import type { Tier } from '#shared/contract/base'
import { type PlanContent, planContent } from '#shared/contract/plans'
import { monthsFrom, quarterOf, spanOf } from '#shared/domain/months'
import { type Locale, translate } from '#shared/i18n/index'
import type { plansDraftsZh } from '#shared/i18n/plans-drafts'
import { yuan } from '../../print/text'
import type { KnownSpend } from '../needs/known-spend'
import { draftActions } from './plan-draft-actions'
import { draftStanding, recentMonths } from './plan-draft-standing'

export type Say = (key: keyof typeof plansDraftsZh, params?: Record<string, string | number>) => string

export interface DraftFacts {
  account: AccountDetail
  /** How many people are known there. */
  contacts: number
  spend: KnownSpend
  overview: AccountOverview
  period: string
  today: string
}

/** Goals ask for so much more than the run-rate, basis points. */
const goalGrowth = 11_000

const packages: Record<Tier, NonNullable<PlanContent['servicePackage']>> = {
  platinum: 'high',
  gold: 'middle',
  iron: 'low',
  lead: 'low',
}

/** A plan nobody has written in yet: goals from the run-rate, the rest in plain words from the book's figures. */
export function draftPlan(facts: DraftFacts, locale: Locale): PlanContent {
  const say: Say = (key, params) => translate(locale, `plans:${key}`, params)
  const { account, overview, period, today } = facts
  const tier = account.tier ?? overview.computedTier
  const servicePackage = tier === null ? 'low' : packages[tier]
  const goals = draftGoals(facts)
  const sum = (field: 'revenueFen' | 'marginFen') => goals.reduce((total, goal) => total + (goal[field] ?? 0), 0)
  const manager = account.manager === '' ? say('draft.someManager') : account.manager
  return planContent.parse({
    ...draftStanding(facts, say, locale),
    profile: draftProfile(facts, manager, say),
    needs: draftNeeds(overview, say, locale),
    ...facts.spend,
    goals,
    retentionFinancial: say('draft.financial'),
    retentionSocial: say('draft.social', { manager }),
    retentionStructural: say('draft.structural'),
    servicePackage,
    serviceNote: say(`draft.service.${servicePackage}`),
    priceNote: draftPrice(account, overview, say, locale),
    actions: draftActions(overview, { owner: account.manager, period, today }, say),
    team:
      account.manager === ''
        ? []
        : [{ name: account.manager, role: say('draft.roleManager'), duty: say('draft.dutyManager') }],
    risks: say('draft.risks'),
    expectedReturn:
      goals.length > 0 && sum('revenueFen') > 0
        ? say('draft.return', { revenue: yuan(sum('revenueFen')), margin: yuan(sum('marginFen')) })
        : '',
  })
}

function draftProfile({ account, overview }: DraftFacts, manager: string, say: Say): string {
  const shipped = overview.months.filter(({ tickets }) => tickets > 0)
  if (shipped.length === 0) return say('draft.profileNew')
  const recent = recentMonths(overview, 0)
  const average = recent.reduce((sum, { revenueFen }) => sum + revenueFen, 0) / Math.max(1, recent.length)
  const industry = account.industry === '' ? say('draft.someIndustry') : account.industry
  return say('draft.profile', { industry, manager, months: shipped.length, average: yuan(Math.round(average)) })
}

function draftNeeds({ lanes, products }: AccountOverview, say: Say, locale: Locale): string {
  if (lanes.length === 0) return ''
  const comma = locale === 'en' ? ', ' : '、'
  const names = (rows: readonly string[]) => rows.filter(Boolean).slice(0, 3).join(comma)
  return say('draft.needs', {
    lanes: names(lanes.map(({ name }) => name)),
    products: names(products.map(({ product }) => product)),
  })
}

function draftPrice(account: AccountDetail, { sheets }: AccountOverview, say: Say, locale: Locale): string {
  if (sheets.length === 0) return say('draft.priceNone')
  const days = account.creditDays === null ? say('draft.noDays') : say('draft.days', { count: account.creditDays })
  return say('draft.price', { sheets: sheets.map(({ name }) => name).join(locale === 'en' ? ', ' : '、'), days })
}

/**
 * Each quarter of the half-year: what the same months brought a year ago, or the run-rate where that is not known or
 * more; ten in a hundred above it. Whole hundreds of yuan, whole tens of pieces.
 */
function draftGoals({ overview, period }: DraftFacts): PlanContent['goals'] {
  const recent = recentMonths(overview, 0)
  if (recent.length === 0) return []
  const { from, to } = spanOf(period)
  const quarters = [...new Set(monthsFrom(from, to).map(quarterOf))]
  const year = Number(period.slice(0, 4)) - 1
  return quarters.map((quarter) => {
    const before = overview.months.filter(({ month }) => quarterOf(month) === `${year}${quarter.slice(4)}`)
    const goal = (field: 'pieces' | 'revenueFen' | 'marginFen', unit: number) => {
      const runRate = (3 * recent.reduce((sum, month) => sum + month[field], 0)) / recent.length
      const lastYear = before.reduce((sum, month) => sum + month[field], 0)
      // Nobody aims at a loss: for a customer that costs more than he brings, the goal is to break even.
      return Math.ceil((Math.max(0, runRate, lastYear) * goalGrowth) / 10_000 / unit) * unit
    }
    return {
      quarter,
      pieces: goal('pieces', 10),
      revenueFen: goal('revenueFen', 10_000),
      marginFen: goal('marginFen', 10_000),
    }
  })
}
