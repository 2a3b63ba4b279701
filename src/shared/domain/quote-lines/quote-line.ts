/** One shipment to be priced among many. Grams, whole millimetres of one piece, fen. */
export interface QuoteLine {
  /** Line of the text or row of the file, from 1. */
  row: number
  /** 运单号 or another mark of its own; '' where there is none. */
  label: string
  to: string
  from: string
  grams: number | null
  size: { l: number; w: number; h: number } | null
  pieces: number
  declaredFen: number | null
  codFen: number | null
  product: string
}

/** What could not be read of a line; the line is still there. Words: `importProblems:value.<code>`. */
export interface QuoteLineProblem {
  row: number
  code: string
  params: Readonly<Record<string, string | number>>
}

export interface ReadQuoteLines {
  lines: QuoteLine[]
  problems: QuoteLineProblem[]
  /** True if the first rows named the columns. */
  headed: boolean
}

export function emptyLine(row: number): QuoteLine {
  return {
    row,
    label: '',
    to: '',
    from: '',
    grams: null,
    size: null,
    pieces: 1,
    declaredFen: null,
    codFen: null,
    product: '',
  }
}
