import { addDays } from '#shared/domain/months'
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, qingmingDays, winterSolsticeDays } from './lunar-years'
import { occurrenceIn, type YearlyDate } from './yearly-date'

/** Festivals the branch may greet on, in the order of the year. Their names are `calendar:festival.<key>`. */
export const festivalKeys = [
  'new-year',
  'new-years-eve',
  'spring',
  'lantern',
  'women',
  'qingming',
  'labour',
  'children',
  'dragon-boat',
  'shopping-618',
  'qixi',
  'teachers',
  'mid-autumn',
  'national',
  'double-ninth',
  'double-eleven',
  'double-twelve',
  'winter-solstice',
  'laba',
] as const
export type FestivalKey = (typeof festivalKeys)[number]

/** The day of a festival in a solar year (1901 … 2100), `YYYY-MM-DD`; more than one where two lunar years touch it. */
type Rule = (year: number) => string[]

const solar =
  (month: number, day: number): Rule =>
  (year) =>
    days({ calendar: 'solar', month, day, leap: false }, [year])

const lunar =
  (month: number, day: number): Rule =>
  (year) =>
    days({ calendar: 'lunar', month, day, leap: false }, [year - 1, year]).filter((one) => one.startsWith(`${year}-`))

function days(date: YearlyDate, years: readonly number[]): string[] {
  return years.flatMap((year) => occurrenceIn(date, year)?.day ?? [])
}

const term =
  (month: string, digits: string, base: number): Rule =>
  (year) => {
    const digit = digits[year - FIRST_LUNAR_YEAR]
    return digit === undefined ? [] : [`${year}-${month}-${String(base + Number(digit)).padStart(2, '0')}`]
  }

const rules: Readonly<Record<FestivalKey, Rule>> = {
  'new-year': solar(1, 1),
  // The last day of a lunar year has no number of its own: it is the day before 春节.
  'new-years-eve': (year) => lunar(1, 1)(year).map((day) => addDays(day, -1)),
  spring: lunar(1, 1),
  lantern: lunar(1, 15),
  women: solar(3, 8),
  qingming: term('04', qingmingDays, 0),
  labour: solar(5, 1),
  children: solar(6, 1),
  'dragon-boat': lunar(5, 5),
  'shopping-618': solar(6, 18),
  qixi: lunar(7, 7),
  teachers: solar(9, 10),
  'mid-autumn': lunar(8, 15),
  national: solar(10, 1),
  'double-ninth': lunar(9, 9),
  'double-eleven': solar(11, 11),
  'double-twelve': solar(12, 12),
  'winter-solstice': term('12', winterSolsticeDays, 20),
  laba: lunar(12, 8),
}

/** The festival's days in a solar year: one; of 腊八 sometimes two or none. Empty outside 1900 … 2100. */
export function festivalDays(key: FestivalKey, year: number): string[] {
  return year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR ? [] : rules[key](year)
}

/** Festivals from one day to another, both included, by day. */
export function festivalsBetween(from: string, to: string): { key: FestivalKey; day: string }[] {
  const found: { key: FestivalKey; day: string }[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    for (const key of festivalKeys) {
      for (const day of festivalDays(key, year)) if (day >= from && day <= to) found.push({ key, day })
    }
  }
  return found.toSorted((a, b) => a.day.localeCompare(b.day))
}
