import { describe, expect, it } from 'vitest'
import { openWorkbook } from '#core/excel/open-workbook'
import { classifyRow } from '#shared/domain/import/classify-row'
import { detectHeader } from '#shared/domain/import/detect-header'
import { matchColumns } from '#shared/domain/import/match-columns'
import { parseCell } from '#shared/domain/import/parse-cell'
import type { FieldDeclaration } from '#shared/fields/field'
import { waybillFields } from '#shared/fields/waybill.fields'
import { allRows, fixture, readAll } from './temp-files'

/** What the clean file of that month would say, in stored units. */
const clean = [
  {
    number: 'SF1000000000001',
    shippedOn: '2025-03-01',
    destination: '广东省',
    chargeableWeight: 1500,
    feeKind: '运费',
    amount: 123450,
    remark: '=不是公式',
  },
  {
    number: 'SF1000000000002',
    shippedOn: '2025-03-02',
    destination: '浙江',
    chargeableWeight: 800,
    feeKind: '运费',
    amount: 1200,
    remark: null,
  },
  {
    number: 'SF1000000000002',
    shippedOn: '2025-03-02',
    destination: '浙江',
    chargeableWeight: 800,
    feeKind: '保价',
    amount: 100,
    remark: null,
  },
  {
    number: 'SF1000000000003',
    shippedOn: '2025-03-03',
    destination: '内蒙古自治区',
    chargeableWeight: 2500,
    feeKind: '运费',
    amount: -560,
    remark: '理赔，折让',
  },
  {
    number: 'SF1000000000004',
    shippedOn: '2025-03-04',
    destination: '新疆',
    chargeableWeight: 3000,
    feeKind: '运费',
    amount: -800,
    remark: '含"引号"和,逗号',
  },
]

async function imported(path: string): Promise<unknown> {
  const book = await openWorkbook(path)
  const sheet = book.sheets[0]?.name ?? ''
  const found = detectHeader(await book.head(sheet, 40), waybillFields)
  if (!found) throw new Error('no header')
  const { matches } = matchColumns(found.headers, waybillFields)
  const columnsOf = (...keys: string[]): number[] =>
    matches.filter(({ field }) => keys.includes(field)).map(({ column }) => column)
  const table = {
    headers: found.headers,
    keyColumns: columnsOf('number'),
    requiredColumns: columnsOf('number', 'shippedOn'),
  }
  const rows: Record<string, unknown>[] = []
  const skipped: string[] = []
  for (const row of await allRows(book, sheet)) {
    if (row.row < found.firstDataRow) continue
    const kind = classifyRow(row, table)
    if (kind !== 'data') {
      skipped.push(`${row.row} ${kind}`)
      continue
    }
    const record: Record<string, unknown> = {}
    for (const { column, field, unit } of matches) {
      const declaration: FieldDeclaration | undefined = waybillFields.find(({ key }) => key === field)
      if (!declaration) continue
      const value = parseCell(declaration, row.cells[column], { unit })
      record[field] = value.ok ? value.value : value
    }
    rows.push(record)
  }
  await book.close()
  return { kind: book.kind, header: found.headerRows, rows, skipped }
}

const skipped = ['9 total', '12 total', '13 note']

describe('the same month, however it is saved, gives the same rows', () => {
  it.each([
    ['messy-utf8.csv', 'csv'],
    ['messy-utf8-bom.csv', 'csv'],
    ['messy-gbk.csv', 'csv'],
    ['messy-semicolon.csv', 'csv'],
    ['messy-utf16.txt', 'csv'],
    ['messy-tsv-named.xls', 'csv'],
    ['messy-html-named.xls', 'html'],
    ['messy-libreoffice.xlsx', 'xlsx'],
    ['messy-libreoffice.xls', 'xls'],
    ['messy-libreoffice.ods', 'ods'],
    ['messy-libreoffice.xml', 'spreadsheetml'],
    ['messy-libreoffice.html', 'html'],
  ])('%s', async (name, kind) => {
    expect(await imported(fixture(name))).toEqual({ kind, header: [4], rows: clean, skipped })
  })
})

describe('typed cells by LibreOffice', () => {
  it.each(['typed-1900.xlsx', 'typed-1900.xls', 'typed-1904.xlsx', 'typed-1904.xls'])('%s', async (name) => {
    const book = await openWorkbook(fixture(name))
    expect(book.sheets.map(({ name: sheet, hidden }) => [sheet, hidden])).toEqual([
      ['运单明细', false],
      ['隐藏', true],
    ])
    const rows = await allRows(book)
    expect(rows.slice(3)).toEqual([
      { row: 4, cells: [731234567890, { date: '2025-03-01' }, 1.2, 2, 12.3, 0.06] },
      {
        row: 5,
        cells: [expect.closeTo(731234567891234000, -4), { date: '2025-03-02', time: '08:30:00' }, 0.505, 1, -24.6],
        hidden: true,
      },
      {
        row: 6,
        cells: [
          '0012345678',
          { date: '2025-12-31', time: '23:59:59' },
          { fault: 'excelError', text: '#DIV/0!' },
          null,
          expect.anything(),
        ],
      },
    ])
    const head = await book.head('运单明细', 10)
    expect(detectHeader(head, waybillFields)).toMatchObject({
      headerRows: [2, 3],
      headers: ['运单号', '寄件时间', '实际重量', '计费重量', '应付金额', '税率'],
      firstDataRow: 4,
    })
    const grid = await book.grid('运单明细')
    expect(grid.rows[3]?.[1]).toMatchObject({ date: '2025-03-01', format: expect.stringMatching(/yyyy/i) })
    expect(grid.rows[3]?.[5]).toEqual({ value: 0.06, format: '0.00%' })
    expect(grid.rows[1]?.[3]).toMatchObject({ value: '重量' })
    expect((await book.grids()).sheets.map((sheet) => sheet.name)).toEqual(['运单明细'])
    await book.close()
  })
})

describe('typed cells of an .ods', () => {
  it('gives the values; hidden sheets and rows are not told by its reader', async () => {
    const rows = await readAll(fixture('typed-1900.ods'))
    expect(rows[3]).toEqual({ row: 4, cells: [731234567890, { date: '2025-03-01' }, 1.2, 2, 12.3, 0.06] })
    expect(rows[4]?.cells[1]).toEqual({ date: '2025-03-02', time: '08:30:00' })
  })
})
