import type { RawRow } from '../import/raw-row'

const TAB = '\t'
const SIGNS = /[,，;；|]/

/**
 * A pasted text as rows of cells, each line by its own signs: tabs as Excel and WPS copy them, else commas, semicolons or
 * bars, else blanks. Rows keep the number of their line; empty lines are left out.
 */
export function splitText(text: string): RawRow[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ row: index + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

function cellsOf(line: string): string[] {
  if (line.includes(TAB)) return line.split(TAB).map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1'))
  // A comma between digits is that of thousands where no other sign tells the cells apart: 上海 1,200.
  const bare = line.replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/g, '')
  if (SIGNS.test(bare)) return bare.split(SIGNS).map((cell) => cell.trim())
  return bare
    .trim()
    .replaceAll(/\s*([×✕✖xX*＊])\s*(?=\d)/g, '$1')
    .split(/[\s　]+/)
}
