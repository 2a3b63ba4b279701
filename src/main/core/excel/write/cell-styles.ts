import type { Alignment, Border, Fill, Font, Style } from 'exceljs'
import type { ColumnFormat } from '#core/excel/write/workbook-definition'

const FACE = 'Microsoft YaHei'

/** Negative figures are red, in every kind of figure. */
export const numberFormats: Readonly<Record<ColumnFormat, string>> = {
  text: '@',
  integer: '#,##0;[Red]-#,##0',
  decimal: '#,##0.######;[Red]-#,##0.######',
  money: '#,##0.00;[Red]-#,##0.00',
  weight: '#,##0.00#;[Red]-#,##0.00#',
  volume: '#,##0.000###;[Red]-#,##0.000###',
  percent: '0.0%;[Red]-0.0%',
  date: 'yyyy-mm-dd',
}

/** Stored units in one unit of the file: 100 fen are one yuan. */
export const unitsPerShown: Readonly<Record<ColumnFormat, number>> = {
  text: 1,
  integer: 1,
  decimal: 1,
  money: 100,
  weight: 1000,
  volume: 1_000_000,
  percent: 1_000_000,
  date: 1,
}

/** The number format of a column; a `decimal` one shows all its digits behind the point. */
export function numberFormatOf(format: ColumnFormat, decimals = 0): string {
  if (format !== 'decimal') return numberFormats[format]
  const figure = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
  return `${figure};[Red]-${figure}`
}

/** Stored units in one unit of the file for a column. */
export function unitsOf(format: ColumnFormat, decimals = 0): number {
  return format === 'decimal' ? 10 ** decimals : unitsPerShown[format]
}

const line: Partial<Border> = { style: 'thin', color: { argb: 'FFD0D7DE' } }
const headerFill: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E78' } }
const totalFill: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEAF1F8' } }

export const titleFont: Partial<Font> = { name: FACE, size: 16, bold: true, color: { argb: 'FF1F2328' } }
export const subtitleFont: Partial<Font> = { name: FACE, size: 9, color: { argb: 'FF656D76' } }

export const headerStyle: Partial<Style> = {
  font: { name: FACE, size: 10, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: headerFill,
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border: { bottom: line, right: line },
}

function alignmentOf(format: ColumnFormat): Partial<Alignment> {
  if (format === 'text') return { horizontal: 'left', vertical: 'middle', indent: 1 }
  return { horizontal: format === 'date' ? 'center' : 'right', vertical: 'middle' }
}

export function bodyStyle(format: ColumnFormat, decimals = 0): Partial<Style> {
  return {
    font: { name: FACE, size: 10 },
    alignment: alignmentOf(format),
    border: { bottom: line },
    numFmt: numberFormatOf(format, decimals),
  }
}

export function totalStyle(format: ColumnFormat): Partial<Style> {
  return {
    font: { name: FACE, size: 10, bold: true },
    alignment: alignmentOf(format),
    fill: totalFill,
    border: { top: { style: 'medium', color: { argb: 'FF1F4E78' } } },
    numFmt: numberFormats[format],
  }
}

export const noteStyle: Partial<Style> = {
  font: { name: FACE, size: 10 },
  alignment: { vertical: 'top', wrapText: true },
}

export const reasonStyle: Partial<Style> = {
  font: { name: FACE, size: 10, color: { argb: 'FFC00000' } },
  alignment: { vertical: 'top', wrapText: true },
}
