import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CreditRule, type FigureKey, financialFigures, type FinancialFigures } from '#shared/contract/credit'
import { defaultCreditRule as rule, ruleFaults } from '#shared/domain/credit/credit-rule'
import { roundedQuotient } from '#shared/domain/credit/exact-quotient'
import { figureForms, fiveFigures } from '#shared/domain/credit/five-figures'
import { rateYear } from '#shared/domain/credit/rating'
import { suggestCredit } from '#shared/domain/credit/suggestion'

/** A sound trading company: amounts in yuan for reading, fen for counting. */
const yuan = (figures: Partial<Record<keyof FinancialFigures, number>>) =>
  financialFigures.parse(Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, value * 100])))

const sound = yuan({
  currentAssetsFen: 5_000_000,
  currentLiabilitiesFen: 2_000_000,
  revenueFen: 20_000_000,
  netProfitFen: 1_600_000,
  averageAssetsFen: 16_000_000,
  receivablesFen: 2_000_000,
  inventoryFen: 3_000_000,
  costFen: 15_000_000,
})

const figure = (figures: FinancialFigures, key: FigureKey, by: CreditRule = rule) => {
  const found = fiveFigures(figures, by).find((one) => one.key === key)
  if (!found) throw new Error(key)
  return found
}

describe('the five figures', () => {
  it.each([
    ['currentRatio', 250, 'good'],
    ['netMargin', 80_000, 'good'],
    ['returnOnAssets', 100_000, 'good'],
    // 2,000,000 ÷ 20,000,000 × 365 = 36.5 days; 3,000,000 ÷ 15,000,000 × 365 = 73 days.
    ['collectionDays', 365, 'good'],
    ['inventoryDays', 730, 'fair'],
  ] as const)('%s is %i, %s', (key, value, grade) => {
    expect(figure(sound, key)).toMatchObject({ kind: 'value', value, grade })
  })

  it('counts a year of 360 days where the branch does', () => {
    expect(figure(sound, 'collectionDays', { ...rule, yearDays: 360 })).toMatchObject({ value: 360, factor: 360 })
  })

  it.each([
    [{ currentLiabilitiesFen: 0 }, 'currentRatio', 'zero-denominator', ['currentLiabilitiesFen']],
    [{ revenueFen: 0 }, 'netMargin', 'zero-denominator', ['revenueFen']],
    [{ revenueFen: 0 }, 'collectionDays', 'zero-denominator', ['revenueFen']],
    [{ revenueFen: -5 }, 'collectionDays', 'negative-denominator', ['revenueFen']],
    [{ costFen: -5 }, 'inventoryDays', 'negative-denominator', ['costFen']],
    [{ averageAssetsFen: null }, 'returnOnAssets', 'missing', ['averageAssetsFen']],
    [{ averageAssetsFen: null, netProfitFen: null }, 'returnOnAssets', 'missing', ['netProfitFen', 'averageAssetsFen']],
    [{ currentAssetsFen: 10 ** 14, currentLiabilitiesFen: 1 }, 'currentRatio', 'out-of-range'],
  ] as [Partial<FinancialFigures>, FigureKey, string, string[]?][])(
    'with %j there is no %s: %s',
    (change, key, reason, fields) => {
      expect(figure({ ...sound, ...change }, key)).toMatchObject({
        kind: 'not-applicable',
        reason,
        ...(fields && { fields }),
      })
    },
  )

  it('a loss is a figure, and a weak one', () => {
    expect(figure({ ...sound, netProfitFen: -100_000_000 }, 'netMargin')).toMatchObject({
      value: -50_000,
      grade: 'weak',
    })
  })

  it('judges the exact quotient, not the rounded one', () => {
    // 199.999…/100 shows as 2.00 and is not 2.
    const almost = { ...sound, currentAssetsFen: 1_999_999, currentLiabilitiesFen: 1_000_000 }
    expect(figure(almost, 'currentRatio')).toMatchObject({ value: 200, grade: 'fair' })
    expect(figure({ ...almost, currentAssetsFen: 2_000_000 }, 'currentRatio')).toMatchObject({
      value: 200,
      grade: 'good',
    })
  })

  it('is never off by more than half a step, whatever the size', () => {
    const amount = fc.integer({ min: 1, max: 100_000_000_000_000 })
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(...(Object.keys(figureForms) as FigureKey[])), (top, bottom, key) => {
        const { numerator, denominator, units, step } = figureForms[key]
        const got = figure({ ...sound, [numerator]: top, [denominator]: bottom }, key)
        if (got.kind !== 'value') {
          expect(got.reason).toBe('out-of-range')
          return
        }
        const off = BigInt(got.value) * BigInt(bottom) - BigInt(top) * BigInt(got.factor) * BigInt(units)
        expect(2n * (off < 0n ? -off : off)).toBeLessThanOrEqual(BigInt(step) * BigInt(bottom))
      }),
    )
  })

  it('rounds halves away from zero on both sides', () => {
    expect([
      roundedQuotient(5n, 2n),
      roundedQuotient(-5n, 2n),
      roundedQuotient(5n, -2n),
      roundedQuotient(4n, 3n),
    ]).toEqual([3n, -3n, -3n, 1n])
  })
})

describe('the grade', () => {
  const rate = (figures: FinancialFigures, by: CreditRule = rule) =>
    rateYear(fiveFigures(figures, by), figures.netProfitFen, by)

  it('is the weighted mean of the points', () => {
    // All good but inventory fair: (85 × 100 + 15 × 60) ÷ 100 = 94.
    expect(rate(sound)).toEqual({
      kind: 'rated',
      grade: 'A',
      scoreGrade: 'A',
      capped: false,
      points: 9400,
      weights: 100,
      scoreTenths: 940,
      figures: 5,
    })
  })

  it('leaves out what is not applicable instead of counting it as zero', () => {
    expect(rate({ ...sound, currentLiabilitiesFen: 0 })).toMatchObject({ weights: 75, points: 6900, scoreTenths: 920 })
  })

  it('caps a year with a loss', () => {
    const loss = { ...sound, netProfitFen: -1 }
    const open = { ...rule, weights: { ...rule.weights, netMargin: 0, returnOnAssets: 0 } }
    expect(rate(loss, open)).toMatchObject({ scoreGrade: 'A', grade: 'C', capped: true })
    expect(rate(loss, { ...open, bestWithLoss: 'A' })).toMatchObject({ grade: 'A', capped: false })
  })

  it('is none with too few figures, or none that weighs', () => {
    const few = financialFigures.parse({ currentAssetsFen: 2, currentLiabilitiesFen: 1 })
    expect(rate(few)).toEqual({ kind: 'unrated', reason: 'too-few', figures: 1, needed: 3 })
    const weightless = { currentRatio: 0, netMargin: 0, returnOnAssets: 0, collectionDays: 0, inventoryDays: 0 }
    expect(rate(sound, { ...rule, weights: weightless })).toMatchObject({ kind: 'unrated', reason: 'no-weight' })
  })

  it('never gets worse when a figure gets better', () => {
    const order = ['D', 'C', 'B', 'A']
    const amount = fc.integer({ min: 1, max: 10_000_000 })
    fc.assert(
      fc.property(amount, amount, amount, (liabilities, more, receivables) => {
        const before = { ...sound, currentLiabilitiesFen: liabilities + more, receivablesFen: receivables + more }
        const after = { ...sound, currentLiabilitiesFen: liabilities, receivablesFen: receivables }
        const [one, other] = [rate(before), rate(after)]
        if (one.kind !== 'rated' || other.kind !== 'rated') throw new Error('unrated')
        expect(order.indexOf(other.grade)).toBeGreaterThanOrEqual(order.indexOf(one.grade))
      }),
    )
  })

  it.each([
    [{ bounds: { ...rule.bounds, currentRatio: { good: 100, fair: 101 } } }, [{ code: 'bounds', key: 'currentRatio' }]],
    [
      { bounds: { ...rule.bounds, collectionDays: { good: 900, fair: 450 } } },
      [{ code: 'bounds', key: 'collectionDays' }],
    ],
    [{ leastScores: { A: 60, B: 80, C: 40 } }, [{ code: 'scores' }]],
    [{ points: { good: 50, fair: 60, weak: 0 } }, [{ code: 'points' }]],
    [{}, []],
  ])('a rule with %j has the faults %j', (change, faults) => {
    expect(ruleFaults({ ...rule, ...change })).toEqual(faults)
  })
})

describe('limit and term', () => {
  const rated = rateYear(fiveFigures(sound, rule), sound.netProfitFen, rule)
  const bills = { from: '2025-11', to: '2026-10', sumFen: 12_345_678, months: 12 }

  it('is the mean bill × (months of the term + 1) × factor, rounded down once', () => {
    // 12,345,678 ÷ 12 × (60 ÷ 30 + 1) × 1.2 = 3,703,703.4 fen; down to whole 1,000 yuan.
    expect(suggestCredit(rated, bills, rule)).toEqual({
      kind: 'suggested',
      grade: 'A',
      creditDays: 60,
      factorPpm: 1_200_000,
      billFrom: '2025-11',
      billTo: '2026-10',
      billSumFen: 12_345_678,
      billMonths: 12,
      averageBillFen: 1_028_807,
      exactLimitFen: 3_703_703,
      limitFen: 3_700_000,
      roundFen: 100_000,
    })
  })

  it('does not round on the way', () => {
    const thirds = suggestCredit(rated, { ...bills, sumFen: 100, months: 3 }, { ...rule, roundFen: 1 })
    // 100 ÷ 3 × 3 × 1.2 is exactly 120; from the rounded mean of 33 it would be 118.
    expect(thirds).toMatchObject({ averageBillFen: 33, exactLimitFen: 120, limitFen: 120 })
  })

  it('is none without bills or without a grade', () => {
    expect(suggestCredit(rated, { ...bills, sumFen: 0, months: 0 }, rule)).toEqual({ kind: 'none', reason: 'no-bills' })
    expect(suggestCredit(rated, { ...bills, sumFen: -5 }, rule)).toEqual({ kind: 'none', reason: 'no-bills' })
    const unrated = { kind: 'unrated', reason: 'too-few', figures: 1, needed: 3 } as const
    expect(suggestCredit(unrated, bills, rule)).toEqual({ kind: 'none', reason: 'unrated' })
  })
})
