import { describe, expect, test } from 'vitest'
import {
  formatRounding,
  formatRoundingRanges,
  parseRounding,
  parseRoundingRanges,
  roundByRanges,
} from '#shared/domain/rating/rounding'
import { rated } from './support'

const RANGES = '≤1:进1; ≤10:四舍五入0.1; ≤100:进0.5; >100:四舍五入1'

/** Rounded grams of 0.3, 0.5, 0.51, 1.0, 1.1, 1.29, 1.5, 1.6, 2.49 and 10.2 kg. */
const WEIGHTS = [300, 500, 510, 1_000, 1_100, 1_290, 1_500, 1_600, 2_490, 10_200]
const TABLE: [string, number[]][] = [
  ['实重', WEIGHTS],
  ['四舍五入1', [0, 1_000, 1_000, 1_000, 1_000, 1_000, 2_000, 2_000, 2_000, 10_000]],
  ['阈值0.5@1', [0, 1_000, 1_000, 1_000, 1_000, 1_000, 2_000, 2_000, 2_000, 10_000]],
  ['阈值0.3@1', [1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 2_000, 2_000, 3_000, 10_000]],
  ['进1', [1_000, 1_000, 1_000, 1_000, 2_000, 2_000, 2_000, 2_000, 3_000, 11_000]],
  ['进0.5', [500, 500, 1_000, 1_000, 1_500, 1_500, 1_500, 2_000, 2_500, 10_500]],
  ['进0.1', [300, 500, 600, 1_000, 1_100, 1_300, 1_500, 1_600, 2_500, 10_200]],
  ['≤1:进0.1; ≤10:进0.5; >10:进1', [300, 500, 600, 1_000, 1_500, 1_500, 1_500, 2_000, 2_500, 11_000]],
]

describe('进位', () => {
  test.each(TABLE)('%s', (notation, expected) => {
    const ranges = parseRoundingRanges(notation)
    if (typeof ranges === 'string') throw new Error(ranges)
    expect(WEIGHTS.map((grams) => roundByRanges(ranges, grams))).toEqual(expected)
    expect(formatRoundingRanges(ranges)).toBe(notation)
  })

  test.each([
    ['2.3', [2_300, 3_000, 2_500, 2_000, 2_300, 3_000, 2_300]],
    ['2.5', [2_500, 3_000, 2_500, 3_000, 2_500, 3_000, 2_500]],
    ['2.6', [2_600, 3_000, 3_000, 3_000, 2_600, 3_000, 2_600]],
  ])('the notations on %s kg', (kg, expected) => {
    const notations = ['实重', '进1', '进0.5', '四舍五入1', '四舍五入0.1', '阈值0.3@1', RANGES]
    const grams = Number(kg) * 1_000
    expect(notations.map((notation) => rated({ info: { 进位: notation } }, { actualGrams: grams }).grams)).toEqual(
      expected,
    )
  })

  test('one gram decides', () => {
    const grams = (notation: string, actualGrams: number): number =>
      rated({ info: { 进位: notation } }, { actualGrams }).grams
    expect([grams('进1', 1_000), grams('进1', 1_001)]).toEqual([1_000, 2_000])
    expect([grams('四舍五入1', 1_499), grams('四舍五入1', 1_500)]).toEqual([1_000, 2_000])
    expect([grams('阈值0.3@1', 1_299), grams('阈值0.3@1', 1_300)]).toEqual([1_000, 2_000])
    expect([grams(RANGES, 10_000), grams(RANGES, 10_001)]).toEqual([10_000, 10_500])
    expect([1_200, 1_201].map((weight) => grams('≤1.2:进0.1; >1.2:进1', weight))).toEqual([1_200, 2_000])
    expect([grams(RANGES, 100_000), grams(RANGES, 100_001)]).toEqual([100_000, 100_000])
  })

  test('full-width signs, blanks and kg are read', () => {
    expect(parseRoundingRanges('≤１：进1kg；＞１：进０.５')).toEqual([
      { upTo: 1_000, rounding: { kind: 'up', step: 1_000 } },
      { upTo: null, rounding: { kind: 'up', step: 500 } },
    ])
  })

  test.each(['进', '进0', '向上', '阈值0@1', '阈值1.5@1', '0.5进位', '四舍五入-1', '进0.0001'])(
    '%s is no rule',
    (notation) => {
      expect(parseRounding(notation)).toBeNull()
    },
  )

  test.each([
    ['≤1:进1', 'rounding-order'],
    ['≤10:进1; ≤1:进0.5; >1:实重', 'rounding-order'],
    ['≤1:进1; >2:进0.5', 'rounding-order'],
    ['>1:进1; ≤5:实重', 'rounding-order'],
    ['≤1:随便; >1:实重', 'rounding-unreadable'],
  ])('%s is refused', (notation, fault) => {
    expect(parseRoundingRanges(notation)).toBe(fault)
  })

  test('every kind is written as it is read', () => {
    for (const notation of ['实重', '进0.5', '四舍五入0.1', '阈值0.3@1']) {
      const rule = parseRounding(notation)
      if (!rule) throw new Error(notation)
      expect(formatRounding(rule)).toBe(notation)
    }
  })
})
