import { piecesOf } from './chargeable'
import { cellPrice, type CompiledCell, type CompiledRow, type CompiledSheet, type CompiledSide } from './compile'
import { asSafeNumber, compareFractions, divideHalfUp, multiply, subtractToZero } from './exact'
import type { Explanation } from './explanation'
import type { TierTable } from './price-sheet'
import type { RatingState } from './rating-state'
import type { RatingContext, Ticket } from './ticket'
import { sliceQuantity, tierTerms } from './tier-terms'
import { UNITS_PER_FEN } from '../money'

/** Freight from the bracket cell (PRICING §1 step 4). A sheet with kg and m³ columns prices both and takes the larger. */
export function priceFreight(
  compiled: CompiledSheet,
  row: CompiledRow,
  state: RatingState,
  trace: Explanation | null,
): void {
  const weightCell = compiled.hasWeight ? findCell(row.weight, state.grams) : null
  const volumeCell = compiled.hasVolume && state.cm3 >= 0 ? findCell(row.volume, state.cm3) : null
  if (!weightCell && !volumeCell) {
    state.failure = !compiled.hasWeight && state.cm3 < 0 ? 'volume-missing' : 'not-served'
    return
  }
  if (weightCell) setFreight(weightCell, state.grams, state)
  if (weightCell) trace?.freight(row, weightCell, state.grams, state)
  if (!volumeCell) return closeFreight(state)
  const { listTop, listBottom } = state
  setFreight(volumeCell, state.cm3, state)
  trace?.freight(row, volumeCell, state.cm3, state)
  if (weightCell) {
    if (compareFractions(listTop, listBottom, state.listTop, state.listBottom) >= 0) {
      state.cell = weightCell
      state.listTop = listTop
      state.listBottom = listBottom
    }
    trace?.largerFreight(state)
  }
  closeFreight(state)
}

function findCell({ cells, edges }: CompiledSide, quantity: number): CompiledCell | null {
  let index = 0
  while (index < edges.length && quantity > (edges[index] ?? 0)) index += 1
  const cell = cells[index]
  return !cell || cell.kind === 'not-served' ? null : cell
}

function setFreight(cell: CompiledCell, quantity: number, state: RatingState): void {
  state.cell = cell
  state.listTop = cellPrice(cell, quantity)
  state.listBottom = UNITS_PER_FEN * cell.scale
}

function closeFreight(state: RatingState): void {
  const fen = asSafeNumber(divideHalfUp(state.listTop, state.listBottom))
  if (fen === null) state.failure = 'too-large'
  else state.freightFen = fen
  if (state.cell) state.addRule(state.cell.rule)
}

/** 折扣 or the account's volume tier, then 最低收费 (PRICING §1 step 5); writes the freight line. */
export function discountFreight(
  compiled: CompiledSheet,
  ticket: Ticket,
  context: RatingContext | null,
  state: RatingState,
  trace: Explanation | null,
): void {
  state.netTop = state.listTop
  state.netBottom = state.listBottom
  if (compiled.tier) applyTier(compiled, compiled.tier, context?.tierQuantity ?? 0, state, trace)
  else if (compiled.discount.numerator !== compiled.discount.denominator) {
    const { numerator, denominator } = compiled.discount
    applyFactor(numerator, denominator, state)
    state.addRule('discount')
    trace?.discount(compiled.sheet.discountPpm ?? 0, state)
  }
  const { minimum } = compiled
  if (minimum) {
    const pieces = minimum.per === 'piece' ? piecesOf(ticket) : 1
    const units = multiply(minimum.units, pieces)
    if (compareFractions(state.netTop, state.netBottom, units, UNITS_PER_FEN) < 0) {
      state.netTop = units
      state.netBottom = UNITS_PER_FEN
      state.addRule('minimum')
      trace?.minimum(minimum, pieces, state)
    }
  }
  const fen = asSafeNumber(divideHalfUp(state.netTop, state.netBottom))
  if (fen === null) {
    state.failure = 'too-large'
    return
  }
  state.addLine('freight', null, fen)
  trace?.freightLine(fen)
}

function applyFactor(top: number, bottom: number, state: RatingState): void {
  state.factorTop = top
  state.factorBottom = bottom
  state.netTop = multiply(state.listTop, top)
  state.netBottom = multiply(state.listBottom, bottom)
}

/** The volume tier stands in place of 折扣; below its first step 折扣 holds. */
function applyTier(
  compiled: CompiledSheet,
  table: TierTable,
  quantity: number,
  state: RatingState,
  trace: Explanation | null,
): void {
  const measure = tierMeasure(table, state.grams, state.freightFen)
  const slices = sliceQuantity(table, quantity, measure)
  const standardPpm = compiled.sheet.discountPpm ?? 1_000_000
  const terms = tierTerms(slices, standardPpm, state.grams)
  state.factorTop = terms.factorTop
  state.factorBottom = terms.factorBottom
  const top = multiply(state.listTop, terms.factorTop)
  const bottom = multiply(state.listBottom, terms.factorBottom)
  const offBottom = multiply(terms.offBottom, UNITS_PER_FEN)
  state.netTop = subtractToZero(multiply(top, offBottom), multiply(terms.offTop, bottom))
  state.netBottom = multiply(bottom, offBottom)
  state.addRule('tier')
  trace?.tier(table, slices, quantity, standardPpm, state)
}

/** What one ticket adds to the quantity of a tier table: 1 ticket, its chargeable grams or its fen before discount. */
export function tierMeasure(table: TierTable, grams: number, freightFen: number): number {
  if (table.basis === 'tickets') return 1
  return table.basis === 'weight' ? grams : freightFen
}
