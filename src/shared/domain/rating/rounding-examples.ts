import { formatKilograms } from '../weight'
import { compileSheet } from './compile'
import type { PriceSheet } from './price-sheet'
import { rate } from './rate'

/** Weights whose rounding is shown beside the rule (PRICING §2), grams. */
const EXAMPLE_GRAMS = [300, 500, 510, 1000, 1100, 1290, 1500, 1600, 2490, 10_200]

/** Actual and chargeable weight side by side in kg, computed by the engine itself; '' where there is none. */
export function roundingExamples(sheet: PriceSheet): { kg: string; rounded: string }[] {
  const compiled = compileSheet({
    ...sheet,
    columns: [{ unit: 'kg', from: 0, to: null, first: null, step: null }],
    rows: [{ key: '*', cells: [{ kind: 'flat', priceUnits: 0 }] }],
    zones: [],
    surcharges: [],
    tiers: [],
  })
  return EXAMPLE_GRAMS.map((grams) => {
    const result = rate(compiled, 0, { actualGrams: grams, billedGrams: grams, pieces: 1, shippedOn: '' })
    return { kg: formatKilograms(grams), rounded: result.rated ? formatKilograms(result.grams) : '' }
  })
}
