import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownSum, monthsOfPeriod, shareOfWallet } from '#shared/domain/needs/shares'
import { bracketOf, bracketText, compareWeights, weightBrackets } from '#shared/domain/needs/weight-brackets'

describe('share of wallet', () => {
  it.each([
    [100_000, 25_000, 12, { kind: 'share', sharePpm: 250_000, overWhole: false }],
    [300_000, 100_000, 1, { kind: 'share', sharePpm: 333_300, overWhole: false }],
    [300_000, 200_000, 1, { kind: 'share', sharePpm: 666_700, overWhole: false }],
    [100_000, 0, 3, { kind: 'share', sharePpm: 0, overWhole: false }],
    [100_000, 120_000, 3, { kind: 'share', sharePpm: 1_200_000, overWhole: true }],
    [0, 100, 3, { kind: 'not-applicable', reason: 'no-spend' }],
    [100, 0, 0, { kind: 'not-applicable', reason: 'no-waybills' }],
    [100, -1, 2, { kind: 'not-applicable', reason: 'negative-revenue' }],
  ] as const)('of %i fen with %i of ours in %i months: %j', (total, ours, months, expected) => {
    expect(shareOfWallet(total, ours, months)).toEqual(expected)
  })

  it('is off the exact share by at most half of 0.01 %', () => {
    // Shares beyond the safe integers, ours a billion times the spend, are no shares.
    const spends = fc.integer({ min: 1_000, max: 1_000_000_000_000 })
    const revenues = fc.integer({ min: 1, max: 1_000_000_000_000 })
    fc.assert(
      fc.property(spends, revenues, (total, ours) => {
        const share = shareOfWallet(total, ours, 1)
        expect(share.kind).toBe('share')
        if (share.kind !== 'share') return
        const off = BigInt(share.sharePpm) * BigInt(total) - BigInt(ours) * 1_000_000n
        expect(off < 0n ? -off : off).toBeLessThanOrEqual(50n * BigInt(total))
      }),
    )
  })

  it('adds what is known and knows a period’s months', () => {
    expect(knownSum([400_000, null, 700_000])).toBe(1_100_000)
    expect(monthsOfPeriod('2026')).toEqual({ from: '2026-01', to: '2026-12', months: 12 })
    expect(monthsOfPeriod('2026-05')).toEqual({ from: '2026-05', to: '2026-05', months: 1 })
  })
})

describe('weight brackets', () => {
  it.each([
    [0, null],
    [1, 0],
    [500, 0],
    [501, 1],
    [20_000, 6],
    [20_001, 7],
  ])('%i g fall into %s', (grams, bracket) => {
    expect(bracketOf(grams)).toBe(bracket)
  })

  it('have no gap and no overlap, and one open end', () => {
    expect(weightBrackets.map(bracketText)).toEqual(['0–0.5', '0.5–1', '1–2', '2–3', '3–5', '5–10', '10–20', '20+'])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), (grams) => {
        const holding = weightBrackets.filter(({ above, upTo }) => grams > above && (upTo === null || grams <= upTo))
        expect(holding).toEqual([weightBrackets[bracketOf(grams) ?? -1]])
      }),
    )
  })

  it('compares what is said with what is shipped, and nothing with nothing', () => {
    const rows = compareWeights([500_000, null], [30, 60, 10, 0, 0, 0, 0, 0])
    expect(rows[0]).toMatchObject({ statedPpm: 500_000, actualPpm: 300_000, differencePpm: -200_000 })
    expect(rows[1]).toMatchObject({ statedPpm: null, actualPpm: 600_000, differencePpm: null })
    expect(compareWeights([500_000], []).every(({ actualPpm }) => actualPpm === null)).toBe(true)
  })
})
