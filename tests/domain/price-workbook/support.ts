import {
  readPriceWorkbook,
  type ReadOptions,
  type ReadPriceSheet,
} from '#shared/domain/price-workbook/read-price-workbook'
import type { GridCell, GridSheet, WorkbookGrid } from '#shared/domain/price-workbook/grid'

/** A cell in short: a bare value, or the whole cell. */
export type ShortCell = string | number | boolean | null | Exclude<GridCell, null>

/** A workbook in short: rows of cells by the name of their sheet. */
export function workbook(sheets: Record<string, ShortCell[][]>): WorkbookGrid {
  return { sheets: Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows)) }
}

function sheetOf(name: string, rows: ShortCell[][]): GridSheet {
  return { name, rows: rows.map((row) => row.map(cellOf)) }
}

function cellOf(cell: ShortCell): GridCell {
  if (cell === null || cell === '') return null
  return typeof cell === 'object' ? cell : { value: cell }
}

/** Reads the one price sheet of a workbook. */
export function readOne(sheets: Record<string, ShortCell[][]>, options?: ReadOptions): ReadPriceSheet {
  const [first, second] = readPriceWorkbook(workbook(sheets), options)
  if (!first || second) throw new Error('not one price sheet')
  return first
}

/** Problems as `sheet!cell code`. */
export function said({ problems }: ReadPriceSheet): string[] {
  return problems.map(({ sheet, cell, code }) => `${sheet}${cell && `!${cell}`} ${code}`)
}

export const INFO: ShortCell[][] = [
  ['报价名称', '标准报价'],
  ['生效日期', '2026-01-01'],
]
