import type { ReactNode } from 'react'

export interface PaperColumn<Row> {
  header: string
  /** Figures stand right and are never broken. */
  right?: boolean
  nowrap?: boolean
  /** Part of the width, e.g. `18%`. */
  width?: string
  cell(row: Row, index: number): ReactNode
  /** What the totals row says in this column. */
  total?: ReactNode
}

/** A table whose header is repeated on every page and whose rows are never cut. */
export function PaperTable<Row>({ columns, rows }: { columns: readonly PaperColumn<Row>[]; rows: readonly Row[] }) {
  const totals = columns.some(({ total }) => total !== undefined)
  return (
    <table>
      <thead>
        <tr>
          {columns.map(({ header, right, width }) => (
            <th key={header} className={right ? 'right' : undefined} style={width ? { width } : undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {columns.map((column) => (
              <td key={column.header} className={column.right ? 'right' : column.nowrap ? 'nowrap' : undefined}>
                {column.cell(row, index)}
              </td>
            ))}
          </tr>
        ))}
        {totals ? (
          <tr className="total">
            {columns.map(({ header, right, total }) => (
              <td key={header} className={right ? 'right' : undefined}>
                {total}
              </td>
            ))}
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

/** An amount, in red with its minus sign where it is negative. */
export function Signed({ value, text }: { value: number | null; text: string }) {
  return value !== null && value < 0 ? <span className="bad">{text}</span> : text
}
