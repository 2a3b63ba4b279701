import type { CellValue } from '#shared/domain/import/raw-row'
import { serialToDate } from '#core/excel/serial-date'
import { WorkbookError } from '#core/excel/workbook-error'
import { numberFromBytes, textFromBytes } from '#core/excel/xlsx/xml-bytes'

export interface ScanContext {
  strings: readonly string[]
  /** 1 where the cell style of that index shows a date. */
  dateStyles: Uint8Array
  date1904: boolean
  /** Leave dates as serial numbers and keep style indexes (grid reading). */
  keepStyles: boolean
}

/** What a cell's tags said, reused for every cell so that scanning makes no garbage. */
export interface CellState {
  column: number
  style: number
  /** First and second byte of the type attribute: s, st(r), b, e, n, i(nlineStr), d. */
  type: number
  type2: number
  valueStart: number
  valueEnd: number
  /** The value, if it needed the slow way (CDATA). */
  slowValue: string | undefined
  inline: string | undefined
  formula: string | undefined
}

/** What a cell holds, once its tags are read. */
export function cellValue(buffer: Buffer, cell: CellState, context: ScanContext): CellValue {
  const empty = cell.valueStart < 0 || (cell.valueStart === cell.valueEnd && cell.slowValue === undefined)
  if (cell.inline !== undefined) return cell.inline === '' ? null : cell.inline
  if (empty) return emptyValue(cell)
  if (cell.slowValue !== undefined) return cell.slowValue
  const { valueStart: from, valueEnd: to } = cell
  if (cell.type === 0x73 && cell.type2 === 0) {
    const text = context.strings[numberFromBytes(buffer, from, to)]
    if (text === undefined) throw new WorkbookError('damaged', { part: 'sharedStrings' })
    return text === '' ? null : text
  }
  if (cell.type === 0x73 || cell.type === 0x69) return textFromBytes(buffer, from, to)
  if (cell.type === 0x62) return buffer[from] === 0x31 || buffer[from] === 0x74
  if (cell.type === 0x65) return { fault: 'excelError', text: textFromBytes(buffer, from, to) }
  if (cell.type === 0x64) return isoDate(textFromBytes(buffer, from, to))
  const number = numberFromBytes(buffer, from, to)
  if (Number.isNaN(number)) return textFromBytes(buffer, from, to)
  if (context.keepStyles || context.dateStyles[cell.style] !== 1) return number
  return serialToDate(number, context.date1904)
}

/** A cell without value: nothing, or a formula that was never calculated. A formula that is only a text is its text. */
function emptyValue(cell: CellState): CellValue {
  if (cell.formula === undefined) return null
  if (cell.type === 0x73 && cell.valueStart >= 0) return null
  const literal = /^"((?:[^"]|"")*)"$/.exec(cell.formula)
  if (literal) return (literal[1] ?? '').replaceAll('""', '"')
  return { fault: 'noCachedValue', text: `=${cell.formula}` }
}

function isoDate(text: string): CellValue {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(text)
  if (!match?.[1]) return text
  return match[2] && match[2] !== '00:00:00' ? { date: match[1], time: match[2] } : { date: match[1] }
}

/** Column of a cell reference, from 0: `A1` is 0, `AB12` is 27. */
export function columnOf(buffer: Buffer, from: number, to: number): number {
  let column = 0
  for (let at = from; at < to; at += 1) {
    const letter = (buffer[at] ?? 0) & 0xdf
    if (letter < 0x41 || letter > 0x5a) break
    column = column * 26 + letter - 0x40
  }
  return column - 1
}
