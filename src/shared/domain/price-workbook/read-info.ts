import type { FormValue } from '../rating/sheet-form'
import { cellName, type CellPosition } from './cell-address'
import { cellDate } from './cell-date'
import { cellText, cellValue, isCutNumber } from './cell-value'
import type { GridCell, GridSheet } from './grid'
import { cellOf, plainHeading, textAt } from './header-text'
import { DATE_KEYS, infoKey, NAME_KEYS } from './info-keys'
import type { WorkbookProblems } from './workbook-problem'

export interface ReadInfo {
  info: Record<string, FormValue>
  /** The cells of the values. */
  cells: Map<string, CellPosition>
}

export function emptyInfo(): ReadInfo {
  return { info: {}, cells: new Map() }
}

/** Headings over the two columns. */
const TABLE_HEADINGS = new Set(['项目', '字段', '键', '内容', '值', '填写内容'])
const KEY_AND_VALUE = /^([^:：]{2,12})[:：](.+)$/s

/**
 * Reads sheet 报价信息: a key and right of it its value, in as many pairs a row as there are. A known key may stand
 * anywhere; an unknown one counts as a key only as the first text of its row, and is kept (PRICING §4).
 */
export function readInfo(sheet: GridSheet, into: ReadInfo, problems: WorkbookProblems): void {
  for (const [row, cells] of sheet.rows.entries()) {
    const first = cells.findIndex((cell) => cellText(cell) !== '')
    for (let column = Math.max(first, 0); column < cells.length; column += 1) {
      const text = textAt(sheet, row, column)
      const valueAt = nextFilled(cells, column + 1)
      const valueText = cellText(cells[valueAt])
      const key = infoKey(plainHeading(text)) ?? (column === first ? unknownKey(text, valueText) : undefined)
      if (key === undefined || valueText === '') continue
      // With its own cell left empty a key does not take the next key for its value.
      if (valueAt > column + 1 && infoKey(plainHeading(valueText)) !== undefined) continue
      enter(into, key, sheet, row, valueAt, problems)
      column = valueAt
    }
  }
}

/** Reads what stands above the table of a sheet that is all: pairs as in 报价信息, or `生效日期：2025-01-01` in a cell. */
export function readInfoAbove(sheet: GridSheet, rows: number, into: ReadInfo, problems: WorkbookProblems): void {
  for (let row = 0; row < rows; row += 1) {
    const cells = sheet.rows[row] ?? []
    for (const [column, cell] of cells.entries()) {
      const text = cellText(cell)
      const [, heading = text, own] = KEY_AND_VALUE.exec(text) ?? []
      const key = infoKey(plainHeading(heading))
      if (key === undefined) continue
      if (own !== undefined) enterValue(into, key, ownValue(key, own), { sheet: sheet.name, row, column }, problems)
      else if (cellText(cells[column + 1]) !== '') enter(into, key, sheet, row, column + 1, problems)
    }
  }
}

function ownValue(key: string, text: string): string {
  return DATE_KEYS.has(key) ? cellDate({ value: text.trim() }) : text.trim()
}

/** A title that was merged repeats itself, headings stand over both columns: neither is a key. */
function unknownKey(text: string, value: string): string | undefined {
  if (text === value || (TABLE_HEADINGS.has(text) && TABLE_HEADINGS.has(value))) return undefined
  return text.replace(/[:：]$/, '').trim() || undefined
}

/** The next column that holds something; the end of the row if none does. */
function nextFilled(cells: readonly GridCell[], from: number): number {
  const column = cells.findIndex((cell, index) => index >= from && cellText(cell) !== '')
  return column < 0 ? cells.length : column
}

function enter(
  into: ReadInfo,
  key: string,
  sheet: GridSheet,
  row: number,
  column: number,
  problems: WorkbookProblems,
): void {
  const cell = cellOf(sheet, row, column)
  const at = { sheet: sheet.name, row, column }
  if (NAME_KEYS.has(key) && isCutNumber(cell)) problems.error(at, 'number-cut', { key })
  const value = DATE_KEYS.has(key) ? cellDate(cell) : NAME_KEYS.has(key) ? cellText(cell) : cellValue(cell)
  enterValue(into, key, value, at, problems)
}

function enterValue(into: ReadInfo, key: string, value: FormValue, at: CellPosition, problems: WorkbookProblems): void {
  const there = into.cells.get(key)
  if (there) {
    problems.error(at, 'key-twice', { key, first: cellName(there.row, there.column) })
    return
  }
  into.info[key] = value
  into.cells.set(key, at)
}
