import type ExcelJS from 'exceljs'
import type { GridCell, WrittenWorkbookGrid } from '#shared/domain/price-workbook/grid'
import { headerStyle } from '#core/excel/write/cell-styles'
import { loadExcelJs } from '#core/excel/write/load-exceljs'
import { writeWhole } from '#core/excel/write/output-file'
import { safeText, sheetName } from '#core/excel/write/safe-text'

/** Writes a workbook of plain values with their number formats (price sheets): what is read again is equal. */
export async function writeGrid(path: string, grid: WrittenWorkbookGrid): Promise<void> {
  await writeWhole(path, async (temporary) => {
    const workbook = new (await loadExcelJs()).Workbook()
    const names = new Set<string>()
    for (const { name, rows, layout } of grid.sheets) {
      const sheet = workbook.addWorksheet(sheetName(name, names), {
        views: layout.frozenRows > 0 ? [{ state: 'frozen', ySplit: layout.frozenRows }] : [],
        pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      })
      sheet.columns = layout.columnWidths.map((width) => ({ width }))
      for (const [line, cells] of rows.entries()) {
        const row = sheet.getRow(line + 1)
        for (const [column, cell] of cells.entries()) if (cell) put(row.getCell(column + 1), cell)
        if (layout.headingRows.includes(line)) {
          for (let column = 1; column <= cells.length; column += 1) row.getCell(column).style = headerStyle
        }
      }
    }
    await workbook.xlsx.writeFile(temporary)
  })
}

function put(target: ExcelJS.Cell, cell: NonNullable<GridCell>): void {
  if (cell.date !== undefined) target.value = new Date(`${cell.date}T00:00:00Z`)
  else target.value = typeof cell.value === 'string' ? safeText(cell.value) : cell.value
  if (cell.format !== undefined) target.numFmt = cell.format
  else if (cell.date !== undefined) target.numFmt = 'yyyy-mm-dd'
  else if (typeof cell.value === 'string') target.numFmt = '@'
}
