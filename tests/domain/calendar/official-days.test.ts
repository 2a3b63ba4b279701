import { describe, expect, it } from 'vitest'
import { OfficialCalendar, publishedYears } from '#shared/domain/calendar/official-days'

const calendar = new OfficialCalendar(publishedYears)

describe('official holidays', () => {
  it('come with the notices of 2025 and 2026, whole', () => {
    const counts = publishedYears.map(({ year, days }) => [
      year,
      days.filter(({ kind }) => kind === 'off').length,
      days.filter(({ kind }) => kind === 'work').length,
    ])
    expect(counts).toEqual([
      [2025, 28, 5],
      [2026, 33, 6],
    ])
    for (const { year, source, days } of publishedYears) {
      expect(source).toMatch(/国办发明电/)
      expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
      expect(days.every(({ date }) => date.startsWith(`${year}-`))).toBe(true)
    }
  })

  it.each([
    ['2026-01-01', 'holiday'],
    ['2026-01-02', 'holiday'],
    ['2026-01-04', 'adjusted-work'],
    ['2026-02-14', 'adjusted-work'],
    ['2026-02-23', 'holiday'],
    ['2026-02-24', 'workday'],
    ['2026-10-08', 'workday'],
    ['2026-11-22', 'weekend'],
    ['2025-10-08', 'holiday'],
    ['2027-10-01', 'unknown'],
    ['2027-10-02', 'unknown'],
    ['2024-10-01', 'unknown'],
  ])('%s is %s', (day, kind) => expect(calendar.kindOf(day)).toBe(kind))

  it.each([
    ['a working day stays', '2026-11-20', '2026-11-20'],
    ['a Sunday goes back to Friday', '2026-11-22', '2026-11-20'],
    ['a holiday goes back over the weekend before it', '2026-10-03', '2026-09-30'],
    ['an adjusted Saturday is worked on', '2026-10-10', '2026-10-10'],
    ['within 春节 back to the adjusted Saturday', '2026-02-17', '2026-02-14'],
    ['a year nobody entered moves nothing', '2027-10-01', '2027-10-01'],
    ['nor does one that would have to move into it', '2025-01-01', '2025-01-01'],
  ])('%s', (_what, day, moved) => expect(calendar.lastWorkdayUntil(day)).toBe(moved))
})
