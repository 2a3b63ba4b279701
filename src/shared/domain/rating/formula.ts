import { formatDecimal } from '../decimal'
import { formatUnitPrice } from '../money'
import { formatCentimetres, formatCubicMetres, formatKilograms } from '../weight'
import { piecesOf } from './chargeable'
import { SCALE, type CompiledCell } from './compile'
import { divideDown, divideHalfUp, divideUp, multiply, type Int } from './exact'
import type { Bracket } from './price-sheet'
import type { Ticket } from './ticket'

/** The arithmetic of a step as a reader can check it: `12.6 + 3 × 2.1 = 18.90`. The same in every language. */

/** A fraction of fen in yuan: two decimals, more where the amount is not yet rounded (at most six). */
export function yuan(top: Int, bottom: Int): string {
  return formatDecimal(divideHalfUp(multiply(top, 10_000), bottom), 6, 2)
}

/** A quantity of a bracket in its unit: kg or m³. */
export function quantityText(unit: Bracket['unit'], quantity: number): string {
  return unit === 'kg' ? formatKilograms(quantity) : formatCubicMetres(quantity)
}

/** A bracket in signs only: `0.5-1` or `>3`. */
export function bracketText(bracket: Bracket): string {
  const from = quantityText(bracket.unit, bracket.from)
  return bracket.to === null ? `>${from}` : `${from}-${quantityText(bracket.unit, bracket.to)}`
}

/** The price of a quantity in a cell as its terms; a marginal cell begins with those of the cell before. */
export function freightTerms(cell: CompiledCell, quantity: number): string {
  const scale = SCALE[cell.bracket.unit]
  if (cell.kind === 'whole') return `${quantityText(cell.bracket.unit, quantity)} × ${formatUnitPrice(cell.price)}`
  const base = cell.before ? freightTerms(cell.before, cell.bracket.from) : priceText(cell.base, scale)
  if (cell.kind === 'flat') return base
  const over = Math.max(0, quantity - cell.above)
  const steps = cell.step === 0 ? quantityText(cell.bracket.unit, over) : String(divideUp(over, cell.step))
  return `${base} + ${steps} × ${formatUnitPrice(cell.price)}`
}

function priceText(base: Int, scale: number): string {
  return formatDecimal(divideDown(base, scale), 4)
}

/** `50 × 50 × 50 ÷ 12000 = 10.417`; from a volume `125000 ÷ 12000 = 10.417`. */
export function volumeWeightFormula(ticket: Ticket, top: Int, bottom: number, divisor: number): string {
  const { size } = ticket
  const pieces = piecesOf(ticket)
  const sides = size
    ? [size.length, size.width, size.height].map(formatCentimetres).join(' × ') + (pieces > 1 ? ` × ${pieces}` : '')
    : String(ticket.volumeCm3 ?? 0)
  return `${sides} ÷ ${divisor} = ${formatDecimal(divideHalfUp(top, bottom), 3)}`
}
