import { limits } from '#core/excel/limits'
import { WorkbookError } from '#core/excel/workbook-error'
import { localName, LT, SLASH, tagEnd, textContent, textEnd } from '#core/excel/xlsx/xml-bytes'

/** Reads the shared strings part. They must be held: cells name them by position. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>): Promise<string[]> {
  const strings: string[] = []
  let carry: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const buffer = carry.length === 0 ? chunk : Buffer.concat([carry, chunk])
    const rest = takeItems(buffer, strings)
    carry = buffer.subarray(rest)
    if (carry.length > limits.rowBytes) throw new WorkbookError('damaged', { part: 'sharedStrings' })
  }
  return strings
}

/** Takes every complete item; answers where the first incomplete one starts. */
function takeItems(buffer: Buffer, strings: string[]): number {
  let at = 0
  for (;;) {
    const open = buffer.indexOf(LT, at)
    if (open < 0) return buffer.length
    const end = tagEnd(buffer, open)
    if (end < 0) return open
    at = end + 1
    if (localName(buffer, open, end) !== 'si') continue
    if (buffer[end - 1] === SLASH) {
      strings.push('')
      continue
    }
    const next = takeItem(buffer, end + 1, strings)
    if (next < 0) return open
    at = next
  }
}

/** One `<si>`: a text, or runs of rich text; phonetic hints (rPh) are not part of the text. */
function takeItem(buffer: Buffer, start: number, strings: string[]): number {
  let at = start
  let text = ''
  let phonetic = false
  for (;;) {
    const open = buffer.indexOf(LT, at)
    if (open < 0) return -1
    const end = tagEnd(buffer, open)
    if (end < 0) return -1
    const name = localName(buffer, open, end)
    at = end + 1
    if (name === '/si') {
      strings.push(text)
      return at
    }
    if (name === 'rPh') phonetic = true
    else if (name === '/rPh') phonetic = false
    else if (name === 't' && buffer[end - 1] !== SLASH) {
      const part = textContent(buffer, at)
      if (textEnd.at < 0) return -1
      at = textEnd.at
      if (!phonetic) text += part
    }
  }
}
