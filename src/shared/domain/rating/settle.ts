import { asSafeNumber, divideDown, divideHalfUp, divideUp, multiply, type Int } from './exact'
import type { Explanation } from './explanation'
import type { Settlement } from './compile'
import type { WipeRule } from './price-sheet'
import type { RatingState } from './rating-state'

const WIPE_FEN: Readonly<Record<WipeRule['to'], number>> = { fen: 1, jiao: 10, yuan: 100 }

const WIPE_MODES: Readonly<Record<WipeRule['mode'], (fen: Int, unit: Int) => Int>> = {
  'half-up': divideHalfUp,
  up: divideUp,
  down: divideDown,
}

/** 抹零 on the sum of the lines (PRICING §1 step 7); the difference becomes a line of its own. */
export function wipeSum(wipe: WipeRule, state: RatingState, trace: Explanation | null): void {
  const unit = WIPE_FEN[wipe.to]
  if (unit === 1) return
  const before = state.sum
  const wiped = asSafeNumber(multiply(WIPE_MODES[wipe.mode](before, unit), unit))
  if (wiped === null) {
    state.failure = 'too-large'
    return
  }
  if (wiped === before) return
  state.addLine('wipe', null, wiped - before)
  state.addRule('wipe')
  trace?.wipe(wipe, before, wiped)
}

/** Gross, net and tax of the sum (PRICING §1 step 8), fen; a failure where an amount is beyond the safe integers. */
export function splitTax({ taxPpm, taxIncluded }: Settlement, state: RatingState): void {
  const { sum } = state
  state.grossFen = sum
  state.netFen = sum
  state.taxFen = 0
  if (taxPpm === null) return
  if (taxIncluded) {
    const netFen = asSafeNumber(divideHalfUp(multiply(sum, 1_000_000), 1_000_000 + taxPpm))
    if (netFen === null) state.failure = 'too-large'
    else {
      state.netFen = netFen
      state.taxFen = sum - netFen
    }
    return
  }
  const taxFen = asSafeNumber(divideHalfUp(multiply(sum, taxPpm), 1_000_000))
  if (taxFen === null) state.failure = 'too-large'
  else {
    state.grossFen = sum + taxFen
    state.taxFen = taxFen
  }
}
