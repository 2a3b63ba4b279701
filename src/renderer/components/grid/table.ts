/** The cells of a grid as texts, rectangular. Never changed in place: rows that stay the same stay the same object. */
export type Table = readonly (readonly string[])[]

export interface CellPlace {
  row: number
  column: number
}

/** A rectangle of cells, all edges included. */
export interface Range {
  top: number
  left: number
  bottom: number
  right: number
}

export function rangeOf(a: CellPlace, b: CellPlace): Range {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  }
}

export const heightOf = ({ top, bottom }: Range): number => bottom - top + 1
export const widthOf = ({ left, right }: Range): number => right - left + 1

export function contains(range: Range, { row, column }: CellPlace): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right
}

export function textAt(table: Table, row: number, column: number): string {
  return table[row]?.[column] ?? ''
}

/** The table with the cells of a range as `text` says; a row in which nothing changes stays the same object. */
export function changeRange(
  table: Table,
  range: Range,
  text: (row: number, column: number, old: string) => string,
): Table {
  let changed = false
  const next = table.map((cells, row) => {
    if (row < range.top || row > range.bottom) return cells
    let copy: string[] | null = null
    for (let column = range.left; column <= range.right && column < cells.length; column += 1) {
      const old = cells[column] ?? ''
      const now = text(row, column, old)
      if (now !== old) (copy ??= [...cells])[column] = now
    }
    changed ||= copy !== null
    return copy ?? cells
  })
  return changed ? next : table
}

/** The texts of a range, row by row. */
export function textsOf(table: Table, range: Range): string[][] {
  return Array.from({ length: heightOf(range) }, (_, row) =>
    Array.from({ length: widthOf(range) }, (_cell, column) => textAt(table, range.top + row, range.left + column)),
  )
}

/** `size` rows and columns at least; what is there stays. */
export function grownTo(table: Table, rows: number, columns: number): Table {
  const wide =
    columns > (table[0]?.length ?? 0) ? table.map((cells) => [...cells, ...blank(columns - cells.length)]) : table
  const width = Math.max(columns, wide[0]?.length ?? 0)
  if (rows <= wide.length) return wide
  return [...wide, ...Array.from({ length: rows - wide.length }, () => blank(width))]
}

export function insertRows(table: Table, at: number, count: number, columns: number): Table {
  return [...table.slice(0, at), ...Array.from({ length: count }, () => blank(columns)), ...table.slice(at)]
}

export function insertColumns(table: Table, at: number, count: number): Table {
  return table.map((cells) => [...cells.slice(0, at), ...blank(count), ...cells.slice(at)])
}

export function removeRows(table: Table, from: number, to: number): Table {
  return [...table.slice(0, from), ...table.slice(to + 1)]
}

export function removeColumns(table: Table, from: number, to: number): Table {
  return table.map((cells) => [...cells.slice(0, from), ...cells.slice(to + 1)])
}

/** Rows `from` to `to` one place up (−1) or down (+1); the neighbour goes to the other side. */
export function moveRows(table: Table, from: number, to: number, by: -1 | 1): Table {
  const block = table.slice(from, to + 1)
  const rest = removeRows(table, from, to)
  return [...rest.slice(0, from + by), ...block, ...rest.slice(from + by)]
}

export function moveColumns(table: Table, from: number, to: number, by: -1 | 1): Table {
  return table.map((cells) => {
    const rest = [...cells.slice(0, from), ...cells.slice(to + 1)]
    return [...rest.slice(0, from + by), ...cells.slice(from, to + 1), ...rest.slice(from + by)]
  })
}

function blank(count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, () => '')
}
