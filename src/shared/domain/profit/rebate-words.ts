import { formatFenGrouped } from '../money'
import { formatKilograms } from '../weight'

/** A quantity of a tier table in its unit, without the unit's name: tickets, kg or yuan. */
export function formatRebateQuantity(basis: 'tickets' | 'weight' | 'freight', quantity: number): string {
  if (basis === 'tickets') return String(quantity)
  return basis === 'weight' ? formatKilograms(quantity) : formatFenGrouped(quantity)
}
