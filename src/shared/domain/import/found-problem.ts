/** Something wrong with a row (or with the file, row null), found while importing. Words: by `code` from the catalogues. */
export interface FoundProblem {
  /** 1-based row of the sheet. */
  row: number | null
  sheet?: string | null
  /** Header of the column, or the cell where the form is fixed; null: the whole row. */
  column: string | null
  code: string
  params: Record<string, string | number>
  severity: 'error' | 'warning'
  /** The whole row as read, for the rejects workbook. */
  cells?: unknown[] | null
}
