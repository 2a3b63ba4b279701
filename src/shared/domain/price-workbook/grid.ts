/**
 * One cell as the reader of rich workbooks gives it: the value as the file holds it, and what the file says about how
 * it is to be read. A percentage is a number whose format has a `%`; a date is a number whose format is a date format
 * and comes with its calendar day.
 */
export interface GridValue {
  value: string | number | boolean | null
  /** The Excel number format, e.g. `0.00%` or `@`. Written workbooks carry it as well. */
  format?: string
  /** The business date `YYYY-MM-DD`, if the cell is a date. */
  date?: string
}

/** `null` is an empty cell; so is a place beyond the end of a row. */
export type GridCell = GridValue | null

export interface GridSheet {
  name: string
  rows: GridCell[][]
}

/** A workbook as plain values: what the price-sheet form is read from and written to (PRICING §4). */
export interface WorkbookGrid {
  sheets: GridSheet[]
}

/** What a written sheet asks of its workbook beyond the values. Widths are in characters, as Excel counts them. */
export interface GridLayout {
  columnWidths: number[]
  /** Rows that stay in sight when scrolling. */
  frozenRows: number
  /** Rows, counted from 0, that are headings. */
  headingRows: number[]
}

export interface WrittenGridSheet extends GridSheet {
  layout: GridLayout
}

export interface WrittenWorkbookGrid extends WorkbookGrid {
  sheets: WrittenGridSheet[]
}
