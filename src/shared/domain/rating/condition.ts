import { parseDecimal, plainText } from '../decimal'
import { formatFen, parseYuan } from '../money'
import {
  formatCentimetres,
  formatCubicMetres,
  formatKilograms,
  parseCentimetres,
  parseCubicMetres,
  parseKilograms,
} from '../weight'
import type { Comparison, Condition, ConditionField } from './price-sheet'

/** The 条件 of a surcharge: `字段 运算符 数 [单位]`, joined by 且 (PRICING §1 step 6). */

type Measure = 'weight' | 'count' | 'length' | 'volume' | 'money'

const FIELDS: Readonly<Record<string, { field: ConditionField; measure: Measure }>> = {
  单件重: { field: 'piece-weight', measure: 'weight' },
  单件重量: { field: 'piece-weight', measure: 'weight' },
  票重: { field: 'ticket-weight', measure: 'weight' },
  实重: { field: 'ticket-weight', measure: 'weight' },
  计费重: { field: 'chargeable-weight', measure: 'weight' },
  体积重: { field: 'volume-weight', measure: 'weight' },
  件数: { field: 'pieces', measure: 'count' },
  最长边: { field: 'longest-side', measure: 'length' },
  次长边: { field: 'second-side', measure: 'length' },
  最短边: { field: 'shortest-side', measure: 'length' },
  三边和: { field: 'side-sum', measure: 'length' },
  三边之和: { field: 'side-sum', measure: 'length' },
  体积: { field: 'volume', measure: 'volume' },
  声明价值: { field: 'declared', measure: 'money' },
  代收货款: { field: 'cod', measure: 'money' },
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '≥': '>=',
  '>=': '>=',
  '>': '>',
  '≤': '<=',
  '<=': '<=',
  '<': '<',
  '=': '=',
  '==': '=',
  '≠': '!=',
  '!=': '!=',
}

/** Units by measure; the factor turns a figure read at the measure's base scale into it. The first unit is written. */
const UNITS: Readonly<Record<Measure, Readonly<Record<string, number>>>> = {
  weight: { kg: 1, 公斤: 1, 千克: 1, t: 1000, 吨: 1000, '': 1 },
  count: { 件: 1, '': 1 },
  length: { cm: 1, 厘米: 1, m: 100, 米: 100, '': 1 },
  volume: { 'm³': 1, m3: 1, 立方米: 1, 立方: 1, 方: 1, '': 1 },
  money: { 元: 1, 万元: 10_000, 万: 10_000, '': 1 },
}

const PARSERS = {
  weight: parseKilograms,
  count: (text: string) => parseDecimal(text, 0),
  length: parseCentimetres,
  volume: parseCubicMetres,
  money: parseYuan,
}

const FORMATS: Readonly<Record<Measure, (value: number) => string>> = {
  weight: formatKilograms,
  count: String,
  length: formatCentimetres,
  volume: formatCubicMetres,
  money: formatFen,
}

const TERM = /^([^\d<>=≥≤≠!]+)(>=|<=|==|!=|[<>=≥≤≠])([\d.,]+)(.*)$/

/** All conditions of the text, or null where a term is unreadable. An empty text has none. */
export function parseConditions(text: string): Condition[] | null {
  const plain = plainText(text).replaceAll(/\s/g, '')
  if (plain === '') return []
  const conditions: Condition[] = []
  for (const term of plain.split('且')) {
    const match = TERM.exec(term)
    const known = FIELDS[match?.[1] ?? '']
    const comparison = COMPARISONS[match?.[2] ?? '']
    if (!match || !known || !comparison) return null
    const factor = UNITS[known.measure][(match[4] ?? '').toLowerCase()]
    const figure = PARSERS[known.measure](match[3] ?? '')
    if (factor === undefined || !figure.ok || !Number.isSafeInteger(figure.value * factor)) return null
    conditions.push({ field: known.field, comparison, value: figure.value * factor })
  }
  return conditions
}

/** The canonical text: `单件重 ≥ 60 kg 且 票重 ≥ 100 kg`. */
export function formatConditions(conditions: readonly Condition[]): string {
  return conditions.map(formatCondition).join(' 且 ')
}

export function formatCondition({ field, comparison, value }: Condition): string {
  const [name, { measure }] = Object.entries(FIELDS).find(([, entry]) => entry.field === field) ?? missing(field)
  const sign = Object.keys(COMPARISONS).find((key) => COMPARISONS[key] === comparison) ?? comparison
  const unit = Object.keys(UNITS[measure])[0] ?? ''
  return `${name} ${sign} ${FORMATS[measure](value)} ${unit}`
}

function missing(field: ConditionField): never {
  throw new RangeError(`no name for condition field ${field}`)
}
