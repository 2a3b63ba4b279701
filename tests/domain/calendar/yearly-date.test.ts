import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toLunar } from '#shared/domain/calendar/lunar'
import {
  codesBetween,
  isYearlyDate,
  nextOccurrence,
  occurrenceFinder,
  occurrenceIn,
  occurrencesBetween,
  type YearlyDate,
} from '#shared/domain/calendar/yearly-date'
import { addDays } from '#shared/domain/months'

const lunar = (month: number, day: number, leap = false): YearlyDate => ({ calendar: 'lunar', month, day, leap })
const solar = (month: number, day: number): YearlyDate => ({ calendar: 'solar', month, day, leap: false })

const anyDate = fc.oneof(
  fc.record({
    calendar: fc.constant('lunar' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 30 }),
    leap: fc.boolean(),
  }),
  fc
    .record({
      calendar: fc.constant('solar' as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
      leap: fc.constant(false),
    })
    .filter(isYearlyDate),
)
const anyDay = fc.integer({ min: 0, max: 72_000 }).map((offset) => addDays('1901-06-01', offset))

describe('a day that comes every year', () => {
  it.each([
    ['a lunar day', lunar(8, 15), 2026, '2026-09-25', []],
    ['a lunar day of the winter falls into the next solar year', lunar(12, 8), 2026, '2027-01-15', []],
    ['a leap month that is there', lunar(6, 1, true), 2025, '2025-07-25', []],
    ['a leap month that is not there', lunar(6, 1, true), 2026, '2026-07-14', ['no-leap-month']],
    ['day 30 where the month has 30', lunar(1, 30), 2026, '2026-03-18', []],
    ['day 30 where the month has 29', lunar(2, 30), 2026, '2026-04-16', ['short-month']],
    ['day 30 of a leap month with 29', lunar(6, 30, true), 2025, '2025-08-22', ['short-month']],
    ['29 February in a leap year', solar(2, 29), 2028, '2028-02-29', []],
    ['29 February in any other', solar(2, 29), 2027, '2027-02-28', ['no-leap-day']],
  ])('%s', (_what, date, year, day, kept) => expect(occurrenceIn(date, year)).toEqual({ year, day, kept }))

  it('ends where the calendar ends', () => {
    expect(occurrenceIn(lunar(1, 1), 2101)).toBeNull()
    expect(nextOccurrence(solar(1, 1), '2101-01-01')).toBeNull()
    expect(nextOccurrence(lunar(12, 29), '2101-01-01')?.day).toBe('2101-01-28')
  })

  it('comes next on the first of its days that is not past', () => {
    expect(nextOccurrence(solar(11, 22), '2026-11-22')?.day).toBe('2026-11-22')
    expect(nextOccurrence(solar(11, 21), '2026-11-22')?.day).toBe('2027-11-21')
    expect(nextOccurrence(lunar(12, 29), '2026-01-10')?.day).toBe('2026-02-16')
  })

  it('comes once in every year of its calendar, on a day that reads back as it was said', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1901, max: 2099 }), (date, year) => {
        const found = occurrenceIn(date, year)
        if (!found) throw new Error('missing')
        if (date.calendar === 'lunar') {
          const back = toLunar(found.day)
          expect(back?.year).toBe(year)
          expect(back?.month).toBe(date.month)
          expect(back?.leap).toBe(date.leap && !found.kept.includes('no-leap-month'))
          expect(back?.day).toBe(found.kept.includes('short-month') ? 29 : date.day)
        } else {
          expect(found.day.slice(0, 4)).toBe(String(year))
          expect(Number(found.day.slice(8))).toBe(found.kept.length > 0 ? 28 : date.day)
        }
      }),
    )
  })

  it('is found in a span exactly if one of its years puts it there, and the sieve of days lets it through', () => {
    fc.assert(
      fc.property(anyDate, anyDay, fc.integer({ min: 0, max: 500 }), (date, from, length) => {
        const to = addDays(from, length)
        const found = occurrencesBetween(date, from, to)
        const next = nextOccurrence(date, from)
        expect(found.length > 0).toBe(next !== null && next.day <= to)
        if (found.length > 0) expect(codesBetween(from, to)[date.calendar]).toContain(date.month * 100 + date.day)
        expect(occurrenceFinder(from, to)(date)).toEqual(found)
      }),
      { numRuns: 1000 },
    )
  })

  it('knows days that never come', () => {
    expect([solar(2, 29), solar(4, 30), lunar(12, 30), lunar(6, 1, true)].every(isYearlyDate)).toBe(true)
    expect(
      [solar(2, 30), solar(4, 31), lunar(1, 31), solar(13, 1), solar(1, 0), { ...solar(6, 1), leap: true }].some(
        isYearlyDate,
      ),
    ).toBe(false)
  })
})
