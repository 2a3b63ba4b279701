import { parseDecimal, plainText } from '../decimal'
import { formatCubicMetres, formatKilograms } from '../weight'
import type { Bracket } from './price-sheet'

/** What a column header says by itself; `from` null is "where the column before ends". */
export interface BracketHeader {
  unit: 'kg' | 'm3'
  role: 'bracket' | 'first-price' | 'step-price'
  from: number | null
  to: number | null
  first: number | null
  step: number | null
}

type Unit = 'kg' | 'g' | 'm3'

const NUMBER = String.raw`(\d+(?:\.\d+)?)(kg|g|m3)?`
const OPTION = /^(.+?)\(((?:首重|续重)[^()]*)\)$/
const OPTION_PART = /^(首重|续重(?:单位)?)([\d.]+)(kg|g)?$/
const PAIR = /^(.*?)(首重|续重)(?:价格?|费)?\(?(?:\/|每)?([\d.]+)?(kg|g)?(?:以?内)?\)?$/

/** Forms of a range: from and to as match indices of the figures; 0 is none. */
const RANGES: readonly { form: RegExp; from: number; to: number }[] = [
  { form: new RegExp(String.raw`^${NUMBER}(?:-|~|〜|—|–|−|至|到)${NUMBER}$`), from: 1, to: 3 },
  { form: new RegExp(String.raw`^\(${NUMBER},${NUMBER}\]$`), from: 1, to: 3 },
  { form: new RegExp(String.raw`^${NUMBER}<=?[a-z]?(?:≤|<=|<)${NUMBER}$`), from: 1, to: 3 },
  { form: new RegExp(String.raw`^${NUMBER}(?:\+|及?以上|起)$`), from: 1, to: 0 },
  { form: new RegExp(String.raw`^(?:>|≥|>=|大于|超过)${NUMBER}$`), from: 1, to: 0 },
  { form: new RegExp(String.raw`^${NUMBER}(?:及?以下|以内)$`), from: 0, to: 1 },
  { form: new RegExp(String.raw`^(?:<|≤|<=|不超过)${NUMBER}$`), from: 0, to: 1 },
]

/** Reads a bracket header in any spelling of PRICING §3; null where it is none. */
export function parseBracketHeader(text: string): BracketHeader | null {
  const plain = normalise(text)
  const option = OPTION.exec(plain)
  if (option) {
    const range = parseRange(option[1] ?? '')
    return range && range.unit === 'kg' ? withOptions(range, option[2] ?? '') : null
  }
  const pair = PAIR.exec(plain)
  return pair ? parsePair(pair) : parseRange(plain)
}

function parsePair(match: RegExpExecArray): BracketHeader | null {
  const prefix = match[1] ?? ''
  const range: BracketHeader | null =
    prefix === '' ? { unit: 'kg', role: 'bracket', from: null, to: null, first: null, step: null } : parseRange(prefix)
  if (!range || range.unit !== 'kg') return null
  const [, , , size, unit] = match
  // 续重/kg says a step of one kg; neither figure nor unit leaves it to the sheet.
  const own = size || unit ? figure(size ?? '1', unit === 'g' ? 'g' : 'kg') : null
  if ((size || unit) && !own) return null
  return match[2] === '首重'
    ? { ...range, role: 'first-price', first: own }
    : { ...range, role: 'step-price', step: own }
}

function withOptions(range: BracketHeader, options: string): BracketHeader | null {
  const header = { ...range }
  for (const part of options.split(/[,;、]/)) {
    const match = OPTION_PART.exec(part)
    const value = match?.[2] === undefined ? null : figure(match[2], match[3] === 'g' ? 'g' : 'kg')
    if (!match || !value) return null
    if (match[1] === '首重') header.first = value
    else header.step = value
  }
  return header
}

function parseRange(text: string): BracketHeader | null {
  for (const { form, from, to } of RANGES) {
    const match = form.exec(text)
    if (!match) continue
    const fromUnit = match[from + 1] as Unit | undefined
    const toUnit = match[to + 1] as Unit | undefined
    const unit = (to ? toUnit : fromUnit) ?? (from ? fromUnit : undefined) ?? 'kg'
    if (from && to && fromUnit && toUnit && (fromUnit === 'm3') !== (toUnit === 'm3')) return null
    const low = from ? figure(match[from], fromUnit ?? unit) : null
    const high = to ? figure(match[to], toUnit ?? unit) : null
    if ((from && low === null) || (to && high === null)) return null
    return {
      unit: unit === 'm3' ? 'm3' : 'kg',
      role: 'bracket',
      from: from ? low : 0,
      to: high,
      first: null,
      step: null,
    }
  }
  return null
}

/** Integer grams or cm³; null where it is no figure or too exact. */
function figure(text: string | undefined, unit: Unit): number | null {
  const result = parseDecimal(text ?? '', unit === 'm3' ? 6 : unit === 'kg' ? 3 : 0)
  return result.ok ? result.value : null
}

function normalise(text: string): string {
  return plainText(text)
    .replaceAll(/\s/g, '')
    .toLowerCase()
    .replaceAll(/公斤|千克/g, 'kg')
    .replaceAll(/立方米|立方|方|m\^3|cbm/g, 'm3')
    .replaceAll('克', 'g')
    .replaceAll(/\((?:元|kg|m3)[^()]*\)$/g, '')
    .replaceAll(/^(?:重量|体积)(?=[\d<>≤≥(])/g, '')
    .replaceAll(/(?<=[<＜])(?:重量|体积|计费重)(?=[≤<])/g, '')
}

/** The canonical header: `0-0.5`, `3以上`, `0-3m³`, `0以上(首重0.5kg,续重0.5kg)`. */
export function formatBracketHeader(bracket: Bracket): string {
  const format = bracket.unit === 'kg' ? formatKilograms : formatCubicMetres
  const unit = bracket.unit === 'kg' ? '' : 'm³'
  const range =
    bracket.to === null ? `${format(bracket.from)}${unit}以上` : `${format(bracket.from)}-${format(bracket.to)}${unit}`
  const options = [
    bracket.first === null ? '' : `首重${formatKilograms(bracket.first)}kg`,
    bracket.step === null ? '' : `续重${formatKilograms(bracket.step)}kg`,
  ].filter((option) => option !== '')
  return options.length ? `${range}(${options.join(',')})` : range
}
