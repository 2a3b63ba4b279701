import { addDays, daysBetween } from '#shared/domain/months'
import { FIRST_LUNAR_DAY, FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, lunarYears } from './lunar-years'

/** A day of the Chinese calendar (农历). `leap`: in the leap month that follows the month of this number (闰六月). */
export interface LunarDate {
  /** The lunar year: 2026 runs from 2026-02-17 to 2027-02-05. */
  year: number
  month: number
  day: number
  leap: boolean
}

interface LunarMonth {
  month: number
  leap: boolean
  days: number
}

/** Number of the year's leap month; 0: it has none, or the year is not in the table. */
export function leapMonthOf(year: number): number {
  return codeOf(year) & 0xf
}

/** 29 or 30; 0 if there is no such month in that year. */
export function daysOfLunarMonth(year: number, month: number, leap: boolean): number {
  return monthsOf(year).find((one) => one.month === month && one.leap === leap)?.days ?? 0
}

/** The lunar day of a day `YYYY-MM-DD`; null outside 1900-01-31 … 2101-01-28. */
export function toLunar(day: string): LunarDate | null {
  const serial = daysBetween(FIRST_LUNAR_DAY, day)
  const last = starts.length - 1
  if (Number.isNaN(serial) || serial < 0 || serial >= (starts[last] ?? 0)) return null
  // A lunar year starts between 21 January and 20 February of the year of the same number.
  const guess = Math.min(Number(day.slice(0, 4)) - FIRST_LUNAR_YEAR, last - 1)
  const at = (starts[guess] ?? 0) > serial ? guess - 1 : guess
  let rest = serial - (starts[at] ?? 0)
  const year = FIRST_LUNAR_YEAR + at
  for (const { month, leap, days } of monthsOf(year)) {
    if (rest < days) return { year, month, day: rest + 1, leap }
    rest -= days
  }
  return null
}

/** The day `YYYY-MM-DD` of a lunar day; null if that year has no such month or day, or is not in the table. */
export function toSolar({ year, month, day, leap }: LunarDate): string | null {
  let serial = starts[year - FIRST_LUNAR_YEAR]
  if (serial === undefined || year > LAST_LUNAR_YEAR) return null
  for (const one of monthsOf(year)) {
    if (one.month === month && one.leap === leap) {
      return Number.isInteger(day) && day >= 1 && day <= one.days ? addDays(FIRST_LUNAR_DAY, serial + day - 1) : null
    }
    serial += one.days
  }
  return null
}

function codeOf(year: number): number {
  return lunarYears[year - FIRST_LUNAR_YEAR] ?? 0
}

/** The twelve or thirteen months of a year in order. */
function monthsOf(year: number): readonly LunarMonth[] {
  return months[year - FIRST_LUNAR_YEAR] ?? []
}

const months: readonly (readonly LunarMonth[])[] = lunarYears.map((code) => {
  const leapMonth = code & 0xf
  const list: LunarMonth[] = []
  for (let month = 1; month <= 12; month++) {
    list.push({ month, leap: false, days: code & (1 << (16 - month)) ? 30 : 29 })
    if (month === leapMonth) list.push({ month, leap: true, days: code & 0x10000 ? 30 : 29 })
  }
  return list
})

/** Days from the first day of the table to the first day of each year, and behind the last one to the table's end. */
const starts: readonly number[] = months.reduce<number[]>(
  (sums, list) => [...sums, (sums.at(-1) ?? 0) + list.reduce((sum, { days }) => sum + days, 0)],
  [0],
)
