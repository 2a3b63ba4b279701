import { formatKilograms } from '../weight'

/** Upper ends of the brackets, grams; each holds (previous end, end], the last one everything above. DOMAIN A1. */
export const bracketEnds: readonly number[] = [500, 1000, 2000, 3000, 5000, 10_000, 20_000]

export interface WeightBracket {
  /** Grams, exclusive. */
  above: number
  /** Grams, inclusive; null: open. */
  upTo: number | null
}

export const weightBrackets: readonly WeightBracket[] = [...bracketEnds, null].map((upTo, index) => ({
  above: bracketEnds[index - 1] ?? 0,
  upTo,
}))

/** `0.5–1`, `20+`: kilograms. */
export function bracketText({ above, upTo }: WeightBracket): string {
  return upTo === null ? `${formatKilograms(above)}+` : `${formatKilograms(above)}–${formatKilograms(upTo)}`
}

/** Which bracket a weight falls into; weights of 0 or less in none (null). */
export function bracketOf(grams: number): number | null {
  if (grams <= 0) return null
  const index = bracketEnds.findIndex((end) => grams <= end)
  return index < 0 ? bracketEnds.length : index
}

export interface BracketComparison {
  bracket: WeightBracket
  statedPpm: number | null
  tickets: number
  /** Of the tickets with a weight, rounded half up to 100 ppm; null: none has one. */
  actualPpm: number | null
  /** actual − stated; null: one of them is not known. */
  differencePpm: number | null
}

/** What the customer says against what the waybills show, bracket by bracket. */
export function compareWeights(stated: readonly (number | null)[], tickets: readonly number[]): BracketComparison[] {
  const whole = tickets.reduce((sum, count) => sum + count, 0)
  return weightBrackets.map((bracket, index) => {
    const count = tickets[index] ?? 0
    const statedPpm = stated[index] ?? null
    const actualPpm = whole > 0 ? Math.floor((count * 20_000 + whole) / (2 * whole)) * 100 : null
    const differencePpm = statedPpm === null || actualPpm === null ? null : actualPpm - statedPpm
    return { bracket, statedPpm, tickets: count, actualPpm, differencePpm }
  })
}
