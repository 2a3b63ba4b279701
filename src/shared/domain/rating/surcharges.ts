import { UNITS_PER_FEN } from '../money'
import { piecesOf, weightsByPiece } from './chargeable'
import type { CompiledSheet } from './compile'
import { asSafeNumber, compareFractions, divideDown, divideHalfUp, multiply, subtractToZero, type Int } from './exact'
import type { Explanation } from './explanation'
import { yuan } from './formula'
import type { Comparison, Condition, SurchargeBase } from './price-sheet'
import type { RatingState } from './rating-state'
import { surchargesAt, type CompiledSurcharge } from './surcharge-set'
import type { Ticket } from './ticket'

/** A basis or fee as a fraction; one of each serves all surcharges. */
interface Amount {
  top: Int
  bottom: Int
}

const basis: Amount = { top: 0, bottom: 1 }
const fee: Amount = { top: 0, bottom: 1 }
/** The basis as the ticket carries it, before 免收额 and 基数取整. */
const carried: Amount = { top: 0, bottom: 1 }

/** All surcharges of the ticket (PRICING §1 step 6): of each 项目 the row with the most specific place. */
export function addSurcharges(
  compiled: CompiledSheet,
  ticket: Ticket,
  state: RatingState,
  trace: Explanation | null,
): void {
  const destination = ticket.destination ?? null
  if (compiled.surcharges.hasPlaces && destination === null) {
    state.failure = 'unknown-place'
    return
  }
  for (const group of surchargesAt(compiled.surcharges, destination)) {
    const surcharge = applicableRow(group, ticket, state)
    if (surcharge && !state.failure) charge(surcharge, ticket, state, trace)
  }
}

/** The first row that stands within its dates and conditions; the rows come with the most specific place first. */
function applicableRow(
  group: readonly CompiledSurcharge[],
  ticket: Ticket,
  state: RatingState,
): CompiledSurcharge | null {
  for (const surcharge of group) {
    const { from, to, conditions } = surcharge.row
    if ((from !== null && ticket.shippedOn < from) || (to !== null && ticket.shippedOn > to)) continue
    if (conditions.every((condition) => holds(condition, ticket, state))) return surcharge
  }
  return null
}

/** fee = clamp(rate × floored(max(0, basis − 免收额)), 最低, 最高); no basis, no charge and no minimum. */
function charge(surcharge: CompiledSurcharge, ticket: Ticket, state: RatingState, trace: Explanation | null): void {
  const { row } = surcharge
  if (row.base !== null) {
    readBasis(row.base, ticket, state)
    carried.top = basis.top
    carried.bottom = basis.bottom
    if (row.free > 0) basis.top = subtractToZero(basis.top, multiply(row.free, basis.bottom))
    if (!(basis.top > 0)) return
    if (row.floor > 0) {
      basis.top = multiply(divideDown(basis.top, multiply(row.floor, basis.bottom)), row.floor)
      basis.bottom = 1
    }
  }
  setFee(surcharge)
  const reckoned = trace ? yuan(fee.top, fee.bottom) : ''
  let limit: 'minimum' | 'maximum' | null = null
  if (row.minimumUnits !== null && compareFractions(fee.top, fee.bottom, row.minimumUnits, UNITS_PER_FEN) < 0) {
    setUnits(row.minimumUnits, UNITS_PER_FEN)
    limit = 'minimum'
  }
  if (row.maximumUnits !== null && compareFractions(fee.top, fee.bottom, row.maximumUnits, UNITS_PER_FEN) > 0) {
    setUnits(row.maximumUnits, UNITS_PER_FEN)
    limit = 'maximum'
  }
  if (row.discounted) {
    fee.top = multiply(fee.top, state.factorTop)
    fee.bottom = multiply(fee.bottom, state.factorBottom)
  }
  const fen = asSafeNumber(divideHalfUp(fee.top, fee.bottom))
  if (fen === null) {
    state.failure = 'too-large'
    return
  }
  if (fen === 0) return
  state.addLine(surcharge.rule, row.item, fen)
  state.addRule(surcharge.rule)
  trace?.surcharge(row, { carried, counted: basis, reckoned, limit }, state, fen)
}

function setFee({ row, share }: CompiledSurcharge): void {
  if (row.kind === 'fixed') return setUnits(row.value, UNITS_PER_FEN)
  if (row.kind === 'rate') {
    fee.top = multiply(basis.top, share.numerator)
    fee.bottom = multiply(basis.bottom, share.denominator)
    return
  }
  const per = row.kind === 'per-kg' ? 1_000 : 1
  setUnits(multiply(basis.top, row.value), UNITS_PER_FEN * per)
}

function setUnits(top: Int, bottom: number): void {
  fee.top = top
  fee.bottom = bottom
}

function readBasis(base: SurchargeBase, ticket: Ticket, state: RatingState): void {
  basis.bottom = 1
  switch (base) {
    case 'declared':
      basis.top = ticket.declaredFen ?? 0
      return
    case 'cod':
      basis.top = ticket.codFen ?? 0
      return
    case 'list-freight':
      basis.top = state.listTop
      basis.bottom = state.listBottom
      return
    case 'net-freight':
      basis.top = state.netTop
      basis.bottom = state.netBottom
      return
    case 'chargeable-weight':
      basis.top = state.grams
      return
    case 'actual-weight':
      basis.top = state.actual
      return
    case 'pieces':
      basis.top = piecesOf(ticket)
  }
}

const HOLDS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  '>=': (order) => order >= 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '<': (order) => order < 0,
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
}

/** A condition on a figure that the ticket does not have does not hold. */
function holds(condition: Condition, ticket: Ticket, state: RatingState): boolean {
  const [top, bottom] = fieldOf(condition, ticket, state)
  return bottom !== 0 && HOLDS[condition.comparison](compareFractions(top, bottom, condition.value, 1))
}

/** The ticket's figure as a fraction; denominator 0 is none. */
function fieldOf({ field }: Condition, ticket: Ticket, state: RatingState): [top: Int, bottom: number] {
  switch (field) {
    case 'piece-weight': {
      const weights = weightsByPiece(ticket)
      return weights ? [Math.max(...weights), 1] : [state.actual, piecesOf(ticket)]
    }
    case 'ticket-weight':
      return [state.actual, 1]
    case 'chargeable-weight':
      return [state.grams, 1]
    case 'volume-weight':
      return [state.volumeWeight, state.volumeWeight > 0 ? 1 : 0]
    case 'pieces':
      return [piecesOf(ticket), 1]
    case 'volume':
      return [state.volumeTop, state.volumeBottom]
    case 'declared':
      return [ticket.declaredFen ?? 0, 1]
    case 'cod':
      return [ticket.codFen ?? 0, 1]
    case 'longest-side':
      return sideOf(ticket, 2)
    case 'second-side':
      return sideOf(ticket, 1)
    case 'shortest-side':
      return sideOf(ticket, 0)
    case 'side-sum': {
      const { size } = ticket
      return size ? [size.length + size.width + size.height, 1] : [0, 0]
    }
  }
}

function sideOf(ticket: Ticket, rank: number): [top: number, bottom: number] {
  const { size } = ticket
  if (!size) return [0, 0]
  const sides = [size.length, size.width, size.height].sort((a, b) => a - b)
  return [sides[rank] ?? 0, 1]
}
