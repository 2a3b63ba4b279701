import { memo, type ReactNode } from 'react'
import type { GridRules } from './grid-rules'
import { isFixed } from './grid-rules'
import { ROW_HEIGHT } from './grid-window'

/** What is wrong with a cell, in words. */
export interface CellMark {
  level: 'error' | 'warning'
  text: string
}

export type RowMarks = ReadonlyMap<number, CellMark>

export interface GridColumn {
  key: string
  /** Heading; without one the columns are lettered as in a spreadsheet. */
  title?: string
  /** What the cell may hold, offered while writing. Other texts can be written all the same. */
  choices?: readonly string[]
  /** Opens something to choose with, for one cell (a map of places). */
  onPick?: (row: number) => void
  align?: 'left' | 'right'
  /** px */
  width?: number
}

interface GridRowProps {
  row: number
  cells: readonly string[]
  columns: readonly GridColumn[]
  rules: GridRules
  /** Column of the cursor, −1 where it is in another row. */
  cursor: number
  /** Columns selected in this row; −1: none. */
  left: number
  right: number
  /** The selection ends here: its corner is the fill handle. */
  last: boolean
  marks: RowMarks | undefined
  /** Cells to set apart, e.g. those a mass change chose. */
  toned?: ReadonlySet<number> | undefined
  /** The writing field of the cell under the cursor. */
  field: ReactNode
}

/** One row of cells; drawn anew only when something about this row changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, cells, columns, rules, cursor, left, right, last, marks, toned, field } = props
  const header = row < rules.headerRows
  return (
    <tr className={header ? 'grid-header-row' : undefined} aria-rowindex={row + 2}>
      <th scope="row" className="grid-number" data-grid-row={row} aria-selected={left >= 0 || undefined}>
        {row + 1}
      </th>
      {columns.map((column, index) => {
        const mark = marks?.get(index)
        const selected = index >= left && index <= right && left >= 0
        const classes = [
          'grid-cell',
          header || index < rules.headerColumns ? 'grid-heading' : '',
          index < rules.headerColumns ? 'grid-heading-column' : '',
          column.align === 'right' && index >= rules.headerColumns ? 'grid-figure' : '',
          selected ? 'grid-selected' : '',
          index === cursor ? 'grid-cursor' : '',
          mark ? `grid-${mark.level}` : '',
          toned?.has(index) ? 'grid-toned' : '',
          isFixed(rules, row, index) ? 'grid-fixed' : '',
        ]
        return (
          <td
            key={column.key}
            role={header ? 'columnheader' : index < rules.headerColumns ? 'rowheader' : 'gridcell'}
            aria-colindex={index + 2}
            aria-selected={selected}
            aria-readonly={isFixed(rules, row, index) || undefined}
            aria-invalid={mark?.level === 'error' || undefined}
            className={classes.filter((name) => name !== '').join(' ')}
            data-row={row}
            data-column={index}
            title={mark?.text ?? (cells[index] || undefined)}
          >
            <span className="grid-text" aria-hidden={index === cursor || undefined}>
              {cells[index]}
            </span>
            {index === cursor ? field : null}
            {last && index === right ? <span className="grid-handle" data-handle /> : null}
          </td>
        )
      })}
    </tr>
  )
})

/** Stands for rows of a long table that are out of sight. */
export function GridGap({ rows }: { rows: number }) {
  if (rows <= 0) return null
  return (
    <tr className="grid-gap" aria-hidden>
      <td style={{ height: rows * ROW_HEIGHT }} />
    </tr>
  )
}
