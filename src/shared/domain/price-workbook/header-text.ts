import { cellText } from './cell-value'
import type { GridCell, GridSheet } from './grid'

/** Rows in which a header is looked for: titles and notes stand above it. */
export const HEADER_ROWS = 20

/** A heading without what people add to it: blanks, colons, a required mark, a unit in brackets. `首重 (kg)*` → 首重. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s:*]/g, '')
    .replace(/\([^()]*\)$/, '')
}

export function rowIsBlank(row: readonly GridCell[] | undefined): boolean {
  return (row ?? []).every((cell) => cellText(cell) === '')
}

export function cellOf(sheet: GridSheet, row: number, column: number): GridCell {
  return sheet.rows[row]?.[column] ?? null
}

export function textAt(sheet: GridSheet, row: number, column: number): string {
  return cellText(cellOf(sheet, row, column))
}

const NOTE_WORDS = '备注|说明|注|注意|附注|温馨提示|特别说明|声明'
const NOTE_LABEL = new RegExp(`^(?:${NOTE_WORDS})(?:[:：]|$)`)
const NOTE = new RegExp(`^(?:${NOTE_WORDS}|※|\\*{2,}|[0-9一二三四五六七八九十]+[、.．)）](?!\\d))`)
const TOTAL = /^(?:合计|总计|小计|平均|共计|total|sum)/i

/** Longer than any name of a zone or a place: a sentence below the table. */
const SENTENCE = 24

/** A row below the table that is a remark. */
export function isNote(text: string): boolean {
  return NOTE.test(text) || text.length > SENTENCE
}

/** A label in front of a remark: `备注` or `备注：…`. */
export function isNoteLabel(text: string): boolean {
  return NOTE_LABEL.test(text.replaceAll(/\s/g, ''))
}

export function firstText(row: readonly GridCell[] | undefined): string {
  return (row ?? []).map((cell) => cellText(cell)).find((text) => text !== '') ?? ''
}

/** A row that adds up those above. */
export function isTotal(text: string): boolean {
  return TOTAL.test(text.replaceAll(/\s/g, ''))
}
