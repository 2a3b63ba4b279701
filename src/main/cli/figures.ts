import { parseDecimal, type DecimalResult } from '#shared/domain/decimal'
import { parseYuan } from '#shared/domain/money'
import { parseKilograms } from '#shared/domain/weight'
import { CommandProblem } from './problem'

/** Figures of the command line, read exactly: what does not fit the unit is turned away, never rounded. */

/** Kilograms as grams. */
export function gramsOf(text: string): number {
  return positive(parseKilograms(text), text, 'kg')
}

/** Yuan as fen. */
export function fenOf(text: string): number {
  return positive(parseYuan(text), text, 'yuan')
}

/** `50x40x30` in centimetres as millimetres. */
export function sizeOf(text: string): { l: number; w: number; h: number } {
  const sides = text.split(/[x×*]/i).map((side) => positive(parseDecimal(side, 1), text, 'size'))
  const [l, w, h] = sides
  if (sides.length !== 3 || !l || !w || !h) throw wrong(text, 'size')
  return { l, w, h }
}

export function piecesOf(text: string): number {
  return wholeNumber(text, 'pieces', 1)
}

export function batchOf(text: string): number {
  return wholeNumber(text, 'batch', 1)
}

export function portOf(text: string): number {
  const port = wholeNumber(text, 'port', 0)
  if (port > 65_535) throw wrong(text, 'port')
  return port
}

/** `2026-03`. */
export function monthOf(text: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw wrong(text, 'month')
  return text
}

/** `2026-03-15`, a day that exists. */
export function dayOf(text: string): string {
  const date = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) throw wrong(text, 'day')
  return text
}

/** `2026H2`. */
export function periodOf(text: string): string {
  if (!/^\d{4}H[12]$/.test(text)) throw wrong(text, 'period')
  return text
}

/** Today in Asia/Shanghai, where the business day is counted. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now)
}

/** The half-year a day lies in. */
export function halfYearOf(day: string): string {
  return `${day.slice(0, 4)}H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`
}

function wholeNumber(text: string, what: string, least: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1
  if (value < least) throw wrong(text, what)
  return value
}

function positive(result: DecimalResult, text: string, what: string): number {
  if (!result.ok || result.value < 0) throw wrong(text, what)
  return result.value
}

function wrong(text: string, what: string): CommandProblem {
  return new CommandProblem('figure', { text, what })
}
