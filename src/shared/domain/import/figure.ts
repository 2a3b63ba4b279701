import { numberText, parseDecimal } from '#shared/domain/decimal'
import type { Unit } from '#shared/fields/field'
import { cellText, cleanText, isNothing } from '#shared/domain/import/cell-text'
import { refused, type Parsed, type ValueProblem } from '#shared/domain/import/parsed'
import { isCellDate, isCellFault, type CellValue } from '#shared/domain/import/raw-row'
import { dimensionOf, unitMeanings, unitOf, type Dimension } from '#shared/domain/import/units'

/** A figure taken apart: plain decimal text with sign, and the unit the cell itself names. */
export interface Figure {
  digits: string
  unit?: Unit
}

/**
 * Formulas such as =A2-B2 leave 1.1499999999998862 in the file where Excel shows 1.15: what lies beyond the ninth
 * decimal of a numeric cell is noise of its arithmetic. Texts are taken to the last digit.
 */
const NOISE_DECIMALS = 9

/** The refusal common to all parsers: nothing there, an error value, a formula never calculated. */
export function unusable(value: CellValue | undefined): ValueProblem | undefined {
  if (isCellFault(value)) return refused(value.fault, value.text)
  if (isNothing(value)) return refused('missing', cellText(value))
  return undefined
}

/**
 * Reads what people write as a number: 1,234.56 · ￥1 234.5 · (12.50) · 12.5- · １２．５ · 1.5公斤 · 3件.
 * `suffixes` are words without meaning for the value (件, 天). Answers the decimal text, never a float.
 */
export function readFigure(value: CellValue | undefined, suffixes: readonly string[] = []): Parsed<Figure> {
  const nothing = unusable(value)
  if (nothing) return nothing
  const text = cellText(value)
  if (typeof value === 'number') return { ok: true, value: { digits: numberDigits(value) } }
  if (typeof value === 'boolean' || isCellDate(value)) return refused('notANumber', text)
  const plain = cleanText(text).replace(/\s/g, '').replace(/^'/, '').replace(/[−–—]/g, '-')
  const parts = /^(\(|-|\+)?(?:¥|RMB|CNY|人民币)?([-+])?(\d[\d,]*(?:\.\d*)?|\.\d+)(.*?)(-|\))?$/i.exec(plain)
  if (!parts) return refused('notANumber', text)
  const [, open = '', inner = '', digits = '', rest = '', close = ''] = parts
  if ((open === '(') !== (close === ')') || (open !== '' && inner !== '') || (close === '-' && (open || inner))) {
    return refused('notANumber', text)
  }
  const negative = open === '(' || open === '-' || inner === '-' || close === '-'
  const figure: Figure = { digits: negative ? `-${digits}` : digits }
  if (rest === '' || suffixes.includes(rest)) return { ok: true, value: figure }
  const unit = unitOf(rest)
  if (!unit) return refused(/^[a-z\u4e00-\u9fff%^\d]+$/i.test(rest) ? 'unknownUnit' : 'notANumber', text)
  return { ok: true, value: { ...figure, unit } }
}

function numberDigits(value: number): string {
  const short = String(value)
  // A short plain decimal is what the sheet shows; only long ones can hold noise.
  if (short.length <= NOISE_DECIMALS && !short.includes('e')) return short
  return numberText(Number(value.toFixed(NOISE_DECIMALS)))
}

/** The unit a figure counts in: its own, else the header's, else the field's; of another dimension it is refused. */
export function settleUnit(figure: Figure, fallback: Unit, dimension: Dimension): Unit | undefined {
  const unit = figure.unit ?? fallback
  return dimensionOf(unit) === dimension ? unit : undefined
}

/**
 * The figure as an integer of the stored unit. More decimals than it has are refused, or rounded half up (away from
 * zero) where the caller says so; both on the decimal text.
 */
export function toStoredUnits(digits: string, unit: Unit, text: string, beyond: 'refuse' | 'round'): Parsed<number> {
  const { scale } = unitMeanings[unit]
  const quick = shortInteger(digits, scale)
  if (quick !== undefined) return { ok: true, value: quick }
  const exact = parseDecimal(digits, scale)
  if (exact.ok) return { ok: true, value: exact.value }
  if (exact.fault === 'not-a-number') return refused('notANumber', text)
  if (exact.fault === 'too-large') return refused('outOfRange', text)
  if (beyond === 'refuse') return refused('tooManyDecimals', text, { decimals: scale })
  return roundHalfUp(digits, scale, text)
}

/** The usual case, digit by digit: up to nine figures with no more decimals than the unit has. */
function shortInteger(digits: string, scale: number): number | undefined {
  if (digits.length > 10) return undefined
  const negative = digits.startsWith('-')
  let value = 0
  let decimals = -1
  for (let index = negative ? 1 : 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(index) - 48
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit
      if (decimals >= 0) decimals += 1
    } else if (digit === -2 && decimals < 0) decimals = 0
    else return undefined
  }
  if (decimals > scale || decimals === 0 || digits.length === (negative ? 1 : 0)) return undefined
  for (let place = Math.max(decimals, 0); place < scale; place += 1) value *= 10
  return negative && value !== 0 ? -value : value
}

function roundHalfUp(digits: string, scale: number, text: string): Parsed<number> {
  const point = digits.indexOf('.')
  const cut = parseDecimal(digits.slice(0, point + 1 + scale), scale)
  if (!cut.ok) return refused('outOfRange', text)
  const up = (digits[point + 1 + scale] ?? '0') >= '5' ? 1 : 0
  const size = Math.abs(cut.value) + up
  return { ok: true, value: digits.startsWith('-') && size !== 0 ? -size : size }
}
