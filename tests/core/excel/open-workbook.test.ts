import { chmodSync, readFileSync } from 'node:fs'
import { CFB, utils, write } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { cellText } from '#shared/domain/import/cell-text'
import { openWorkbook } from '#core/excel/open-workbook'
import { readAll, refusalOf, fixture, allRows, tempFolder } from './temp-files'
import { xlsxParts, zipOf } from './zip-builder'

const files = tempFolder()

const xls = (): Buffer => {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['运单号', '运费'],
      ['SF1', 12.5],
    ]),
    '甲',
  )
  return write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer
}

const compound = (...streams: string[]): Buffer => {
  const file = CFB.utils.cfb_new()
  for (const name of streams) CFB.utils.cfb_add(file, `/${name}`, Buffer.from('x'.repeat(5000)))
  return CFB.write(file, { type: 'buffer' }) as Buffer
}

const plainXlsx = (): Buffer => zipOf(xlsxParts({ sheetData: '<row r="1"><c r="A1"><v>1</v></c></row>' }))

describe('what a file is, by its bytes', () => {
  it.each([
    ['data.csv', () => plainXlsx(), 'xlsx'],
    ['data.xls', () => plainXlsx(), 'xlsx'],
    ['data.xlsx', () => xls(), 'xls'],
    ['data.et', () => xls(), 'xls'],
    ['data', () => Buffer.from('a,b\n1,2\n'), 'csv'],
    ['table.xlsx', () => Buffer.from('<table><tr><td>运单号</td></tr></table>'), 'html'],
    ['mark.xls', () => Buffer.from('\ufeff<html><body><table><tr><td>1</td></tr></table></body></html>'), 'html'],
    ['wide.xls', () => Buffer.from('\ufeff<html><table><tr><td>运单号</td></tr></table></html>', 'utf16le'), 'html'],
  ])('%s is %s', async (name, bytes, kind) => {
    const book = await openWorkbook(files.put(name, bytes()))
    expect(book.kind).toBe(kind)
    expect((await allRows(book)).length).toBeGreaterThan(0)
    await book.close()
  })

  it.each<[string, string, () => string | Buffer]>([
    ['empty.xlsx', 'empty', () => ''],
    ['paper.xlsx', 'notAWorkbook', () => '%PDF-1.7 …'],
    ['picture.xlsx', 'notAWorkbook', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['~$owner.xlsx', 'notAWorkbook', () => Buffer.from([5, 117, 115, 101, 114])],
    ['noise.csv', 'notAWorkbook', () => Buffer.from([0, 1, 2, 3, 255, 254, 0, 7, 8])],
    ['page.xls', 'notAWorkbook', () => '<html><body><p>登录已过期</p></body></html>'],
    [
      'letter.docx',
      'notAWorkbook',
      () =>
        zipOf([
          {
            name: '_rels/.rels',
            content:
              '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
          },
        ]),
    ],
    ['photos.zip', 'notAWorkbook', () => zipOf([{ name: 'a.jpg', content: 'x' }])],
    ['secret.xlsx', 'encrypted', () => compound('EncryptionInfo', 'EncryptedPackage')],
    ['form.et', 'wpsFormat', () => compound('ETBook')],
    ['letter.xls', 'notAWorkbook', () => compound('WordDocument')],
    ['torn.xls', 'damaged', () => xls().subarray(0, 700)],
    ['torn.xlsx', 'damaged', () => plainXlsx().subarray(0, 400)],
    ['locked-part.xlsx', 'encrypted', () => zipOf(xlsxParts({ sheetData: '' }).map((part) => ({ ...part, flags: 1 })))],
    [
      'no-sheets.xlsx',
      'noSheets',
      () => zipOf(xlsxParts({ sheetData: '', workbook: '<workbook><sheets/></workbook>' })),
    ],
  ])('%s is refused as %s', async (name, code, bytes) => {
    expect(await refusalOf(files.put(name, bytes()))).toBe(code)
  })

  it('a missing file, a folder, a file without permission', async () => {
    expect(await refusalOf(files.path('none.xlsx'))).toBe('notFound')
    expect(await refusalOf(files.path('.'))).toBe('notAWorkbook')
    const path = files.put('mine.xlsx', plainXlsx())
    chmodSync(path, 0)
    // The superuser reads everything.
    expect(await refusalOf(path)).toBe(process.getuid?.() === 0 ? 'read 1 rows' : 'noPermission')
  })

  it('an .xls with a password', async () => {
    const bytes = xls()
    // A FILEPASS record (0x2F) where the BOF's neighbour stood is what Excel writes into a protected file.
    const file = CFB.read(bytes, { type: 'buffer' })
    const stream = CFB.find(file, 'Workbook')
    if (!stream) throw new Error('no stream')
    const content = Buffer.from(stream.content as Uint8Array)
    const after = 4 + content.readUInt16LE(2)
    const filepass = Buffer.concat([Buffer.from([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4]), content.subarray(after)])
    stream.content = Buffer.concat([content.subarray(0, after), filepass])
    stream.size = stream.content.length
    expect(await refusalOf(files.put('pass.xls', CFB.write(file, { type: 'buffer' }) as Buffer))).toBe('encrypted')
  })

  it('a sheet that is not there', async () => {
    for (const path of [
      files.put('one.xlsx', plainXlsx()),
      files.put('one.xls', xls()),
      files.put('one.csv', 'a,b\n'),
    ]) {
      const book = await openWorkbook(path)
      await expect(allRows(book, '不存在')).rejects.toMatchObject({ code: 'sheetNotFound' })
      await book.close()
    }
  })
})

describe('bombs and lies', () => {
  it('refuses a part that inflates beyond reason, claimed or not', async () => {
    const bomb = Buffer.alloc(120_000_000, ' ')
    const parts = xlsxParts({ sheetData: '' })
    const honest = parts.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, content: bomb } : part))
    expect(await refusalOf(files.put('bomb.xlsx', zipOf(honest)))).toBe('zipBomb')
    const lying = honest.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, claimedSize: 500 } : part))
    expect(await refusalOf(files.put('lie.xlsx', zipOf(lying)))).toBe('damaged')
  })

  it('refuses a part whose checksum is wrong', async () => {
    const parts = xlsxParts({ sheetData: '<row r="1"><c r="A1"><v>1</v></c></row>' })
    const broken = parts.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, claimedCrc: 1 } : part))
    expect(await refusalOf(files.put('crc.xlsx', zipOf(broken)))).toBe('damaged')
  })

  it('refuses rows that end in the middle, and text that is not in the table', async () => {
    const cut = zipOf(xlsxParts({ sheetData: '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>' }))
    expect(await refusalOf(files.put('cut.xlsx', cut))).toBe('damaged')
    const lost = zipOf(
      xlsxParts({ sheetData: '<row r="1"><c r="A1" t="s"><v>5</v></c></row>', sharedStrings: '<si><t>一</t></si>' }),
    )
    expect(await refusalOf(files.put('lost.xlsx', lost))).toBe('damaged')
  })
})

describe('encodings and delimiters', () => {
  it.each<[string, string, () => Buffer]>([
    ['utf-8', 'utf-8', () => Buffer.from('运单号,运费\nSF1,1\n')],
    ['utf-8 with mark', 'utf-8', () => Buffer.from('\ufeff运单号,运费\nSF1,1\n')],
    [
      'gbk',
      'gb18030',
      () =>
        Buffer.from([
          0xd4, 0xcb, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0xd4, 0xcb, 0xb7, 0xd1, 0x0a, 0x53, 0x46, 0x31, 0x2c, 0x31,
        ]),
    ],
    ['utf-16', 'utf-16le', () => Buffer.from('\ufeff运单号\t运费\r\nSF1\t1\r\n', 'utf16le')],
    [
      'utf-16 without mark',
      'utf-16le',
      () => Buffer.from('运单号\t运费,1234567890,1234567890\r\nSF1\t1\r\n', 'utf16le'),
    ],
    ['ascii', 'utf-8', () => Buffer.from('a;b\n1;2\n')],
  ])('%s', async (name, encoding, bytes) => {
    const book = await openWorkbook(files.put(`${name}.csv`, bytes()))
    expect(book.encoding).toBe(encoding)
    const [first] = await allRows(book)
    expect(first?.cells.length).toBeGreaterThanOrEqual(2)
    expect(first?.cells[0]).toBe(name === 'ascii' ? 'a' : '运单号')
    await book.close()
  })

  it('decides on the whole file: Chinese in the last line of a long ASCII file', async () => {
    const ascii = Buffer.from(`a,b\n${'1,2\n'.repeat(200_000)}`)
    const gbk = Buffer.concat([ascii, Buffer.from([0xd4, 0xcb, 0x2c, 0x31, 0x0a])])
    expect((await readAll(files.put('late.csv', gbk))).at(-1)).toEqual({ row: 200_002, cells: ['运', '1'] })
  })

  it('decodes characters that lie across the edges of what is read at once', async () => {
    const line = '顺丰速运,深圳市某某贸易有限公司,备注：易碎品\n'
    const book = await openWorkbook(files.put('edges.csv', `x${line}`.repeat(20_000)))
    const rows = await allRows(book)
    expect(rows.length).toBe(20_000)
    expect(rows.every(({ cells }) => cells.map(cellText).join(',') === `x${line}`.trim())).toBe(true)
    await book.close()
  })

  it('reads quotes, doubled quotes, line breaks, ="…", apostrophes, tabs behind numbers, sep= and missing last line end', async () => {
    const text =
      'sep=;\r\n"a;1";"he said ""hi""";"two\r\nlines"\r\n="00123";"=""7312""";7312\t;\'01\r\n;;\r\nx"y;" padded ";last'
    expect(await readAll(files.put('quirks.csv', text))).toEqual([
      { row: 2, cells: ['a;1', 'he said "hi"', 'two\r\nlines'] },
      { row: 3, cells: ['00123', '7312', '7312', "'01"] },
      { row: 5, cells: ['x"y', 'padded', 'last'] },
    ])
  })

  it.each([
    [',', 'a,b,c\n1,"x;y",3\n'],
    [';', 'a;b;c\n1,5;2,5;3\n'],
    ['\t', 'a\tb\tc\n1,5\t2;5\t3\n'],
    ['|', 'a|b|c\n1|2|3\n'],
  ])('delimiter %j', async (_, text) => {
    expect((await readAll(files.put('delimiter.csv', text))).map(({ cells }) => cells.length)).toEqual([3, 3])
  })

  it('keeps long numbers of text and HTML files whole', async () => {
    const number = '731234567890123456'
    expect((await readAll(files.put('long.csv', `运单号,运费\n${number},1\n`)))[1]?.cells[0]).toBe(number)
    const html = `<table><tr><td>运单号</td></tr><tr><td>${number}</td></tr></table>`
    expect((await readAll(files.put('long.xls', html)))[1]?.cells[0]).toBe(number)
  })
})

describe('other writers', () => {
  it('ExcelJS: dates, formulas without result, rich text, booleans', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('运单')
    sheet.addRow(['运单号', '日期', '金额', '备注', '是否'])
    sheet.addRow([
      'SF1',
      new Date('2025-03-01T00:00:00Z'),
      { formula: 'A1+1', result: 12.5 },
      { richText: [{ text: '易碎' }, { font: { bold: true }, text: '品' }] },
      true,
    ])
    sheet.addRow(['SF2', new Date('2025-03-01T13:14:15Z'), { formula: 'SUM(C2:C2)' }, null, false])
    sheet.getRow(3).hidden = true
    await book.xlsx.writeFile(files.path('exceljs.xlsx'))
    expect(await readAll(files.path('exceljs.xlsx'))).toEqual([
      { row: 1, cells: ['运单号', '日期', '金额', '备注', '是否'] },
      { row: 2, cells: ['SF1', { date: '2025-03-01' }, 12.5, '易碎品', true] },
      {
        row: 3,
        cells: [
          'SF2',
          { date: '2025-03-01', time: '13:14:15' },
          { fault: 'noCachedValue', text: '=SUM(C2:C2)' },
          null,
          false,
        ],
        hidden: true,
      },
    ])
  })

  it.each(['xlsx', 'xlsb', 'biff8', 'xlml'] as const)('SheetJS as %s', async (bookType) => {
    const book = utils.book_new()
    const sheet = utils.aoa_to_sheet([
      ['运单号', '日期', '运费', '备注'],
      ['SF1', 45717, -12.5, 'a<b>&"c"'],
      ['0012', null, 1e15, '_x0041_ 换\n行'],
    ])
    const cell = sheet['B2'] as { z?: string }
    cell.z = 'yyyy-mm-dd'
    utils.book_append_sheet(book, sheet, '甲')
    const rows = await readAll(
      files.put(`sheetjs.${bookType}`, write(book, { type: 'buffer', bookType, bookSST: true }) as Buffer),
    )
    expect(rows.slice(0, 2)).toEqual([
      { row: 1, cells: ['运单号', '日期', '运费', '备注'] },
      { row: 2, cells: ['SF1', { date: '2025-03-01' }, -12.5, 'a<b>&"c"'] },
    ])
    expect(rows[2]?.cells.slice(0, 3)).toEqual(['0012', null, 1e15])
  })

  it('may be read again, in part, and while another sheet is read', async () => {
    const book = await openWorkbook(fixture('messy-libreoffice.xlsx'))
    const sheet = book.sheets[0]?.name ?? ''
    expect((await book.head(sheet, 2)).length).toBe(2)
    const [one, other] = await Promise.all([allRows(book, sheet), allRows(book, sheet)])
    expect(one).toEqual(other)
    expect(one.length).toBe(11)
    await book.close()
  })

  it('is the same file afterwards', async () => {
    const before = readFileSync(fixture('typed-1900.xlsx'))
    await readAll(fixture('typed-1900.xlsx'))
    expect(readFileSync(fixture('typed-1900.xlsx')).equals(before)).toBe(true)
  })
})
