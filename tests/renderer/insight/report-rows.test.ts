import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RevenueRow } from '#shared/contract/insight'
import { barsOf } from '../../../src/renderer/features/insight/pareto-option'
import { changeOf, marginRate, rowsFor, sumsOf } from '../../../src/renderer/features/insight/report-rows'

const row = (change: Partial<RevenueRow> = {}): RevenueRow => ({
  accountId: 1,
  accountCode: 'KH000001',
  account: '晨光食品',
  manager: '王芳',
  industry: '食品',
  pieces: 10,
  grams: 1000,
  revenueFen: 10_000,
  costFen: 8000,
  marginFen: 2000,
  unrated: 0,
  uncosted: 0,
  share: 0.5,
  cumulativeShare: 0.5,
  tier: 'platinum',
  previousRevenueFen: 8000,
  ...change,
})

const report = {
  rows: [
    row(),
    row({ accountId: 2, account: '安捷五金', revenueFen: 6000, costFen: null, marginFen: null, tier: 'gold' }),
    row({ accountId: 3, account: '北方药房', revenueFen: 4000, costFen: 5000, marginFen: -1000, tier: 'lead' }),
  ],
}
const asked = { search: '', descending: false }
const ids = (rows: readonly RevenueRow[]) => rows.map(({ accountId }) => accountId)

describe('rows of the report', () => {
  it('keep the core’s order and their rank whatever is shown', () => {
    expect(rowsFor(report, asked).map(({ rank }) => rank)).toEqual([1, 2, 3])
    expect(rowsFor(report, { ...asked, search: '药房' }).map(({ rank }) => rank)).toEqual([3])
  })

  it('are found by name, code, manager and industry, without regard to case', () => {
    expect(ids(rowsFor(report, { ...asked, search: 'kh0000' }))).toEqual([1, 2, 3])
    expect(ids(rowsFor(report, { ...asked, search: '安捷' }))).toEqual([2])
    expect(ids(rowsFor(report, { ...asked, tier: 'lead' }))).toEqual([3])
  })

  it.each([
    ['revenueFen', false, [3, 2, 1]],
    ['marginFen', true, [1, 3, 2]],
    ['marginFen', false, [3, 1, 2]],
    ['account', false, [2, 3, 1]],
    ['tier', false, [1, 2, 3]],
    ['nonsense', true, [1, 2, 3]],
  ] as const)('sorted by %s, descending %s: what is unknown stands last', (sort, descending, expected) => {
    expect(ids(rowsFor(report, { ...asked, sort, descending }))).toEqual(expected)
  })

  it('sum to the fen of their parts, in any order and selection', () => {
    const rows = fc.array(fc.record({ revenueFen: fc.integer({ min: -1e9, max: 1e9 }), cost: fc.option(fc.nat(1e9)) }))
    fc.assert(
      fc.property(rows, (parts) => {
        const made = parts.map(({ revenueFen, cost }) =>
          row({ revenueFen, costFen: cost, marginFen: cost === null ? null : revenueFen - cost }),
        )
        const sums = sumsOf(made)
        expect(sums.revenueFen).toBe(parts.reduce((sum, part) => sum + part.revenueFen, 0))
        const costs = parts.flatMap(({ cost }) => (cost === null ? [] : [cost]))
        expect(sums.costFen).toBe(costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0))
      }),
    )
  })
})

describe('rates', () => {
  it('takes the margin on the costed revenue only', () => {
    expect(marginRate(row())).toBe(0.2)
    expect(marginRate(row({ uncosted: 3, costFen: 3000, marginFen: 1000 }))).toBe(0.25)
    expect(marginRate(row({ costFen: null, marginFen: null }))).toBeNull()
    expect(marginRate(row({ revenueFen: 0, costFen: 100, marginFen: -100 }))).toBeNull()
  })

  it('knows no change without a period before', () => {
    expect(changeOf(row())).toBe(0.25)
    expect(changeOf(row({ previousRevenueFen: null }))).toBeNull()
    expect(changeOf(row({ previousRevenueFen: 0 }))).toBeNull()
  })
})

describe('bars of the Pareto chart', () => {
  it('one for each customer, the tail as one, nothing lost', () => {
    const many = Array.from({ length: 45 }, (_, at) => row({ accountId: at + 1, revenueFen: 1000 - at }))
    const bars = barsOf(many, (count) => `其余 ${count} 家`)
    expect(bars).toHaveLength(30)
    expect(bars.at(-1)).toMatchObject({ label: '其余 16 家', accountId: null, others: 16, cumulative: 1 })
    expect(bars.reduce((sum, bar) => sum + bar.fen, 0)).toBe(many.reduce((sum, one) => sum + one.revenueFen, 0))
    expect(barsOf(many.slice(0, 30), String)).toHaveLength(30)
    expect(barsOf(many.slice(0, 30), String).at(-1)?.accountId).toBe(30)
  })
})
