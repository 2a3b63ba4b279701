import { festivalDays } from '#shared/domain/calendar/festivals'
import { daysBetween } from '#shared/domain/months'

/** The days of the story, and how busy a day is. Months `YYYY-MM`, days `YYYY-MM-DD`. */

export function daysOf(month: string): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
}

/** The first day of the lunar year (春节) that begins in `year`. */
export function springFestival(year: number): string {
  return festivalDays('spring', year)[0] ?? `${year}-02-05`
}

/** How much one day carries compared with an ordinary working day, in permille, before the season of the trade. */
export function dayLoad(day: string): number {
  const weekday = new Date(Date.parse(day)).getUTCDay()
  const ordinary = weekday === 0 ? 450 : weekday === 6 ? 750 : 1000
  return Math.round((ordinary * peak(day)) / 1000)
}

/** Days around which everybody sends more, or hardly anything, in permille. Later rows win. */
function peak(day: string): number {
  const monthDay = day.slice(5)
  const toFestival = daysBetween(springFestival(Number(day.slice(0, 4))), day)
  if (toFestival >= -3 && toFestival <= 7) return 60
  if (toFestival > 7 && toFestival <= 14) return 500
  if (toFestival >= -20 && toFestival < -6) return 1250
  if (monthDay >= '11-01' && monthDay <= '11-03') return 1700
  if (monthDay >= '11-11' && monthDay <= '11-16') return 2600
  if (monthDay >= '12-12' && monthDay <= '12-14') return 1500
  if (monthDay >= '06-16' && monthDay <= '06-20') return 2300
  if (monthDay >= '06-01' && monthDay <= '06-03') return 1500
  if (monthDay >= '10-01' && monthDay <= '10-05') return 600
  return 1000
}
