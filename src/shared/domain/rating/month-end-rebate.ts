import { UNITS_PER_FEN } from '../money'
import { asSafeNumber, divideHalfUp } from './exact'
import { tierMeasure } from './freight'
import type { TierBenefit, TierStep, TierTable } from './price-sheet'
import { sliceQuantity } from './tier-terms'

/** A rated ticket of the month, as far as tiers need it: chargeable grams and fen of freight before discount. */
export interface TierTicket {
  grams: number
  freightFen: number
}

/** What one step of the table gives back. */
export interface RebatePart {
  step: TierStep
  /** Tickets, grams or fen of the month that lie in the step. */
  quantity: number
  /** Freight before discount that lies in the step, half up to fen. */
  freightFen: number
  /** The part's rebate, positive, half up to fen; the line is rounded once over all parts. */
  rebateFen: number
}

/** A 月末返利 line with its derivation. The same month gives the same line, however often it is computed. */
export interface MonthEndRebate {
  table: TierTable
  /** The quantity that decided: this month's or last month's. */
  quantity: number
  parts: RebatePart[]
  /** Zero or negative. */
  fen: number
}

interface Portion {
  quantity: number
  freight: Ratio
  tickets: Ratio
  grams: Ratio
}

interface Ratio {
  top: bigint
  bottom: bigint
}

/** The whole quantity of a month in the table's basis: tickets, grams or fen. */
export function monthQuantity(table: TierTable, tickets: readonly TierTicket[]): number {
  let quantity = 0
  for (const ticket of tickets) quantity += tierMeasure(table, ticket.grams, ticket.freightFen)
  return quantity
}

/**
 * The rebate of one account and sheet for a month (PRICING §6). `tickets` in order of date, then number, which decides
 * the slices of 累进. `previousQuantity` is last month's quantity, used where the table's period is 上月.
 */
export function monthEndRebate(table: TierTable, tickets: readonly TierTicket[], previousQuantity = 0): MonthEndRebate {
  const total = monthQuantity(table, tickets)
  const quantity = table.period === 'previous-month' ? previousQuantity : total
  const portions = new Map<TierStep, Portion>()
  let running = 0
  for (const ticket of tickets) {
    const measure = tierMeasure(table, ticket.grams, ticket.freightFen)
    for (const slice of sliceQuantity(table, table.mode === 'whole' ? quantity : running, measure))
      if (slice.step) addSlice(portions, slice.step, ticket, slice.quantity, measure)
    running += measure
  }
  let sum: Ratio = { top: 0n, bottom: 1n }
  const parts: RebatePart[] = []
  for (const step of table.steps) {
    const portion = portions.get(step)
    if (!portion) continue
    const rebate = rebateOf(step.benefit, portion)
    sum = plus(sum, rebate)
    parts.push({
      step,
      quantity: portion.quantity,
      freightFen: toFen(portion.freight),
      rebateFen: toFen(rebate),
    })
  }
  const fen = toFen(sum)
  return { table, quantity, parts, fen: fen === 0 ? 0 : -fen }
}

function addSlice(
  portions: Map<TierStep, Portion>,
  step: TierStep,
  ticket: TierTicket,
  part: number,
  measure: number,
): void {
  const share: Ratio = measure === 0 ? { top: 1n, bottom: 1n } : { top: BigInt(part), bottom: BigInt(measure) }
  const old = portions.get(step)
  portions.set(step, {
    quantity: (old?.quantity ?? 0) + part,
    freight: plus(old?.freight, times(share, ticket.freightFen)),
    tickets: plus(old?.tickets, share),
    grams: plus(old?.grams, times(share, ticket.grams)),
  })
}

/** What a benefit gives back on a portion, in fen. */
function rebateOf(benefit: TierBenefit, portion: Portion): Ratio {
  switch (benefit.kind) {
    case 'discount':
      return over(times(portion.freight, 1_000_000 - benefit.ppm), 1_000_000)
    case 'rebate':
      return over(times(portion.freight, benefit.ppm), 1_000_000)
    case 'per-ticket':
      return over(times(portion.tickets, benefit.units), UNITS_PER_FEN)
    case 'per-kg':
      return over(times(portion.grams, benefit.units), UNITS_PER_FEN * 1_000)
  }
}

/** Whole shares keep the denominator; only a ticket that lies across two steps brings one of its own. */
function plus(a: Ratio | undefined, b: Ratio): Ratio {
  if (!a) return b
  if (b.top % b.bottom === 0n) return { top: a.top + (b.top / b.bottom) * a.bottom, bottom: a.bottom }
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom }
}

function times(a: Ratio, factor: number): Ratio {
  return { top: a.top * BigInt(factor), bottom: a.bottom }
}

function over(a: Ratio, divisor: number): Ratio {
  return { top: a.top, bottom: a.bottom * BigInt(divisor) }
}

function toFen(amount: Ratio): number {
  const fen = asSafeNumber(divideHalfUp(amount.top, amount.bottom))
  if (fen === null) throw new RangeError('rebate beyond safe integers')
  return fen
}
