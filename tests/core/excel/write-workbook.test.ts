import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openWorkbook } from '#core/excel/open-workbook'
import { writeGrid } from '#core/excel/write-grid'
import { writeRejects } from '#core/excel/write-rejects'
import { writeWorkbook, type ReportValue, type WorkbookDefinition } from '#core/excel/write-workbook'
import { ZipArchive } from '#core/excel/xlsx/zip-archive'
import { detectHeader } from '#shared/domain/import/detect-header'
import type { WrittenWorkbookGrid } from '#shared/domain/price-workbook/grid'
import { waybillFields } from '#shared/fields/waybill.fields'
import { readAll, tempFolder } from './temp-files'

const files = tempFolder()

const rows: ReportValue[][] = [
  ['深圳市甲贸易有限公司', '2025-03-01', 1200, 1_234_567, -5000, 1_500, 250_000],
  ['=HYPERLINK("http://x","点我")', '2025-03-31', 3, -105, 0, 505, -10_500],
  ['+86 138', null, null, null, null, null, null],
]

const definition = (over: Partial<WorkbookDefinition> = {}): WorkbookDefinition => ({
  author: '南山 & 福田网点',
  createdAt: new Date('2025-04-01T02:00:00Z'),
  pageFooter: '第 {page} 页，共 {pages} 页',
  sheets: [
    {
      name: '收入/成本',
      title: '2025年3月 客户收入',
      filterLine: '月份：2025-03　网点：南山　制表：2025-04-01',
      totalLabel: '合计',
      columns: [
        { header: '客户', format: 'text' },
        { header: '日期', format: 'date' },
        { header: '票数', format: 'integer', total: 'sum' },
        { header: '收入', format: 'money', total: 'sum', dataBar: true },
        { header: '成本', format: 'money', total: 'sum' },
        { header: '重量', format: 'weight', total: 'sum' },
        { header: '毛利率', format: 'percent', total: { numerator: 4, denominator: 3 } },
      ],
      rows,
    },
  ],
  notes: { name: '说明', title: '数字怎么来', lines: [{ label: '收入', text: '=不含税，按寄件日期' }] },
  ...over,
})

async function partOf(path: string, name: string): Promise<string> {
  const archive = await ZipArchive.open(path)
  const text = await archive.text(name)
  await archive.close()
  return text ?? ''
}

describe('a report workbook', () => {
  it('reads back as the figures it was made of', async () => {
    const path = files.path('report.xlsx')
    expect(await writeWorkbook(path, definition())).toBe(3)
    const read = await readAll(path)
    expect(read).toEqual([
      { row: 1, cells: ['2025年3月 客户收入'] },
      { row: 2, cells: ['月份：2025-03　网点：南山　制表：2025-04-01'] },
      { row: 4, cells: ['客户', '日期', '票数', '收入', '成本', '重量', '毛利率'] },
      { row: 5, cells: ['深圳市甲贸易有限公司', { date: '2025-03-01' }, 1200, 12345.67, -50, 1.5, 0.25] },
      { row: 6, cells: ['=HYPERLINK("http://x","点我")', { date: '2025-03-31' }, 3, -1.05, 0, 0.505, -0.0105] },
      { row: 7, cells: ['+86 138'] },
      { row: 8, cells: ['合计', null, 1203, 12344.62, -50, 2.005, expect.closeTo(-50 / 12344.62, 12)] },
    ])
    const book = await openWorkbook(path)
    expect(book.sheets.map(({ name }) => name)).toEqual(['收入_成本', '说明'])
    const grid = await book.grid('收入_成本')
    expect(grid.rows[4]?.map((cell) => cell?.format)).toEqual([
      '@',
      'yyyy-mm-dd',
      '#,##0;[Red]-#,##0',
      '#,##0.00;[Red]-#,##0.00',
      '#,##0.00;[Red]-#,##0.00',
      '#,##0.00#;[Red]-#,##0.00#',
      '0.0%;[Red]-0.0%',
    ])
    await book.close()
  })

  it('is set up for reading and printing', async () => {
    const path = files.path('print.xlsx')
    await writeWorkbook(path, definition())
    const sheet = await partOf(path, 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<pane [^>]*ySplit="4"[^>]*state="frozen"/)
    expect(sheet).toContain('<autoFilter ref="A4:G7"')
    expect(sheet).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*/)
    expect(sheet).toMatch(/orientation="landscape"/)
    expect(sheet).toMatch(/fitToWidth="1"/)
    expect(sheet).toMatch(/fitToHeight="0"/)
    expect(sheet).toContain('fitToPage="1"')
    expect(sheet).toContain('第 &amp;P 页，共 &amp;N 页')
    expect(sheet).toContain('南山 &amp;&amp; 福田网点')
    expect(sheet).toMatch(/<f>SUM\(D5:D7\)<\/f><v>12344.62<\/v>/)
    expect(sheet).toMatch(/<f>IF\(D8=0,&quot;&quot;,E8\/D8\)<\/f>/)
    expect(sheet).toContain('<dataBar')
    expect(await partOf(path, 'xl/workbook.xml')).toMatch(/_xlnm.Print_Titles[^>]*>[^<]*\$4:\$4/)
  })

  it('gives a row the height of the lines in it', async () => {
    const path = files.path('lines.xlsx')
    const columns = [
      { header: '事件', format: 'text' },
      { header: '内容', format: 'text', width: 24 },
    ] as const
    const lines = [
      ['修改', '别名：增加 甲\n备注：空 → 旺季'],
      ['修改', `短\n${'一'.repeat(15)}`],
      ['导入', '一行'],
    ]
    const [sheet] = definition().sheets
    if (!sheet) throw new Error('no sheet')
    await writeWorkbook(path, definition({ sheets: [{ ...sheet, columns: [...columns], rows: lines }] }))
    const written = await partOf(path, 'xl/worksheets/sheet1.xml')
    const heights = [...written.matchAll(/<row r="([567])"([^>]*)>/g)].map(([, row, more]) => [
      row,
      / ht="(\d+)"/.exec(more ?? '')?.[1],
    ])
    expect(heights).toEqual([
      ['5', '32'],
      ['6', '48'],
      ['7', undefined],
    ])
    expect(await partOf(path, 'xl/styles.xml')).toMatch(/<xf [^>]*>\s*<alignment horizontal="left"[^>]*wrapText="1"/)
  })

  it('breaks a text that is wider than its column, so that the page stays as wide as its columns', async () => {
    const path = files.path('wide.xlsx')
    const sheet = definition().sheets[0]
    if (!sheet) throw new Error('no sheet')
    const columns = [
      { header: '票数', format: 'integer' as const },
      { header: '计价过程', format: 'text' as const },
    ]
    const rows = [
      [1, '一'.repeat(60)],
      [2, '一行'],
      [3, '一'.repeat(2_000)],
    ]
    await writeWorkbook(path, definition({ sheets: [{ ...sheet, columns, rows }] }))
    const written = await partOf(path, 'xl/worksheets/sheet1.xml')
    const heights = [...written.matchAll(/<row r="([567])"[^>]*>/g)].map(([head]) => / ht="(\d+)"/.exec(head)?.[1])
    // 120 characters in a column of 48; Excel knows no row above 409 points.
    expect(heights).toEqual(['48', undefined, '409'])
    expect(await partOf(path, 'xl/styles.xml')).toMatch(/<xf [^>]*>\s*<alignment horizontal="left"[^>]*wrapText="1"/)
  })

  it('gives a note the height of its lines', async () => {
    const path = files.path('notes.xlsx')
    const lines = [
      { label: '条款', text: '揽收：工作日 18:00 前下单当日上门。\n时效与理赔按公布的标准执行。' },
      { label: '长', text: '一'.repeat(60) },
      { label: '短', text: '一行' },
    ]
    await writeWorkbook(path, definition({ notes: { name: '说明', title: '说明', lines } }))
    const notes = await partOf(path, 'xl/worksheets/sheet2.xml')
    const heights = [...notes.matchAll(/<row r="([345])"[^>]* ht="(\d+)"/g)].map(([, row, height]) => [row, height])
    expect(heights).toEqual([
      ['3', '32'],
      ['4', '32'],
      ['5', '16'],
    ])
  })

  it('has formulas only where the program put them', async () => {
    const path = files.path('formulas.xlsx')
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "=cmd|' /C calc'!A0"].map((text): ReportValue[] => [
      text,
      text,
      null,
      null,
      null,
      null,
      null,
    ])
    await writeWorkbook(
      path,
      definition({
        sheets: [{ ...(definition().sheets[0] ?? never()), title: '=1+1', filterLine: '=2', name: '=3', rows: evil }],
      }),
    )
    const sheet = await partOf(path, 'xl/worksheets/sheet1.xml')
    expect(sheet.match(/<f>/g)?.length).toBe(5)
    const read = await readAll(path)
    expect(read.slice(3, 9).map(({ cells }) => cells[0])).toEqual(evil.map(([text]) => text))
  })

  it('streams rows that come asynchronously, and many sheets of like names', async () => {
    const path = files.path('many.xlsx')
    const sheet = definition().sheets[0] ?? never()
    async function* lazily(): AsyncGenerator<ReportValue[]> {
      for (let index = 0; index < 5000; index += 1) {
        if (index % 1000 === 0) await Promise.resolve()
        yield [`客户${index}`, '2025-03-01', 1, 100, 50, 1000, 0]
      }
    }
    expect(
      await writeWorkbook(
        path,
        definition({
          sheets: [
            { ...sheet, name: '甲', rows: lazily() },
            { ...sheet, name: '甲' },
          ],
        }),
      ),
    ).toBe(5003)
    const book = await openWorkbook(path)
    expect(book.sheets.map(({ name }) => name)).toEqual(['甲', '甲 (2)', '说明'])
    await book.close()
    expect((await readAll(path)).at(-1)?.cells).toEqual(['合计', null, 5000, 5000, 2500, 5000, 0.5])
  })

  it('says so where there are no rows', async () => {
    const path = files.path('none.xlsx')
    const sheet = definition().sheets[0] ?? never()
    expect(await writeWorkbook(path, definition({ sheets: [{ ...sheet, rows: [], emptyText: '本月没有运单' }] }))).toBe(
      0,
    )
    expect((await readAll(path)).at(-1)).toEqual({ row: 5, cells: ['本月没有运单'] })
  })

  it('leaves the old file and no rubbish if the rows fail', async () => {
    const path = files.put('old.xlsx', 'alt')
    const sheet = definition().sheets[0] ?? never()
    function* failing(): Generator<ReportValue[]> {
      yield ['甲', null, 1, 1, 1, 1, 1]
      throw new Error('rows failed')
    }
    await expect(writeWorkbook(path, definition({ sheets: [{ ...sheet, rows: failing() }] }))).rejects.toThrow(
      'rows failed',
    )
    expect(readFileSync(path, 'utf8')).toBe('alt')
    expect(readdirSync(files.path('.')).filter((name) => name.endsWith('.tmp'))).toEqual([])
    await expect(writeWorkbook(files.path('no/such/folder.xlsx'), definition())).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})

describe('a rejects workbook', () => {
  it('keeps the layout, adds the reason, and can be imported again as it is', async () => {
    const source = files.put(
      'source.csv',
      '三月明细\n运单号,寄件日期,重量,运费\n="0012345678",2025-02-30,1.5kg,12\n7.3E+14,2025-03-01,2,=1+1\n',
    )
    const read = await readAll(source)
    const path = files.path('rejects.xlsx')
    const written = await writeRejects(path, {
      sheetName: '未导入',
      headerRows: read.slice(1, 2),
      rows: [
        { row: read[2] ?? never(), reason: '没有“2025-02-30”这一天' },
        { row: read[3] ?? never(), reason: '=号码已变成科学计数法' },
        {
          row: {
            row: 9,
            cells: [
              731234567890123e3,
              { date: '2025-03-01', time: '08:30:00' },
              { fault: 'excelError', text: '#N/A' },
              true,
            ],
          },
          reason: '截断',
        },
      ],
      labels: { reason: '原因', row: '原行号' },
    })
    expect(written).toBe(3)
    const again = await readAll(path)
    expect(again).toEqual([
      { row: 1, cells: ['运单号', '寄件日期', '重量', '运费', '原因', '原行号'] },
      { row: 2, cells: ['0012345678', '2025-02-30', '1.5kg', '12', '没有“2025-02-30”这一天', 3] },
      { row: 3, cells: ['7.3E+14', '2025-03-01', '2', '=1+1', '=号码已变成科学计数法', 4] },
      { row: 4, cells: [731234567890123e3, { date: '2025-03-01', time: '08:30:00' }, '#N/A', true, '截断', 9] },
    ])
    expect(detectHeader(again, waybillFields)).toMatchObject({ headerRows: [1], firstDataRow: 2 })
  })
})

describe('a grid workbook', () => {
  it('is read again as it was written', async () => {
    const grid: WrittenWorkbookGrid = {
      sheets: [
        {
          name: '报价信息',
          rows: [
            [{ value: '税率' }, { value: 0.06, format: '0%' }],
            [{ value: '生效日期' }, { value: 45717, format: 'yyyy-mm-dd', date: '2025-03-01' }],
            [{ value: '备注' }, null, { value: '=a+b', format: '@' }],
          ],
          layout: { columnWidths: [12, 20, 20], frozenRows: 1, headingRows: [] },
        },
      ],
    }
    const path = files.path('grid.xlsx')
    await writeGrid(path, grid)
    const book = await openWorkbook(path)
    const [sheet] = (await book.grids()).sheets
    expect(sheet?.rows.map((row) => row.slice(0, 3))).toEqual([
      [{ value: '税率', format: '@' }, { value: 0.06, format: '0%' }, null],
      [{ value: '生效日期', format: '@' }, { value: 45717, format: 'yyyy-mm-dd', date: '2025-03-01' }, null],
      [{ value: '备注', format: '@' }, null, { value: '=a+b', format: '@' }],
    ])
    await book.close()
  })
})

function never(): never {
  throw new Error('not there')
}
