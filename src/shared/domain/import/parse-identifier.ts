import { cellText, cleanText } from '#shared/domain/import/cell-text'
import { unusable } from '#shared/domain/import/figure'
import { refused, type Parsed } from '#shared/domain/import/parsed'
import { isCellDate, type CellValue } from '#shared/domain/import/raw-row'

/** Excel keeps 15 significant digits: a longer number in a numeric cell has lost its tail for good. */
const EXACT_IN_EXCEL = 1e15

/** True for a numeric cell whose digits are no longer those that were typed. */
export function isTruncated(value: CellValue | undefined): boolean {
  return typeof value === 'number' && Math.abs(value) >= EXACT_IN_EXCEL
}

/**
 * A waybill number: letters and digits, upper case, leading zeros kept. Numbers Excel has truncated or a text file has
 * written as 7.3E+14 are refused, never repaired by guess; text numbers of any length are fine.
 */
export function parseWaybillNumber(value: CellValue | undefined): Parsed<string> {
  const nothing = unusable(value)
  if (nothing) return nothing
  const text = cellText(value)
  if (typeof value === 'boolean' || isCellDate(value)) return refused('notAWaybillNumber', text)
  if (typeof value === 'number') {
    if (isTruncated(value)) return refused('truncatedNumber', text)
    return Number.isInteger(value) && value > 0 ? checked(String(value), text) : refused('notAWaybillNumber', text)
  }
  const bare = withoutWrapping(text).replace(/\s/g, '').toUpperCase()
  if (/^\d(?:\.\d+)?E\+\d+$/.test(bare) || /^\d\.\d+E\d+$/.test(bare)) return refused('scientificNumber', text)
  const decimal = /^(\d+)\.0+$/.exec(bare)?.[1]
  if (decimal === undefined) return checked(bare, text)
  return decimal.length > 15 ? refused('truncatedNumber', text) : checked(decimal, text)
}

function checked(number: string, text: string): Parsed<string> {
  const fits = /^[A-Z0-9][A-Z0-9_-]{3,39}$/.test(number) && /\d/.test(number)
  return fits ? { ok: true, value: number } : refused('notAWaybillNumber', text)
}

/** Without `="…"`, a leading apostrophe, and quotes around: the ways of keeping Excel from reading a number. */
function withoutWrapping(text: string): string {
  const plain = cleanText(text)
  const formula = /^="?([^"]*)"?$/.exec(plain)?.[1] ?? plain
  return formula
    .replace(/^['`’‘]+/, '')
    .replace(/^"(.*)"$/, '$1')
    .replace(/^['`’‘]+/, '')
}

/** A code or other short text; numeric cells give their digits, truncated ones are refused. */
export function parseText(value: CellValue | undefined, maxLength = 500): Parsed<string> {
  const nothing = unusable(value)
  if (nothing && nothing.code !== 'missing') return nothing
  const text = cellText(value)
  if (isTruncated(value)) return refused('truncatedNumber', text)
  const plain = typeof value === 'string' ? tidy(value) : text
  if (plain === '') return refused('missing', text)
  return plain.length > maxLength
    ? refused('tooLong', `${plain.slice(0, 20)}…`, { max: maxLength })
    : { ok: true, value: plain }
}

const UNTIDY = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00a0\u3000\t\r]| {2}|^\s|\s$/

/** Invisible characters and blanks at the ends dropped; width, case and line breaks stay as the clerk wrote them. */
function tidy(text: string): string {
  if (!UNTIDY.test(text)) return text
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u3000]/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

const PHONES: readonly { shape: RegExp; write: (match: RegExpExecArray) => string }[] = [
  { shape: /^(?:\+?86|0086)?(1[3-9]\d{9})$/, write: (match) => match[1] ?? '' },
  { shape: /^(?:\+?86|0086)?(010|02\d|0[3-9]\d{2})(\d{7,8})$/, write: (match) => `${match[1]}-${match[2]}` },
  {
    shape: /^(010|02\d|0[3-9]\d{2})(\d{7,8})(?:转|EXT\.?|#|X)(\d{1,6})$/,
    write: (match) => `${match[1]}-${match[2]}-${match[3]}`,
  },
  { shape: /^([48]00)(\d{3})(\d{4})$/, write: (match) => `${match[1]}-${match[2]}-${match[3]}` },
  { shape: /^(95\d{3,4})$/, write: (match) => match[1] ?? '' },
  { shape: /^([2-8]\d{6,7})$/, write: (match) => match[1] ?? '' },
]

/** One or several phone numbers (mobile, landline with area code, 400/800, 95…), joined by 、. */
export function parsePhone(value: CellValue | undefined): Parsed<string> {
  const nothing = unusable(value)
  if (nothing) return nothing
  const text = cellText(value)
  const found: string[] = []
  for (const part of cleanText(text).split(/[,;、/]|\s或\s?|或/)) {
    const phone = onePhone(part)
    if (phone === undefined) return refused('notAPhone', text)
    if (phone !== '') found.push(phone)
  }
  return found.length > 0 ? { ok: true, value: [...new Set(found)].join('、') } : refused('notAPhone', text)
}

function onePhone(part: string): string | undefined {
  const extension = /^(.*\d)-(\d{1,6})$/.exec(part.replace(/\s/g, ''))
  const bare = part.replace(/[\s()+-]/g, (char) => (char === '+' ? '+' : '')).toUpperCase()
  if (bare === '') return ''
  for (const { shape, write } of PHONES) {
    const match = shape.exec(bare)
    if (match) return write(match)
  }
  const [, main, tail] = extension ?? []
  const base = main === undefined || !main.startsWith('0') ? undefined : onePhone(main)
  return base === undefined || tail === undefined ? undefined : `${base}-${tail}`
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Positions 3–8 are the administrative division: digits only. */
function usccAlphabetAt(index: number): string {
  return index >= 2 && index < 8 ? '0123456789' : USCC_ALPHABET
}

/**
 * The unified social credit code with its check digit (GB 32100-2015). What is wrong is said exactly: how many characters
 * there are, which one at which position cannot be, which check digit stands there and which one would be right.
 */
export function parseUscc(value: CellValue | undefined): Parsed<string> {
  const nothing = unusable(value)
  if (nothing) return nothing
  const text = cellText(value)
  if (isTruncated(value)) return refused('truncatedNumber', text)
  const code = cleanText(text).replace(/[\s-]/g, '').toUpperCase()
  if (code.length !== 18) return refused('usccLength', text, { length: code.length })
  const odd = Array.from({ length: code.length }, (_, index) => code.charAt(index)).findIndex(
    (character, index) => !usccAlphabetAt(index).includes(character),
  )
  if (odd >= 0) return refused('usccCharacter', text, { position: odd + 1, character: code[odd] ?? '' })
  const sum = USCC_WEIGHTS.reduce(
    (total, weight, index) => total + weight * USCC_ALPHABET.indexOf(code[index] ?? ''),
    0,
  )
  const check = USCC_ALPHABET[(31 - (sum % 31)) % 31] ?? ''
  return code.endsWith(check)
    ? { ok: true, value: code }
    : refused('usccCheckDigit', text, { found: code[17] ?? '', expected: check })
}
