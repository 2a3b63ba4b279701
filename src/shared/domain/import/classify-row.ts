import { accountFields } from '#shared/fields/account.fields'
import type { FieldDeclaration } from '#shared/fields/field'
import { waybillFields } from '#shared/fields/waybill.fields'
import { cleanText } from '#shared/domain/import/cell-text'
import { headerName, headerReadings } from '#shared/domain/import/header-text'
import { isBlank, type CellValue, type RawRow } from '#shared/domain/import/raw-row'

/** `note` is a remark under the table; `otherTable` belongs to a second table with columns of its own. */
export type RowKind = 'data' | 'blank' | 'total' | 'repeatedHeader' | 'otherTable' | 'note'

export interface TableShape {
  /** Header texts by column. */
  headers: readonly (string | null | undefined)[]
  /** Columns whose cells name the row (序号, 运单号, 客户名称): the word of a sum stands there. */
  keyColumns: readonly number[]
  /** Columns of the required fields; a lone text outside of them is a note. */
  requiredColumns: readonly number[]
}

const TOTAL_WORDS =
  /^(?:本页|本月|累计|月度|全部|当前)?(?:合计|总计|小计|共计|总合计|汇总|结转|承前|承前页|过次页|上期结转|本期合计|TOTAL|GRAND ?TOTAL|SUM|SUB-? ?TOTAL)(?:[\s:：(（].*|金额.*|票数.*|\d.*)?$/i

/** True for the words that mark a row of sums. 合计汽车配件有限公司 is a customer, not a sum. */
export function isTotalWord(text: string): boolean {
  return TOTAL_WORDS.test(cleanText(text).replace(/(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/g, ''))
}

/** Texts that can be words of a sum or a header: short and without a run of digits, as waybill numbers have. */
function isWord(value: CellValue | undefined): value is string {
  return typeof value === 'string' && value.length <= 40 && !/\d{4}/.test(value) && !isBlank(value)
}

/** Headers of any list of the trade: a row of them below the table starts another one. */
const fields: readonly FieldDeclaration[] = [...waybillFields, ...accountFields]
const headerWords = new Set(
  fields.flatMap((field) =>
    [...field.aliases, ...(field.weakAliases ?? [])].flatMap((alias) => headerReadings(alias).map(({ name }) => name)),
  ),
)

/** Words met so far: names repeat thousands of times in a bill, and what they are not is told once. */
const metWords = new Map<string, 'total' | 'header' | 'other'>()

function wordKind(text: string): 'total' | 'header' | 'other' {
  const met = metWords.get(text)
  if (met) return met
  const kind = isTotalWord(text) ? 'total' : headerWords.has(headerName(text)) ? 'header' : 'other'
  if (metWords.size >= 20_000) metWords.clear()
  metWords.set(text, kind)
  return kind
}

const comparable = new WeakMap<TableShape['headers'], string[]>()

function comparableHeaders(headers: TableShape['headers']): string[] {
  const known = comparable.get(headers)
  if (known) return known
  const names = headers.map((text) => headerName(text ?? ''))
  comparable.set(headers, names)
  return names
}

/**
 * Tells what a row below the header is. `otherTable` is told for the header of a second table: what follows belongs to
 * it. A remark that says 合计 does not make a row a sum: the word counts in the first filled cell and the key columns.
 */
export function classifyRow(row: RawRow, table: TableShape): RowKind {
  const first = row.cells.findIndex((cell) => !isBlank(cell))
  if (first < 0) return 'blank'
  let header = namesOwnColumn(row.cells[first], table.headers[first])
  for (const column of [first, ...table.keyColumns]) {
    const cell = row.cells[column]
    const kind = isWord(cell) ? wordKind(cell) : 'other'
    if (kind === 'total') return 'total'
    header ||= kind === 'header'
  }
  const special = header ? headerKind(row, table) : undefined
  if (special) return special
  const hasRequired = table.requiredColumns.some((column) => !isBlank(row.cells[column]))
  if (hasRequired || table.requiredColumns.length === 0) return 'data'
  const filled = row.cells.filter((cell) => !isBlank(cell))
  return filled.length === 1 && typeof filled[0] === 'string' ? 'note' : 'data'
}

/** A header of a branch's own making (no known word) comes again in its own column. */
function namesOwnColumn(cell: CellValue | undefined, header: string | null | undefined): boolean {
  return typeof cell === 'string' && header !== null && header !== undefined && cell.trim() === header.trim()
}

function headerKind(row: RawRow, table: TableShape): 'repeatedHeader' | 'otherTable' | undefined {
  const headers = comparableHeaders(table.headers)
  const filled = row.cells.filter((cell) => !isBlank(cell)).length
  const texts = row.cells.map((cell) => (isWord(cell) ? headerName(cell) : ''))
  const same = texts.filter((text, column) => text !== '' && text === headers[column]).length
  const named = headers.filter((name) => name !== '').length
  if (same >= 2 && same * 2 >= Math.min(named, filled)) return 'repeatedHeader'
  const known = texts.filter((text) => headerWords.has(text)).length
  return known >= 2 && known * 2 > filled ? 'otherTable' : undefined
}
