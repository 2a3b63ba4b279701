import { cellText } from './cell-value'
import type { GridCell } from './grid'

const DAY_MS = 86_400_000
/** Day 0 of Excel's count (its 29 February 1900 never was). */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30)
/** Serials from 1954 to 2119: a plain number outside of them is no business date. */
const SERIALS = { from: 20_000, to: 80_000 }

const SPELLED = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?$/
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/

/**
 * The business date `YYYY-MM-DD` of a cell: a date cell, a serial number without format, `2025/3/1`, `2025年3月1日`,
 * `20250301`, with or without a time. What is no such date comes back as it is, to be refused with its text.
 */
export function cellDate(cell: GridCell): string {
  const text = cellText(cell)
  if (cell?.date !== undefined) return text
  const serial = Number(text)
  if (/^\d{5}(?:\.\d+)?$/.test(text) && serial >= SERIALS.from && serial <= SERIALS.to) return dayOfSerial(serial)
  const match = SPELLED.exec(text.normalize('NFKC')) ?? EIGHT_DIGITS.exec(text)
  if (!match) return text
  return dayText(Number(match[1]), Number(match[2]), Number(match[3])) ?? text
}

function dayText(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}

function dayOfSerial(serial: number): string {
  return new Date(EXCEL_EPOCH + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10)
}

/** A date cell of `YYYY-MM-DD`; null if it is none. */
export function dateCell(text: string): GridCell {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (dayText(Number(year), Number(month), Number(day)) !== text) return null
  return { value: Math.round((Date.parse(text) - EXCEL_EPOCH) / DAY_MS), format: 'yyyy-mm-dd', date: text }
}
