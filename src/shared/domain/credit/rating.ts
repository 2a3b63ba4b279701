import {
  type CreditGrade,
  creditGrades,
  type CreditRule,
  type FigureResult,
  type RatingResult,
} from '../../contract/credit'
import { roundedQuotient } from './exact-quotient'

/**
 * Credit grade of a year: the weighted mean of the figures' points, over the figures that could be made. With fewer than
 * the rule asks for there is none. A loss caps the grade, because last year's cushion pays no bills next year.
 */
export function rateYear(
  figures: readonly FigureResult[],
  netProfitFen: number | null,
  rule: CreditRule,
): RatingResult {
  const known = figures.filter((figure) => figure.kind === 'value')
  if (known.length < rule.fewestFigures) {
    return { kind: 'unrated', reason: 'too-few', figures: known.length, needed: rule.fewestFigures }
  }
  const weights = known.reduce((sum, { key }) => sum + rule.weights[key], 0)
  if (weights === 0) {
    return { kind: 'unrated', reason: 'no-weight', figures: known.length, needed: rule.fewestFigures }
  }
  const points = known.reduce((sum, { key, grade }) => sum + rule.weights[key] * rule.points[grade], 0)
  const scoreGrade = gradeOf(points, weights, rule)
  const best = netProfitFen !== null && netProfitFen < 0 ? rule.bestWithLoss : 'A'
  const grade = creditGrades[Math.max(creditGrades.indexOf(scoreGrade), creditGrades.indexOf(best))] ?? 'D'
  return {
    kind: 'rated',
    grade,
    scoreGrade,
    capped: grade !== scoreGrade,
    points,
    weights,
    scoreTenths: Number(roundedQuotient(BigInt(points) * 10n, BigInt(weights))),
    figures: known.length,
  }
}

/** Compared without dividing, so that 79.96 is not 80. */
function gradeOf(points: number, weights: number, { leastScores }: CreditRule): CreditGrade {
  const reached = (['A', 'B', 'C'] as const).find((grade) => points >= leastScores[grade] * weights)
  return reached ?? 'D'
}
