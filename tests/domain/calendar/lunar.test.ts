import fc from 'fast-check'
import { Lunar, LunarMonth, LunarYear, Solar } from 'lunar-typescript'
import { describe, expect, it } from 'vitest'
import { festivalDays, type FestivalKey } from '#shared/domain/calendar/festivals'
import { daysOfLunarMonth, leapMonthOf, toLunar, toSolar } from '#shared/domain/calendar/lunar'
import { lunarDayText, lunarText } from '#shared/domain/calendar/lunar-text'
import { addDays } from '#shared/domain/months'

/** The other implementation's opinion. */
function elsewhere(day: string) {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const lunar = Solar.fromYmd(year, month, date).getLunar()
  return {
    year: lunar.getYear(),
    month: Math.abs(lunar.getMonth()),
    day: lunar.getDay(),
    leap: lunar.getMonth() < 0,
  }
}

describe('lunar calendar', () => {
  it('goes there and back on every day from 1901 to 2100, without gaps', () => {
    let before = toLunar('1900-12-31')
    let days = 0
    for (let day = '1901-01-01'; day <= '2100-12-31'; day = addDays(day, 1)) {
      const lunar = toLunar(day)
      if (!lunar || !before) throw new Error(day)
      if (toSolar(lunar) !== day) throw new Error(`${day} comes back as ${toSolar(lunar)}`)
      const follows = lunar.day === before.day + 1 || (lunar.day === 1 && before.day >= 29)
      if (!follows) throw new Error(`${day} does not follow the day before`)
      before = lunar
      days++
    }
    expect(days).toBe(73_049)
  })

  it('agrees with lunar-typescript on the first day of every month from 1900 to 2100', () => {
    for (let year = 1900; year <= 2100; year++) {
      expect([year, leapMonthOf(year)]).toEqual([year, LunarYear.fromYear(year).getLeapMonth()])
      for (const theirs of LunarYear.fromYear(year).getMonthsInYear()) {
        const month = Math.abs(theirs.getMonth())
        const leap = theirs.isLeap()
        expect([year, month, leap, daysOfLunarMonth(year, month, leap)]).toEqual([
          year,
          month,
          leap,
          LunarMonth.fromYm(year, theirs.getMonth())?.getDayCount(),
        ])
        const first = Lunar.fromYmd(year, theirs.getMonth(), 1).getSolar().toYmd()
        expect(toSolar({ year, month, day: 1, leap })).toBe(first)
      }
    }
  })

  it('agrees with lunar-typescript on any day', () => {
    const day = fc.integer({ min: 0, max: 73_048 }).map((offset) => addDays('1901-01-01', offset))
    fc.assert(
      fc.property(day, (one) => {
        expect(toLunar(one)).toEqual(elsewhere(one))
      }),
    )
  })

  it.each([
    ['1900-01-30', null],
    ['1900-01-31', { year: 1900, month: 1, day: 1, leap: false }],
    ['2025-07-25', { year: 2025, month: 6, day: 1, leap: true }],
    ['2033-12-22', { year: 2033, month: 11, day: 1, leap: true }],
    ['2101-01-28', { year: 2100, month: 12, day: 29, leap: false }],
    ['2101-01-29', null],
    ['nonsense', null],
  ])('reads %s', (day, lunar) => expect(toLunar(day)).toEqual(lunar))

  it('knows no day that is not there', () => {
    expect(toSolar({ year: 2026, month: 1, day: 30, leap: false })).toBe('2026-03-18')
    expect(toSolar({ year: 2026, month: 2, day: 30, leap: false })).toBeNull()
    expect(toSolar({ year: 2026, month: 6, day: 1, leap: true })).toBeNull()
    expect(toSolar({ year: 2026, month: 1, day: 0, leap: false })).toBeNull()
    expect(toSolar({ year: 2101, month: 1, day: 1, leap: false })).toBeNull()
    expect(toSolar({ year: 1899, month: 12, day: 1, leap: false })).toBeNull()
  })

  it.each([
    [1, '初一'],
    [10, '初十'],
    [11, '十一'],
    [20, '二十'],
    [23, '廿三'],
    [30, '三十'],
  ])('writes day %i as %s', (day, text) => expect(lunarDayText(day, 'zh-CN')).toBe(text))

  it('writes months', () => {
    expect(lunarText({ month: 1, day: 15, leap: false }, 'zh-CN')).toBe('正月十五')
    expect(lunarText({ month: 6, day: 1, leap: true }, 'zh-CN')).toBe('闰六月初一')
    expect(lunarText({ month: 12, day: 8, leap: false }, 'en')).toBe('lunar 12/8')
    expect(lunarText({ month: 6, day: 1, leap: true }, 'en')).toBe('lunar leap 6/1')
  })
})

describe('festivals', () => {
  const vectors: [FestivalKey, string[]][] = [
    ['spring', ['2026-02-17', '2027-02-06', '2028-01-26']],
    ['new-years-eve', ['2026-02-16', '2027-02-05', '2028-01-25']],
    ['lantern', ['2026-03-03', '2027-02-20']],
    ['dragon-boat', ['2026-06-19', '2027-06-09']],
    ['mid-autumn', ['2026-09-25', '2027-09-15']],
    ['double-ninth', ['2026-10-18', '2027-10-08']],
    ['qingming', ['2025-04-04', '2026-04-05', '2027-04-05']],
    ['winter-solstice', ['2025-12-21', '2026-12-22']],
    ['double-eleven', ['2026-11-11']],
  ]
  it.each(vectors)('%s falls on its days', (key, days) => {
    expect(days.map((day) => festivalDays(key, Number(day.slice(0, 4))))).toEqual(days.map((day) => [day]))
  })

  it('agrees with lunar-typescript to 2100', () => {
    for (let year = 1901; year <= 2100; year++) {
      const terms = Lunar.fromYmd(year, 6, 1).getJieQiTable()
      expect([festivalDays('qingming', year), festivalDays('winter-solstice', year)]).toEqual([
        [terms['清明']?.toYmd()],
        [Lunar.fromYmd(year, 6, 1).getJieQiTable()['DONG_ZHI']?.toYmd()],
      ])
      expect(festivalDays('mid-autumn', year)).toEqual([Lunar.fromYmd(year, 8, 15).getSolar().toYmd()])
    }
  })

  it('knows 腊八 in years that have it twice or not at all, and nothing beyond the calendar', () => {
    const days = [2024, 2025, 2026, 2027].map((year) => festivalDays('laba', year))
    expect(days).toEqual([['2024-01-18'], ['2025-01-07'], ['2026-01-26'], ['2027-01-15']])
    const counts = Array.from({ length: 200 }, (_, at) => festivalDays('laba', 1901 + at).length)
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(200)
    expect(festivalDays('spring', 2101)).toEqual([])
  })
})
