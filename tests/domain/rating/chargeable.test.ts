import { describe, expect, test } from 'vitest'
import type { FormValue } from '#shared/domain/rating/sheet-form'
import { rate } from '#shared/domain/rating/rate'
import type { Ticket } from '#shared/domain/rating/ticket'
import { compiled, rated, ticketOf } from './support'

const cube = (side: number): Ticket['size'] => ({ length: side, width: side, height: side })

function grams(info: Record<string, FormValue>, ticket: Partial<Ticket>): number {
  return rated({ info }, ticket).grams
}

describe('chargeable weight', () => {
  test('volume weight is exact, then half up to a gram', () => {
    // 125000 cm³ ÷ 12000 = 10.41666… kg
    expect(grams({ 抛比: 12000 }, { size: cube(5_000) })).toBe(10_417)
    // 50.25 × 10 × 8 cm ÷ 8000 = 0.5025 kg: the half gram goes up
    expect(grams({ 抛比: 8000 }, { actualGrams: 100, size: { length: 5_025, width: 1_000, height: 800 } })).toBe(503)
  })

  test('the larger of both, the divisor of the sheet, 不计泡', () => {
    expect(grams({ 抛比: 6000 }, { actualGrams: 30_000, size: cube(5_000) })).toBe(30_000)
    expect(grams({ 抛比: '1:6000' }, { actualGrams: 20_000, size: cube(5_000) })).toBe(20_833)
    expect(grams({ 抛比: '不计泡' }, { actualGrams: 1_000, size: cube(5_000) })).toBe(1_000)
    expect(grams({ 抛比: 6000, 计泡条件: '不计泡' }, { actualGrams: 1_000, size: cube(5_000) })).toBe(1_000)
    expect(grams({ 抛比: 6000 }, { actualGrams: 1_000, volumeCm3: 30_000 })).toBe(5_000)
  })

  test('volume only over k times the actual weight, compared before rounding', () => {
    const info = { 抛比: 6000, 计泡条件: '体积重>1.5倍实重' }
    // 36000 cm³ ÷ 6000 = 6 kg
    expect(grams(info, { actualGrams: 4_000, volumeCm3: 36_000 })).toBe(4_000)
    expect(grams(info, { actualGrams: 3_999, volumeCm3: 36_000 })).toBe(6_000)
    // 36001 ÷ 6000 = 6.00016… kg is over, though 6.000 after rounding is not
    expect(grams(info, { actualGrams: 4_000, volumeCm3: 36_001 })).toBe(6_000)
  })

  test('合计: the size counts for each piece, the weight is the ticket’s', () => {
    const ticket = { actualGrams: 10_000, pieces: 3, size: cube(3_000), pieceGrams: [8_000, 1_000, 1_000] }
    // 3 × 27000 ÷ 6000 = 13.5 kg
    expect(grams({ 抛比: 6000 }, ticket)).toBe(13_500)
    // each piece the larger: 8 + 4.5 + 4.5
    expect(grams({ 抛比: 6000, 多件方式: '单件取大' }, ticket)).toBe(17_000)
    // without piece weights equal division, which is the total again
    expect(grams({ 抛比: 6000, 多件方式: '单件取大' }, { ...ticket, pieceGrams: null })).toBe(13_500)
    expect(grams({ 抛比: 6000, 多件方式: '单件取大', 进位: '进1' }, { ...ticket, size: cube(3_010) })).toBe(18_000)
  })

  test('单件取大 rounds the exact sum once', () => {
    // two of 10001 cm³ ÷ 6000 = 1.66683… kg each: 3.33366… → 3.334, not 2 × 1.667
    const ticket = { actualGrams: 2_000, pieces: 3, volumeCm3: 30_003, pieceGrams: [100, 100, 1_800] }
    expect(grams({ 抛比: 6000, 多件方式: '单件取大' }, ticket)).toBe(3_334 + 1_800)
  })

  test('pre-rounding comes first', () => {
    expect(grams({ 进位: '进0.5' }, { actualGrams: 10_040 })).toBe(10_500)
    expect(grams({ 预进位: '四舍五入0.1', 进位: '进0.5' }, { actualGrams: 10_040 })).toBe(10_000)
  })

  test('a weight rounded to 0 is the first weight; the minimum holds above it', () => {
    expect(grams({ 进位: '四舍五入1' }, { actualGrams: 300 })).toBe(1_000)
    expect(grams({ 进位: '四舍五入1', 首重: 2 }, { actualGrams: 300 })).toBe(2_000)
    expect(grams({ 预进位: '四舍五入0.1', 首重: 0.5 }, { actualGrams: 40 })).toBe(500)
    expect(grams({ 进位: '四舍五入1', 最低计费重: 3 }, { actualGrams: 300 })).toBe(3_000)
    expect(grams({ 最低计费重: 3 }, { actualGrams: 3_001 })).toBe(3_001)
  })

  test('the carrier’s billed weight instead of one’s own', () => {
    const info = { 以承运商计费重为准: '是', 抛比: 6000 }
    expect(grams(info, { actualGrams: 1_000, billedGrams: 2_300, size: cube(5_000) })).toBe(2_300)
    expect(grams(info, { actualGrams: null, billedGrams: 2_300 })).toBe(2_300)
    expect(rate(compiled({ info }), 0, ticketOf())).toMatchObject({ rated: false, code: 'billed-weight-missing' })
  })

  test('no weight is an exception, never a price of 0', () => {
    for (const actualGrams of [null, 0, -5]) {
      const result = rate(compiled({}), 0, ticketOf({ actualGrams, size: cube(5_000) }))
      expect(result).toMatchObject({ rated: false, code: 'weight-missing' })
    }
    expect(grams({}, { actualGrams: null, pieces: 2, pieceGrams: [700, 800] })).toBe(1_500)
  })
})
