import { addDays } from '#shared/domain/months'
import { daysOfLunarMonth, toLunar, toSolar } from './lunar'
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR } from './lunar-years'

export type CalendarKind = 'solar' | 'lunar'

/** A day that comes again every year, by the solar calendar (公历) or the lunar one (农历). */
export interface YearlyDate {
  calendar: CalendarKind
  month: number
  day: number
  /** Lunar only: in the leap month behind the month of this number. */
  leap: boolean
}

/**
 * Why a day is kept on another one in a year that does not have it:
 * `no-leap-month` in the ordinary month of the same number, `short-month` on the 29th, the last day of that month,
 * `no-leap-day` on 28 February.
 */
export type Keeping = 'no-leap-month' | 'short-month' | 'no-leap-day'

export interface Occurrence {
  /** The year it is counted in; of a lunar day the lunar year, whose last weeks lie in the next solar one. */
  year: number
  /** `YYYY-MM-DD`. */
  day: string
  kept: readonly Keeping[]
}

/** The day in one year (of a lunar day: that lunar year); null where the calendar is not known, before 1900 or after 2100. */
export function occurrenceIn(date: YearlyDate, year: number): Occurrence | null {
  if (year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR) return null
  return date.calendar === 'solar' ? solarIn(date, year) : lunarIn(date, year)
}

/** All its days from one day to another, both included. */
export function occurrencesBetween(date: YearlyDate, from: string, to: string): Occurrence[] {
  const found: Occurrence[] = []
  // The last weeks of a lunar year fall into the following solar year.
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year++) {
    const occurrence = occurrenceIn(date, year)
    if (occurrence && occurrence.day >= from && occurrence.day <= to) found.push(occurrence)
  }
  return found
}

/** The first of its days on or after a day; null once the calendar ends. */
export function nextOccurrence(date: YearlyDate, from: string): Occurrence | null {
  for (let year = Number(from.slice(0, 4)) - 1; year <= LAST_LUNAR_YEAR; year++) {
    const occurrence = occurrenceIn(date, year)
    if (occurrence && occurrence.day >= from) return occurrence
  }
  return null
}

/** True if some year has this day: 31 April and the 31st of a lunar month never come. */
export function isYearlyDate({ calendar, month, day, leap }: YearlyDate): boolean {
  if (!Number.isInteger(month) || !Number.isInteger(day) || month < 1 || month > 12 || day < 1) return false
  return calendar === 'lunar' ? day <= 30 : !leap && day <= daysOfSolarMonth(2000, month)
}

/** Days of the year as `month * 100 + day`. */
export interface DayCodes {
  solar: number[]
  lunar: number[]
}

/** How the days of a span can have been said: those of another year that are kept on them among them. */
export function codesBetween(from: string, to: string): DayCodes {
  const solar = new Set<number>()
  const lunar = new Set<number>()
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const code = Number(day.slice(5, 7)) * 100 + Number(day.slice(8))
    solar.add(code)
    if (code === 228) solar.add(229)
    const said = toLunar(day)
    if (!said) continue
    lunar.add(said.month * 100 + said.day)
    if (said.day === 29) lunar.add(said.month * 100 + 30)
    if (solar.size === 366 && lunar.size === 360) break
  }
  return { solar: [...solar], lunar: [...lunar] }
}

/** `occurrencesBetween` for many dates and one span: what is said alike is computed once. */
export function occurrenceFinder(from: string, to: string): (date: YearlyDate) => readonly Occurrence[] {
  const found = new Map<string, readonly Occurrence[]>()
  return (date) => {
    const key = `${date.calendar} ${date.month} ${date.day} ${date.leap}`
    const known = found.get(key)
    if (known) return known
    const occurrences = occurrencesBetween(date, from, to)
    found.set(key, occurrences)
    return occurrences
  }
}

function solarIn({ month, day }: YearlyDate, year: number): Occurrence {
  const last = daysOfSolarMonth(year, month)
  const text = (number: number) => String(number).padStart(2, '0')
  return {
    year,
    day: `${year}-${text(month)}-${text(Math.min(day, last))}`,
    kept: day > last ? ['no-leap-day'] : [],
  }
}

function lunarIn({ month, day, leap }: YearlyDate, year: number): Occurrence | null {
  const kept: Keeping[] = []
  const hasLeap = leap && daysOfLunarMonth(year, month, true) > 0
  if (leap && !hasLeap) kept.push('no-leap-month')
  const last = daysOfLunarMonth(year, month, hasLeap)
  if (day > last) kept.push('short-month')
  const solar = toSolar({ year, month, day: Math.min(day, last), leap: hasLeap })
  return solar === null ? null : { year, day: solar, kept }
}

function daysOfSolarMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
