import type { ReactNode } from 'react'

/** One column of a list. */
export interface Column<Row> {
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** Name the core sorts by; absent: cannot be sorted. */
  sort?: string
  /** Figures stand right, in tabular digits. */
  figure?: boolean
  /** Least width in px; texts longer than `maxWidth` end in an ellipsis. */
  width?: number
  maxWidth?: number
  /** Not shown until chosen. */
  optional?: boolean
  /** Always shown: what the row is called by. */
  always?: boolean
}
