import type { GridSheet, WorkbookGrid } from '#shared/domain/price-workbook/grid'
import { cellName } from '#shared/domain/price-workbook/cell-address'
import { plainHeading } from '#shared/domain/price-workbook/header-text'
import { infoKey } from '#shared/domain/price-workbook/info-keys'
import { readPriceWorkbook } from '#shared/domain/price-workbook/read-price-workbook'
import { writePriceWorkbook } from '#shared/domain/price-workbook/write-price-workbook'
import type { SheetForm } from '#shared/domain/rating/sheet-form'
import { openWorkbook } from '../../excel/open-workbook'
import { writeGrid } from '../../excel/write-grid'
import type { JudgedForm } from './price-file'

/** The price sheets of a workbook file, each with its problems by sheet and cell. @throws WorkbookError */
export async function readPriceWorkbookFile(path: string): Promise<JudgedForm[]> {
  const workbook = await openWorkbook(path)
  let grid: WorkbookGrid
  try {
    grid = await workbook.grids()
  } finally {
    await workbook.close()
  }
  return readPriceWorkbook(grid).map(({ label, sheets, form, problems }) => ({
    label,
    form: form ?? null,
    problems,
    cellOf: (key) => infoCell(grid, sheets, key),
  }))
}

/** Where the value of a key of 报价信息 stands; without one, the sheet alone. */
function infoCell({ sheets }: WorkbookGrid, names: readonly string[], key: string): { sheet: string; cell: string } {
  const own = names.flatMap((name) => sheets.find((sheet) => sheet.name === name) ?? [])
  for (const sheet of own) {
    const cell = valueBeside(sheet, key)
    if (cell !== null) return { sheet: sheet.name, cell }
  }
  return { sheet: own[0]?.name ?? '', cell: '' }
}

function valueBeside(sheet: GridSheet, key: string): string | null {
  for (const [row, cells] of sheet.rows.entries()) {
    const column = cells.findIndex(
      (cell) => typeof cell?.value === 'string' && infoKey(plainHeading(cell.value)) === key,
    )
    if (column >= 0) return cellName(row, column + 1)
  }
  return null
}

/** Writes a sheet in the form it is imported from (PRICING §4). */
export async function writePriceSheetFile(path: string, form: SheetForm): Promise<void> {
  await writeGrid(path, writePriceWorkbook(form))
}
