import type { CreditRule, CreditSuggestion, RatingResult } from '../../contract/credit'
import { roundedQuotient, safeNumber } from './exact-quotient'

/** What was billed to a customer in the months that are looked at, net of tax. */
export interface Bills {
  from: string
  to: string
  sumFen: number
  /** Months among them that have waybills. */
  months: number
}

const daysOfMonth = 30

/**
 * Suggested limit and term (DOMAIN C6): 额度 = 月均账单 × (账期月数 + 1) × 系数, where the term in months is its days ÷ 30.
 * One fraction from the sum of the bills to the limit, rounded down to the rule's step at the end.
 */
export function suggestCredit(rating: RatingResult, bills: Bills, rule: CreditRule): CreditSuggestion {
  if (rating.kind === 'unrated') return { kind: 'none', reason: 'unrated' }
  if (bills.months === 0 || bills.sumFen <= 0) return { kind: 'none', reason: 'no-bills' }
  const { grade } = rating
  const creditDays = rule.termDays[grade]
  const factorPpm = rule.factorPpm[grade]
  const top = BigInt(bills.sumFen) * BigInt(creditDays + daysOfMonth) * BigInt(factorPpm)
  const bottom = BigInt(bills.months) * BigInt(daysOfMonth) * 1_000_000n
  const step = BigInt(rule.roundFen)
  const exactLimitFen = safeNumber(roundedQuotient(top, bottom))
  const limitFen = safeNumber((top / (bottom * step)) * step)
  if (exactLimitFen === null || limitFen === null) return { kind: 'none', reason: 'out-of-range' }
  return {
    kind: 'suggested',
    grade,
    creditDays,
    factorPpm,
    billFrom: bills.from,
    billTo: bills.to,
    billSumFen: bills.sumFen,
    billMonths: bills.months,
    averageBillFen: Number(roundedQuotient(BigInt(bills.sumFen), BigInt(bills.months))),
    exactLimitFen,
    limitFen,
    roundFen: rule.roundFen,
  }
}
