import type { AccountOverview } from '#shared/contract/accounts'
import type { PlanContent } from '#shared/contract/plans'
import type { plansDraftsZh } from '#shared/i18n/plans-drafts'
import { addDays, addMonths, lastDayOf, spanOf } from '#shared/domain/months'
import type { Say } from './plan-draft'

/** What an alert asks to be done. */
const answers: Readonly<Record<string, keyof typeof plansDraftsZh>> = {
  'alert-loss': 'draft.actionLoss',
  'alert-silent': 'draft.actionSilent',
  'alert-declining': 'draft.actionDecline',
  'alert-declining-tickets': 'draft.actionDecline',
  'alert-no-price': 'draft.actionPrice',
  'alert-price-expiring': 'draft.actionPrice',
  'alert-unrated': 'draft.actionUnrated',
}

/** Days from today in which what should have been done already is to be done. */
const soon = 14

/** A visit first, an answer to every alert, and a review at the end of each quarter that is not over yet. */
export function draftActions(
  { alerts }: AccountOverview,
  { owner, period, today }: { owner: string; period: string; today: string },
  say: Say,
): PlanContent['actions'] {
  const { from, to } = spanOf(period)
  const first = lastDayOf(from) < today ? addDays(today, soon) : lastDayOf(from)
  const action = (what: string, due: string) => ({ what, owner, due, status: 'open' as const })
  const asked = [...new Set(alerts.map(({ code }) => answers[code]).filter((key) => key !== undefined))]
  const reviews = [lastDayOf(addMonths(from, 2)), lastDayOf(to)].filter((day) => day >= today)
  return [
    action(say('draft.actionFirst'), first),
    ...asked.map((key) => action(say(key), first)),
    ...reviews.map((day) => action(say('draft.actionReview'), day)),
  ]
}
