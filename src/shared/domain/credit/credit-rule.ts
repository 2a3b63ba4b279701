import { type CreditRule, type FigureKey, figureKeys } from '../../contract/credit'
import { figureForms } from './five-figures'

/** What branches commonly begin with (DOMAIN C6, unverified custom of the trade); made to be edited. */
export const defaultCreditRule: CreditRule = {
  yearDays: 365,
  bounds: {
    currentRatio: { good: 200, fair: 100 },
    netMargin: { good: 80_000, fair: 20_000 },
    returnOnAssets: { good: 60_000, fair: 20_000 },
    collectionDays: { good: 450, fair: 900 },
    inventoryDays: { good: 600, fair: 1200 },
  },
  weights: { currentRatio: 25, netMargin: 20, returnOnAssets: 15, collectionDays: 25, inventoryDays: 15 },
  points: { good: 100, fair: 60, weak: 0 },
  fewestFigures: 3,
  leastScores: { A: 80, B: 60, C: 40 },
  bestWithLoss: 'C',
  termDays: { A: 60, B: 45, C: 30, D: 0 },
  factorPpm: { A: 1_200_000, B: 1_000_000, C: 600_000, D: 0 },
  billMonths: 12,
  roundFen: 100_000,
}

export type RuleFault =
  /** Fair is better than good. */
  | { code: 'bounds'; key: FigureKey }
  /** A better grade asks for less than a worse one. */
  | { code: 'scores' }
  | { code: 'points' }
  /** No figure counts. */
  | { code: 'weights' }

/** What keeps a rule from being one; empty: it can be used. */
export function ruleFaults(rule: CreditRule): RuleFault[] {
  const faults: RuleFault[] = []
  for (const key of figureKeys) {
    const { good, fair } = rule.bounds[key]
    if (figureForms[key].upward ? fair > good : fair < good) faults.push({ code: 'bounds', key })
  }
  const { A, B, C } = rule.leastScores
  if (A < B || B < C) faults.push({ code: 'scores' })
  const { good, fair, weak } = rule.points
  if (good < fair || fair < weak) faults.push({ code: 'points' })
  if (figureKeys.every((key) => rule.weights[key] === 0)) faults.push({ code: 'weights' })
  return faults
}
