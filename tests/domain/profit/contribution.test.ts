import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capitalCost, contributionOf } from '#shared/domain/profit/contribution'
import { shareOut } from '#shared/domain/profit/share-out'

const facts = {
  revenueFen: 1_000_000,
  costedRevenueFen: 1_000_000,
  costFen: 700_000,
  rebateFen: -20_000,
  claimFen: 5_000,
  serviceFen: 30_000,
  capitalFen: 3_575,
}

describe('contribution value', () => {
  it('is revenue less cost, rebates, claims, services and capital', () => {
    expect(contributionOf(facts)).toBe(1_000_000 - 700_000 - 20_000 - 5_000 - 30_000 - 3_575)
  })

  it('is not known while no ticket has a cost', () => {
    expect(contributionOf({ ...facts, costFen: null })).toBeNull()
  })

  it('leaves tickets without a cost out with their revenue', () => {
    const partly = contributionOf({ ...facts, costedRevenueFen: 800_000, costFen: 500_000 })
    expect(partly).toBe(800_000 - 500_000 - 20_000 - 5_000 - 30_000 - 3_575)
  })

  it('lends a month of revenue for the credit days', () => {
    // 10,000.00 × 4.35 % × 30 ÷ 365 = 35.753… → 35.75
    expect(capitalCost(1_000_000, 30, { ratePpm: 43_500 })).toBe(3_575)
  })

  it('lends nothing without credit days, and nothing on negative revenue', () => {
    expect(capitalCost(1_000_000, null, { ratePpm: 43_500 })).toBe(0)
    expect(capitalCost(-1_000_000, 30, { ratePpm: 43_500 })).toBe(0)
  })
})

describe('sharing out', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [5, [0, 10, 0], [0, 5, 0]],
    [7, [0, 0], [0, 0]],
    [1, [1, 2], [0, 1]],
  ])('%d by %j', (fen, weights, parts) => {
    expect(shareOut(fen, weights)).toEqual(parts)
  })

  it('adds up to the fen and is fair to the fen', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10_000_000_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), weights, (fen, list) => {
        const sum = list.reduce((a, b) => a + b, 0)
        fc.pre(sum > 0)
        const parts = shareOut(fen, list)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(fen)
        for (const [index, part] of parts.entries()) {
          expect(Math.abs(part - (fen * (list[index] ?? 0)) / sum)).toBeLessThan(1.001)
        }
      }),
      { numRuns: 500 },
    )
  })
})
