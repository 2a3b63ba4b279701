import { describe, expect, test } from 'vitest'
import { compileSheet } from '#shared/domain/rating/compile'
import { rate } from '#shared/domain/rating/rate'
import type { FormSurcharge, FormValue } from '#shared/domain/rating/sheet-form'
import type { Ticket } from '#shared/domain/rating/ticket'
import { compiled, namesAsPlaces, rated, sheetOf, ticketOf } from './support'

/** Fee lines in fen by 项目 on a freight of 100.00. */
function fees(
  surcharges: FormSurcharge[],
  ticket: Partial<Ticket> = {},
  info: Record<string, FormValue> = {},
): Record<string, number> {
  const result = rated({ info, cells: ['100'], surcharges }, { destination: { province: '甲' }, ...ticket })
  return Object.fromEntries(result.lines.flatMap(({ item, fen }) => (item === null ? [] : [[item, fen]])))
}

describe('fees', () => {
  test('the four kinds', () => {
    const rows: FormSurcharge[] = [
      { item: '签回单', kind: '固定', value: 10 },
      { item: '保价费', kind: '比例', value: 0.5 },
      { item: '代收手续费', kind: '比例', value: '1.3%' },
      { item: '燃油', kind: '比例', value: { percent: '3' } },
      { item: '上楼', kind: '每公斤', value: 0.3 },
      { item: '包装', kind: '每件', value: '2.5' },
    ]
    const ticket = { declaredFen: 1_280_000, codFen: 20_000, actualGrams: 35_500, pieces: 3 }
    expect(fees(rows, ticket)).toEqual({
      签回单: 1_000,
      保价费: 6_400,
      代收手续费: 260,
      燃油: 300,
      上楼: 1_065,
      包装: 750,
    })
  })

  test('each base', () => {
    const info = { 折扣: '85折', 进位: '进1' }
    const on = (kind: string, base: string): number =>
      fees(
        [{ item: '费', kind, base, value: 1 }],
        { actualGrams: 1_500, declaredFen: 50_000, codFen: 30_000, pieces: 2 },
        info,
      )['费'] ?? 0
    expect(on('比例', '声明价值')).toBe(500)
    expect(on('比例', '代收货款')).toBe(300)
    expect(on('比例', '折前运费')).toBe(100)
    expect(on('比例', '折后运费')).toBe(85)
    expect(on('每公斤', '计费重')).toBe(200)
    expect(on('每公斤', '实重')).toBe(150)
    expect(on('每件', '件数')).toBe(200)
  })

  test('折后运费 is freight after the minimum, exact and not yet rounded', () => {
    const rows = [{ item: '燃油', kind: '比例', value: 10 }]
    expect(fees(rows, {}, { 折扣: '50%', 最低收费: 80 })).toEqual({ 燃油: 800 })
    // 0.1250 yuan of freight is written 0.13, its 20 % is 0.025 → 0.03, not 20 % of 0.13
    const result = rated({ cells: ['0.1250'], surcharges: [{ item: '燃油', kind: '比例', value: 20 }] })
    expect(result.lines.map((line) => line.fen)).toEqual([13, 3])
  })

  test('insured value floored to thousands', () => {
    const rows = [{ item: '保价', kind: '比例', value: 0.5, floor: 1000 }]
    expect(fees(rows, { declaredFen: 1_280_000 })).toEqual({ 保价: 6_000 })
    expect(fees([{ ...rows[0]!, min: 1 }], { declaredFen: 80_000 })).toEqual({ 保价: 100 })
  })

  test('no basis, no charge and no minimum', () => {
    const rows = [{ item: '代收货款', kind: '比例', value: 1.3, min: 4 }]
    expect(fees(rows, { codFen: 20_000 })).toEqual({ 代收货款: 400 })
    expect(fees(rows, { codFen: 0 })).toEqual({})
    expect(fees(rows, { codFen: null })).toEqual({})
    const free = [{ item: '保价', kind: '比例', value: 1, free: 1000, min: 2 }]
    expect(fees(free, { declaredFen: 100_000 })).toEqual({})
    expect(fees(free, { declaredFen: 110_000 })).toEqual({ 保价: 200 })
    expect(fees(free, { declaredFen: 200_000 })).toEqual({ 保价: 1_000 })
    expect(fees([{ item: '保价', kind: '固定', base: '声明价值', value: 3 }], { declaredFen: 0 })).toEqual({})
    expect(fees([{ item: '保价', kind: '固定', base: '声明价值', value: 3 }], { declaredFen: 1 })).toEqual({
      保价: 300,
    })
  })

  test('clamped between minimum and maximum', () => {
    const rows = [{ item: '超长', kind: '每公斤', value: 0.2, min: 20, max: 500 }]
    expect(
      [1_000, 100_000, 150_000, 2_500_000, 2_500_001].map((actualGrams) => fees(rows, { actualGrams })['超长']),
    ).toEqual([2_000, 2_000, 3_000, 50_000, 50_000])
  })

  test('free kilograms and floored kilograms', () => {
    expect(fees([{ item: '续', kind: '每公斤', value: 1, free: 10 }], { actualGrams: 12_500 })).toEqual({ 续: 250 })
    expect(fees([{ item: '续', kind: '每公斤', value: 1, free: 10, floor: 1 }], { actualGrams: 12_900 })).toEqual({
      续: 200,
    })
    expect(fees([{ item: '件', kind: '每件', value: 1, free: 1 }], { pieces: 3 })).toEqual({ 件: 200 })
  })

  test('参与折扣 puts the fee under the discount, after the clamp', () => {
    const row = { item: '燃油', kind: '固定', value: 10, min: 20 }
    expect(fees([row], {}, { 折扣: '85折' })).toEqual({ 燃油: 2_000 })
    expect(fees([{ ...row, discounted: '是' }], {}, { 折扣: '85折' })).toEqual({ 燃油: 1_700 })
  })

  test('each line is rounded by itself before the sum', () => {
    const rows = ['一', '二', '三'].map((item) => ({ item, kind: '固定', value: '0.005' }))
    expect(rated({ cells: ['1.005'], surcharges: rows }).totalFen).toBe(101 + 3)
  })
})

describe('which row applies', () => {
  const rows: FormSurcharge[] = [
    { item: '偏远', kind: '固定', value: 1 },
    { item: '偏远', kind: '固定', value: 2, places: ['甲', '乙'] },
    { item: '偏远', kind: '固定', value: 3, places: '甲/子、乙/丑' },
    { item: '偏远', kind: '固定', value: 4, places: '甲/子/东' },
    { item: '入仓', kind: '固定', value: 9 },
  ]
  const fee = (destination: Ticket['destination']) => fees(rows, { destination })['偏远']

  test('the most specific place of one item; different items add up', () => {
    expect(fee({ province: '丙' })).toBe(100)
    expect(fee({ province: '甲' })).toBe(200)
    expect(fee({ province: '甲', city: '寅' })).toBe(200)
    expect(fee({ province: '甲', city: '子' })).toBe(300)
    expect(fee({ province: '甲', city: '子', district: '西' })).toBe(300)
    expect(fee({ province: '甲', city: '子', district: '东' })).toBe(400)
    expect(fees(rows, { destination: { province: '丙' } })).toEqual({ 偏远: 100, 入仓: 900 })
  })

  test('an unknown destination or an unknown place of the sheet is an exception', () => {
    const surcharges = [{ item: '偏远', kind: '固定', value: 2, places: '甲' }]
    expect(rate(compiled({ surcharges }), 0, ticketOf({ destination: null }))).toMatchObject({ code: 'unknown-place' })
    const unknown = sheetOf({ surcharges: [{ item: '偏远', kind: '固定', value: 2, places: '?哪里' }] })
    const result = rate(compileSheet(unknown, namesAsPlaces), 0, ticketOf({ destination: { province: '甲' } }))
    expect(result).toEqual({ rated: false, code: 'surcharge-place-unknown', params: { place: '?哪里' } })
    expect(rate(compileSheet(unknown), 0, ticketOf({ destination: { province: '甲' } }))).toMatchObject({
      rated: false,
    })
  })

  test('dates are inclusive on the day of shipping; outside them the less specific row holds', () => {
    const dated: FormSurcharge[] = [
      { item: '旺季', kind: '固定', value: 1 },
      { item: '旺季', kind: '固定', value: 5, places: '甲', from: '2026-11-01', to: '2026-11-30' },
    ]
    const on = (shippedOn: string) => fees(dated, { shippedOn })['旺季']
    expect([on('2026-10-31'), on('2026-11-01'), on('2026-11-30'), on('2026-12-01')]).toEqual([100, 500, 500, 100])
  })

  test('stairs by weight of piece and ticket', () => {
    const stairs: FormSurcharge[] = [
      { item: '上楼', kind: '每公斤', value: 0.3, condition: '单件重 < 60 kg 且 票重 ≥ 100 kg' },
      { item: '上楼', kind: '每公斤', value: 0.9, condition: '单件重 ≥ 60 kg' },
    ]
    const at = (actualGrams: number, pieces: number, pieceGrams?: number[]) =>
      fees(stairs, { actualGrams, pieces, pieceGrams })['上楼']
    expect(at(99_999, 2)).toBeUndefined()
    expect(at(100_000, 2)).toBe(3_000)
    expect(at(120_000, 2)).toBe(10_800)
    expect(at(119_999, 2)).toBe(3_600)
    expect(at(100_000, 2, [60_000, 40_000])).toBe(9_000)
  })

  test.each<[string, Partial<Ticket>, boolean]>([
    ['最长边 > 3米', { size: { length: 30_001, width: 100, height: 100 } }, true],
    ['最长边 > 3米', { size: { length: 100, width: 30_000, height: 100 } }, false],
    ['最长边 > 3米', {}, false],
    ['最长边 ≤ 3米', {}, false],
    ['次长边 ≥ 1.8 m', { size: { length: 30_000, width: 100, height: 18_000 } }, true],
    ['最短边 = 1 cm', { size: { length: 30_000, width: 100, height: 18_000 } }, true],
    ['三边和 > 500cm', { size: { length: 30_000, width: 10_000, height: 10_001 } }, true],
    ['体积 ≥ 0.5m³', { volumeCm3: 500_000 }, true],
    ['体积 ≥ 0.5方', { volumeCm3: 499_999 }, false],
    ['声明价值 > 1万元', { declaredFen: 1_000_001 }, true],
    ['代收货款 ≠ 0', { codFen: 1 }, true],
    ['代收货款 ≠ 0 元', {}, false],
    ['件数 ＞＝ 2 件', { pieces: 2 }, true],
    ['件数 == 3', { pieces: 2 }, false],
    ['实重 ≥ 1 t', { actualGrams: 1_000_000 }, true],
    ['计费重 ≤ 1kg 且 件数 < 2', { actualGrams: 1_000 }, true],
    ['计费重 ≤ 1kg 且 件数 < 2', { actualGrams: 1_001 }, false],
  ])('%s with %o: %s', (condition, ticket, applies) => {
    expect(fees([{ item: '费', kind: '固定', value: 1, condition }], ticket)).toEqual(applies ? { 费: 100 } : {})
  })

  test('volume weight in a condition is that of the sheet’s divisor', () => {
    const rows2 = [{ item: '泡', kind: '固定', value: 1, condition: '体积重 ≥ 5 kg' }]
    expect(fees(rows2, { volumeCm3: 30_000 }, { 抛比: 6000 })).toEqual({ 泡: 100 })
    expect(fees(rows2, { volumeCm3: 29_990 }, { 抛比: 6000 })).toEqual({})
    expect(fees(rows2, { volumeCm3: 30_000 })).toEqual({})
  })
})
