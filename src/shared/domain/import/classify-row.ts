import type { FieldDeclaration } from '#shared/fields/field'
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
  /** Their headers tell a second table from data. */
  fields: readonly FieldDeclaration[]
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

/**
 * Tells what the rows below a header are; call it for every row in order. A second table below is recognised by its
 * header and lasts until the first header comes again. A remark that says 合计 does not make a row a sum.
 */
export function createRowClassifier(table: TableShape): (row: RawRow) => RowKind {
  const headers = table.headers.map((text) => headerName(text ?? ''))
  const known = new Set(
    table.fields.flatMap((field) =>
      [...field.aliases, ...(field.weakAliases ?? [])].flatMap((alias) =>
        headerReadings(alias).map(({ name }) => name),
      ),
    ),
  )
  const named = headers.filter((name) => name !== '').length
  let inOtherTable = false

  return (row) => {
    const first = row.cells.findIndex((cell) => !isBlank(cell))
    if (first < 0) return 'blank'
    const words = [first, ...table.keyColumns].map((column) => row.cells[column]).filter(isWord)
    if (words.length > 0) {
      if (words.some(isTotalWord)) return inOtherTable ? 'otherTable' : 'total'
      const texts = row.cells.map((cell) => (isWord(cell) ? headerName(cell) : ''))
      const filled = row.cells.filter((cell) => !isBlank(cell)).length
      const same = texts.filter((text, column) => text !== '' && text === headers[column]).length
      if (same >= 2 && same * 2 >= Math.min(named, filled)) {
        inOtherTable = false
        return 'repeatedHeader'
      }
      const headerWords = texts.filter((text) => known.has(text)).length
      if (headerWords >= 2 && headerWords * 2 > filled) inOtherTable = true
    }
    if (inOtherTable) return 'otherTable'
    const hasRequired = table.requiredColumns.some((column) => !isBlank(row.cells[column]))
    if (hasRequired || table.requiredColumns.length === 0) return 'data'
    const filled = row.cells.filter((cell) => !isBlank(cell))
    return filled.length === 1 && typeof filled[0] === 'string' ? 'note' : 'data'
  }
}
