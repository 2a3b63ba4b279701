import type { CreditRule, CreditSuggestion, FigureKey, FigureResult, RatingResult } from '#shared/contract/credit'
import { figureForms } from '#shared/domain/credit/five-figures'
import { formatDecimal } from '#shared/domain/decimal'
import { formatFenGrouped } from '#shared/domain/money'
import type { Words } from '../../i18n'

/** A figure's value, or a threshold of it, as it is read: `2.50`, `8.00%`, `36.5 天`. */
export function valueText(t: Words, key: FigureKey, value: number): string {
  if (figureForms[key].days) return t('credit:unit.days', { value: formatDecimal(value, 1) })
  return key === 'currentRatio' ? formatDecimal(value, 2, 2) : `${formatDecimal(value, 4, 2)}%`
}

/** How a figure was made, with its numbers; or why there is none. */
export function figureFormula(t: Words, figure: FigureResult): string {
  if (figure.kind === 'not-applicable') {
    const fields = figure.fields.map((field) => t(`credit:field.${field}`)).join(t('credit:joiner'))
    return t(`credit:reason.${figure.reason}`, { fields })
  }
  const { key, numerator, denominator, numeratorFen, denominatorFen, factor, value } = figure
  const days = figureForms[key].days
  return t(days ? 'credit:formula.days' : 'credit:formula.plain', {
    numeratorName: t(`credit:field.${numerator}`),
    numerator: formatFenGrouped(numeratorFen),
    denominatorName: t(`credit:field.${denominator}`),
    denominator: formatFenGrouped(denominatorFen),
    days: factor,
    value: valueText(t, key, value),
  })
}

export function boundsText(t: Words, key: FigureKey, rule: CreditRule): string {
  const { good, fair } = rule.bounds[key]
  return t(figureForms[key].upward ? 'credit:bounds.up' : 'credit:bounds.down', {
    good: valueText(t, key, good),
    fair: valueText(t, key, fair),
  })
}

/** A share of a rule in ppm as a plain factor: 1200000 is `1.2`. */
export const factorText = (ppm: number) => formatDecimal(ppm, 6)

/** Months of a term of days, with as many decimals as two. */
const monthsText = (days: number) => formatDecimal(Math.round((days * 100) / 30), 2)

/** From the figures' points to the grade, step by step. */
export function ratingSteps(
  t: Words,
  figures: readonly FigureResult[],
  rating: RatingResult,
  rule: CreditRule,
): string[] {
  if (rating.kind === 'unrated') {
    return [t(`credit:rating.${rating.reason}`, { figures: rating.figures, needed: rating.needed })]
  }
  const points = figures.flatMap((figure) => {
    if (figure.kind !== 'value') return []
    const [weight, point] = [rule.weights[figure.key], rule.points[figure.grade]]
    return [
      t('credit:step.points', {
        figure: t(`credit:figure.${figure.key}`),
        grade: t(`credit:grade.${figure.grade}`),
        points: point,
        weight,
        product: weight * point,
      }),
    ]
  })
  const score = formatDecimal(rating.scoreTenths, 1)
  const steps = [
    ...points,
    t('credit:step.score', { points: rating.points, weights: rating.weights, score }),
    t('credit:step.grade', { score, grade: rating.scoreGrade, ...rule.leastScores }),
  ]
  if (rating.capped) steps.push(t('credit:step.capped', { best: rule.bestWithLoss, grade: rating.grade }))
  return steps
}

/** From the grade to the limit, step by step. */
export function suggestionSteps(t: Words, suggestion: CreditSuggestion, rule: CreditRule): string[] {
  if (suggestion.kind === 'none') {
    return [t(`credit:suggestion.${suggestion.reason}`, { months: rule.billMonths })]
  }
  const average = formatFenGrouped(suggestion.averageBillFen)
  const termMonths = monthsText(suggestion.creditDays)
  return [
    t('credit:step.term', { grade: suggestion.grade, days: suggestion.creditDays, months: termMonths }),
    t('credit:step.bill', {
      from: suggestion.billFrom,
      to: suggestion.billTo,
      sum: formatFenGrouped(suggestion.billSumFen),
      months: suggestion.billMonths,
      average,
    }),
    t('credit:step.limit', {
      average,
      termMonths,
      factor: factorText(suggestion.factorPpm),
      exact: formatFenGrouped(suggestion.exactLimitFen),
    }),
    t('credit:step.round', {
      step: formatFenGrouped(suggestion.roundFen),
      limit: formatFenGrouped(suggestion.limitFen),
    }),
  ]
}
