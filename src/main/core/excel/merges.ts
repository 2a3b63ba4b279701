import type { CellValue, RawRow } from '#shared/domain/import/raw-row'
import type { MergedRange } from '#core/excel/workbook-file'

/** `B2:D3` as 0-based corners; undefined for anything else. */
export function mergeFromReference(reference: string): MergedRange | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(reference)
  if (!match) return undefined
  const [, left = '', top = '', right = '', bottom = ''] = match
  return { top: Number(top) - 1, left: columnIndex(left), bottom: Number(bottom) - 1, right: columnIndex(right) }
}

export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

/** `0` → A, `27` → AB. */
export function columnLetters(index: number): string {
  let rest = index + 1
  let letters = ''
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}

/**
 * Header rows with merged blocks filled from their first cell. Amount rows must not pass through here: one amount
 * merged over two rows would count twice, so only text is filled.
 */
export function fillMerges(rows: RawRow[], merges: readonly MergedRange[]): RawRow[] {
  const byNumber = new Map(rows.map((row) => [row.row - 1, row]))
  for (const { top, left, bottom, right } of merges) {
    const value: CellValue | undefined = byNumber.get(top)?.cells[left]
    if (typeof value !== 'string') continue
    for (let line = top; line <= Math.min(bottom, top + 10); line += 1) {
      const cells = byNumber.get(line)?.cells
      if (cells) for (let column = left; column <= right; column += 1) cells[column] ??= value
    }
  }
  for (const { cells } of rows) for (let column = 0; column < cells.length; column += 1) cells[column] ??= null
  return rows
}
