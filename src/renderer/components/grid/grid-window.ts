import type { Table } from './table'

/** px; the height of a row in grid.css, borders included. */
export const ROW_HEIGHT = 28

/** A table of so many rows is drawn whole: short ones stay what they are, with nothing left out. */
export const MOST_WHOLE = 60

/** Rows drawn above and below what is seen, so that scrolling a little shows no gap. */
const BESIDE = 8

/** What is drawn moves in steps of so many rows: not every pixel of scrolling draws anew. */
const STEP = 8

/** The first row drawn where the box is scrolled down by so many px. */
export function firstDrawn(scrollTop: number): number {
  return Math.max(0, Math.floor(scrollTop / ROW_HEIGHT / STEP) * STEP - BESIDE)
}

/**
 * The rows drawn, ascending: those from `first` that fill `height` px, the header row, and the row of the cursor wherever
 * it is – the field in it keeps the focus, and what an input method composes, while the grid is scrolled.
 */
export function drawnRows(rows: number, first: number, height: number, headerRows: number, cursor: number): number[] {
  const count = Math.ceil(height / ROW_HEIGHT) + STEP + 2 * BESIDE
  // A table that became shorter may end above where the box was scrolled to.
  const from = Math.max(0, Math.min(first, rows - count))
  const drawn = Array.from({ length: Math.min(count, rows - from) }, (_, index) => from + index)
  const others = [...(headerRows === 1 ? [0] : []), cursor]
  return [...new Set([...drawn, ...others])].toSorted((a, b) => a - b)
}

/** How wide a text is about, in digits: Chinese letters are as wide as two. */
function breadthOf(text: string): number {
  let breadth = 0
  for (const letter of text) breadth += letter < '⺀' ? 1 : 2
  return breadth
}

/** Rows that stay the same are the same object: only those of a changed row are counted anew. */
const breadths = new WeakMap<readonly string[], readonly number[]>()

function breadthsOf(cells: readonly string[]): readonly number[] {
  const known = breadths.get(cells)
  if (known) return known
  const own = cells.map(breadthOf)
  breadths.set(cells, own)
  return own
}

/** The widest text of each column: it keeps the column as wide as it is with all rows drawn. */
export function widestTexts(table: Table): string[] {
  const widest: { text: string; breadth: number }[] = []
  for (const cells of table) {
    for (const [column, breadth] of breadthsOf(cells).entries()) {
      if (breadth > (widest[column]?.breadth ?? -1)) widest[column] = { text: cells[column] ?? '', breadth }
    }
  }
  return widest.map(({ text }) => text)
}
