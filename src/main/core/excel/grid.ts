import type { GridCell, GridSheet, GridValue } from '#shared/domain/price-workbook/grid'
import { isCellDate, isCellFault, type CellValue, type RawRow } from '#shared/domain/import/raw-row'
import { limits } from '#core/excel/limits'
import { isDateFormat, serialToDate } from '#core/excel/serial-date'
import { WorkbookError } from '#core/excel/workbook-error'
import type { MergedRange } from '#core/excel/workbook-file'

export interface GridSource<Row extends RawRow> {
  date1904: boolean
  format: (row: Row, column: number) => string | undefined
}

/**
 * A sheet as a dense block of cells with their number formats. Merged blocks repeat their first cell, except those
 * as wide as the sheet (titles). Hidden rows are part of it: a price sheet's hidden row is still its price.
 */
export function buildGrid<Row extends RawRow>(
  name: string,
  rows: readonly Row[],
  merges: readonly MergedRange[],
  source: GridSource<Row>,
): GridSheet {
  const height = rows.reduce((most, row) => Math.max(most, row.row), 0)
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  if (height * width > limits.gridCells) throw new WorkbookError('gridTooLarge', { sheet: name })
  const grid: GridCell[][] = Array.from({ length: height }, () => Array.from({ length: width }, () => null))
  for (const row of rows) {
    const line = grid[row.row - 1]
    if (!line) continue
    for (const [column, value] of row.cells.entries()) {
      line[column] = gridCell(value, source.format(row, column), source.date1904)
    }
  }
  for (const merge of merges) fillGrid(grid, merge, width)
  return { name, rows: grid }
}

function gridCell(value: CellValue | undefined, format: string | undefined, date1904: boolean): GridCell {
  if (value === null || value === undefined) return null
  if (isCellFault(value)) return { value: value.text }
  if (isCellDate(value)) return { value: value.time ? `${value.date} ${value.time}` : value.date, date: value.date }
  const cell: GridValue = { value }
  if (format !== undefined && format !== 'General') cell.format = format
  if (typeof value === 'number' && format !== undefined && isDateFormat(format)) {
    const date = serialToDate(value, date1904)
    if (typeof date === 'object') cell.date = date.date
  }
  return cell
}

function fillGrid(grid: GridCell[][], merge: MergedRange, width: number): void {
  const first = grid[merge.top]?.[merge.left]
  if (!first || (merge.left === 0 && merge.right >= width - 1)) return
  for (let row = merge.top; row <= Math.min(merge.bottom, grid.length - 1); row += 1) {
    const line = grid[row]
    if (!line) continue
    for (let column = merge.left; column <= Math.min(merge.right, width - 1); column += 1) line[column] ??= { ...first }
  }
}
