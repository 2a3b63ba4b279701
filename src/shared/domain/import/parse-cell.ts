import type { FieldDeclaration, Unit } from '#shared/fields/field'
import { cellText, cleanText, isNothing } from '#shared/domain/import/cell-text'
import { unusable } from '#shared/domain/import/figure'
import { parseInteger, parseMoneyFen, parsePercentPpm } from '#shared/domain/import/parse-amount'
import { parseDate, type DateOrder } from '#shared/domain/import/parse-date'
import { parsePhone, parseText, parseUscc, parseWaybillNumber } from '#shared/domain/import/parse-identifier'
import {
  parseLengthTenthMm,
  parseSize,
  parseVolumeCm3,
  parseWeightGrams,
  type SizeTenthMm,
} from '#shared/domain/import/parse-measure'
import { refused, type Parsed } from '#shared/domain/import/parsed'
import type { CellValue } from '#shared/domain/import/raw-row'

/** A parsed value in stored units: fen, g, cm³, tenths of a millimetre, ppm, YYYY-MM-DD; null where nothing stands. */
export type FieldValue = string | number | boolean | SizeTenthMm | null

/** What the column tells about its cells. */
export interface ColumnContext {
  /** Unit named by the header. */
  unit?: Unit
  /** Order of day and month settled from the whole column. */
  dateOrder?: DateOrder
}

type Parser = (value: CellValue, field: FieldDeclaration, column: ColumnContext) => Parsed<FieldValue>

const parsers: Readonly<Record<FieldDeclaration['type'], Parser>> = {
  text: (value, field) => parseText(value, field.maxLength),
  place: (value, field) => parseText(value, field.maxLength),
  integer: (value) => parseInteger(value, { min: 0 }),
  money: (value, field, column) => parseMoneyFen(value, column.unit ?? field.unit),
  weight: (value, field, column) => parseWeightGrams(value, column.unit ?? field.unit),
  volume: (value, field, column) => parseVolumeCm3(value, column.unit ?? field.unit),
  length: (value, field, column) => parseLengthTenthMm(value, column.unit ?? field.unit),
  size: (value, field, column) => parseSize(value, column.unit ?? field.unit),
  percent: (value, _field, column) => parsePercentPpm(value, column.unit),
  date: (value, _field, column) => parseDate(value, column.dateOrder),
  phone: (value) => parsePhone(value),
  boolean: (value) => parseBoolean(value),
  choice: (value, field) => parseChoice(value, field.choices ?? {}),
  waybillNumber: (value) => parseWaybillNumber(value),
  uscc: (value) => parseUscc(value),
}

/** One cell as its field wants it. Nothing in an optional field is null, in a required one `missing`. */
export function parseCell(
  field: FieldDeclaration,
  value: CellValue | undefined,
  column: ColumnContext = {},
): Parsed<FieldValue> {
  if (isNothing(value)) return field.required ? refused('missing', cellText(value)) : { ok: true, value: null }
  return parsers[field.type](value ?? null, field, column)
}

const YES = new Set(['是', 'Y', 'YES', 'TRUE', '1', '有', '√', '✓', '对'])
const NO = new Set(['否', 'N', 'NO', 'FALSE', '0', '×', 'X', '没有', '不', '错'])

export function parseBoolean(value: CellValue | undefined): Parsed<boolean> {
  const nothing = unusable(value)
  if (nothing) return nothing
  const text = cellText(value)
  const word = cleanText(text).toUpperCase()
  if (YES.has(word)) return { ok: true, value: true }
  return NO.has(word) ? { ok: true, value: false } : refused('notABoolean', text)
}

export function parseChoice(
  value: CellValue | undefined,
  choices: Readonly<Record<string, readonly string[]>>,
): Parsed<string> {
  const nothing = unusable(value)
  if (nothing) return nothing
  const text = cellText(value)
  const word = cleanText(text).toUpperCase()
  for (const [choice, names] of Object.entries(choices)) {
    if (choice.toUpperCase() === word || names.some((name) => cleanText(name).toUpperCase() === word)) {
      return { ok: true, value: choice }
    }
  }
  return refused('notAChoice', text)
}
