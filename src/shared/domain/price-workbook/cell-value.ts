import { numberText } from '../decimal'
import type { FormValue } from '../rating/sheet-form'
import type { GridCell } from './grid'

/** True for a number under a percent format: 0.005 as `0.5%`. */
function isPercent(cell: GridCell): boolean {
  return (
    typeof cell?.value === 'number' && cell.format !== undefined && /%/.test(cell.format.replaceAll(/"[^"]*"|\\./g, ''))
  )
}

/**
 * The text of a cell: a number as the decimal Excel keeps (never the binary float), a date as `YYYY-MM-DD`, a
 * percentage with its sign, true and false as 是 and 否, a text without the blanks around it.
 */
export function cellText(cell: GridCell | undefined): string {
  const value = cellValue(cell ?? null)
  return typeof value === 'object' ? `${value.percent}%` : String(value)
}

/** The cell as a value of the sheet form; a percentage stays one, whatever figure is shown. */
export function cellValue(cell: GridCell): Exclude<FormValue, number> {
  if (!cell || cell.value === null) return ''
  if (cell.date !== undefined) return cell.date
  if (typeof cell.value === 'boolean') return cell.value ? '是' : '否'
  if (typeof cell.value === 'string') return cell.value.trim()
  const text = numberText(cell.value)
  return isPercent(cell) ? { percent: shiftPoint(text, 2) } : text
}

/** A decimal text times 10^places, digit by digit: `0.005` → `0.5`, `0.85` → `85`. Negative places divide. */
export function shiftPoint(text: string, places: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(text) ?? []
  const digits = places >= 0 ? whole + fraction.padEnd(places, '0') : whole.padStart(1 - places, '0') + fraction
  const point = places >= 0 ? whole.length + places : digits.length - fraction.length + places
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '')
  const right = digits.slice(point).replace(/0+$/, '')
  return sign + left + (right === '' ? '' : `.${right}`)
}

/** Numbers that Excel may have cut: beyond 15 digits the last ones are lost. */
export function isCutNumber(cell: GridCell): boolean {
  return typeof cell?.value === 'number' && Math.abs(cell.value) >= 1e15
}
