import type { CellDate } from '#shared/domain/import/raw-row'

const DAY_MS = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

/** Day count of 9999-12-31, the last day Excel knows. */
const LAST_SERIAL = 2_958_465

/**
 * The calendar day (and time, to the second) of an Excel serial. Days 1–59 of the 1900 system are one off because Excel
 * believes in 29 February 1900; no waybill is that old, but the rule costs nothing.
 */
export function serialToDate(serial: number, date1904: boolean): CellDate | string | number {
  if (!(serial >= 0) || serial > LAST_SERIAL) return serial
  let day = Math.floor(serial)
  let seconds = Math.round((serial - day) * 86_400)
  if (seconds === 86_400) {
    day += 1
    seconds = 0
  }
  // A serial below one day is a time of day without a date.
  if (day === 0 && !date1904) return clock(seconds)
  const shifted = !date1904 && day < 60 ? day + 1 : day
  const date = dayText(shifted, date1904)
  return seconds === 0 ? { date } : { date, time: clock(seconds) }
}

const knownDays = new Map<number, string>()

function dayText(day: number, date1904: boolean): string {
  const key = date1904 ? -day - 1 : day
  const known = knownDays.get(key)
  if (known) return known
  const text = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + day * DAY_MS).toISOString().slice(0, 10)
  if (knownDays.size < 20_000) knownDays.set(key, text)
  return text
}

function clock(seconds: number): string {
  const part = (value: number): string => String(value).padStart(2, '0')
  return `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`
}

/** Number formats that come without a code: 27–36 and 50–58 are dates in Chinese, Japanese and Korean Excel. */
// oxfmt-ignore
const builtInFormats: Readonly<Record<number, string>> = {
  0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?',
  13: '# ??/??', 14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM',
  20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm', 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"',
  30: 'm-d-yy', 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: 'AM/PM h"时"mm"分"',
  35: 'AM/PM h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: '#,##0;-#,##0', 38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00', 40: '#,##0.00;[Red]-#,##0.00', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0',
  48: '##0.0E+0', 49: '@', 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"',
  54: 'm"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}

export function builtInFormat(id: number): string {
  return builtInFormats[id] ?? 'General'
}

const knownFormats = new Map<string, boolean>()

/** True if numbers under this format are shown as dates or times of day; elapsed times ([h]:mm) are amounts. */
export function isDateFormat(format: string): boolean {
  const known = knownFormats.get(format)
  if (known !== undefined) return known
  const bare = (format.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
  const elapsed = /\[(h+|m+|s+)\]/i.test(bare)
  const plain = bare.replace(/\[[^\]]*\]/g, '').replace(/general|g\/通用格式/gi, '')
  const answer = !elapsed && /[ymdhs年月日时]/i.test(plain) && !/[#?]/.test(plain)
  if (knownFormats.size < 5000) knownFormats.set(format, answer)
  return answer
}
