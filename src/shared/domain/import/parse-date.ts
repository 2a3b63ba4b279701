import { cellText, cleanText } from '#shared/domain/import/cell-text'
import { unusable } from '#shared/domain/import/figure'
import { refused, type Parsed } from '#shared/domain/import/parsed'
import { isCellDate, type CellValue } from '#shared/domain/import/raw-row'
import { shanghaiDay } from '#shared/domain/shanghai-time'

/** Order of day, month and year in texts that do not show it themselves. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy'

interface Day {
  year: number
  month: number
  day: number
}

/** Years a waybill, contract or payment of this trade can carry. */
const FIRST_YEAR = 1990
const LAST_YEAR = 2099
/** Two-digit years are read within this window. */
const SHORT_YEARS = { first: 2010, last: 2049 }

/** 1990-01-01 and 2099-12-31 as Excel serials of the 1900 system. */
const SERIALS = { first: 32_874, last: 73_050 }

/**
 * A business date, YYYY-MM-DD: date cells, serials, 2025-03-01, 2025.3.1, 2025/3/1, 20250301, 2025年3月1日, 25-3-1,
 * 03/15/2025, 15.03.2025, 1-Mar-2025, each also with a time. Where the order of day and month cannot be seen
 * the column has to settle it (`settleDateOrder`), otherwise `ambiguousDate`.
 */
export function parseDate(value: CellValue | undefined, order?: DateOrder): Parsed<string> {
  const nothing = unusable(value)
  if (nothing) return nothing
  const text = cellText(value)
  if (isCellDate(value)) return inRange(value.date, text)
  if (typeof value === 'boolean') return refused('notADate', text)
  if (typeof value === 'number') return fromNumber(value, text)
  const bare = cleanText(text).replace(/^'/, '')
  const local = zonedToLocal(bare)
  if (local) return inRange(local, text)
  const dayPart = withoutTime(bare)
  if (dayPart === undefined) return refused('notADate', text)
  if (/^\d+(?:\.\d+)?$/.test(dayPart)) {
    const compact = fromDigits(dayPart, text)
    if (compact) return compact
  }
  const candidates = readings(dayPart)
  if (candidates.length === 0) return refused('notADate', text)
  return choose(candidates, order, text)
}

/**
 * The order that reads every ambiguous text of a column; undefined if none or more than one does (then every
 * such cell is refused by name and the clerk is asked).
 */
export function settleDateOrder(values: Iterable<CellValue | undefined>): DateOrder | undefined {
  const possible = new Set<DateOrder>(['ymd', 'mdy', 'dmy'])
  let seen = false
  for (const value of values) {
    if (typeof value !== 'string') continue
    const dayPart = withoutTime(cleanText(value))
    const valid = dayPart === undefined ? [] : readings(dayPart).filter(({ day }) => isPlausible(day))
    if (valid.length === 0 || valid.some(({ order }) => order === 'certain')) continue
    seen = true
    for (const order of possible) if (!valid.some((one) => one.order === order)) possible.delete(order)
  }
  return seen && possible.size === 1 ? [...possible][0] : undefined
}

interface Reading {
  order: DateOrder | 'certain'
  day: Day
}

function choose(candidates: readonly Reading[], order: DateOrder | undefined, text: string): Parsed<string> {
  const valid = candidates.filter(({ day }) => exists(day))
  if (valid.length === 0) return refused('noSuchDay', text)
  const plausible = valid.filter(({ day }) => isPlausible(day))
  if (plausible.length === 0) return refused('outOfRange', text)
  const days = new Set(plausible.map(({ day }) => iso(day)))
  const [only = ''] = days
  if (days.size === 1) return { ok: true, value: only }
  const settled = plausible.find((one) => one.order === order)
  return settled ? { ok: true, value: iso(settled.day) } : refused('ambiguousDate', text)
}

/** Every way to read three parts as a date. */
function readings(text: string): Reading[] {
  const year = /^(\d{4})\s*(?:[-./年]|\s)\s*(\d{1,2})\s*(?:[-./月]|\s)\s*(\d{1,2})\s*[日号]?$/.exec(text)
  if (year) return [{ order: 'certain', day: dayOf(year[1], year[2], year[3]) }]
  const named = namedMonth(text)
  if (named) return [{ order: 'certain', day: named }]
  const chinese = /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(text)
  if (chinese) return [{ order: 'certain', day: dayOf(chinese[1], chinese[2], chinese[3]) }]
  const parts = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)
  if (!parts) return []
  const [, a, , b, c = ''] = parts
  const found: Reading[] = [
    { order: 'mdy', day: dayOf(c, a, b) },
    { order: 'dmy', day: dayOf(c, b, a) },
  ]
  if (c.length === 2 && (a ?? '').length === 2) found.unshift({ order: 'ymd', day: dayOf(a, b, c) })
  return found
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** 1-Mar-2025, 01 March 25, Mar 1, 2025. */
function namedMonth(text: string): Day | undefined {
  const dayFirst = /^(\d{1,2})[-\s./]([a-z]{3,9})\.?[-\s./,]+(\d{4}|\d{2})$/i.exec(text)
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(text)
  const [word, day, year] = dayFirst
    ? [dayFirst[2], dayFirst[1], dayFirst[3]]
    : [monthFirst?.[1], monthFirst?.[2], monthFirst?.[3]]
  if (!word) return undefined
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
  return month > 0 ? dayOf(year, String(month), day) : undefined
}

/** Digits only: 20250301, 20250301123000, 250301, or a serial that a text file carries. */
function fromDigits(text: string, shown: string): Parsed<string> | undefined {
  const full = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/.exec(text)
  if (full) return choose([{ order: 'certain', day: dayOf(full[1], full[2], full[3]) }], undefined, shown)
  const short = /^(\d{2})(\d{2})(\d{2})$/.exec(text)
  if (short) return choose([{ order: 'certain', day: dayOf(short[1], short[2], short[3]) }], undefined, shown)
  const serial = Number(text)
  return serial >= SERIALS.first && serial < SERIALS.last + 1 ? { ok: true, value: serialDay(serial) } : undefined
}

/** A numeric cell without a date format: a serial, or the digits of a date. */
function fromNumber(value: number, text: string): Parsed<string> {
  if (value >= SERIALS.first && value < SERIALS.last + 1) return { ok: true, value: serialDay(value) }
  if (Number.isInteger(value)) {
    const digits = fromDigits(text, text)
    if (digits) return digits
  }
  return refused('notADate', text)
}

function serialDay(serial: number): string {
  // Half a second of tolerance: 45291.999999 is midnight of the next day, as Excel shows it.
  const day = Math.floor(serial + 0.5 / 86_400)
  return new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10)
}

const TIME_TAIL =
  /^(.*?)(?:T|\s|(?<=[日号)]))\s*(?:\(?(?:周|星期)[一二三四五六日天]\)?)?\s*(?:上午|下午|早上|晚上|中午|凌晨|am|pm)?\s*(?:\d{1,2}[:时点]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?秒?)?分?)?\s*(?:am|pm)?$/i

/** The day without a time of day or weekday behind it; undefined if what follows is neither. */
function withoutTime(text: string): string | undefined {
  if (/^[\d\s年月日号./-]+$/.test(text)) return text
  const tail = TIME_TAIL.exec(text)?.[1]?.trim()
  if (tail !== undefined && tail !== '' && tail !== text) return tail
  const weekday = /^(.*?)\s*\(?(?:周|星期)[一二三四五六日天]\)?$/.exec(text)?.[1]
  return weekday ?? text
}

/** An instant with a zone (2025-03-01T16:30:00Z) as the day in Asia/Shanghai. */
function zonedToLocal(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)) return undefined
  const instant = Date.parse(
    text
      .replace(' ', 'T')
      .replace(/\s/g, '')
      .replace(/([+-]\d{2})(\d{2})$/, '$1:$2'),
  )
  return Number.isNaN(instant) ? undefined : shanghaiDay(instant)
}

function dayOf(year = '', month = '', day = ''): Day {
  const short = Number(year)
  return { year: year.length === 2 ? fullYear(short) : short, month: Number(month), day: Number(day) }
}

/** 25 → 2025; a two-digit year outside 2010–2049 is no year of a waybill and makes the reading implausible. */
function fullYear(short: number): number {
  const year = 2000 + short
  return year >= SHORT_YEARS.first && year <= SHORT_YEARS.last ? year : short
}

function exists({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function isPlausible(day: Day): boolean {
  return exists(day) && day.year >= FIRST_YEAR && day.year <= LAST_YEAR
}

function iso({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function inRange(date: string, text: string): Parsed<string> {
  const year = Number(date.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR ? { ok: true, value: date } : refused('outOfRange', text)
}
