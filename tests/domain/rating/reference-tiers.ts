import type { FormTier } from '#shared/domain/rating/sheet-form'
import {
  halfUp,
  larger,
  less,
  minus,
  ONE,
  over,
  plus,
  q,
  read,
  readShare,
  smaller,
  textOf,
  times,
  ZERO,
  type Q,
} from './fraction'

/** What a 当票 table leaves of the freight: `list × factor − off` (PRICING §6). */
export interface TierShare {
  factor: Q
  /** yuan */
  off: Q
}

/** One benefit for a whole ticket. */
function benefitOf(text: string, weight: Q): TierShare {
  if (text.endsWith('折')) return { factor: over(read(text.slice(0, -1)), q(100)), off: ZERO }
  if (text.endsWith('%返')) return { factor: minus(ONE, readShare(text.slice(0, -1))), off: ZERO }
  const amount = read(text.slice(0, text.indexOf('元')))
  return { factor: ONE, off: text.endsWith('/票') ? amount : times(amount, weight) }
}

/**
 * `quantity` before this ticket (全量: of the month) in tickets, grams or fen. 累进 takes the ticket apart along the steps,
 * 全量 gives it whole to the step reached; what lies in no step keeps `standard`.
 */
export function tierShare(
  tiers: readonly FormTier[],
  quantity: number,
  { list, weight }: { list: Q; weight: Q },
  standard: Q,
): TierShare {
  const [first] = tiers
  if (!first) return { factor: standard, off: ZERO }
  const start =
    first.basis === '月票数' ? q(quantity) : first.basis === '月重量' ? q(quantity, 1_000) : q(quantity, 100)
  const measures: Record<string, Q> = {
    月票数: ONE,
    月重量: weight,
    月运费: q(halfUp(times(list, q(100))), 100),
  }
  const measure = measures[first.basis] ?? ONE
  const nothing = !less(ZERO, measure)
  const parts = tiers.map((tier) => {
    const lower = read(textOf(tier.lower))
    const upper = tier.upper === '' || tier.upper === undefined ? null : read(textOf(tier.upper))
    const reached = !less(start, lower) && (upper === null || less(start, upper))
    if (first.mode === '全量' || nothing) return { tier, share: reached ? ONE : ZERO }
    const end = plus(start, measure)
    const from = larger(start, lower)
    const to = upper === null ? end : smaller(end, upper)
    return { tier, share: less(from, to) ? over(minus(to, from), measure) : ZERO }
  })
  let rest = ONE
  let factor = ZERO
  let off = ZERO
  for (const { tier, share } of parts) {
    const benefit = benefitOf(textOf(tier.benefit), weight)
    rest = minus(rest, share)
    factor = plus(factor, times(share, benefit.factor))
    off = plus(off, times(share, benefit.off))
  }
  return { factor: plus(factor, times(rest, standard)), off }
}
