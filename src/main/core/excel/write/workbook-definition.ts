/** How stored values are shown: fen, g, cm³ and ppm become yuan, kg, m³ and percent in the file. */
export type ColumnFormat = 'text' | 'integer' | 'decimal' | 'money' | 'weight' | 'volume' | 'percent' | 'date'

/** A value in stored units (fen, g, cm³, ppm, YYYY-MM-DD); null is an empty cell. */
export type ReportValue = string | number | null

export type ColumnTotal =
  /** SUM over the rows. */
  | 'sum'
  /** Quotient of two other columns' sums, e.g. margin ÷ revenue; indexes from 0, both must be `sum`. */
  | { numerator: number; denominator: number }

export interface ReportColumn {
  header: string
  format: ColumnFormat
  /** `decimal`: values are integers of 10^-decimals, shown with so many digits. */
  decimals?: number
  total?: ColumnTotal
  /** Bars behind the figures, where comparing them helps. */
  dataBar?: boolean
  /** Characters as Excel counts them (a Chinese one is two); fitted to the content if left out. */
  width?: number
}

export interface ReportSheet {
  /** Tab name; characters that Excel refuses are replaced. */
  name: string
  title: string
  /** What is filtered, when and by which branch it was made: one line. */
  filterLine: string
  columns: readonly ReportColumn[]
  rows: Iterable<readonly ReportValue[]> | AsyncIterable<readonly ReportValue[]>
  /** Word of the totals row (合计), written in the first column without a total of its own. */
  totalLabel?: string
  /** Said in place of rows if there are none. */
  emptyText?: string
  /** Columns that stay in sight when scrolling sideways. */
  frozenColumns?: number
}

/** How the figures are made, on a sheet of its own. */
export interface NotesSheet {
  name: string
  title: string
  lines: readonly { label: string; text: string }[]
}

export interface WorkbookDefinition {
  sheets: readonly ReportSheet[]
  notes?: NotesSheet
  /** Branch or program, kept in the file's properties and in the footer. */
  author: string
  createdAt: Date
  /** Page footer with `{page}` and `{pages}`: `第 {page} 页，共 {pages} 页`. */
  pageFooter: string
}
