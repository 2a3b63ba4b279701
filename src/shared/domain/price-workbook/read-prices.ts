import { resolvePlaceList } from '../region/place-list'
import type { FormRow, FormValue, FormZone } from '../rating/sheet-form'
import type { CellPosition } from './cell-address'
import { cellText, cellValue } from './cell-value'
import type { GridSheet } from './grid'
import { cellOf, firstText, isNoteLabel, isTotal, plainHeading, rowIsBlank, textAt } from './header-text'
import { findPriceHeader, isPriceHeader, type PriceHeader } from './price-header'
import type { WorkbookProblems } from './workbook-problem'

export interface ReadPrices {
  columns: string[]
  rows: FormRow[]
  /** Zones that stand in the table itself, a zone and its places in two columns. */
  zones: FormZone[]
  /** Row of the header. */
  headerRow: number
  columnCells: CellPosition[]
  keyCells: CellPosition[]
  zoneCells: CellPosition[]
}

/** Reads sheet 价格 (PRICING §3). `zoneNames` are the zones of 分区, by which a row without prices is still a row. */
export function readPrices(
  sheet: GridSheet,
  zoneNames: ReadonlySet<string>,
  problems: WorkbookProblems,
): ReadPrices | null {
  const header = findPriceHeader(sheet)
  if (!header) {
    problems.errorSheet(sheet.name, 'no-header')
    return null
  }
  const at = (row: number, column: number): CellPosition => ({ sheet: sheet.name, row, column })
  const prices: ReadPrices = {
    columns: header.columns.map((column) => column.heading),
    rows: [],
    zones: [],
    headerRow: header.row,
    columnCells: header.columns.map(({ column }) => at(header.row, column)),
    keyCells: [],
    zoneCells: [],
  }
  const keys = keyReader(sheet, header, zoneNames.size > 0)
  let headerEnd = header.row
  for (let row = header.row + 1; row < sheet.rows.length; row += 1) {
    if (rowIsBlank(sheet.rows[row])) continue
    const key = keys.read(row)
    const cells = header.columns.map(({ column }) => cellValue(cellOf(sheet, row, column)))
    if (isHeaderAgain(sheet, header, row)) {
      // The second row of a header whose key was merged downwards; further down it is another table.
      if (row === headerEnd + 1) headerEnd = row
      else problems.error(at(row, keys.column), 'second-table')
      if (row === headerEnd) continue
      break
    }
    const text = firstText(sheet.rows[row])
    if (isNoteLabel(text) || !isPriceRow(key.text, cells, zoneNames)) {
      problems.warn(at(row, keys.column), 'row-ignored', { text })
      continue
    }
    prices.rows.push({ key: key.text, cells })
    prices.keyCells.push(at(row, keys.column))
    if (key.places === undefined) continue
    prices.zones.push({ zone: key.text, places: key.places })
    prices.zoneCells.push(at(row, header.keys.place ?? keys.column))
  }
  reportColumns(sheet, header, prices.keyCells, problems)
  return prices
}

const textOfValue = (value: FormValue): string => (typeof value === 'object' ? `${value.percent}%` : String(value))

/**
 * A row without any price is one if its key is a zone or a place (not served there), else a remark below the table. A
 * row without key and without figures is a remark too; with figures its key is missing, which the engine says.
 */
function isPriceRow(key: string, cells: readonly FormValue[], zoneNames: ReadonlySet<string>): boolean {
  if (isTotal(key)) return false
  const texts = cells.map(textOfValue)
  if (key === '') return texts.some((text) => /\d/.test(text))
  if (texts.some((text) => text !== '' && text !== key)) return true
  if (zoneNames.has(key) || key === '*') return true
  const list = resolvePlaceList(key)
  return list.named.length > 0 && list.unknown.length === 0
}

function isHeaderAgain(sheet: GridSheet, header: PriceHeader, row: number): boolean {
  const sameHeading = Object.values(header.keys).some((column) => {
    const heading = plainHeading(textAt(sheet, header.row, column))
    return heading !== '' && plainHeading(textAt(sheet, row, column)) === heading
  })
  return sameHeading || isPriceHeader(sheet, row)
}

interface RowKey {
  text: string
  /** The places of the zone, where both stand in the row. */
  places?: string
}

/**
 * How a row's key comes about: a zone or place; province and city in two columns, the province only where it changes;
 * a zone beside its places; an origin in a column of its own, as `A→B`.
 */
function keyReader(
  sheet: GridSheet,
  header: PriceHeader,
  zonesElsewhere: boolean,
): { column: number; read: (row: number) => RowKey } {
  const { zone, place, province, city, origin } = header.keys
  const column = (zonesElsewhere ? zone : undefined) ?? place ?? province ?? city ?? zone ?? 0
  const text = (row: number, at: number | undefined): string => (at === undefined ? '' : textAt(sheet, row, at))
  const zoned = zone !== undefined && column !== zone && eachZoneOnce(sheet, header, zone)
  let above = ''
  const destination = (row: number): string => {
    if (column !== province) return text(row, column)
    const own = text(row, province)
    const inside = text(row, city)
    if (own !== '') above = own
    return inside === '' || inside === own ? own : `${above} ${inside}`.trim()
  }
  return {
    column: zoned ? zone : column,
    read: (row) => {
      const to = destination(row)
      if (zoned && text(row, zone) !== '') return { text: text(row, zone), places: to }
      const from = text(row, origin)
      return { text: from === '' || to === '' ? to : `${from}→${to}` }
    },
  }
}

/** A zone that stands in several rows is a mere grouping of them, not the key of each. */
function eachZoneOnce(sheet: GridSheet, header: PriceHeader, column: number): boolean {
  const zones = sheet.rows
    .slice(header.row + 1)
    .map((row) => cellText(row[column]))
    .filter((zone) => zone !== '')
  return zones.length > 0 && new Set(zones).size === zones.length
}

function reportColumns(
  sheet: GridSheet,
  header: PriceHeader,
  rows: readonly CellPosition[],
  problems: WorkbookProblems,
): void {
  const at = (column: number): CellPosition => ({ sheet: sheet.name, row: header.row, column })
  for (const { column, heading, wasDate } of header.columns)
    if (wasDate) problems.warn(at(column), 'header-was-date', { column: heading })
  for (const { column, heading } of header.others) problems.warn(at(column), 'column-ignored', { column: heading })
  const headed = new Set([...header.columns, ...header.others].map(({ column }) => column))
  for (const column of Object.values(header.keys)) headed.add(column)
  const width = Math.max(0, ...sheet.rows.map((row) => row.length))
  for (let column = header.columns[0]?.column ?? width; column < width; column += 1) {
    const figures = rows.some(({ row }) => /\d/.test(textAt(sheet, row, column)))
    if (!headed.has(column) && figures) problems.error(at(column), 'column-without-header')
  }
}
