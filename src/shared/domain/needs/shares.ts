import type { WalletShare } from '../../contract/needs'

export const wholePpm = 1_000_000

/** Sum of the shares that are known, ppm. */
export function knownSum(shares: readonly (number | null)[]): number {
  return shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)
}

/**
 * Our share of a customer's spend: our net revenue of a period ÷ what he says he spent in it, in whole 0.01 %.
 * Without a spend, without waybills, or where credits outweigh the freight, there is no share.
 */
export function shareOfWallet(totalFen: number, revenueFen: number, knownMonths: number): WalletShare {
  if (totalFen <= 0) return { kind: 'not-applicable', reason: 'no-spend' }
  if (knownMonths === 0) return { kind: 'not-applicable', reason: 'no-waybills' }
  if (revenueFen < 0) return { kind: 'not-applicable', reason: 'negative-revenue' }
  const whole = BigInt(totalFen)
  const hundredths = (BigInt(revenueFen) * 20_000n + whole) / (2n * whole)
  const sharePpm = Number(hundredths) * 100
  return { kind: 'share', sharePpm, overWhole: revenueFen > totalFen }
}

/** First and last month of `2026` or `2026-05`. */
export function monthsOfPeriod(period: string): { from: string; to: string; months: number } {
  return period.length === 4
    ? { from: `${period}-01`, to: `${period}-12`, months: 12 }
    : { from: period, to: period, months: 1 }
}
