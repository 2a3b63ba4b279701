import type ExcelJS from 'exceljs'
import { isCellDate, isCellFault, type CellValue, type RawRow } from '#shared/domain/import/raw-row'
import { headerStyle, reasonStyle } from '#core/excel/write/cell-styles'
import { loadExcelJs } from '#core/excel/write/load-exceljs'
import { writeWhole } from '#core/excel/write/output-file'
import { safeText, sheetName, textWidth } from '#core/excel/write/safe-text'

export interface RejectsDefinition {
  sheetName: string
  /** The header rows of the original, as read. */
  headerRows: readonly RawRow[]
  rows: Iterable<RejectedRow> | AsyncIterable<RejectedRow>
  /** Headers of the two columns put behind the original ones: 原因, 原行号. */
  labels: { reason: string; row: string }
}

export interface RejectedRow {
  row: RawRow
  reason: string
}

/**
 * Writes the rejected rows in the layout of the file they came from, with the reason and the original row number
 * behind the last column: the clerk corrects them there and imports the file again as it is.
 * @returns rows written
 */
export async function writeRejects(path: string, definition: RejectsDefinition): Promise<number> {
  let count = 0
  await writeWhole(path, async (temporary) => {
    const workbook = new (await loadExcelJs()).stream.xlsx.WorkbookWriter({
      filename: temporary,
      useStyles: true,
      useSharedStrings: true,
    })
    const { headerRows, labels } = definition
    const sheet = workbook.addWorksheet(sheetName(definition.sheetName, new Set()), {
      views: [{ state: 'frozen', ySplit: Math.max(1, headerRows.length) }],
    })
    const width = headerRows.reduce((most, row) => Math.max(most, row.cells.length), 0)
    sheet.columns = [
      ...Array.from({ length: width }, (_, column) => ({ width: headerWidth(headerRows, column) })),
      { width: 60 },
      { width: 10 },
    ]
    for (const [index, header] of headerRows.entries()) {
      const row = sheet.getRow(index + 1)
      for (const [column, value] of header.cells.entries()) put(row.getCell(column + 1), value)
      if (index === headerRows.length - 1) {
        row.getCell(width + 1).value = labels.reason
        row.getCell(width + 2).value = labels.row
      }
      for (let column = 1; column <= width + 2; column += 1) row.getCell(column).style = headerStyle
      row.commit()
    }
    for await (const { row: original, reason } of definition.rows) {
      count += 1
      const row = sheet.getRow(headerRows.length + count)
      for (const [column, value] of original.cells.slice(0, width).entries()) put(row.getCell(column + 1), value)
      row.getCell(width + 1).value = safeText(reason)
      row.getCell(width + 1).style = reasonStyle
      row.getCell(width + 2).value = original.row
      row.commit()
    }
    sheet.commit()
    await workbook.commit()
  })
  return count
}

/** A cell as it was read. Long numbers are shown in full, so that a truncated one can be seen. */
function put(cell: ExcelJS.Cell, value: CellValue | undefined): void {
  if (value === null || value === undefined) return
  if (typeof value === 'string') cell.value = safeText(value)
  else if (isCellFault(value)) cell.value = safeText(value.text)
  else if (isCellDate(value)) {
    cell.value = new Date(`${value.date}T${value.time ?? '00:00:00'}Z`)
    cell.numFmt = value.time ? 'yyyy-mm-dd hh:mm:ss' : 'yyyy-mm-dd'
  } else {
    cell.value = value
    if (typeof value === 'number' && Math.abs(value) >= 1e11) cell.numFmt = '0'
  }
}

function headerWidth(rows: readonly RawRow[], column: number): number {
  const widths = rows.map((row) => (typeof row.cells[column] === 'string' ? textWidth(row.cells[column]) : 0))
  return Math.min(Math.max(...widths, 10) + 4, 30)
}
