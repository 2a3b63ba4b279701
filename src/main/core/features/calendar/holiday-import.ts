import type { HolidayPreview } from '#shared/contract/calendar'
import type { OfficialDay, OfficialYear } from '#shared/domain/calendar/official-days'
import { cellText, cleanText } from '#shared/domain/import/cell-text'
import { detectHeader } from '#shared/domain/import/detect-header'
import { matchColumns } from '#shared/domain/import/match-columns'
import { parseDate } from '#shared/domain/import/parse-date'
import { parseChoice } from '#shared/domain/import/parse-cell'
import { isBlank, type RawRow } from '#shared/domain/import/raw-row'
import { fieldName } from '#shared/fields/field'
import { holidayFields } from '#shared/fields/holiday.fields'
import { type Locale, translate } from '#shared/i18n/index'
import { readWorkbook } from '../../excel/read-workbook'
import { Refused } from '../../refused'
import { problemText } from '../imports/problem-words'

/** A year has 366 days; ten years of holidays are a few hundred rows. */
const mostRows = 5000

export interface HolidayReading {
  rows: (OfficialDay & { row: number })[]
  problems: HolidayPreview['problems']
}

/**
 * Reads a list of days (日期, 名称, 休/班) from a workbook or text file. Rows that cannot be read are told by name and
 * left out; a day that stands twice with different kinds is a problem of its second row.
 * @throws Refused `header-not-found`, `mapping-incomplete`, `file-…`
 */
export async function readHolidays(path: string, name: string, locale: Locale): Promise<HolidayReading> {
  const rows = await readWorkbook({ path, name }, (workbook) => {
    const visible = workbook.sheets.find(({ hidden }) => !hidden)
    return visible ? workbook.head(visible.name, mostRows) : []
  })
  const header = detectHeader(rows, holidayFields)
  if (!header) throw new Refused('header-not-found', { file: name })
  const { matches, missing } = matchColumns(header.headers, holidayFields)
  if (missing.length > 0) {
    const open = holidayFields.filter(({ key }) => missing.includes(key))
    const names = open.map((field) => fieldName(field, (key) => translate(locale, key)))
    throw new Refused('mapping-incomplete', { fields: names.join('、') })
  }
  const columns = new Map(matches.map(({ field, column }) => [field, column]))
  const last = header.headerRows.at(-1) ?? 0
  const reading: HolidayReading = { rows: [], problems: [] }
  const seen = new Map<string, OfficialDay>()
  for (const raw of rows) {
    if (raw.row <= last || raw.cells.every(isBlank)) continue
    const read = readRow(raw, columns, locale)
    if ('text' in read) {
      reading.problems.push(read)
      continue
    }
    const before = seen.get(read.date)
    if (before) {
      if (before.kind !== read.kind) {
        const text = translate(locale, 'calendar:holidayProblem.twice', { date: read.date })
        reading.problems.push({ row: raw.row, text })
      }
      continue
    }
    seen.set(read.date, read)
    reading.rows.push(read)
  }
  return reading
}

/** The usable rows as whole years. */
export function yearsOf({ rows }: HolidayReading, source: string): OfficialYear[] {
  const years = new Map<number, OfficialDay[]>()
  for (const { date, name, kind } of rows) {
    const year = Number(date.slice(0, 4))
    years.set(year, [...(years.get(year) ?? []), { date, name, kind }])
  }
  return [...years]
    .map(([year, days]) => ({ year, source, days: days.toSorted((a, b) => a.date.localeCompare(b.date)) }))
    .toSorted((a, b) => a.year - b.year)
}

function readRow(
  { row, cells }: RawRow,
  columns: ReadonlyMap<string, number>,
  locale: Locale,
): (OfficialDay & { row: number }) | { row: number; text: string } {
  const cell = (field: string) => cells[columns.get(field) ?? -1]
  const date = parseDate(cell('date'))
  if (!date.ok) return { row, text: problemText(date.code, date.params, locale) }
  const kind = parseChoice(cell('kind'), kinds)
  if (!kind.ok) {
    return { row, text: translate(locale, 'calendar:holidayProblem.kind', { text: cellText(cell('kind')) }) }
  }
  const name = cleanText(cellText(cell('name'))).slice(0, 40)
  return { row, date: date.value, name, kind: kind.value === 'work' ? 'work' : 'off' }
}

const kinds = holidayFields.find(({ key }) => key === 'kind')?.choices ?? {}
