import type { FormValue } from '../rating/sheet-form'
import type { CellPosition } from './cell-address'
import { cellDate } from './cell-date'
import { cellText, cellValue } from './cell-value'
import type { GridCell, GridSheet } from './grid'
import {
  cellOf,
  firstText,
  HEADER_ROWS,
  isNote,
  isNoteLabel,
  isTotal,
  plainHeading,
  rowIsBlank,
  textAt,
} from './header-text'
import type { WorkbookProblems } from './workbook-problem'

/** A column of a table of the form. */
export interface TableField<Name extends string> {
  field: Name
  /** Headings it goes by; the form's own first. */
  headings: readonly string[]
  kind?: 'text' | 'value' | 'date'
  /** An empty cell means the one above, as where cells were merged or left blank below a group. */
  carried?: boolean
}

export interface Table<Name extends string> {
  headerRow: number
  rows: TableRow<Name>[]
}

export interface TableRow<Name extends string> {
  /** Only cells that hold something. */
  values: Partial<Record<Name, FormValue>>
  cells: Record<Name, CellPosition>
}

interface Header<Name extends string> {
  row: number
  columns: Map<Name, number>
}

/**
 * Reads a table by its headings: title rows above, columns in any order, further columns, blank rows, totals and
 * remarks below are tolerated, and said. Without a header row the sheet is refused.
 */
export function readTable<Name extends string>(
  sheet: GridSheet,
  fields: readonly TableField<Name>[],
  problems: WorkbookProblems,
): Table<Name> {
  const header = findHeader(sheet, fields)
  if (!header) {
    problems.errorSheet(sheet.name, 'no-header')
    return { headerRow: 0, rows: [] }
  }
  reportOtherColumns(sheet, header, problems)
  const rows: TableRow<Name>[] = []
  for (let row = header.row + 1; row < sheet.rows.length; row += 1) {
    if (rowIsBlank(sheet.rows[row])) continue
    const read = readRow(sheet, row, fields, header)
    const text = firstText(sheet.rows[row])
    if (isNoteLabel(text) || isBesideTable(Object.values<FormValue | undefined>(read.values))) {
      problems.warn({ sheet: sheet.name, row, column: 0 }, 'row-ignored', { text })
      continue
    }
    carryDown(read, rows.at(-1), fields)
    rows.push(read)
  }
  return { headerRow: header.row, rows }
}

/** The row with most headings of the table, at least two. */
function findHeader<Name extends string>(sheet: GridSheet, fields: readonly TableField<Name>[]): Header<Name> | null {
  let best: Header<Name> | null = null
  for (let row = 0; row < Math.min(sheet.rows.length, HEADER_ROWS); row += 1) {
    const columns = new Map<Name, number>()
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      const heading = plainHeading(cellText(cell))
      const field = fields.find((one) => one.headings.includes(heading) && !columns.has(one.field))
      if (field) columns.set(field.field, column)
    }
    if (columns.size >= 2 && columns.size > (best?.columns.size ?? 0)) best = { row, columns }
  }
  return best
}

function readRow<Name extends string>(
  sheet: GridSheet,
  row: number,
  fields: readonly TableField<Name>[],
  header: Header<Name>,
): TableRow<Name> {
  const values: Partial<Record<Name, FormValue>> = {}
  const cells: Partial<Record<Name, CellPosition>> = {}
  for (const { field, kind } of fields) {
    const column = header.columns.get(field)
    cells[field] = { sheet: sheet.name, row, column: column ?? 0 }
    const value = column === undefined ? '' : readCell(cellOf(sheet, row, column), kind ?? 'text')
    if (value !== '') values[field] = value
  }
  return { values, cells: cells as Record<Name, CellPosition> }
}

function readCell(cell: GridCell, kind: 'text' | 'value' | 'date'): FormValue {
  if (kind === 'value') return cellValue(cell)
  return kind === 'date' ? cellDate(cell) : cellText(cell)
}

function carryDown<Name extends string>(
  row: TableRow<Name>,
  above: TableRow<Name> | undefined,
  fields: readonly TableField<Name>[],
): void {
  for (const { field, carried } of fields) {
    const value = above?.values[field]
    if (carried && value !== undefined) row.values[field] ??= value
  }
}

/** A total, or a remark: one text in the row, or the same in several of its cells where they were merged. */
function isBesideTable(values: readonly (FormValue | undefined)[]): boolean {
  const present = new Set(values.filter((value) => value !== undefined))
  const [first] = present
  return typeof first === 'string' && (isTotal(first) || (present.size === 1 && isNote(first)))
}

function reportOtherColumns<Name extends string>(
  sheet: GridSheet,
  header: Header<Name>,
  problems: WorkbookProblems,
): void {
  const read = new Set(header.columns.values())
  for (const [column, cell] of (sheet.rows[header.row] ?? []).entries()) {
    const filled = sheet.rows.slice(header.row + 1).some((row) => cellText(row[column]) !== '')
    const heading = cellText(cell)
    if (read.has(column) || !filled || heading === '') continue
    problems.warn({ sheet: sheet.name, row: header.row, column }, 'column-ignored', { column: heading })
  }
}

/** Texts right of a column that have no heading: places written on into the next cells. */
export function unheadedTexts(sheet: GridSheet, at: CellPosition, headerRow: number): string[] {
  const texts: string[] = []
  for (let column = at.column + 1; column < (sheet.rows[at.row]?.length ?? 0); column += 1) {
    if (textAt(sheet, headerRow, column) !== '') break
    const text = textAt(sheet, at.row, column)
    if (text !== '') texts.push(text)
  }
  return texts
}
