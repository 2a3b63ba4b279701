import type { FieldDeclaration, Unit } from '../../fields/field'
import { waybillFields } from '../../fields/waybill.fields'
import { cellText, cleanText } from '../import/cell-text'
import { detectHeader } from '../import/detect-header'
import { matchColumns } from '../import/match-columns'
import type { CellValue, RawRow } from '../import/raw-row'
import { freeLine } from './free-line'
import { lineWriter } from './line-writer'
import { emptyLine, type QuoteLine, type ReadQuoteLines } from './quote-line'

/** Which columns of a waybill list a price depends on. */
const USED = new Set([
  'number',
  'origin',
  'originProvince',
  'originCity',
  'destination',
  'destinationProvince',
  'destinationCity',
  'destinationDistrict',
  'chargeableWeight',
  'actualWeight',
  'size',
  'length',
  'width',
  'height',
  'pieces',
  'product',
  'declaredValue',
  'codAmount',
])

const fields: readonly FieldDeclaration[] = waybillFields.filter(({ key }) => USED.has(key))

/** The reading of a header that is one: it names a place or a weight. */
const TELLING = new Set(['destination', 'destinationProvince', 'destinationCity', 'actualWeight', 'chargeableWeight'])

/** So many rows are looked at for a header. */
const HEAD = 10

/**
 * Shipments from rows of cells: by their header wherever one names the columns, else cell by cell by what each holds (see
 * `freeLine`). What cannot be read is a problem of its line and stops no other.
 */
export function readQuoteLines(rows: readonly RawRow[]): ReadQuoteLines {
  const found = detectHeader(rows.slice(0, HEAD), fields)
  const matches = found ? matchColumns(found.headers, fields).matches : []
  const headed = found !== undefined && matches.some(({ field }) => TELLING.has(field)) && found.confidence > 0
  if (!headed) return { ...freeLines(rows), headed: false }
  const answer: ReadQuoteLines = { lines: [], problems: [], headed: true }
  for (const row of rows) {
    if (row.row < found.firstDataRow || isTotal(row)) continue
    const cells: [string, CellValue, Unit | undefined][] = matches.map(({ column, field, unit }) => [
      field,
      row.cells[column] ?? null,
      unit,
    ])
    const { line, problems } = namedLine(row.row, cells)
    if (isNothing(line) && problems.length === 0) continue
    answer.lines.push(line)
    answer.problems.push(...problems)
  }
  return answer
}

function freeLines(rows: readonly RawRow[]): Omit<ReadQuoteLines, 'headed'> {
  const read = rows.filter((row) => !isTotal(row)).map((row) => freeLine(row.row, row.cells.map(cellText)))
  return { lines: read.map(({ line }) => line), problems: read.flatMap(({ problems }) => problems) }
}

function namedLine(row: number, cells: readonly [string, CellValue, Unit | undefined][]) {
  const line = emptyLine(row)
  const { write, problems } = lineWriter(line)
  const edges: Partial<Record<'length' | 'width' | 'height', number>> = {}
  const to: Record<string, string> = {}
  const from: Record<string, string> = {}
  let chargeable: [CellValue, Unit | undefined] | undefined
  for (const [field, value, unit] of cells) {
    const text = cleanText(cellText(value))
    if (text === '') continue
    if (field.startsWith('destination')) to[field] = text
    else if (field.startsWith('origin')) from[field] = text
    else if (field === 'length' || field === 'width' || field === 'height') {
      const edge = write.edge(value, unit)
      if (edge !== null) edges[field] = edge
    } else if (field === 'chargeableWeight') chargeable = [value, unit]
    else write.field(field, value, unit)
  }
  // 计费重 stands in where a list has nothing else: it is a weight all the same.
  if (line.grams === null && chargeable) write.field('actualWeight', ...chargeable)
  line.to = joined(to, 'destination')
  line.from = joined(from, 'origin')
  const { length, width, height } = edges
  if (length !== undefined && width !== undefined && height !== undefined && line.size === null)
    line.size = { l: length, w: width, h: height }
  return { line, problems }
}

function joined(parts: Readonly<Record<string, string>>, whole: string): string {
  const levels = ['Province', 'City', 'District'].map((level) => parts[`${whole}${level}`] ?? '')
  return [...levels, parts[whole] ?? ''].filter((part) => part !== '').join(' ')
}

function isNothing({ to, grams, size }: QuoteLine): boolean {
  return to === '' && grams === null && size === null
}

/** 合计 and the like below a table are no shipment. */
function isTotal({ cells }: RawRow): boolean {
  return cells
    .slice(0, 3)
    .some((cell) => /^(合计|总计|小计|TOTAL|SUBTOTAL|SUM)[:：]?$/i.test(cleanText(cellText(cell))))
}
