/** A cell of a workbook. Rows and columns count from 0. */
export interface CellPosition {
  sheet: string
  row: number
  column: number
}

/** The name of a cell as Excel shows it: row 6, column 1 is B7. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

function columnName(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
