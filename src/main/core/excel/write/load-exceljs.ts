import type ExcelJS from 'exceljs'

/** The writing library, loaded with the first workbook that is written: hosts and workers start without it. */
export async function loadExcelJs(): Promise<typeof ExcelJS> {
  const { default: library } = await import('exceljs')
  return library
}
