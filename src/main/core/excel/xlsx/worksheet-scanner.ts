import type { CellValue, RawRow } from '#shared/domain/import/raw-row'
import { limits } from '#core/excel/limits'
import { WorkbookError } from '#core/excel/workbook-error'
import { cellValue, columnOf, type CellState, type ScanContext } from '#core/excel/xlsx/cell-value'
import { GT, localName, LT, numberFromBytes, SLASH, tagEnd, textContent, textEnd } from '#core/excel/xlsx/xml-bytes'

/** A row with the style index of each cell, kept only where number formats are wanted. */
export interface ScannedRow extends RawRow {
  styles?: number[]
}

const LAST_COLUMN = 16_383
const SPACE = 0x20
const QUOTE = 0x22
const LETTER_C = 0x63

/**
 * Reads the rows of one worksheet from its bytes, chunk by chunk. A row cut by the chunk's end is read again with the
 * next chunk; rows without any value are left out.
 */
export class WorksheetScanner {
  /** The end of the rows has been seen; what follows (merges, formats) is not looked at. */
  done = false
  private carry: Buffer = Buffer.alloc(0)
  private inRows = false
  private lastRow = 0
  private readonly cell: CellState = {
    column: 0,
    style: 0,
    type: 0,
    type2: 0,
    valueStart: -1,
    valueEnd: -1,
    slowValue: undefined,
    inline: undefined,
    formula: undefined,
  }

  constructor(private readonly context: ScanContext) {}

  /** The bytes ended amid the rows. */
  get cut(): boolean {
    return this.inRows && !this.done
  }

  push(chunk: Buffer): ScannedRow[] {
    const buffer = this.carry.length === 0 ? chunk : Buffer.concat([this.carry, chunk])
    const rows: ScannedRow[] = []
    let at = 0
    while (!this.done) {
      const open = buffer.indexOf(LT, at)
      if (open < 0) {
        at = buffer.length
        break
      }
      const next = this.element(buffer, open, rows)
      if (next < 0) {
        at = open
        break
      }
      at = next
    }
    this.carry = buffer.subarray(at)
    if (this.carry.length > limits.rowBytes) throw new WorkbookError('damaged', { part: 'worksheet' })
    return rows
  }

  /** Handles the element at `open`; answers where to go on, -1 if more bytes are needed. */
  private element(buffer: Buffer, open: number, rows: ScannedRow[]): number {
    if (buffer[open + 1] === 0x21) return afterComment(buffer, open)
    const end = tagEnd(buffer, open)
    if (end < 0) return -1
    const name = localName(buffer, open, end)
    if (name === 'row' && this.inRows) return this.row(buffer, open, end, rows)
    if (name === 'sheetData') {
      this.inRows = true
      this.done = buffer[end - 1] === SLASH
    } else if (name === '/sheetData') this.done = true
    return end + 1
  }

  private row(buffer: Buffer, open: number, end: number, rows: ScannedRow[]): number {
    const tag = buffer.toString('latin1', open, end)
    const number = Number(/\sr=["'](\d+)/.exec(tag)?.[1] ?? this.lastRow + 1)
    const cells: CellValue[] = []
    const styles: number[] | undefined = this.context.keepStyles ? [] : undefined
    const next = buffer[end - 1] === SLASH ? end + 1 : this.cells(buffer, end + 1, cells, styles)
    if (next < 0) return -1
    this.lastRow = number
    if (cells.length > 0) {
      const row: ScannedRow = { row: number, cells }
      if (/\shidden=["'](?:1|true)/.test(tag)) row.hidden = true
      if (styles) row.styles = styles
      rows.push(row)
    }
    return next
  }

  /** The cells up to the row's end tag. Empty cells at the row's end are not kept. */
  private cells(buffer: Buffer, start: number, cells: CellValue[], styles: number[] | undefined): number {
    const { cell } = this
    let at = start
    let implied = 0
    for (;;) {
      while (at < buffer.length && buffer[at] !== LT) at += 1
      if (at + 3 >= buffer.length) return -1
      const second = buffer[at + 1]
      if (second === SLASH) {
        const end = buffer.indexOf(GT, at)
        return end < 0 ? -1 : end + 1
      }
      if (second === 0x21) {
        at = afterComment(buffer, at)
        if (at < 0) return -1
        continue
      }
      cell.column = implied
      at = this.readCell(buffer, at)
      if (at < 0) return -1
      if (cell.column < 0) continue
      if (cell.column > LAST_COLUMN) throw new WorkbookError('damaged', { part: 'worksheet' })
      implied = cell.column + 1
      const value = cellValue(buffer, cell, this.context)
      if (value === null) continue
      while (cells.length < cell.column) cells.push(null)
      cells[cell.column] = value
      if (styles) styles[cell.column] = cell.style
    }
  }

  /** Reads one element of a row into `cell`; column -1 if it is no cell. */
  private readCell(buffer: Buffer, open: number): number {
    const { cell } = this
    cell.style = 0
    cell.type = 0
    cell.type2 = 0
    cell.valueStart = -1
    cell.slowValue = undefined
    cell.inline = undefined
    cell.formula = undefined
    let at = open + 1
    while (at < buffer.length && (buffer[at] ?? 0) > SPACE && buffer[at] !== GT && buffer[at] !== SLASH) at += 1
    const isCell = buffer[at - 1] === LETTER_C && (at - open === 2 || buffer[at - 2] === 0x3a)
    if (!isCell) {
      cell.column = -1
      const end = tagEnd(buffer, open)
      return end < 0 ? -1 : end + 1
    }
    for (;;) {
      const byte = buffer[at]
      if (byte === undefined) return -1
      if (byte === GT) return this.cellContent(buffer, at + 1)
      if (byte === SLASH) return at + 1 < buffer.length ? at + 2 : -1
      if (byte <= SPACE) {
        at += 1
        continue
      }
      at = this.attribute(buffer, at)
      if (at < 0) return -1
    }
  }

  /** One attribute of `<c>`: r, s and t matter. */
  private attribute(buffer: Buffer, start: number): number {
    const { cell } = this
    let at = start
    while (at < buffer.length && buffer[at] !== 0x3d) at += 1
    const single = at - start === 1
    const name = buffer[start]
    at += 1
    while (at < buffer.length && (buffer[at] ?? 0) <= SPACE) at += 1
    const quote = buffer[at] ?? QUOTE
    at += 1
    const from = at
    while (at < buffer.length && buffer[at] !== quote) at += 1
    if (at >= buffer.length) return -1
    if (!single) return at + 1
    if (name === 0x72) cell.column = columnOf(buffer, from, at)
    else if (name === 0x73) cell.style = numberFromBytes(buffer, from, at)
    else if (name === 0x74) {
      cell.type = buffer[from] ?? 0
      cell.type2 = from + 1 < at ? (buffer[from + 1] ?? 0) : 0
    }
    return at + 1
  }

  /** The children of `<c>`: value, formula, inline text. Answers the position behind `</c>`. */
  private cellContent(buffer: Buffer, start: number): number {
    const { cell } = this
    let at = start
    let inPhonetic = false
    for (;;) {
      while (at < buffer.length && buffer[at] !== LT) at += 1
      const end = tagEnd(buffer, at)
      if (end < 0) return -1
      const name = shortName(buffer, at, end)
      const selfClosing = buffer[end - 1] === SLASH
      at = end + 1
      if (name === '/c') return at
      if (name === 'v') at = selfClosing ? at : this.valueText(buffer, at)
      else if (name === 'f') {
        cell.formula = selfClosing ? '' : textContent(buffer, at)
        if (!selfClosing) at = textEnd.at
      } else if (name === 'rPh') inPhonetic = !selfClosing
      else if (name === '/rPh') inPhonetic = false
      else if (name === 't') {
        const part = selfClosing ? '' : textContent(buffer, at)
        if (!selfClosing) at = textEnd.at
        if (!inPhonetic) cell.inline = (cell.inline ?? '') + part
      }
      if (at < 0) return -1
    }
  }

  private valueText(buffer: Buffer, start: number): number {
    const { cell } = this
    let at = start
    while (at < buffer.length && buffer[at] !== LT) at += 1
    if (at + 1 >= buffer.length) return -1
    cell.valueStart = start
    cell.valueEnd = at
    if (buffer[at + 1] !== 0x21) return at
    cell.slowValue = textContent(buffer, start)
    return textEnd.at
  }
}

/** `localName` without making a string for the two tags that every cell has. */
function shortName(buffer: Buffer, open: number, end: number): string {
  if (buffer[open + 1] === 0x76 && end === open + 2) return 'v'
  if (buffer[open + 1] === SLASH && buffer[open + 2] === LETTER_C && end === open + 3) return '/c'
  if (buffer[open + 1] === SLASH && buffer[open + 2] === 0x76 && end === open + 3) return '/v'
  return localName(buffer, open, end)
}

function afterComment(buffer: Buffer, open: number): number {
  const close = buffer.indexOf('-->', open)
  return close < 0 ? -1 : close + 3
}
