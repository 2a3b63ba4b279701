import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { rate } from '#shared/domain/rating/rate'
import { monthEndRebate, monthQuantity, type TierTicket } from '#shared/domain/rating/month-end-rebate'
import type { TierTable } from '#shared/domain/rating/price-sheet'
import type { FormTier, FormValue } from '#shared/domain/rating/sheet-form'
import { sliceQuantity, stepReached } from '#shared/domain/rating/tier-terms'
import { compiled, rated, sheetOf, ticketOf } from './support'

const tier = (lower: number, upper: number | '', benefit: string, rest: Partial<FormTier> = {}): FormTier => ({
  basis: '月票数',
  period: '当月',
  mode: '累进',
  settle: '当票',
  lower,
  upper,
  benefit,
  ...rest,
})

function table(...tiers: FormTier[]): TierTable {
  const [first] = sheetOf({ tiers }).tiers
  if (!first) throw new Error('no table')
  return first
}

describe('当票', () => {
  const freight = (
    tiers: FormTier[],
    tierQuantity: number,
    info: Record<string, FormValue> = {},
    actualGrams = 1_000,
  ): number => rated({ info, cells: ['100'], tiers }, { actualGrams }, { tierQuantity }).totalFen

  test('累进 by tickets: lower inclusive, upper exclusive, 折扣 below the first step', () => {
    const tiers = [tier(100, 200, '95折'), tier(200, '', '9折')]
    expect([0, 99, 100, 199, 200].map((quantity) => freight(tiers, quantity))).toEqual([
      10_000, 10_000, 9_500, 9_500, 9_000,
    ])
    expect([99, 100].map((quantity) => freight(tiers, quantity, { 折扣: '98%' }))).toEqual([9_800, 9_500])
  })

  test('累进 by weight and by freight: a ticket across the edge pays each slice at its own rate', () => {
    const byWeight = [tier(0, 10, '95折', { basis: '月重量' }), tier(10, '', '80折', { basis: '月重量' })]
    // 1 kg before the edge at 0.95, 3 kg after at 0.80 of a freight of 100
    expect(freight(byWeight, 9_000, {}, 4_000)).toBe(8_375)
    const byFreight = [tier(0, 1000, '5%返', { basis: '月运费' }), tier(1000, '', '10%返', { basis: '月运费' })]
    expect(freight(byFreight, 98_000)).toBe(9_100)
    expect(freight(byFreight, 100_000)).toBe(9_000)
  })

  test('全量: the tier reached for the whole ticket', () => {
    const tiers = [
      tier(0, 10, '95折', { basis: '月重量', mode: '全量' }),
      tier(10, '', '80折', { basis: '月重量', mode: '全量' }),
    ]
    expect(freight(tiers, 9_999, {}, 4_000)).toBe(9_500)
    expect(freight(tiers, 10_000, {}, 4_000)).toBe(8_000)
    const previous = tiers.map((row) => ({ ...row, period: '上月' }))
    expect(freight(previous, 10_000, {}, 4_000)).toBe(8_000)
  })

  test('amounts per ticket and per kg, never below zero; the minimum holds afterwards', () => {
    expect(freight([tier(0, '', '0.2元/票')], 5)).toBe(9_980)
    expect(freight([tier(0, '', '0.1元/kg')], 5, {}, 2_500)).toBe(9_975)
    expect(freight([tier(0, '', '200元/票')], 5)).toBe(0)
    expect(freight([tier(0, '', '200元/票')], 5, { 最低收费: 3 })).toBe(300)
  })

  test('the tier stands in place of 折扣 and reaches 参与折扣 fees', () => {
    const surcharges = [{ item: '燃油', kind: '固定', value: 10, discounted: '是' }]
    const result = rate(
      compiled({ info: { 折扣: '50%' }, cells: ['100'], tiers: [tier(0, '', '9折')], surcharges }),
      0,
      ticketOf(),
    )
    expect(result).toMatchObject({ totalFen: 9_900, freightFen: 10_000, ruleIds: ['bracket:0', 'tier', 'surcharge:0'] })
  })
})

describe('月末返利', () => {
  const end = { settle: '月末返利' }
  const tickets: TierTicket[] = [
    { grams: 1_000, freightFen: 1_000 },
    { grams: 2_000, freightFen: 2_000 },
    { grams: 3_000, freightFen: 3_333 },
  ]

  test('全量: everything at the tier reached, as one negative line with its derivation', () => {
    const whole = table(tier(0, 3, '2%返', { ...end, mode: '全量' }), tier(3, '', '5%返', { ...end, mode: '全量' }))
    const rebate = monthEndRebate(whole, tickets)
    expect(rebate).toMatchObject({ quantity: 3, fen: -317 })
    expect(rebate.parts).toEqual([{ step: whole.steps[1], quantity: 3, freightFen: 6_333, rebateFen: 317 }])
    expect(monthEndRebate(whole, tickets)).toEqual(rebate)
    expect(monthEndRebate(whole, tickets.slice(1)).fen).toBe(-107)
  })

  test('累进: each slice at its own rate, in the order given', () => {
    const sliced = table(tier(1, 2, '10%返', end), tier(2, '', '20%返', end))
    expect(
      monthEndRebate(sliced, tickets).parts.map((part) => [part.quantity, part.freightFen, part.rebateFen]),
    ).toEqual([
      [1, 2_000, 200],
      [1, 3_333, 667],
    ])
    // 200 + 666.6 is rounded once
    expect(monthEndRebate(sliced, tickets).fen).toBe(-867)
  })

  test('累进 by weight splits the ticket that lies across the edge', () => {
    const sliced = table(
      tier(0, 2, '10%返', { ...end, basis: '月重量' }),
      tier(2, '', '0.5元/kg', { ...end, basis: '月重量' }),
    )
    // 1 kg and half of the second ticket at 10 %; the other 4 kg at 0.50
    expect(monthEndRebate(sliced, tickets)).toMatchObject({ quantity: 6_000, fen: -(100 + 100 + 200) })
  })

  test('上月: last month decides', () => {
    const rows = [
      tier(0, 100, '1%返', { ...end, period: '上月', mode: '全量' }),
      tier(100, '', '10%返', { ...end, period: '上月', mode: '全量' }),
    ]
    expect(monthEndRebate(table(...rows), tickets, 100)).toMatchObject({ quantity: 100, fen: -633 })
    expect(monthEndRebate(table(...rows), tickets, 99)).toMatchObject({ quantity: 99, fen: -63 })
  })

  test('discounts and amounts per ticket; below the first step nothing', () => {
    expect(monthEndRebate(table(tier(0, '', '95折', end)), tickets).fen).toBe(-317)
    expect(monthEndRebate(table(tier(1, '', '0.25元/票', end)), tickets).fen).toBe(-50)
    expect(monthEndRebate(table(tier(50, '', '95折', end)), tickets)).toMatchObject({ fen: 0, parts: [] })
    expect(monthEndRebate(table(tier(0, '', '95折', end)), [])).toMatchObject({ quantity: 0, fen: 0, parts: [] })
  })

  test('月运费 累进 over any tickets is the sum over the slices of the month', () => {
    const sliced = table(
      tier(0, 100, '1%返', { ...end, basis: '月运费' }),
      tier(100, 300, '3%返', { ...end, basis: '月运费' }),
      tier(300, '', '7%返', { ...end, basis: '月运费' }),
    )
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 20 }), (amounts) => {
        const month = amounts.map((freightFen) => ({ grams: 1_000, freightFen }))
        const total = monthQuantity(sliced, month)
        const part = (from: number, to: number): number => Math.max(0, Math.min(total, to) - from)
        const hundredths = part(0, 10_000) + 3 * part(10_000, 30_000) + 7 * part(30_000, Infinity)
        expect(Math.abs(monthEndRebate(sliced, month).fen)).toBe(Math.floor((hundredths + 50) / 100))
      }),
    )
  })
})

test('slices cover the measure without gap', () => {
  const steps = table(tier(10, 20, '9折'), tier(20, '', '8折'))
  expect(sliceQuantity(steps, 5, 20).map((slice) => [slice.step?.lower ?? null, slice.quantity])).toEqual([
    [null, 5],
    [10, 10],
    [20, 5],
  ])
  expect(stepReached(steps, 9)).toBeNull()
  expect(stepReached(steps, 20)?.lower).toBe(20)
})
