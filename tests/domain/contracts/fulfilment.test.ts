import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKept, minimumMonths, type Minimum, type MinimumGround } from '#shared/domain/contracts/fulfilment'

const figures = (months: Record<string, number>) =>
  new Map(
    Object.entries(months).map(([month, pieces]) => [
      month,
      { pieces, grams: pieces * 1500, revenueFen: pieces * 400 },
    ]),
  )

function ground(minimum: Partial<Minimum>, change: Partial<MinimumGround> = {}): MinimumGround {
  return {
    minimum: { unit: 'pieces', amount: 1000, period: 'month', ...minimum },
    from: '2026-01-01',
    to: '2026-12-31',
    year: 2026,
    figures: figures({}),
    dataThrough: '2026-11',
    today: '2026-11-22',
    ...change,
  }
}

const states = (of: MinimumGround) =>
  Object.fromEntries(minimumMonths(of).map(({ month, state }) => [month.slice(5), state]))

describe('minimum volume', () => {
  it('is met, missed or running by month', () => {
    const of = ground({}, { figures: figures({ '2026-09': 1000, '2026-10': 999, '2026-11': 400 }) })
    expect(states(of)).toMatchObject({ '08': 'missed', '09': 'met', '10': 'missed', '11': 'running', '12': 'no-data' })
    expect(minimumMonths(of)[9]).toMatchObject({ required: 1000, counted: 999, shortfall: 1 })
  })

  it('a running month that has enough is met', () => {
    expect(states(ground({}, { figures: figures({ '2026-11': 1000 }) }))['11']).toBe('met')
  })

  it('asks for the days’ part of a month that lies partly in the term, rounded up', () => {
    const part = minimumMonths(ground({}, { from: '2026-03-15', to: '2026-06-10' }))
    expect(part.map(({ month, required }) => [month, required])).toEqual([
      ['2026-03', 549],
      ['2026-04', 1000],
      ['2026-05', 1000],
      ['2026-06', 334],
    ])
  })

  it('runs through the calendar year: ahead, behind, met', () => {
    const yearly = { amount: 3650, period: 'year' as const }
    const even = figures({ '2026-01': 310, '2026-02': 280, '2026-03': 300, '2026-04': 3000 })
    const rows = minimumMonths(ground(yearly, { figures: even }))
    expect(rows.slice(0, 4).map(({ required, counted, state }) => [required, counted, state])).toEqual([
      [310, 310, 'ahead'],
      [590, 590, 'ahead'],
      [900, 890, 'behind'],
      [1200, 3890, 'met'],
    ])
  })

  it('is missed only when the year, or the contract, is over', () => {
    const yearly = { amount: 3650, period: 'year' as const }
    const over = { dataThrough: '2027-01', today: '2027-01-01' }
    expect(states(ground(yearly, over))['12']).toBe('missed')
    expect(states(ground(yearly, { ...over, today: '2026-12-31' }))['12']).toBe('running')
    const short = minimumMonths(ground(yearly, { to: '2026-06-30' }))
    expect(short.at(-1)).toMatchObject({ month: '2026-06', required: 1810, shortfall: 1810, state: 'missed' })
  })

  it('a first year that is partial asks for its part', () => {
    const rows = minimumMonths(ground({ amount: 365, period: 'year' }, { from: '2026-07-01', to: null }))
    expect(rows).toHaveLength(6)
    expect(rows.at(-1)?.required).toBe(184)
  })

  it.each([
    ['pieces', 100],
    ['grams', 150_000],
    ['fen', 40_000],
  ] as const)('counts %s', (unit, counted) => {
    const [first] = minimumMonths(ground({ unit }, { figures: figures({ '2026-01': 100 }) }))
    expect(first?.counted).toBe(counted)
  })

  it('the whole year asks for exactly the amount, whatever it is, and never less by a part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000_000 }), (amount) => {
        const rows = minimumMonths(ground({ amount, period: 'year' }))
        expect(rows.at(-1)?.required).toBe(amount)
        for (const [at, row] of rows.entries()) expect(row.required).toBeGreaterThanOrEqual(rows[at - 1]?.required ?? 0)
      }),
    )
  })

  it('no data is neither kept nor missed', () => {
    expect(new Set(Object.values(states(ground({}, { dataThrough: null }))))).toEqual(new Set(['no-data']))
  })
})

it('promises are kept at their target', () => {
  expect(isKept('least', 98_000, 98_000)).toBe(true)
  expect(isKept('least', 98_000, 97_999)).toBe(false)
  expect(isKept('most', 7_000, 7_000)).toBe(true)
  expect(isKept('most', 7_000, 7_001)).toBe(false)
})
