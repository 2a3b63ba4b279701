/**
 * Writes the sample workbooks of resources/samples, which a newcomer can import into an empty book:
 *
 *   node_modules/.bin/node tools/run-ts.mjs tools/make-samples.ts [folder]
 *
 * What they say comes from the demonstration book's generator; the same program writes the same content.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import type { GridCell, WrittenWorkbookGrid } from '#shared/domain/price-workbook/grid'
import { writePriceWorkbook } from '#shared/domain/price-workbook/write-price-workbook'
import { textOf } from '#shared/domain/rating/form-value'
import type { SheetForm } from '#shared/domain/rating/sheet-form'
import { accountSheet } from '#core/features/demo/generator/sample-accounts'
import { peopleSheet } from '#core/features/demo/generator/sample-people'
import { demoSeed, generateDemo } from '#core/features/demo/generator/generate-demo'
import { sampleMonth, sampleMonthName } from '#core/features/demo/generator/sample-month'

interface SampleSheet {
  name: string
  rows: readonly (readonly GridCell[])[]
  merges?: readonly string[]
  /** 1-based row of the heading, shown in bold. */
  headerRow?: number
  widths: readonly number[]
}

/** The day in the files' properties: they are the same whenever they are made. */
const madeAt = new Date('2026-11-01T00:00:00Z')

export async function main([folder = 'resources/samples']: readonly string[] = []): Promise<void> {
  const target = resolve(folder)
  mkdirSync(target, { recursive: true })
  const story = generateDemo(demoSeed, sampleMonthName)
  const { sheet, merges } = accountSheet(story.accounts)
  const people = { name: '客户档案', rows: sheet, merges, headerRow: 2, widths: [12, 36, 14, 24, 20, 10, 8, 10, 16] }
  await write(join(target, '客户档案.xlsx'), [people])
  const contacts = peopleSheet(story.accounts, sampleMonthName)
  const widths = [12, 36, 14, 10, 12, 14, 14, 26, 12, 8, 8, 10, 14, 10, 18, 12, 12, 24]
  await write(join(target, '联系人.xlsx'), [
    { name: '联系人', rows: contacts, merges: ['A1:R1'], headerRow: 2, widths },
  ])
  for (const [index, form] of pricesInForce(story.priceForms).entries()) {
    const name = `报价-${String(index + 1).padStart(2, '0')}-${textOf(form.info['报价名称'])}.xlsx`
    await write(join(target, name), priceSheets(writePriceWorkbook(form)))
  }
  const month = sampleMonth()
  const cover = [[{ value: '示例速运对账资料（示例数据）' }], [], [{ value: '明细见工作表“运单明细”' }]]
  await write(join(target, `运单明细-${sampleMonthName}.xlsx`), [
    { name: '封面', rows: cover, widths: [40] },
    { name: '运单明细', rows: month.sheet, merges: month.merges, headerRow: month.headerRow, widths: monthWidths },
  ])
  const lines = month.clean.map((cells) => cells.map(csvCell).join(','))
  writeFileSync(join(target, `运单明细-${sampleMonthName}.csv`), iconv.encode(`${lines.join('\r\n')}\r\n`, 'gb18030'))
}

const monthWidths = [6, 18, 10, 18, 12, 14, 34, 8, 22, 26, 6, 12, 10, 16, 12, 12, 8, 12, 12]

/** Of several versions of a price sheet the last: it prices the sample month. */
function pricesInForce(forms: readonly SheetForm[]): SheetForm[] {
  const latest = new Map(forms.map((form) => [textOf(form.info['报价名称']), form]))
  return [...latest.values()]
}

function priceSheets({ sheets }: WrittenWorkbookGrid): SampleSheet[] {
  return sheets.map(({ name, rows, layout }) => ({
    name,
    rows,
    widths: layout.columnWidths,
    ...(layout.headingRows.length > 0 ? { headerRow: 1 } : {}),
  }))
}

async function write(path: string, sheets: readonly SampleSheet[]): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Yike 驿客'
  workbook.created = madeAt
  workbook.modified = madeAt
  for (const { name, rows, merges = [], headerRow, widths } of sheets) {
    const sheet = workbook.addWorksheet(name)
    sheet.columns = widths.map((width) => ({ width }))
    for (const [line, cells] of rows.entries())
      for (const [column, cell] of cells.entries()) if (cell) put(sheet.getCell(line + 1, column + 1), cell)
    for (const merge of merges) sheet.mergeCells(merge)
    if (headerRow !== undefined) sheet.getRow(headerRow).font = { bold: true }
  }
  await workbook.xlsx.writeFile(path)
}

function put(target: ExcelJS.Cell, { value, format, date }: NonNullable<GridCell>): void {
  target.value = date === undefined ? value : new Date(`${date}T00:00:00Z`)
  if (format !== undefined && format !== 'General') target.numFmt = format
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
