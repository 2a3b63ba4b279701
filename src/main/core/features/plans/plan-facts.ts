import type { AccountDetail, AccountOverview } from '#shared/contract/accounts'
import type { PeopleOfAccount } from '#shared/contract/people'
import type { PlanContent, PlanFacts } from '#shared/contract/plans'
import { quarterOf } from '#shared/domain/months'

type MonthFigure = AccountOverview['months'][number]

/** Months averaged for the run-rate: the last ones that have waybills. */
const averagedMonths = 3

/** What the book knows of the account, as the plan shows it beside what people write. */
export function planFacts(
  account: AccountDetail,
  people: Pick<PeopleOfAccount, 'people' | 'gaps'>,
  overview: AccountOverview,
  content: Pick<PlanContent, 'walletFen' | 'goals'>,
): PlanFacts {
  const average = averageRevenue(overview.months)
  const { walletFen } = content
  return {
    account: account.name,
    accountCode: account.code,
    industry: account.industry,
    manager: account.manager,
    tier: account.tier ?? overview.computedTier,
    creditDays: account.creditDays,
    contacts: people.people,
    contactGaps: people.gaps,
    months: overview.months.map((month) => ({
      month: month.month,
      pieces: month.pieces,
      grams: month.grams,
      revenueFen: month.revenueFen,
      marginFen: marginOf(month),
    })),
    lanes: overview.lanes.map(({ name, tickets, revenueFen, marginFen }) => ({ name, tickets, revenueFen, marginFen })),
    products: overview.products,
    sheets: overview.sheets.map(({ name, validFrom, validTo }) => ({ name, validFrom, validTo })),
    averageRevenueFen: average,
    walletShare: average !== null && walletFen !== null && walletFen > 0 ? average / walletFen : null,
    actuals: content.goals.map(({ quarter }) => actualOf(quarter, overview.months)),
  }
}

/** Unknown only where the month has tickets and none of them has a cost. */
function marginOf({ tickets, unrated, uncosted, marginFen }: MonthFigure): number | null {
  return tickets > 0 && tickets - unrated <= uncosted ? null : marginFen
}

function averageRevenue(months: readonly MonthFigure[]): number | null {
  const last = months.filter(({ tickets }) => tickets > 0).slice(-averagedMonths)
  if (last.length === 0) return null
  return Math.round(last.reduce((sum, { revenueFen }) => sum + revenueFen, 0) / last.length)
}

function actualOf(quarter: string, months: readonly MonthFigure[]): PlanFacts['actuals'][number] {
  const own = months.filter(({ month }) => quarterOf(month) === quarter)
  const margins = own.map(marginOf)
  return {
    quarter,
    pieces: own.reduce((sum, { pieces }) => sum + pieces, 0),
    revenueFen: own.reduce((sum, { revenueFen }) => sum + revenueFen, 0),
    marginFen: margins.includes(null) ? null : margins.reduce<number>((sum, margin) => sum + (margin ?? 0), 0),
  }
}
