import { weighTicket } from './chargeable'
import type { CompiledSheet } from './compile'
import { Explanation, type ExplanationStep } from './explanation'
import { discountFreight, priceFreight } from './freight'
import { RatingState } from './rating-state'
import type { RatedAmounts, RatingException, RatingExceptionCode, RatingResult } from './result'
import { splitTax, wipeSum } from './settle'
import { addSurcharges } from './surcharges'
import type { RatingContext, Ticket } from './ticket'

const state = new RatingState()

/**
 * Rates one ticket with the row of the sheet that its destination belongs to (PRICING §1 steps 3 to 8).
 * A row index that is none is the exception `unknown-place`. Amounts are fen.
 */
export function rate(
  compiled: CompiledSheet,
  rowIndex: number,
  ticket: Ticket,
  context: RatingContext | null = null,
): RatingResult {
  if (!rateWith(compiled, rowIndex, ticket, context, null, true)) return exceptionOf(compiled, rowIndex)
  return { ...amountsOf(), lines: state.lines, ruleIds: state.ruleIds }
}

/** The same rating without its lines and rules: what a run over many tickets needs. */
export function rateAmounts(
  compiled: CompiledSheet,
  rowIndex: number,
  ticket: Ticket,
  context: RatingContext | null = null,
): RatedAmounts | RatingException {
  return rateWith(compiled, rowIndex, ticket, context, null, false) ? amountsOf() : exceptionOf(compiled, rowIndex)
}

/** The same rating with its steps, readable by a customer: codes and figures here, the words in the catalogue. */
export function explain(
  compiled: CompiledSheet,
  rowIndex: number,
  ticket: Ticket,
  context: RatingContext | null = null,
): ExplanationStep[] {
  const trace = new Explanation()
  if (!rateWith(compiled, rowIndex, ticket, context, trace, true)) trace.exception(exceptionOf(compiled, rowIndex))
  return trace.steps
}

/** Works the steps on `state`; false with `state.failure` where there is no price. */
function rateWith(
  compiled: CompiledSheet,
  rowIndex: number,
  ticket: Ticket,
  context: RatingContext | null,
  trace: Explanation | null,
  keeping: boolean,
): boolean {
  state.reset(keeping)
  const row = compiled.rows[rowIndex]
  if (!row) return fail('unknown-place')
  if (compiled.surcharges.unknownPlace !== null) return fail('surcharge-place-unknown')
  weighTicket(compiled, ticket, state, trace)
  if (state.failure) return false
  priceFreight(compiled, row, state, trace)
  if (state.failure) return false
  discountFreight(compiled, ticket, context, state, trace)
  if (state.failure) return false
  if (compiled.surcharges.groups.length > 0) addSurcharges(compiled, ticket, state, trace)
  if (state.failure) return false
  wipeSum(compiled.settlement.wipe, state, trace)
  if (!Number.isSafeInteger(state.sum)) return fail('too-large')
  splitTax(compiled.settlement, state)
  if (state.failure) return false
  trace?.total(compiled.sheet, state)
  return true
}

function fail(code: RatingExceptionCode): false {
  state.failure = code
  return false
}

function amountsOf(): RatedAmounts {
  return {
    rated: true,
    grams: state.grams,
    cm3: state.cm3 < 0 ? null : state.cm3,
    freightFen: state.freightFen,
    totalFen: state.grossFen,
    netFen: state.netFen,
    taxFen: state.taxFen,
  }
}

function exceptionOf(compiled: CompiledSheet, rowIndex: number): RatingException {
  const code = state.failure ?? 'too-large'
  const row = compiled.rows[rowIndex]
  if (!row) return { rated: false, code, params: {} }
  if (code === 'surcharge-place-unknown')
    return { rated: false, code, params: { place: compiled.surcharges.unknownPlace ?? '' } }
  return { rated: false, code, params: { row: row.key } }
}
