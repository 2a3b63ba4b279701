import { formatDecimal } from '../decimal'
import { formatUnitPrice } from '../money'
import { formatPercent } from './discount'
import { multiply, subtractToZero, type Int } from './exact'
import { yuan } from './formula'
import type { Surcharge } from './price-sheet'

interface Quantity {
  top: Int
  bottom: Int
}

/** What a surcharge is reckoned on: as the ticket carries it, as it counts, what it comes to and which limit cut that. */
export interface SurchargeBasis {
  carried: Quantity
  counted: Quantity
  reckoned: string
  limit: 'minimum' | 'maximum' | null
}

/** `12000.00`, `35.5` kg or `3` pieces. */
export function basisText({ kind }: Surcharge, { top, bottom }: Quantity): string {
  if (kind === 'rate') return yuan(top, bottom)
  return kind === 'per-kg' ? formatDecimal(top, 3) : String(top)
}

/** `12000.00 × 0.5% = 60.00`, `35.5 × 0.3 = 10.65`. */
export function surchargeFormula(row: Surcharge, counted: Quantity, reckoned: string): string {
  const value = row.kind === 'rate' ? formatPercent(row.value) : formatUnitPrice(row.value)
  return `${basisText(row, counted)} × ${value} = ${reckoned}`
}

/** `12800.00`, or less its 免收额 `12800.00 − 1000.00 = 11800.00`. */
export function freeFormula(row: Surcharge, carried: Quantity): string {
  const text = (quantity: Quantity) => basisText(row, quantity)
  if (row.free === 0) return text(carried)
  const { top, bottom } = carried
  const free = multiply(row.free, bottom)
  const left = { top: subtractToZero(top, free), bottom }
  return `${text(carried)} − ${text({ top: row.free, bottom: 1 })} = ${text(left)}`
}
