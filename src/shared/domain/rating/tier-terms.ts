import { add, multiply, type Int } from './exact'
import type { TierBenefit, TierStep, TierTable } from './price-sheet'

/** The part of a quantity that lies in one step of a tier table; `step` null is below the first step. */
export interface TierSlice {
  step: TierStep | null
  quantity: number
}

/** The step a quantity has reached: lower inclusive, upper exclusive; null below the first. */
export function stepReached(table: TierTable, quantity: number): TierStep | null {
  for (const step of table.steps)
    if (quantity >= step.lower && (step.upper === null || quantity < step.upper)) return step
  return null
}

/**
 * How `measure` more units lie in the table (PRICING §6). 全量: all of them in the step that `quantity` has reached.
 * 累进: from `quantity` on, each slice in its own step.
 */
export function sliceQuantity(table: TierTable, quantity: number, measure: number): TierSlice[] {
  if (table.mode === 'whole' || measure === 0) return [{ step: stepReached(table, quantity), quantity: measure }]
  const slices: TierSlice[] = []
  let at = quantity
  const end = quantity + measure
  while (at < end) {
    const step = stepReached(table, at)
    const next = step ? step.upper : lowestAbove(table, at)
    const until = next === null || next > end ? end : next
    slices.push({ step, quantity: until - at })
    at = until
  }
  return slices
}

function lowestAbove(table: TierTable, quantity: number): number | null {
  let lowest: number | null = null
  for (const { lower } of table.steps) if (lower > quantity && (lowest === null || lower < lowest)) lowest = lower
  return lowest
}

/** Share of freight that is left to pay, in ppm; amounts per ticket or kg leave all of it. */
export function remainingPpm(benefit: TierBenefit): number {
  if (benefit.kind === 'discount') return benefit.ppm
  return benefit.kind === 'rebate' ? 1_000_000 - benefit.ppm : 1_000_000
}

/** What a tier table does to one ticket: freight × factor − off. `off` is a fraction of 10^-4 yuan. */
export interface TierTerms {
  factorTop: Int
  factorBottom: Int
  offTop: Int
  offBottom: Int
}

/**
 * The terms of one ticket of `measure` units of the table's basis (1 ticket, its grams or its fen of freight) and
 * `grams` of chargeable weight. Slices below the first step keep the sheet's own discount, `standardPpm`.
 */
export function tierTerms(slices: readonly TierSlice[], standardPpm: number, grams: number): TierTerms {
  const measure = slices.reduce((sum, slice) => sum + slice.quantity, 0)
  // A ticket without freight under 月运费 still has one slice; it counts as one unit of nothing.
  const whole = measure === 0 ? 1 : measure
  let factorTop: Int = 0
  let offTop: Int = 0
  for (const { step, quantity } of slices) {
    const part = measure === 0 ? 1 : quantity
    factorTop = add(factorTop, multiply(part, step ? remainingPpm(step.benefit) : standardPpm))
    if (step?.benefit.kind === 'per-ticket') offTop = add(offTop, multiply(part, multiply(step.benefit.units, 1_000)))
    if (step?.benefit.kind === 'per-kg') offTop = add(offTop, multiply(part, multiply(step.benefit.units, grams)))
  }
  return {
    factorTop,
    factorBottom: multiply(whole, 1_000_000),
    offTop,
    offBottom: multiply(whole, 1_000),
  }
}
