import { asSafeNumber, divideDown, divideHalfUp, divideUp, multiply, type Int } from './exact'
import type { Explanation } from './explanation'
import type { PriceSheet, WipeRule } from './price-sheet'
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
  state.ruleIds.push('wipe')
  trace?.wipe(wipe, before, wiped)
}

export interface TaxSplit {
  grossFen: number
  netFen: number
  taxFen: number
}

/** Gross, net and tax (PRICING §1 step 8); null where an amount is beyond the safe integers. */
export function splitTax(sheet: PriceSheet, sum: number): TaxSplit | null {
  const { taxPpm } = sheet
  if (taxPpm === null) return { grossFen: sum, netFen: sum, taxFen: 0 }
  if (sheet.taxIncluded) {
    const netFen = asSafeNumber(divideHalfUp(multiply(sum, 1_000_000), 1_000_000 + taxPpm))
    return netFen === null ? null : { grossFen: sum, netFen, taxFen: sum - netFen }
  }
  const taxFen = asSafeNumber(divideHalfUp(multiply(sum, taxPpm), 1_000_000))
  return taxFen === null ? null : { grossFen: sum + taxFen, netFen: sum, taxFen }
}
