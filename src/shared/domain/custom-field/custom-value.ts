import { formatDecimal, parseDecimal } from '#shared/domain/decimal'
import { cellText, cleanText } from '#shared/domain/import/cell-text'
import { readFigure } from '#shared/domain/import/figure'
import { parseDate } from '#shared/domain/import/parse-date'
import { parseText } from '#shared/domain/import/parse-identifier'
import { refused, type Parsed } from '#shared/domain/import/parsed'
import type { CellValue } from '#shared/domain/import/raw-row'

/** What of a field's definition decides how its values are read. */
export interface CustomShape {
  type: 'text' | 'number' | 'date' | 'choice'
  unit: string
  /** Digits behind the point of a number. */
  decimals: number
  options: readonly { name: string; retired: boolean }[]
}

/** How a value is kept: numbers as an integer of 10^-decimals, everything else as text. */
export interface StoredCustom {
  text: string | null
  number: number | null
}

const longestText = 200

/**
 * Reads a value as it is typed or stands in a workbook, in its one written form: `12.5`, `2026-11-22`, the option's name.
 * More decimals than the field has are refused, never rounded away.
 */
export function parseCustom(field: CustomShape, value: CellValue | undefined): Parsed<string> {
  return readers[field.type](field, value)
}

const readers: Readonly<
  Record<CustomShape['type'], (field: CustomShape, value: CellValue | undefined) => Parsed<string>>
> = {
  text: (_field, value) => parseText(value, longestText),
  number: ({ unit, decimals }, value) => {
    const figure = readFigure(value, unit === '' ? [] : [cleanText(unit).replace(/\s/g, '')])
    if (!figure.ok) return figure
    const text = cellText(value)
    if (figure.value.unit !== undefined) return refused('unknownUnit', text)
    const exact = parseDecimal(figure.value.digits, decimals)
    if (exact.ok) return { ok: true, value: formatDecimal(exact.value, decimals) }
    if (exact.fault === 'too-many-decimals') return refused('tooManyDecimals', text, { decimals })
    return refused(exact.fault === 'too-large' ? 'outOfRange' : 'notANumber', text)
  },
  date: (_field, value) => parseDate(value),
  choice: ({ options }, value) => {
    const text = cellText(value)
    const word = cleanText(text).toUpperCase()
    const found = options.find(({ name }) => cleanText(name).toUpperCase() === word)
    return found ? { ok: true, value: found.name } : refused('notAChoice', text)
  },
}

/** The written form as it is kept. @throws RangeError if the text is not one that `parseCustom` gave */
export function storedCustom({ type, decimals }: CustomShape, written: string): StoredCustom {
  if (type !== 'number') return { text: written, number: null }
  const read = parseDecimal(written, decimals)
  if (!read.ok) throw new RangeError(`“${written}” is no number of ${decimals} decimals`)
  return { text: null, number: read.value }
}

/** The written form of what is kept. */
export function writtenCustom({ decimals }: Pick<CustomShape, 'decimals'>, { text, number }: StoredCustom): string {
  return number === null ? (text ?? '') : formatDecimal(number, decimals)
}

/**
 * A number kept with `from` decimals as one with `to` decimals; null where digits would be lost or the figure grows
 * beyond what is exact.
 */
export function rescaled(number: number, from: number, to: number): number | null {
  const read = parseDecimal(formatDecimal(number, from), to)
  return read.ok ? read.value : null
}
