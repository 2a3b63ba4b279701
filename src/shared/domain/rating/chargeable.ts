import type { CompiledSheet } from './compile'
import { add, asSafeNumber, compareFractions, divideHalfUp, multiply, type Int } from './exact'
import type { Explanation } from './explanation'
import type { WeightRules } from './price-sheet'
import type { RatingState } from './rating-state'
import { applyRounding, rangeIndex } from './rounding'
import type { Ticket } from './ticket'

/** cm³ of one unit of a size: tenths of a millimetre cubed. */
const SIZE_UNITS_PER_CM3 = 1_000_000

/** Chargeable weight and volume of a ticket (PRICING §1 step 3, §3). Sets `state.failure` where there is no weight. */
export function weighTicket(
  compiled: CompiledSheet,
  ticket: Ticket,
  state: RatingState,
  trace: Explanation | null,
): void {
  const rules = compiled.weight
  readVolume(ticket, state)
  state.actual = ticket.actualGrams ?? sumOf(ticket.pieceGrams)
  const before = rules.trustCarrier ? billedWeight(ticket, state, trace) : largerWeight(rules, ticket, state, trace)
  if (state.failure) return
  roundWeight(rules, before, state, trace)
  if (compiled.hasVolume) chargeVolume(rules, state, trace)
}

export function piecesOf(ticket: Ticket): number {
  return ticket.pieces > 1 ? ticket.pieces : 1
}

/** The weights of the pieces, if every piece has one. */
export function weightsByPiece(ticket: Ticket): readonly number[] | null {
  const weights = ticket.pieceGrams
  return weights && weights.length === piecesOf(ticket) ? weights : null
}

function sumOf(weights: readonly number[] | null | undefined): number {
  let sum = 0
  for (const weight of weights ?? []) sum += weight
  return sum
}

/** The size is one piece's, so it counts for every piece; a volume is the whole ticket's. */
function readVolume(ticket: Ticket, state: RatingState): void {
  const { size } = ticket
  if (size && size.length > 0 && size.width > 0 && size.height > 0) {
    state.volumeTop = multiply(multiply(multiply(size.length, size.width), size.height), piecesOf(ticket))
    state.volumeBottom = SIZE_UNITS_PER_CM3
  } else if (ticket.volumeCm3) {
    state.volumeTop = ticket.volumeCm3
    state.volumeBottom = 1
  }
}

function billedWeight(ticket: Ticket, state: RatingState, trace: Explanation | null): number {
  const billed = ticket.billedGrams ?? 0
  if (!(billed > 0)) {
    state.failure = 'billed-weight-missing'
    return 0
  }
  if (!(state.actual > 0)) state.actual = billed
  state.addRule('billed-weight')
  trace?.billedWeight(billed)
  return billed
}

/**
 * Actual or volume weight, whichever is larger, in whole grams. 单件取大 without piece weights divides equally, which
 * gives the same as 合计.
 */
function largerWeight(rules: WeightRules, ticket: Ticket, state: RatingState, trace: Explanation | null): number {
  const { actual } = state
  if (!(actual > 0)) {
    state.failure = 'weight-missing'
    return 0
  }
  trace?.actualWeight(actual)
  if (rules.divisor === null || rules.volumeCondition.kind === 'never' || state.volumeBottom === 0) return actual
  // grams = cm³ × 1000 ÷ 抛比
  const top = multiply(state.volumeTop, 1_000)
  const bottom = state.volumeBottom * rules.divisor
  const weights = rules.pieces === 'per-piece' ? weightsByPiece(ticket) : null
  if (weights && weights.length > 1) return largerByPiece(rules, weights, top, bottom, state, trace)
  if (rules.pieces === 'per-piece' && piecesOf(ticket) > 1 && !weights) trace?.equalPieces(piecesOf(ticket))
  const volumeWeight = asSafeNumber(divideHalfUp(top, bottom))
  if (volumeWeight === null) {
    state.failure = 'too-large'
    return 0
  }
  const counts = countsAsVolume(rules, top, bottom, actual, 1)
  trace?.volumeWeight(rules, ticket, top, bottom, volumeWeight, counts)
  state.volumeWeight = volumeWeight
  if (!counts || volumeWeight <= actual) return actual
  state.addRule('volume-weight')
  trace?.largerWeight(volumeWeight)
  return volumeWeight
}

/** 计泡条件: is the exact volume weight top/bottom over k times `actual`? */
function countsAsVolume(rules: WeightRules, top: Int, bottom: Int, actual: number, pieces: number): boolean {
  const condition = rules.volumeCondition
  if (condition.kind !== 'over') return true
  return compareFractions(top, multiply(bottom, pieces), multiply(actual, condition.ratioPpm), 1_000_000) > 0
}

/** 单件取大: the larger of both per piece; the exact sum is rounded to whole grams. `top/bottom` is the ticket's volume weight. */
function largerByPiece(
  rules: WeightRules,
  weights: readonly number[],
  top: Int,
  bottom: number,
  state: RatingState,
  trace: Explanation | null,
): number {
  const pieces = weights.length
  let actualSum = 0
  let volumePieces = 0
  for (const weight of weights) {
    const isVolume =
      compareFractions(top, multiply(bottom, pieces), weight, 1) > 0 &&
      countsAsVolume(rules, top, bottom, weight, pieces)
    if (isVolume) volumePieces += 1
    else actualSum += weight
  }
  const all = multiply(bottom, pieces)
  const sum = asSafeNumber(divideHalfUp(add(multiply(actualSum, all), multiply(top, volumePieces)), all))
  if (sum === null) {
    state.failure = 'too-large'
    return 0
  }
  trace?.weightByPiece(weights, volumePieces, divideHalfUp(top, all), actualSum, sum)
  state.volumeWeight = asSafeNumber(divideHalfUp(top, bottom)) ?? 0
  if (volumePieces > 0) state.addRule('volume-weight')
  return sum
}

/** 预进位, 进位, 首重 where that gave 0, 最低计费重. */
function roundWeight(rules: WeightRules, before: number, state: RatingState, trace: Explanation | null): void {
  let grams = before
  if (rules.preRounding) {
    grams = applyRounding(rules.preRounding, grams)
    trace?.preRounding(rules.preRounding, before, grams)
  }
  const unrounded = grams
  const range = rangeIndex(rules.rounding, grams)
  const rounding = rules.rounding[range]?.rounding ?? { kind: 'none' as const }
  if (rounding.kind !== 'none') {
    grams = applyRounding(rounding, grams)
    state.addRule(ROUNDING_IDS[range] ?? `rounding:${range}`)
    trace?.rounding(rounding, unrounded, grams)
  }
  if (grams === 0) {
    grams = rules.firstGrams
    state.addRule('first-weight')
    trace?.firstWeight(grams)
  }
  if (grams < rules.minimumGrams) {
    grams = rules.minimumGrams
    state.addRule('minimum-weight')
    trace?.minimumWeight(grams)
  }
  state.grams = grams
  trace?.chargeable(grams)
}

const ROUNDING_IDS = ['rounding:0', 'rounding:1', 'rounding:2', 'rounding:3', 'rounding:4', 'rounding:5']

/** The ticket's volume: the larger of its m³ and actual weight ÷ 重泡比, half up to cm³, not below 最低体积. */
function chargeVolume(rules: WeightRules, state: RatingState, trace: Explanation | null): void {
  const measured = state.volumeBottom === 0 ? 0 : asSafeNumber(divideHalfUp(state.volumeTop, state.volumeBottom))
  const ratio = rules.gramsPerCubicMetre
  const fromWeight = ratio === null ? 0 : asSafeNumber(divideHalfUp(multiply(state.actual, 1_000_000), ratio))
  if (measured === null || fromWeight === null) {
    state.failure = 'too-large'
    return
  }
  if (state.volumeBottom === 0 && ratio === null) return
  const cm3 = Math.max(measured, fromWeight)
  trace?.volume(cm3, fromWeight > measured ? { actual: state.actual, ratio: ratio ?? 0 } : null)
  state.cm3 = cm3
  if (cm3 >= rules.minimumCm3) return
  state.cm3 = rules.minimumCm3
  state.addRule('minimum-volume')
  trace?.minimumVolume(rules.minimumCm3)
}
