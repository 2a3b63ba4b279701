/** A date cell, recognised by its number format; time only where the cell carries one (local, Asia/Shanghai). */
export interface CellDate {
  /** YYYY-MM-DD */
  date: string
  /** HH:mm:ss */
  time?: string
}

/**
 * A cell that holds no usable value: `noCachedValue` is a formula that was never calculated by the program
 * that saved the file, `excelError` an error value such as #N/A. `text` is what the clerk would look for.
 */
export interface CellFault {
  fault: 'noCachedValue' | 'excelError'
  text: string
}

/**
 * A cell as read. Numbers come from numeric cells only: a number ≥ 10¹⁵ has lost digits in Excel (15 significant
 * digits), text numbers of any length are complete. Text is untouched except for the `="…"` wrapping of text files.
 */
export type CellValue = string | number | boolean | null | CellDate | CellFault

/** One row of a sheet. */
export interface RawRow {
  /** Row number as Excel shows it, from 1. */
  row: number
  /** Cells from column A on; trailing empty cells may be missing. */
  cells: CellValue[]
  /** Set if the row is hidden (by hand or by a filter). */
  hidden?: boolean
}

export function isCellDate(value: CellValue | undefined): value is CellDate {
  return typeof value === 'object' && value !== null && 'date' in value
}

export function isCellFault(value: CellValue | undefined): value is CellFault {
  return typeof value === 'object' && value !== null && 'fault' in value
}

/** True for an empty cell or one of blanks only. */
export function isBlank(value: CellValue | undefined): boolean {
  if (value === null || value === undefined) return true
  return typeof value === 'string' && value.trim() === ''
}
