import type { AccountContribution, ContributionReport } from '#shared/contract/profit'
import type { RevenueReport } from '#shared/contract/insight'
import { type CapitalRule, contributionOf } from '#shared/domain/profit/contribution'
import { shareOut } from '#shared/domain/profit/share-out'

/** Figures of the rollups, of one account or one of its lanes. */
export interface RolledFigures {
  revenueFen: number
  costFen: number
  marginFen: number
  tickets: number
  unrated: number
  uncosted: number
}

/** What is known of an account beside its waybills, fen; rebates negative. */
export interface Extras {
  rebateFen: number
  claimFen: number
  serviceFen: number
}

export const noExtras: Extras = { rebateFen: 0, claimFen: 0, serviceFen: 0 }

type Parts = ContributionReport['total']

/** The contribution of figures that belong together. */
export function partsOf(figures: RolledFigures, extras: Extras, capitalFen: number): Parts {
  const { revenueFen, costFen, marginFen, tickets, unrated, uncosted } = figures
  // Tickets without a price bring an unknown revenue, not none; a cost counts with its price alone.
  const priced = tickets === 0 || tickets > unrated || revenueFen !== 0
  const costed = tickets === 0 || tickets > unrated + uncosted
  const facts = {
    revenueFen: priced ? revenueFen : null,
    costedRevenueFen: marginFen + costFen,
    costFen: costed ? costFen : null,
    ...extras,
    capitalFen,
  }
  return { ...facts, contributionFen: contributionOf(facts), unrated, uncosted }
}

/** The sum of what is known; null where nothing is. */
function known(list: readonly Parts[], figure: (parts: Parts) => number | null): number | null {
  const figures = list.map(figure).filter((fen) => fen !== null)
  return figures.length === 0 && list.length > 0 ? null : figures.reduce((sum, fen) => sum + fen, 0)
}

/** Sums of parts; revenue, cost and contribution are the sums of those that are known. */
export function sumOf(list: readonly Parts[]): Parts {
  const sum = (figure: (parts: Parts) => number) => list.reduce((total, parts) => total + figure(parts), 0)
  return {
    revenueFen: known(list, (parts) => parts.revenueFen),
    costedRevenueFen: sum((parts) => parts.costedRevenueFen),
    costFen: known(list, (parts) => parts.costFen),
    rebateFen: sum((parts) => parts.rebateFen),
    claimFen: sum((parts) => parts.claimFen),
    serviceFen: sum((parts) => parts.serviceFen),
    capitalFen: sum((parts) => parts.capitalFen),
    contributionFen: known(list, (parts) => parts.contributionFen),
    unrated: sum((parts) => parts.unrated),
    uncosted: sum((parts) => parts.uncosted),
  }
}

export interface ReportFacts {
  report: RevenueReport
  /** Parts of every account that shipped or cost something in the period. */
  parts: ReadonlyMap<number, Parts>
  creditDays: ReadonlyMap<number, number | null>
  rule: CapitalRule
  /** Accounts with services, claims or rebates but no waybill in the period: they cost and bring nothing. */
  silent: readonly { id: number; code: string; name: string }[]
}

/** Customers by contribution, each with its place by revenue beside the place by contribution. */
export function contributionReport({ report, parts, creditDays, rule, silent }: ReportFacts): ContributionReport {
  const shipped = report.rows.flatMap(({ accountId, accountCode, account, tier }) =>
    accountId === null ? [] : [{ accountId, accountCode, account, tier }],
  )
  const others = silent.map(({ id, code, name }) => ({ accountId: id, accountCode: code, account: name, tier: null }))
  const rows = [...shipped, ...others].flatMap((row, index) => {
    const own = parts.get(row.accountId)
    if (!own) return []
    const rank = { revenueRank: index + 1, contributionRank: null as number | null }
    return [{ ...row, ...own, ...rank, creditDays: creditDays.get(row.accountId) ?? null }]
  })
  const ranked = rows
    .filter((row) => row.contributionFen !== null)
    .toSorted((a, b) => (b.contributionFen ?? 0) - (a.contributionFen ?? 0) || a.revenueRank - b.revenueRank)
  for (const [index, row] of ranked.entries()) row.contributionRank = index + 1
  const unknown = rows.filter((row) => row.contributionFen === null)
  return { from: report.from, to: report.to, rule, rows: [...ranked, ...unknown], total: sumOf(rows) }
}

export interface LaneFigures extends RolledFigures {
  province: string
  name: string
  product: string
}

/**
 * An account's contribution by lane. Rebates, claims, services and capital belong to no lane: they are shared out by the
 * lanes' revenue, to the fen, so that lanes add up to the account wherever it has revenue.
 */
export function laneContributions(lanes: readonly LaneFigures[], total: Parts): AccountContribution['lanes'] {
  const weights = lanes.map((lane) => Math.max(0, lane.revenueFen))
  const shared = {
    rebateFen: shareOut(total.rebateFen, weights),
    claimFen: shareOut(total.claimFen, weights),
    serviceFen: shareOut(total.serviceFen, weights),
    capitalFen: shareOut(total.capitalFen, weights),
  }
  return lanes
    .map(({ province, name, product, ...figures }, index) => {
      const at = (list: readonly number[]) => list[index] ?? 0
      const extras = {
        rebateFen: at(shared.rebateFen),
        claimFen: at(shared.claimFen),
        serviceFen: at(shared.serviceFen),
      }
      return { province, name, product, ...partsOf(figures, extras, at(shared.capitalFen)) }
    })
    .toSorted(byLoss)
}

/** What loses most stands first, what is not known last. */
function byLoss(a: Parts, b: Parts): number {
  const [one, other] = [a.contributionFen, b.contributionFen]
  if (one === null || other === null) {
    if (one !== other) return one === null ? 1 : -1
    return (b.revenueFen ?? -1) - (a.revenueFen ?? -1)
  }
  return one - other || (b.revenueFen ?? 0) - (a.revenueFen ?? 0)
}
