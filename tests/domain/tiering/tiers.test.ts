import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TierRule } from '#shared/contract/insight'
import { sharesOf } from '#shared/domain/tiering/shares'
import { defaultTierRule, tiersOf, type TierEntry } from '#shared/domain/tiering/tiers'

/** A customer by revenue whose margin is a tenth of it, unless said otherwise. */
function customer(id: number, revenueFen: number, more: Partial<TierEntry> = {}): TierEntry {
  const marginFen = Math.trunc(revenueFen / 10)
  return { id, revenueFen, marginFen, costFen: revenueFen - marginFen, pieces: 1, ...more }
}

function tierList(entries: TierEntry[], rule: Partial<TierRule> = {}) {
  const tiers = tiersOf(entries, { ...defaultTierRule, ...rule })
  return entries.map(({ id }) => tiers.get(id))
}

describe('tiers by share of the whole', () => {
  test.each([
    ['the one that crosses 50 % is platinum', [40, 30, 20, 10], ['platinum', 'platinum', 'gold', 'iron']],
    ['exactly on the line closes it', [50, 30, 20], ['platinum', 'gold', 'iron']],
    ['one customer alone is platinum', [7], ['platinum']],
    ['equal ones share the better tier', [30, 30, 20, 20], ['platinum', 'platinum', 'gold', 'gold']],
    ['all equal', [5, 5, 5, 5], ['platinum', 'platinum', 'platinum', 'platinum']],
    ['order of entry does not matter', [10, 40, 20, 30], ['iron', 'platinum', 'gold', 'platinum']],
    ['nothing brought is iron', [100, 0], ['platinum', 'iron']],
    ['more credits than freight is iron', [100, -20], ['platinum', 'iron']],
    ['nobody brought anything', [0, 0], ['iron', 'iron']],
  ])('%s', (_name, revenues, expected) => {
    const entries = revenues.map((revenue, at) => customer(at + 1, revenue * 100, { marginFen: 1, costFen: 1 }))
    expect(tierList(entries)).toEqual(expected)
  })

  test('no customers, no tiers', () => expect(tiersOf([], defaultTierRule).size).toBe(0))

  test('by pieces and by margin', () => {
    const entries = [
      customer(1, 9000, { pieces: 1, marginFen: 10, costFen: 8990 }),
      customer(2, 1000, { pieces: 99, marginFen: 900, costFen: 100 }),
    ]
    expect(tierList(entries)).toEqual(['platinum', 'iron'])
    expect(tierList(entries, { basis: 'pieces' })).toEqual(['iron', 'platinum'])
    expect(tierList(entries, { basis: 'margin' })).toEqual(['iron', 'platinum'])
  })
})

describe('lead', () => {
  test('whoever costs more than he brings, whatever his size', () => {
    const entries = [customer(1, 90_000, { marginFen: -1, costFen: 90_001 }), customer(2, 10_000)]
    expect(tierList(entries)[0]).toBe('lead')
  })
  test('a margin of nothing is not a loss', () => {
    expect(tierList([customer(1, 100, { marginFen: 0, costFen: 100 })])).toEqual(['platinum'])
  })
  test('an unknown margin is never lead, even under a demanding rule', () => {
    const entries = [customer(1, 100, { marginFen: null, costFen: null })]
    expect(tierList(entries, { leadMarginRate: 5000 })).toEqual(['platinum'])
    expect(tierList(entries, { basis: 'margin' })).toEqual(['iron'])
  })
  test('below the rate asked for, taken on the revenue whose cost is known', () => {
    // 1000.00 revenue, but only 100.00 of it costed with 8.00 margin: 8 %, not 0.8 %.
    const partly = customer(1, 100_000, { marginFen: 800, costFen: 9200 })
    expect(tierList([partly], { leadMarginRate: 700 })).toEqual(['platinum'])
    expect(tierList([partly], { leadMarginRate: 800 })).toEqual(['platinum'])
    expect(tierList([partly], { leadMarginRate: 801 })).toEqual(['lead'])
  })
  test('costs without revenue', () => {
    expect(tierList([customer(1, 0, { marginFen: -50, costFen: 50 })])).toEqual(['lead'])
    expect(tierList([customer(1, -500, { marginFen: -500, costFen: 0 })])).toEqual(['lead'])
  })
})

const entries = fc
  .array(fc.record({ revenueFen: fc.integer({ min: -1_000_000, max: 2_000_000_000 }), pieces: fc.nat(10_000) }), {
    maxLength: 80,
  })
  .map((rows) => rows.map((row, at): TierEntry => ({ id: at + 1, marginFen: null, costFen: null, ...row })))
const rules = fc.record({
  basis: fc.constantFrom<TierRule['basis']>('revenue', 'pieces'),
  platinumShare: fc.integer({ min: 1, max: 10_000 }),
  goldShare: fc.integer({ min: 1, max: 10_000 }),
  leadMarginRate: fc.integer({ min: -10_000, max: 10_000 }),
})
const order = { platinum: 3, gold: 2, iron: 1, lead: 0 }

describe('properties of tiers', () => {
  test('whoever brings more never stands lower; equals stand equal', () => {
    fc.assert(
      fc.property(entries, rules, (list, rule) => {
        const tiers = tiersOf(list, rule)
        const value = (entry: TierEntry) => (rule.basis === 'pieces' ? entry.pieces : entry.revenueFen)
        for (const a of list)
          for (const b of list) {
            const [rankA, rankB] = [order[tiers.get(a.id) ?? 'lead'], order[tiers.get(b.id) ?? 'lead']]
            if (value(a) > value(b)) expect(rankA).toBeGreaterThanOrEqual(rankB)
            if (value(a) === value(b)) expect(rankA).toBe(rankB)
          }
      }),
      { numRuns: 60 },
    )
  })

  test('platinum reaches its share, and without its smallest values it would not', () => {
    fc.assert(
      fc.property(entries, rules, (list, rule) => {
        const tiers = tiersOf(list, rule)
        const value = (entry: TierEntry) => Math.max(0, rule.basis === 'pieces' ? entry.pieces : entry.revenueFen)
        const whole = list.reduce((sum, entry) => sum + BigInt(value(entry)), 0n)
        const platinum = list.filter((entry) => tiers.get(entry.id) === 'platinum').map(value)
        if (whole === 0n) {
          expect(platinum).toEqual([])
          return
        }
        const line = whole * BigInt(rule.platinumShare)
        const sum = platinum.reduce((total, one) => total + BigInt(one), 0n)
        expect(sum * 10_000n >= line).toBe(true)
        const least = Math.min(...platinum)
        const kept = platinum.filter((one) => one > least).reduce((total, one) => total + BigInt(one), 0n)
        expect(kept * 10_000n < line).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('shares', () => {
  test('negative values have none, and the rest adds up to one', () => {
    expect(sharesOf([60, 40, -10])).toEqual([
      { share: 0.6, cumulative: 0.6 },
      { share: 0.4, cumulative: 1 },
      { share: 0, cumulative: 1 },
    ])
    expect(sharesOf([0, -5])).toEqual([
      { share: 0, cumulative: 0 },
      { share: 0, cumulative: 0 },
    ])
  })
  test('the last cumulative share is one, and they only grow', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e12 }), { minLength: 1, maxLength: 100 }), (values) => {
        const shares = sharesOf(values)
        const sum = shares.reduce((total, { share }) => total + share, 0)
        if (values.some((value) => value > 0)) {
          expect(sum).toBeCloseTo(1, 9)
          expect(shares.at(-1)?.cumulative).toBe(1)
        }
        for (const [at, { cumulative }] of shares.entries()) {
          expect(cumulative).toBeGreaterThanOrEqual(shares[at - 1]?.cumulative ?? 0)
        }
      }),
    )
  })
})
