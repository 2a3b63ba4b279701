import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { compileSheet } from '#shared/domain/rating/compile'
import { rate } from '#shared/domain/rating/rate'
import type { FormValue } from '#shared/domain/rating/sheet-form'
import { compiled, rated, sheetOf, ticketOf, totalFen } from './support'

const COLUMNS = ['0-1', '1-3', '3以上']

/** Total fen by grams with three brackets. */
function prices(cells: FormValue[], grams: number[], info: Record<string, FormValue> = {}): (number | string)[] {
  const sheet = compiled({ info, columns: COLUMNS, cells })
  return grams.map((actualGrams) => {
    const result = rate(sheet, 0, ticketOf({ actualGrams }))
    return result.rated ? result.totalFen : result.code
  })
}

describe('cell forms', () => {
  test('flat: left open, right closed, exact at the gram', () => {
    expect(prices(['5', '8.5', '12'], [1, 999, 1_000, 1_001, 3_000, 3_001])).toEqual([500, 500, 500, 850, 850, 1_200])
  })

  test('a+b: started steps above the first weight, not above the bracket', () => {
    expect(prices(['5', '6+2', '7+3'], [1_001, 2_000, 2_001, 3_001])).toEqual([800, 800, 1_000, 1_600])
    expect(prices(['5+9', '6', '7'], [300])).toEqual([500])
    expect(prices(['5', '6', '10+2'], [3_001, 5_000], { 首重: 3, 续重单位: 0.5 })).toEqual([1_200, 1_800])
  })

  test('own step and exact proportion', () => {
    expect(prices(['10', '12.6+2.1/0.5', '1'], [1_001, 1_500, 1_501, 2_500])).toEqual([1_470, 1_470, 1_680, 1_890])
    expect(prices(['10', '12.6+2.1/0', '1'], [1_001, 1_500, 2_345])).toEqual([1_260, 1_365, 1_542])
  })

  test('marginal: from the unrounded price at the edge before', () => {
    expect(prices(['9.6', '+3.6/0', '+4.2/0'], [1_500, 3_000, 4_000])).toEqual([1_140, 1_680, 2_100])
    expect(prices(['9.6', '+3.6', '+4.2/0.5'], [1_001, 2_001, 3_001, 3_501])).toEqual([1_320, 1_680, 2_100, 2_520])
    // 1.0001 + 2 × 0.0011 is kept to the end: 1.0023 + 1 × 1.0026 = 2.0049
    expect(prices(['1.0001', '+0.0011/0', '+1.0026/0'], [4_000])).toEqual([200])
    expect(prices(['×2', '+1', '1'], [1_500])).toEqual([300])
    expect(prices(['5+1', '+1', '+2'], [4_000], { 首重: 0.5 })).toEqual([1_000])
  })

  test('whole weight', () => {
    expect(prices(['5', '×1.8', '×1.5'], [2_000, 3_000, 3_001])).toEqual([360, 540, 450])
  })

  test('not served is an exception, without fall-through', () => {
    expect(prices(['5', '-', '9'], [1_000, 1_001, 3_001])).toEqual([500, 'not-served', 900])
    expect(rate(compiled({ rows: { 西藏: ['-'] } }), 0, ticketOf())).toEqual({
      rated: false,
      code: 'not-served',
      params: { row: '西藏' },
    })
    expect(rate(compiled({}), 7, ticketOf())).toMatchObject({ rated: false, code: 'unknown-place' })
    expect(rate(compiled({}), -1, ticketOf())).toMatchObject({ rated: false, code: 'unknown-place' })
  })

  test('a column says first weight and step otherwise', () => {
    const short = { columns: ['0-1', '1以上(首重2kg,续重0.5kg)'], cells: ['5', '10+1'] }
    expect([1_500, 2_000, 2_001, 3_000].map((actualGrams) => totalFen(short, { actualGrams }))).toEqual([
      1_000, 1_000, 1_100, 1_200,
    ])
  })

  test('the float traps', () => {
    expect(totalFen({ info: { 首重: 1, 续重单位: 0.1 }, cells: ['0+1'] }, { actualGrams: 1_100 })).toBe(100)
    expect(totalFen({ cells: ['×8.325'] }, { actualGrams: 1_000 })).toBe(833)
    expect(totalFen({ cells: ['×1.255'] }, { actualGrams: 1_000 })).toBe(126)
    expect(totalFen({ cells: ['×3'] }, { actualGrams: 35_200 })).toBe(10_560)
  })

  test('amounts beyond the safe integers are exact as well, or an exception', () => {
    const short = { info: { 折扣: '33.3333%' }, cells: ['×99999999.9999'] }
    // 99999999.9999 × 777.777 × 0.333333 = 25925874074.0482… yuan
    const exact = (999_999_999_999n * 777_777n * 333_333n * 2n + 10n ** 11n) / (2n * 10n ** 11n)
    expect(totalFen(short, { actualGrams: 777_777 })).toBe(Number(exact))
    const result = rate(compiled(short), 0, ticketOf({ actualGrams: 9_000_000_000_000 }))
    expect(result).toMatchObject({ rated: false, code: 'too-large' })
  })
})

describe('m³ columns', () => {
  const LTL = ['0-3m³', '3m³以上']

  test('whole, flat, own step and marginal by volume', () => {
    const price = (cells: string[], volumeCm3: number): number => totalFen({ columns: LTL, cells }, { volumeCm3 })
    expect(price(['300', '×100'], 3_000_000)).toBe(30_000)
    expect(price(['300', '×100'], 3_000_001)).toBe(30_000)
    expect(price(['300', '×100'], 3_500_000)).toBe(35_000)
    expect(price(['300', '+90/1'], 3_000_001)).toBe(39_000)
    expect(price(['300', '+90/0'], 3_500_000)).toBe(34_500)
    expect(price(['50+80/0.5', '1'], 1_000_000)).toBe(21_000)
  })

  test('volume: the larger of m³ and weight ÷ 重泡比, half up to cm³, not below 最低体积', () => {
    const cm3 = (info: Record<string, FormValue>, ticket: object): number | null =>
      rated({ info, columns: LTL, cells: ['×100', '×90'] }, ticket).cm3
    expect(cm3({ 重泡比: 250 }, { actualGrams: 500_000, volumeCm3: 1_500_000 })).toBe(2_000_000)
    expect(cm3({ 重泡比: 250 }, { actualGrams: 300_000, volumeCm3: 1_500_000 })).toBe(1_500_000)
    expect(cm3({ 重泡比: 300 }, { actualGrams: 500 })).toBe(1_667)
    expect(cm3({ 最低体积: 0.5 }, { volumeCm3: 100_000 })).toBe(500_000)
    expect(cm3({}, { pieces: 2, size: { length: 10_000, width: 5_000, height: 5_005 } })).toBe(500_500)
    expect(cm3({ 进位: '进1', 首重: 3 }, { volumeCm3: 123_456 })).toBe(123_456)
  })

  test('no volume and no 重泡比 is an exception; no weight is one as everywhere', () => {
    const sheet = compiled({ columns: LTL, cells: ['1', '2'] })
    expect(rate(sheet, 0, ticketOf())).toMatchObject({ code: 'volume-missing' })
    expect(rate(sheet, 0, ticketOf({ actualGrams: null, volumeCm3: 5_000 }))).toMatchObject({ code: 'weight-missing' })
  })

  test('kg and m³: both are priced, the larger holds, a side not served is ignored', () => {
    const columns = ['0-100', '100以上', '0m³以上']
    const result = (cells: string[], actualGrams: number, volumeCm3?: number) =>
      rate(compiled({ columns, cells }), 0, ticketOf({ actualGrams, volumeCm3 }))
    expect(result(['×1', '×0.8', '×200'], 50_000, 200_000)).toMatchObject({ totalFen: 5_000, ruleIds: ['bracket:0'] })
    expect(result(['×1', '×0.8', '×200'], 50_000, 300_000)).toMatchObject({ totalFen: 6_000, ruleIds: ['bracket:2'] })
    expect(result(['×1', '×0.8', '×200'], 50_000, 250_000)).toMatchObject({ totalFen: 5_000, ruleIds: ['bracket:0'] })
    expect(result(['×1', '-', '×200'], 150_000, 300_000)).toMatchObject({ totalFen: 6_000 })
    expect(result(['×1', '×0.8', '-'], 50_000, 9_000_000)).toMatchObject({ totalFen: 5_000 })
    expect(result(['×1', '×0.8', '×200'], 50_000)).toMatchObject({ totalFen: 5_000, cm3: null })
    expect(result(['-', '×0.8', '-'], 50_000, 300_000)).toMatchObject({ rated: false, code: 'not-served' })
  })
})

describe('inside a bracket and at its edges', () => {
  const cell = fc.constantFrom('5', '5+2', '5+2/0.5', '5+2.35/0', '+2', '+2/0.1', '+1.23/0', '×1.8')

  test('the price never falls while the weight grows inside a bracket', () => {
    fc.assert(
      fc.property(
        cell,
        fc.integer({ min: 1_001, max: 3_000 }),
        fc.integer({ min: 1_001, max: 3_000 }),
        (text, a, b) => {
          const [light, heavy] = prices(['4', text, '1'], [Math.min(a, b), Math.max(a, b)]) as [number, number]
          expect(light).toBeLessThanOrEqual(heavy)
        },
      ),
    )
  })

  test('the edge itself belongs to the bracket below, one gram more to the one above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50_000 }), fc.integer({ min: 2, max: 50_000 }), (first, more) => {
        const [a, b] = [first / 1_000, (first + more) / 1_000]
        const sheet = compileSheet(sheetOf({ columns: [`0-${a}`, `${a}-${b}`, `${b}以上`], cells: ['1', '2', '3'] }))
        const at = (actualGrams: number): unknown => rate(sheet, 0, ticketOf({ actualGrams }))
        for (const [grams, totalFenThere] of [
          [first - 1, 100],
          [first, 100],
          [first + 1, 200],
          [first + more, 200],
          [first + more + 1, 300],
        ] as const)
          expect(at(grams)).toMatchObject({ totalFen: totalFenThere, grams })
      }),
    )
  })

  test('a marginal price joins the bracket before without a jump', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99_999 }), (one, two) => {
        const cells = ['3', `+${one / 10_000}/0`, `+${two / 10_000}/0`]
        const [before, after] = prices(cells, [3_000, 3_001]) as [number, number]
        expect(after - before).toBeLessThanOrEqual(2)
        expect(after).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})
