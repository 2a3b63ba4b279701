import type { MadeFile } from '#shared/contract/base'
import { mostQuoteLines, type QuoteLinesAnswer, type QuoteLinesInput } from '#shared/contract/quote-lines'
import { formatKilograms } from '#shared/domain/weight'
import type { RawRow } from '#shared/domain/import/raw-row'
import type { QuoteLineProblem } from '#shared/domain/quote-lines/quote-line'
import { readQuoteLines } from '#shared/domain/quote-lines/read-quote-lines'
import { splitText } from '#shared/domain/quote-lines/split-text'
import { isWordKey, type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { readWorkbook } from '../../excel/read-workbook'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import { bookFrame } from '../system/book-frame'

/** Shipments from a pasted text or from the first visible sheet of a file, at most as many as are priced at once. */
export async function readLines(
  { files }: Pick<Kernel, 'files'>,
  from: { text: string } | { ticket: string },
  locale: Locale,
) {
  const rows = 'text' in from ? splitText(from.text) : await fileRows(files.take(from.ticket))
  const { lines, problems, headed } = readQuoteLines(rows)
  return {
    lines: lines.slice(0, mostQuoteLines),
    left: Math.max(0, lines.length - mostQuoteLines),
    headed,
    problems: problems
      .slice(0, mostQuoteLines)
      .map((problem) => ({ row: problem.row, text: wordsOf(problem, locale) })),
  }
}

function wordsOf({ code, params }: QuoteLineProblem, locale: Locale): string {
  const own = `pricing:lines.problem.${code}`
  if (isWordKey(own)) return translate(locale, own, params)
  const key = `importProblems:value.${code}`
  return isWordKey(key) ? translate(locale, key, params) : code
}

function fileRows(file: { path: string; name: string }): Promise<RawRow[]> {
  return readWorkbook(file, async (workbook) => {
    const sheet = workbook.sheets.find(({ hidden }) => !hidden) ?? workbook.sheets[0]
    if (!sheet) throw new Refused('file-empty', { file: file.name })
    const rows: RawRow[] = []
    for await (const batch of workbook.rows(sheet.name)) {
      rows.push(...batch)
      // A little more than is priced, so that the answer can say that there is more.
      if (rows.length > mostQuoteLines * 2) break
    }
    return rows
  })
}

type Words = (key: WordKey, params?: WordParams) => string

/** The priced lines as a finished workbook, beside what was asked. */
export async function exportLines(
  kernel: Kernel,
  input: QuoteLinesInput,
  answer: QuoteLinesAnswer,
  about: { account: string; competitor: string },
): Promise<MadeFile> {
  const { locale } = input
  const t: Words = (key, params = {}) => translate(locale, key, params)
  const columns = columnsOf(answer, about, t)
  const title = t('pricing:lines.title')
  const filters = [about.account, input.product, input.date].filter(Boolean)
  const frame = { ...bookFrame(kernel, locale), filters }
  const rows = input.lines.map((line, index) => {
    const priced = answer.lines[index]
    return priced ? columns.map(({ value }) => value(line, priced)) : []
  })
  const name = `${title}-${input.date}.xlsx`
  const sheet = { name: title, title, columns: columns.map(({ value: _value, ...column }) => column), rows }
  return madeWorkbook(kernel, name, framedWorkbook(frame, { ...sheet, frozenColumns: 2 }, notesOf(t)))
}

interface Column extends ReportColumn {
  value: (line: QuoteLinesInput['lines'][number], priced: QuoteLinesAnswer['lines'][number]) => ReportValue
}

function columnsOf({ sums }: QuoteLinesAnswer, { competitor }: { competitor: string }, t: Words): Column[] {
  const money = (header: string, value: Column['value']): Column => ({ header, format: 'money', total: 'sum', value })
  const text = (header: string, value: Column['value']): Column => ({ header, format: 'text', value })
  return [
    { header: t('pricing:lines.col.row'), format: 'integer', value: ({ row }) => row },
    text(t('pricing:quote.to'), ({ to }) => to),
    text(t('pricing:lines.col.label'), ({ label }) => label),
    { header: t('pricing:lines.col.kg'), format: 'weight', value: ({ grams }) => grams },
    text(t('pricing:lines.col.size'), ({ size }) => (size ? [size.l, size.w, size.h].map(centimetres).join('×') : '')),
    { header: t('pricing:quote.pieces'), format: 'integer', value: ({ pieces }) => pieces },
    money(t('pricing:quote.declared'), ({ declaredFen }) => declaredFen),
    text(t('pricing:quote.zone'), (_line, { zone }) => zone),
    {
      header: t('pricing:lines.col.chargeable'),
      format: 'weight',
      value: (_line, { chargeableGrams }) => chargeableGrams,
    },
    money(t('pricing:lines.col.own'), (_line, { own }) => own.fen),
    money(t('pricing:lines.col.general'), (_line, { general }) => general.fen),
    ...(sums.competitor ? [money(competitor, (_line, priced) => priced.competitor?.fen ?? null)] : []),
    ...(sums.cost ? [money(t('pricing:lines.col.cost'), (_line, { costFen }) => costFen)] : []),
    ...(sums.margin ? [money(t('pricing:lines.col.margin'), (_line, { marginFen }) => marginFen)] : []),
    text(t('pricing:lines.col.sheet'), (_line, { sheet }) => sheet),
    text(t('pricing:lines.col.how'), (_line, { own, how }) => own.reason ?? how),
  ]
}

/** Millimetres as centimetres. */
function centimetres(millimetres: number): string {
  return formatKilograms(millimetres * 100)
}

function notesOf(t: Words) {
  return [
    { label: t('pricing:lines.col.own'), text: t('pricing:lines.note.own') },
    { label: t('pricing:lines.col.general'), text: t('pricing:lines.note.general') },
    { label: t('pricing:lines.col.margin'), text: t('pricing:lines.note.margin') },
  ]
}
