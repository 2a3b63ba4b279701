import type ExcelJS from 'exceljs'
import { shanghaiDay } from '#shared/domain/shanghai-time'
import { columnLetters } from '#core/excel/merges'
import {
  bodyStyle,
  headerStyle,
  noteStyle,
  numberFormatOf,
  subtitleFont,
  titleFont,
  totalStyle,
  unitsOf,
  unitsPerShown,
} from '#core/excel/write/cell-styles'
import { loadExcelJs } from '#core/excel/write/load-exceljs'
import { writeWhole } from '#core/excel/write/output-file'
import { safeText, sheetName, textWidth } from '#core/excel/write/safe-text'
import type {
  NotesSheet,
  ReportColumn,
  ReportSheet,
  ReportValue,
  WorkbookDefinition,
} from '#core/excel/write/workbook-definition'

export type {
  ColumnFormat,
  ReportColumn,
  ReportSheet,
  ReportValue,
  WorkbookDefinition,
} from '#core/excel/write/workbook-definition'

const TITLE_ROW = 1
const FILTER_ROW = 2
const HEADER_ROW = 4
/** Points. */
const LINE_HEIGHT = 16
/** Points; Excel knows no higher row. */
const HIGHEST_ROW = 409
/** Rows looked at for column widths before writing starts; widths stand before the rows in the file. */
const FITTED_ROWS = 300
/** After so many rows the writer lets the zip catch up, so that memory stays flat. */
const BREATH = 2000

/**
 * Writes a finished workbook: title, filter line, frozen header with filter arrows, formats, fitted widths, totals as
 * formulas with their results, data bars, A4 landscape print setup and a sheet of notes. Rows are streamed.
 * @returns data rows written over all sheets
 */
export async function writeWorkbook(path: string, definition: WorkbookDefinition): Promise<number> {
  let written = 0
  await writeWhole(path, async (temporary) => {
    const workbook = new (await loadExcelJs()).stream.xlsx.WorkbookWriter({
      filename: temporary,
      useStyles: true,
      useSharedStrings: true,
    })
    workbook.creator = definition.author
    workbook.created = definition.createdAt
    workbook.modified = definition.createdAt
    const names = new Set<string>()
    for (const sheet of definition.sheets) written += await writeSheet(workbook, sheet, definition, names)
    if (definition.notes) writeNotes(workbook, definition.notes, definition, names)
    await workbook.commit()
  })
  return written
}

async function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  definition: ReportSheet,
  book: WorkbookDefinition,
  names: Set<string>,
): Promise<number> {
  const { columns } = definition
  const iterator = toAsync(definition.rows)
  const first: (readonly ReportValue[])[] = []
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    first.push(next.value)
    if (first.length === FITTED_ROWS) break
  }
  const sheet = workbook.addWorksheet(sheetName(definition.name, names), {
    views: [{ state: 'frozen', ySplit: HEADER_ROW, xSplit: definition.frozenColumns ?? 0, showGridLines: false }],
    pageSetup: { ...pageSetup, printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}` },
    headerFooter: { oddFooter: footer(book) },
  })
  const widths = columns.map((column, index) => column.width ?? fittedWidth(column, index, first))
  sheet.columns = widths.map((width) => ({ width }))
  writeHead(sheet, definition)
  const styles = columns.map(({ format, decimals }) => bodyStyle(format, decimals))
  const sums = columns.map(() => 0)
  let count = 0
  const write = (values: readonly ReportValue[]): void => {
    count += 1
    const row = sheet.getRow(HEADER_ROW + count)
    for (const [index, column] of columns.entries()) {
      const value = values[index] ?? null
      const cell = row.getCell(index + 1)
      cell.value = shown(value, column)
      cell.style = styles[index] ?? {}
      if (typeof value === 'number') sums[index] = (sums[index] ?? 0) + value
      // Several lines (the changes of an entry) would lie over the rows beside them; a text wider than its column would
      // be cut off by its neighbour, or behind the last column make the printed page so wide that nobody can read it.
      const room = (widths[index] ?? 0) - 4
      if (typeof value === 'string' && column.format === 'text' && linesOf(value, room + 4) > 1) {
        cell.style = { ...cell.style, alignment: { ...cell.style.alignment, wrapText: true } }
        row.height = Math.min(HIGHEST_ROW, Math.max(row.height ?? 0, LINE_HEIGHT * linesOf(value, room)))
      }
    }
    row.commit()
  }
  for (const values of first) write(values)
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    write(next.value)
    if (count % BREATH === 0) await new Promise((resume) => setImmediate(resume))
  }
  finishSheet(sheet, definition, count, sums)
  sheet.commit()
  return count
}

function writeHead(sheet: ExcelJS.Worksheet, { columns, title, filterLine }: ReportSheet): void {
  const titleRow = sheet.getRow(TITLE_ROW)
  titleRow.height = 28
  titleRow.getCell(1).value = safeText(title)
  titleRow.getCell(1).font = titleFont
  titleRow.commit()
  const filterRow = sheet.getRow(FILTER_ROW)
  filterRow.getCell(1).value = safeText(filterLine)
  filterRow.getCell(1).font = subtitleFont
  filterRow.commit()
  const headerRow = sheet.getRow(HEADER_ROW)
  headerRow.height = 24
  for (const [index, column] of columns.entries()) {
    const cell = headerRow.getCell(index + 1)
    cell.value = safeText(column.header)
    cell.style = headerStyle
  }
  headerRow.commit()
}

function finishSheet(sheet: ExcelJS.Worksheet, definition: ReportSheet, count: number, sums: readonly number[]): void {
  const { columns } = definition
  const last = HEADER_ROW + count
  if (count === 0) {
    const row = sheet.getRow(HEADER_ROW + 1)
    row.getCell(1).value = safeText(definition.emptyText ?? '')
    row.getCell(1).font = subtitleFont
    row.commit()
    return
  }
  sheet.autoFilter = { from: { row: HEADER_ROW, column: 1 }, to: { row: last, column: columns.length } }
  if (columns.some(({ total }) => total)) writeTotals(sheet.getRow(last + 1), definition, last, sums)
  for (const [index, column] of columns.entries()) {
    if (!column.dataBar) continue
    const letters = columnLetters(index)
    sheet.addConditionalFormatting({
      ref: `${letters}${HEADER_ROW + 1}:${letters}${last}`,
      rules: [{ ...dataBar, priority: index + 1 }],
    })
  }
}

function writeTotals(row: ExcelJS.Row, definition: ReportSheet, last: number, sums: readonly number[]): void {
  const { columns, totalLabel } = definition
  const labelColumn = columns.findIndex(({ total }) => !total)
  row.height = 22
  for (const [index, column] of columns.entries()) {
    const cell = row.getCell(index + 1)
    cell.style = totalStyle(column.format)
    if (index === labelColumn && totalLabel) {
      cell.value = safeText(totalLabel)
      cell.style = totalStyle('text')
    } else if (column.total === 'sum') {
      const letters = columnLetters(index)
      const result = (sums[index] ?? 0) / unitsPerShown[column.format]
      cell.value = { formula: `SUM(${letters}${HEADER_ROW + 1}:${letters}${last})`, result }
    } else if (column.total) {
      cell.value = quotient(column.total, columns, sums, last + 1)
    }
  }
  row.commit()
}

/** Quotient of two sums; empty where the denominator is nought. */
function quotient(
  total: { numerator: number; denominator: number },
  columns: readonly ReportColumn[],
  sums: readonly number[],
  row: number,
): ExcelJS.CellFormulaValue {
  const top = `${columnLetters(total.numerator)}${row}`
  const bottom = `${columnLetters(total.denominator)}${row}`
  const value = (index: number): number => (sums[index] ?? 0) / unitsPerShown[columns[index]?.format ?? 'integer']
  const below = value(total.denominator)
  return { formula: `IF(${bottom}=0,"",${top}/${bottom})`, result: below === 0 ? '' : value(total.numerator) / below }
}

function writeNotes(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  notes: NotesSheet,
  book: WorkbookDefinition,
  names: Set<string>,
): void {
  const sheet = workbook.addWorksheet(sheetName(notes.name, names), {
    views: [{ showGridLines: false }],
    pageSetup: { ...pageSetup, orientation: 'portrait' },
    headerFooter: { oddFooter: footer(book) },
  })
  sheet.columns = [{ width: 22 }, { width: 90 }]
  const title = sheet.getRow(1)
  title.height = 28
  title.getCell(1).value = safeText(notes.title)
  title.getCell(1).font = titleFont
  title.commit()
  for (const [index, { label, text }] of notes.lines.entries()) {
    const row = sheet.getRow(index + 3)
    row.getCell(1).value = safeText(label)
    row.getCell(1).style = { ...noteStyle, font: { ...noteStyle.font, bold: true } }
    row.getCell(2).value = safeText(text)
    row.getCell(2).style = noteStyle
    row.height = LINE_HEIGHT * linesOf(text, 86)
    row.commit()
  }
  sheet.commit()
}

/** Lines a text takes in a column: its own line breaks, and those of lines too long for it. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0)
}

const pageSetup: Partial<ExcelJS.PageSetup> = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
}

const dataBar = {
  type: 'dataBar' as const,
  cfvo: [{ type: 'num' as const, value: 0 }, { type: 'max' as const }],
  color: { argb: 'FF9DC3E6' },
  gradient: false,
}

/**
 * `&` starts a code in page footers; one that is text is doubled. The blank behind the size keeps a text that starts
 * with digits from being read as part of it. The day is Shanghai's.
 */
function footer({ author, pageFooter, createdAt }: WorkbookDefinition): string {
  const text = (value: string): string => value.replaceAll('&', '&&')
  const pages = text(pageFooter).replace('{page}', '&P').replace('{pages}', '&N')
  const day = shanghaiDay(createdAt.getTime())
  return `&L&9 ${text(author)}&C&9 ${pages}&R&9 ${day}`
}

/** A stored value as the file shows it. Dates are written at UTC midnight, which Excel shows as that day. */
function shown(value: ReportValue, column: ReportColumn): ExcelJS.CellValue {
  if (value === null) return null
  if (typeof value === 'number') return value / unitsOf(column.format, column.decimals)
  if (column.format === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T00:00:00Z`)
  return safeText(value)
}

function fittedWidth(column: ReportColumn, index: number, rows: readonly (readonly ReportValue[])[]): number {
  // Room for the filter arrow beside the header.
  let width = textWidth(column.header) + 3
  let sum = 0
  for (const row of rows) {
    const value = row[index] ?? null
    if (typeof value === 'number') sum += Math.abs(value)
    width = Math.max(width, shownWidth(value, column))
  }
  if (column.total === 'sum') width = Math.max(width, shownWidth(sum, column) + 1)
  return Math.min(Math.max(width + 2, 8), 48)
}

function shownWidth(value: ReportValue, column: ReportColumn): number {
  if (value === null) return 0
  if (typeof value === 'string') return textWidth(value)
  if (column.format === 'percent') return 8
  const decimals = /\.(0+)/.exec(numberFormatOf(column.format, column.decimals))?.[1]?.length ?? 0
  return (
    (value / unitsOf(column.format, column.decimals)).toLocaleString('en', { minimumFractionDigits: decimals }).length +
    1
  )
}

function toAsync<T>(rows: Iterable<T> | AsyncIterable<T>): AsyncIterator<T> | Iterator<T> {
  return Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
}
