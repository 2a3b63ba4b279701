/**
 * Blocks of cells as the clipboard of Excel and WPS has them: tabs between cells, line breaks between rows; a cell with
 * a tab, a line break or a quotation mark at its start stands in quotation marks, those inside doubled.
 */
export function writeTabText(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

function quoted(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Reads such a block; rows of unequal length are filled up. An empty text is no block. */
export function readTabText(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let position = 0
  const endRow = (): void => {
    rows.push(row)
    row = []
  }
  while (position <= text.length) {
    const cell = text[position] === '"' ? readQuoted(text, position) : null
    const end = cell?.end ?? endOfPlain(text, position)
    row.push(cell?.text ?? text.slice(position, end))
    const sign = text[end]
    position = end + 1
    if (sign === '\t') continue
    endRow()
    if (sign === undefined) break
    if (sign === '\r' && text[position] === '\n') position += 1
    // Excel ends the last row with a line break too: nothing comes after it.
    if (position === text.length) break
  }
  if (text === '') return []
  const width = Math.max(...rows.map((cells) => cells.length))
  return rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')])
}

function endOfPlain(text: string, from: number): number {
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1
  return end
}

/** A cell in quotation marks; null where they do not close before the cell ends: then they are part of the text. */
function readQuoted(text: string, from: number): { text: string; end: number } | null {
  let found = ''
  let position = from + 1
  for (;;) {
    const mark = text.indexOf('"', position)
    if (mark < 0) return null
    found += text.slice(position, mark)
    if (text[mark + 1] !== '"') {
      const after = text[mark + 1]
      const closes = after === undefined || after === '\t' || after === '\r' || after === '\n'
      return closes ? { text: found, end: mark + 1 } : null
    }
    found += '"'
    position = mark + 2
  }
}
