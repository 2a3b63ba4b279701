import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellPrice, compileSheet } from '#shared/domain/rating/compile'
import { priceDrops } from '#shared/domain/rating/monotone'
import { sheetOf } from './support'

const drops = (columns: string[], cells: string[], info: Record<string, string> = {}) =>
  priceDrops(sheetOf({ columns, cells, info })).map(
    ({ lighter, lighterUnits, heavier, heavierUnits }) => [lighter, lighterUnits, heavier, heavierUnits] as const,
  )

describe('prices that fall with the weight', () => {
  it.each<[string, string[], string[], Record<string, string>, (readonly [number, number, number, number])[]]>([
    ['rise', ['0-1', '1-3', '3以上'], ['5', '8', '12+2'], {}, []],
    ['a flat price lower than the one before', ['0-1', '1以上'], ['8', '5+1'], {}, [[1000, 80_000, 1001, 60_000]]],
    ['equal prices do not fall', ['0-1', '1以上'], ['8', '8'], {}, []],
    ['at an edge of actual weight', ['0-5', '5以上'], ['10', '×1.8'], {}, [[5000, 100_000, 5001, 90_018]]],
    ['but not where rounding leaves the edge out', ['0-5', '5以上'], ['10', '×1.8'], { 进位: '进1' }, []],
    ['rounded to 0.5', ['0-5', '5以上'], ['10', '×1.8'], { 进位: '进0.5' }, [[5000, 100_000, 5500, 99_000]]],
    ['half up', ['0-5', '5以上'], ['10', '×1.8'], { 进位: '四舍五入0.5' }, [[5000, 100_000, 5500, 99_000]]],
    ['threshold', ['0-5', '5以上'], ['10', '×1.9'], { 进位: '阈值0.3@1' }, []],
    ['pre-rounding', ['0-5', '5以上'], ['10', '×1.8'], { 预进位: '四舍五入0.1' }, [[5000, 100_000, 5100, 91_800]]],
    [
      'a bracket that is not served is passed over',
      ['0-1', '1-2', '2以上'],
      ['8', '-', '7'],
      {},
      [[1000, 80_000, 2001, 70_000]],
    ],
    [
      'against the dearest so far',
      ['0-1', '1-2', '2以上'],
      ['10', '8', '9'],
      {},
      [
        [1000, 100_000, 1001, 80_000],
        [1000, 100_000, 2001, 90_000],
      ],
    ],
    ['marginal prices never fall', ['0-1', '1-30', '30以上'], ['9.6', '+3.6/0', '+4.2/0'], {}, []],
    ['volumes', ['0-3m³', '3m³以上'], ['200', '×50'], {}, [[3_000_000, 2_000_000, 3_000_001, 1_500_001]]],
    ['a minimum weight above the edge', ['0-1', '1以上'], ['8', '5'], { 最低计费重: '3' }, []],
  ])('%s', (_name, columns, cells, info, expected) => {
    // Half up to whole units: 1.500000 5 is shown as it is rounded.
    expect(drops(columns, cells, info)).toEqual(expected)
  })

  it('where nothing is said to fall, no actual weight without rounding is cheaper than a lighter one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('5', '8', '6+2', '6+2/0', '×3', '-'), { minLength: 3, maxLength: 3 }),
        fc.array(fc.integer({ min: 1, max: 12_000 }), { minLength: 2, maxLength: 30 }),
        (cells, weights) => {
          const sheet = sheetOf({ columns: ['0-1', '1-3', '3以上'], cells })
          fc.pre(priceDrops(sheet).length === 0)
          const side = compileSheet(sheet).rows[0]?.weight
          let dearest = 0n
          for (const grams of weights.toSorted((a, b) => a - b)) {
            const cell = side?.cells[side.edges.findIndex((edge) => grams <= edge)]
            if (!cell || cell.kind === 'not-served') continue
            const price = BigInt(cellPrice(cell, grams))
            expect(price >= dearest).toBe(true)
            dearest = price
          }
        },
      ),
    )
  })
})
