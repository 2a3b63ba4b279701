import type { Tier } from '#shared/contract/base'
import type { TierRule } from '#shared/contract/insight'

/** What a customer brought in the period that is tiered. Amounts net of tax, in fen. */
export interface TierEntry {
  id: number
  revenueFen: number
  /** Null: no ticket of the customer has a cost, so nobody can say what he earns. */
  marginFen: number | null
  /** Cost of the tickets behind `marginFen`. */
  costFen: number | null
  pieces: number
}

/** 20/80 as most branches begin with it: half of the revenue is platinum, up to four fifths gold; losing money is lead. */
export const defaultTierRule: TierRule = {
  basis: 'revenue',
  platinumShare: 5000,
  goldShare: 8000,
  leadMarginRate: 0,
}

/**
 * Tiers of all customers of a period (customer pyramid, DOMAIN C2).
 * In order of the basis, the customer that crosses a line still belongs above it; equal values get the same tier,
 * the better one. Nobody is platinum or gold on nothing: a basis of zero or less, or an unknown margin where margin is
 * the basis, is iron. Lead is a question of margin alone, whatever the size; an unknown margin is never lead.
 */
export function tiersOf(entries: readonly TierEntry[], rule: TierRule): Map<number, Tier> {
  const values = entries.map((entry) => ({ entry, value: Math.max(0, basisValue(entry, rule)) }))
  values.sort((a, b) => b.value - a.value)
  const whole = values.reduce((sum, { value }) => sum + BigInt(value), 0n)

  const tiers = new Map<number, Tier>()
  let above = 0n
  let aboveEqual = 0n
  let previous: number | undefined
  for (const { entry, value } of values) {
    if (value !== previous) above = aboveEqual
    previous = value
    aboveEqual += BigInt(value)
    tiers.set(entry.id, isLead(entry, rule) ? 'lead' : sizeTier(value, above, whole, rule))
  }
  return tiers
}

function basisValue(entry: TierEntry, rule: TierRule): number {
  if (rule.basis === 'pieces') return entry.pieces
  return rule.basis === 'margin' ? (entry.marginFen ?? 0) : entry.revenueFen
}

/** `above` is what stands before the customer and those equal to him; he is inside a share while that is below its line. */
function sizeTier(value: number, above: bigint, whole: bigint, rule: TierRule): Tier {
  if (value <= 0) return 'iron'
  if (above * 10_000n < whole * BigInt(rule.platinumShare)) return 'platinum'
  return above * 10_000n < whole * BigInt(rule.goldShare) ? 'gold' : 'iron'
}

/**
 * The rate is taken on the revenue whose cost is known: margin + cost, or all revenue where that is less (a ticket can
 * have a cost and no price). Exact, without dividing.
 */
function isLead({ revenueFen, marginFen, costFen }: TierEntry, rule: TierRule): boolean {
  if (marginFen === null || costFen === null) return false
  const costed = Math.min(revenueFen, marginFen + costFen)
  if (costed <= 0) return marginFen < 0
  return BigInt(marginFen) * 10_000n < BigInt(costed) * BigInt(rule.leadMarginRate)
}
