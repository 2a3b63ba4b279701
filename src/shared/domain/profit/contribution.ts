import { divideHalfUp } from '../rating/exact'

/** What a customer's months come from; all fen, net of tax. Costs, claims and services are positive, rebates negative. */
export interface ContributionFacts {
  revenueFen: number
  /** Revenue of the tickets that have a cost; only they have a margin. */
  costedRevenueFen: number
  /** Costs of the branch's cost sheets; null where no ticket has one. */
  costFen: number | null
  rebateFen: number
  claimFen: number
  serviceFen: number
  /** 账期, days; null: none agreed, nothing is lent. */
  creditDays: number | null
}

/** Yearly interest of the money that lies with customers, parts per million: 43500 is 4.35 %. */
export interface CapitalRule {
  ratePpm: number
}

export interface Contribution extends ContributionFacts {
  /** 资金占用: revenue × yearly rate × credit days ÷ 365, half up to the fen; never negative. */
  capitalFen: number
  /**
   * 贡献值 = revenue − cost + rebates − claims − services − capital. Null while no ticket has a cost: then it is not
   * known, not zero. Tickets without a cost are left out with their revenue, as in margins.
   */
  contributionFen: number | null
}

/** Contribution value (贡献值) of a customer or of one of his lanes. */
export function contributionOf(facts: ContributionFacts, rule: CapitalRule): Contribution {
  const capitalFen = capitalCost(facts.revenueFen, facts.creditDays, rule)
  const { costFen, costedRevenueFen, rebateFen, claimFen, serviceFen } = facts
  const contributionFen =
    costFen === null ? null : costedRevenueFen - costFen + rebateFen - claimFen - serviceFen - capitalFen
  return { ...facts, capitalFen, contributionFen }
}

/** Interest on what is owed on average: a month's revenue waits `creditDays` days. */
export function capitalCost(revenueFen: number, creditDays: number | null, { ratePpm }: CapitalRule): number {
  if (creditDays === null || creditDays === 0 || revenueFen <= 0) return 0
  return Number(divideHalfUp(BigInt(revenueFen) * BigInt(ratePpm) * BigInt(creditDays), 365_000_000n))
}
