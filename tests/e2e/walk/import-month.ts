import { expect } from '@playwright/test'
import { sampleMonth, type SampleFate } from '#core/features/demo/generator/sample-month'
import { downloadOf, readWorkbook, rowTexts, sample } from '../support/files'
import type { Session } from '../support/session'
import { count, importAndWait, previewSentence, resultFigure, startImport, toPreview } from '../support/wizard'
import { zh } from '../support/words'

const month = sampleMonth()
const rowsOf = (...fates: SampleFate[]) => month.rows.filter(({ fate }) => fates.includes(fate))
const planned = {
  read: month.rows.length,
  imported: rowsOf('import').length,
  duplicates: rowsOf('duplicate').length,
  rejected: rowsOf('reject', 'conflict').length,
}

/** Titles, merged cells, a header in the fourth row, sums in between: what is found is what was planned. */
export async function importMessyMonth(session: Session): Promise<void> {
  const { page } = session
  await startImport(session, 'waybills', sample('运单明细-2026-10.xlsx'))
  const headerRow = page.getByRole('spinbutton', { name: zh('imports:columns.headerRow') })
  await expect(headerRow).toHaveValue(String(month.headerRow))
  const columns = [
    ['fields:waybill.number', 'B 运单号码'],
    ['fields:waybill.shippedOn', 'D 寄件日期'],
    ['fields:waybill.destination', 'J 目的地'],
    ['fields:waybill.amount', 'R 应付金额(元)'],
  ] as const
  for (const [field, column] of columns) {
    const row = page.getByRole('row', { name: zh(field) }).filter({ has: page.getByText(column, { exact: true }) })
    await expect(row).toHaveCount(1)
  }
  await toPreview(page)
  await expect(page.getByText(previewSentence(planned))).toBeVisible()
  await importAndWait(page, zh('imports:preview.import', { count: count(planned.imported) }))
  for (const key of ['read', 'imported', 'duplicates', 'rejected'] as const)
    expect({ [key]: await resultFigure(page, key) }).toEqual({ [key]: planned[key] })
  expect(await resultFigure(page, 'updated')).toBe(0)
  expect(await resultFigure(page, 'unmatched')).toBeGreaterThan(0)
  expect(await resultFigure(page, 'unrated')).toBeGreaterThan(0)
}

/** The rejects workbook holds each refused row in the layout of the file, with its reason and its row there. */
export async function readRejectsBack({ page }: Session): Promise<void> {
  const { name, path } = await downloadOf(page, () =>
    page.getByRole('button', { name: zh('imports:batch.rejects') }).click(),
  )
  expect(name).toBe(`运单明细-2026-10-${zh('exports:rejects')}.xlsx`)
  const [sheet] = (await readWorkbook(path)).worksheets
  if (!sheet) throw new Error('the rejects workbook has no sheet')
  const header = rowTexts(sheet, 1)
  // Headers are matched, and given back, in their plain spelling: m³ is m3.
  const original = month.sheet[month.headerRow - 1]?.map((cell) => String(cell?.value).normalize('NFKC')) ?? []
  expect(header).toEqual([...original, zh('exports:reason'), zh('exports:row')])
  const refused = rowsOf('reject', 'conflict').toSorted((one, other) => one.row - other.row)
  expect(sheet.rowCount).toBe(refused.length + 1)
  for (const [index, planned] of refused.entries()) {
    const texts = rowTexts(sheet, index + 2)
    expect(texts.at(-1)).toBe(String(planned.row))
    expect(texts.at(-2)).toContain(reasonOf(planned))
    expect(texts[0]).toBe(String(planned.cells[0]?.value))
  }
}

/** What the clerk must read beside a refused row: the words of the mishap that was planted there. */
function reasonOf({ fate, cells, waybill }: (typeof month.rows)[number]): string {
  const text = (index: number) => String(cells[index]?.value ?? '')
  if (fate === 'conflict') return zh('problems:conflict-in-file', { number: waybill.number })
  if (!cells[1] || !cells[3]) return zh('importProblems:value.missing')
  if (typeof cells[1].value === 'number' && cells[1].value > 1e15)
    return zh('importProblems:value.truncatedNumber', { text: text(1) })
  if (text(1).includes('E+')) return zh('importProblems:value.scientificNumber', { text: text(1) })
  if (text(3) === '2026-10-32') return zh('importProblems:value.noSuchDay', { text: text(3) })
  const wrong = text(11) === '约2' ? text(11) : text(17)
  return zh('importProblems:value.notANumber', { text: wrong })
}

/** The same month once more, as a GBK text file: every row is known and nothing is left to import. */
export async function findDuplicates(session: Session): Promise<void> {
  const { page } = session
  await startImport(session, 'waybills', sample('运单明细-2026-10.csv'))
  await toPreview(page)
  const known = month.clean.length - 1
  await expect(page.getByText(previewSentence({ read: known, duplicates: known }))).toBeVisible()
  await expect(page.getByText(zh('imports:preview.nothing'))).toBeVisible()
  await expect(page.getByRole('button', { name: zh('imports:preview.import', { count: 0 }) })).toBeDisabled()
}
