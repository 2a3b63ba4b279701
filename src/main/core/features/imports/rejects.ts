import type { MadeFile } from '#shared/contract/base'
import type { CellValue } from '#shared/domain/import/raw-row'
import { type Locale, translate } from '#shared/i18n/index'
import { joinClauses } from '#shared/i18n/join-clauses'
import { type RejectedRow, writeRejects as writeRejectsWorkbook } from '../../excel/write-rejects'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import * as repository from './imports.repository'
import { cellMask } from './masked-cells'
import { problemText } from './problem-words'

/**
 * The rejected rows of a batch in their original layout with the reasons behind: to be corrected there and imported again.
 * Without `personal.read` the numbers of people in them are masked: the clerk corrects the file he imported.
 */
export async function writeRejects(
  { db, files }: Kernel,
  batch: repository.BatchRecord,
  { locale, seesPersonal }: { locale: Locale; seesPersonal: boolean },
): Promise<MadeFile> {
  const headers = JSON.parse(batch.header) as string[]
  const shown = seesPersonal ? (cells: CellValue[]) => cells : cellMask(batch.kind, headers)
  const rows = rejectedRows(db, batch.id, locale).map(({ row, reason }) => ({
    row: { ...row, cells: shown(row.cells as CellValue[]) },
    reason,
  }))
  if (rows.length === 0) throw new Refused('nothing-to-import')
  const name = `${batch.file_name.replace(/\.[^.]+$/, '')}-${translate(locale, 'exports:rejects')}.xlsx`
  const path = files.newPath(name)
  await writeRejectsWorkbook(path, {
    sheetName: batch.sheet,
    headerRows: [{ row: 1, cells: headers }],
    rows,
    labels: { reason: translate(locale, 'exports:reason'), row: translate(locale, 'exports:row') },
  })
  return files.made(path, name)
}

/** One entry per row of the file, its reasons joined. */
function rejectedRows(db: Kernel['db'], batch: number, locale: Locale): RejectedRow[] {
  const rows: RejectedRow[] = []
  for (const { row, cells, code, col, params } of repository.rejectedRows(db, batch)) {
    const words = problemText(code, JSON.parse(params) as Record<string, string>, locale)
    const reason = col === null ? words : `${col}${locale === 'en' ? ': ' : '：'}${words}`
    const last = rows.at(-1)
    if (last && last.row.row === row) last.reason = joinClauses(locale, [last.reason, reason])
    else rows.push({ row: { row: row ?? 0, cells: JSON.parse(cells ?? '[]') as CellValue[] }, reason })
  }
  return rows
}
