import { weighTicket } from './chargeable'
import type { CompiledSheet } from './compile'
import { Explanation, type ExplanationStep } from './explanation'
import { discountFreight, priceFreight } from './freight'
import { RatingState } from './rating-state'
import type { RatingException, RatingResult } from './result'
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
  return rateWith(compiled, rowIndex, ticket, context, null)
}

/** The same rating with its steps, readable by a customer: codes and figures here, the words in the catalogue. */
export function explain(
  compiled: CompiledSheet,
  rowIndex: number,
  ticket: Ticket,
  context: RatingContext | null = null,
): ExplanationStep[] {
  const trace = new Explanation()
  const result = rateWith(compiled, rowIndex, ticket, context, trace)
  if (!result.rated) trace.exception(result)
  return trace.steps
}

function rateWith(
  compiled: CompiledSheet,
  rowIndex: number,
  ticket: Ticket,
  context: RatingContext | null,
  trace: Explanation | null,
): RatingResult {
  const row = compiled.rows[rowIndex]
  if (!row) return { rated: false, code: 'unknown-place', params: {} }
  if (compiled.unknownPlace !== null)
    return { rated: false, code: 'surcharge-place-unknown', params: { place: compiled.unknownPlace } }
  state.reset()
  weighTicket(compiled, ticket, state, trace)
  if (state.failure) return failed(row.key)
  priceFreight(compiled, row, state, trace)
  if (state.failure) return failed(row.key)
  discountFreight(compiled, ticket, context, state, trace)
  if (state.failure) return failed(row.key)
  if (compiled.surcharges.length > 0) addSurcharges(compiled, ticket, state, trace)
  if (state.failure) return failed(row.key)
  wipeSum(compiled.sheet.wipe, state, trace)
  const split = Number.isSafeInteger(state.sum) ? splitTax(compiled.sheet, state.sum) : null
  if (!split) state.failure = 'too-large'
  if (state.failure || !split) return failed(row.key)
  trace?.total(compiled.sheet, state.sum, split)
  return {
    rated: true,
    grams: state.grams,
    cm3: state.cm3 < 0 ? null : state.cm3,
    freightFen: state.freightFen,
    lines: state.lines,
    totalFen: split.grossFen,
    netFen: split.netFen,
    taxFen: split.taxFen,
    ruleIds: state.ruleIds,
  }
}

function failed(row: string): RatingException {
  return { rated: false, code: state.failure ?? 'too-large', params: { row } }
}
