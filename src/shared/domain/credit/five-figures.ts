import {
  type CreditRule,
  type FigureGrade,
  type FigureKey,
  figureKeys,
  type FigureResult,
  type FinancialFigures,
} from '../../contract/credit'
import { roundedQuotient, safeNumber } from './exact-quotient'

type FieldKey = keyof FinancialFigures

interface FigureForm {
  numerator: FieldKey
  denominator: FieldKey
  /** More is better: ratios and margins; less is better: days. */
  upward: boolean
  /** Times the days of a year. */
  days: boolean
  /** Units of thresholds in one whole: hundredths, ppm, tenths of a day. */
  units: number
  /** The value is rounded to this many units: margins to 0.01 %. */
  step: number
}

/** DOMAIN C6: 流动比率, 净利率, ROA, 回款周期 = 期末应收 ÷ 收入 × 天数, 存货周期 = 平均存货 ÷ 成本 × 天数. */
export const figureForms: Readonly<Record<FigureKey, FigureForm>> = {
  currentRatio: {
    numerator: 'currentAssetsFen',
    denominator: 'currentLiabilitiesFen',
    upward: true,
    days: false,
    units: 100,
    step: 1,
  },
  netMargin: {
    numerator: 'netProfitFen',
    denominator: 'revenueFen',
    upward: true,
    days: false,
    units: 1_000_000,
    step: 100,
  },
  returnOnAssets: {
    numerator: 'netProfitFen',
    denominator: 'averageAssetsFen',
    upward: true,
    days: false,
    units: 1_000_000,
    step: 100,
  },
  collectionDays: {
    numerator: 'receivablesFen',
    denominator: 'revenueFen',
    upward: false,
    days: true,
    units: 10,
    step: 1,
  },
  inventoryDays: {
    numerator: 'inventoryFen',
    denominator: 'costFen',
    upward: false,
    days: true,
    units: 10,
    step: 1,
  },
}

/**
 * The five figures of a year. A denominator that is unknown, zero or negative gives no figure but a reason: a quotient
 * by it would say nothing. Judged on the exact quotient; the value is rounded once, for display.
 */
export function fiveFigures(year: FinancialFigures, rule: CreditRule): FigureResult[] {
  return figureKeys.map((key) => figureOf(key, year, rule))
}

function figureOf(key: FigureKey, year: FinancialFigures, rule: CreditRule): FigureResult {
  const { numerator, denominator, units, step, days } = figureForms[key]
  const [top, bottom] = [year[numerator], year[denominator]]
  const none = (reason: 'missing' | 'zero-denominator' | 'negative-denominator' | 'out-of-range', fields: FieldKey[]) =>
    ({ kind: 'not-applicable', key, numerator, denominator, reason, fields }) as const
  if (top === null || bottom === null) {
    return none(
      'missing',
      [numerator, denominator].filter((field) => year[field] === null),
    )
  }
  if (bottom === 0) return none('zero-denominator', [denominator])
  if (bottom < 0) return none('negative-denominator', [denominator])
  const factor = days ? rule.yearDays : 1
  const exact = { top: BigInt(top) * BigInt(factor) * BigInt(units), bottom: BigInt(bottom) }
  const value = safeNumber(roundedQuotient(exact.top, exact.bottom * BigInt(step)) * BigInt(step))
  if (value === null) return none('out-of-range', [numerator, denominator])
  const grade = gradeOf(exact, rule.bounds[key], figureForms[key].upward)
  return { kind: 'value', key, numerator, denominator, numeratorFen: top, denominatorFen: bottom, factor, value, grade }
}

function gradeOf(
  { top, bottom }: { top: bigint; bottom: bigint },
  bounds: { good: number; fair: number },
  upward: boolean,
): FigureGrade {
  const reaches = (bound: number) => (upward ? top >= BigInt(bound) * bottom : top <= BigInt(bound) * bottom)
  return reaches(bounds.good) ? 'good' : reaches(bounds.fair) ? 'fair' : 'weak'
}
