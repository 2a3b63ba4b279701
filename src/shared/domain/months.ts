/** Calendar arithmetic on business months `YYYY-MM` and days `YYYY-MM-DD` (Asia/Shanghai; no clock involved). */

/** The month `count` months later; negative: earlier. */
export function addMonths(month: string, count: number): string {
  const serial = serialOf(month) + count
  return `${String(Math.floor(serial / 12)).padStart(4, '0')}-${String((((serial % 12) + 12) % 12) + 1).padStart(2, '0')}`
}

/** How many months lie from one month to another, both included; 0 or less if they are the wrong way round. */
export function monthCount(from: string, to: string): number {
  return serialOf(to) - serialOf(from) + 1
}

/** All months from one to another, both included. */
export function monthsFrom(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, monthCount(from, to)) }, (_, at) => addMonths(from, at))
}

/** The last day of a month. */
export function lastDayOf(month: string): string {
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()
  return `${month}-${String(days).padStart(2, '0')}`
}

/** Days from one day to another; negative if the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** `2026Q3` of `2026-08`. */
export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`
}

/** First and last month of `2026Q3` or `2026H2`. */
export function spanOf(period: string): { from: string; to: string } {
  const length = period[4] === 'Q' ? 3 : 6
  const last = Number(period.slice(5)) * length
  const month = (number: number) => `${period.slice(0, 4)}-${String(number).padStart(2, '0')}`
  return { from: month(last - length + 1), to: month(last) }
}

function serialOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}
