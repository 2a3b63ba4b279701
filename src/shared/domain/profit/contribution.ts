import { divideHalfUp } from '../rating/exact'

/** What a contribution comes from; all fen, net of tax. Costs, claims and services are positive, rebates negative. */
export interface ContributionFacts {
  /** Null while no ticket has a price. */
  revenueFen: number | null
  /** Revenue of the tickets that have a cost; only they have a margin. */
  costedRevenueFen: number
  /** Costs of the branch's cost sheets; null where no ticket has one. */
  costFen: number | null
  rebateFen: number
  claimFen: number
  serviceFen: number
  /** 资金占用, see `capitalCost`; positive. */
  capitalFen: number
}

/** Yearly interest of the money that lies with customers, parts per million: 43500 is 4.35 %. */
export interface CapitalRule {
  ratePpm: number
}

/**
 * 贡献值 (contribution value) of a customer or one of his lanes = revenue − cost + rebates − claims − services − capital.
 * Null while no ticket has a cost: then it is not known, not zero. Tickets without a cost are left out with their
 * revenue, as in margins.
 */
export function contributionOf(facts: ContributionFacts): number | null {
  const { costFen, costedRevenueFen, rebateFen, claimFen, serviceFen, capitalFen } = facts
  return costFen === null ? null : costedRevenueFen - costFen + rebateFen - claimFen - serviceFen - capitalFen
}

/**
 * 资金占用 of one month: its revenue waits for the credit days (账期); revenue × yearly rate × days ÷ 365, half up to the
 * fen. Nothing without credit days, and never negative. Longer spans are the sum of their months.
 */
export function capitalCost(revenueFen: number, creditDays: number | null, { ratePpm }: CapitalRule): number {
  if (creditDays === null || creditDays === 0 || revenueFen <= 0) return 0
  return Number(divideHalfUp(BigInt(revenueFen) * BigInt(ratePpm) * BigInt(creditDays), 365_000_000n))
}
