import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDateFormat, serialToDate } from '#core/excel/serial-date'
import { readSharedStrings } from '#core/excel/xlsx/shared-strings'
import { WorksheetScanner } from '#core/excel/xlsx/worksheet-scanner'
import { numberFromBytes } from '#core/excel/xlsx/xml-bytes'
import { cellText } from '#shared/domain/import/cell-text'
import type { CellValue, RawRow } from '#shared/domain/import/raw-row'
import { allRows, readAll, tempFolder } from './temp-files'
import { xlsxParts, zipOf } from './zip-builder'
import { openWorkbook } from '#core/excel/open-workbook'

const files = tempFolder()

function scan(xml: string, cuts: number[] = [], strings: string[] = ['零', '一', '二']): RawRow[] {
  const scanner = new WorksheetScanner({ strings, dateStyles: Uint8Array.of(0, 1), date1904: false, keepStyles: false })
  const bytes = Buffer.from(xml)
  const edges = [0, ...[...cuts].map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length]
  const rows: RawRow[] = []
  for (const [index, edge] of edges.slice(0, -1).entries())
    rows.push(...scanner.push(bytes.subarray(edge, edges[index + 1])))
  expect(scanner.cut).toBe(false)
  return rows
}

const cell = (xml: string): CellValue | undefined =>
  scan(`<worksheet><sheetData><row r="1">${xml}</row></sheetData></worksheet>`)[0]?.cells[0]

describe('cells', () => {
  it.each<[string, CellValue | undefined]>([
    ['<c r="A1"><v>12.5</v></c>', 12.5],
    ['<c r="A1" t="n"><v>-0.1</v></c>', -0.1],
    ['<c r="A1"><v>1E-3</v></c>', 0.001],
    ['<c r="A1"><v>7.31234567891234E+017</v></c>', 731234567891234000],
    ['<c r="A1" t="s"><v>2</v></c>', '二'],
    ["<c r='A1' t='s'><v>2</v></c>", '二'],
    ['<c t="s" s="0" r="A1"><v>1</v></c>', '一'],
    ['<c r="A1" t="str"><f>A2&amp;"x"</f><v>甲&lt;乙&gt;&amp;&quot;&#25105;&#x4F60;</v></c>', '甲<乙>&"我你'],
    ['<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 易碎 </t></is></c>', ' 易碎 '],
    [
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>易</t></r><r><t>碎</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></is></c>',
      '易碎',
    ],
    ['<c r="A1" t="str"><v>_x0041_BC_x000D_</v></c>', 'ABC\r'],
    ['<c r="A1" t="str"><v><![CDATA[a<b]]>c</v></c>', 'a<bc'],
    ['<c r="A1" t="b"><v>1</v></c>', true],
    ['<c r="A1" t="b"><v>0</v></c>', false],
    ['<c r="A1" t="e"><v>#N/A</v></c>', { fault: 'excelError', text: '#N/A' }],
    ['<c r="A1" t="d"><v>2025-03-01T00:00:00</v></c>', { date: '2025-03-01' }],
    ['<c r="A1" t="d"><v>2025-03-01T12:30:00Z</v></c>', { date: '2025-03-01', time: '12:30:00' }],
    ['<c r="A1" s="1"><v>45717</v></c>', { date: '2025-03-01' }],
    ['<c r="A1" s="1"><v>45717.999999</v></c>', { date: '2025-03-02' }],
    ['<c r="A1" s="1"><v>0.5</v></c>', '12:00:00'],
    ['<c r="A1" s="0"><v>45717</v></c>', 45717],
    ['<c r="A1"><f>SUM(B1:B2)</f></c>', { fault: 'noCachedValue', text: '=SUM(B1:B2)' }],
    ['<c r="A1"><f>SUM(B1:B2)</f><v></v></c>', { fault: 'noCachedValue', text: '=SUM(B1:B2)' }],
    ['<c r="A1"><f>SUM(B1:B2)</f><v/></c>', { fault: 'noCachedValue', text: '=SUM(B1:B2)' }],
    ['<c r="A1"><f>"731234567890123456"</f></c>', '731234567890123456'],
    ['<c r="A1" t="str"><f>"731234567890123456"</f><v>731234567890123456</v></c>', '731234567890123456'],
    ['<c r="A1" t="str"><f>IF(B1,1,"")</f><v></v></c>', undefined],
    ['<c r="A1"><f t="shared" si="0"/><v>3</v></c>', 3],
    ['<c r="A1" s="1"/>', undefined],
    ['<c r="A1" t="s"><v>0</v></c>', '零'],
    ['<!-- <c r="A1"><v>9</v></c> --><c r="A1"><v>1</v></c>', 1],
  ])('%s', (xml, value) => {
    expect(cell(xml)).toEqual(value)
  })

  it('puts cells where their references say, or next to each other', () => {
    const xml =
      '<sheetData><row r="3"><c r="B3"><v>1</v></c><c r="AA3"><v>2</v></c></row><row><c><v>3</v></c><c/><c><v>4</v></c></row></sheetData>'
    const [first, second] = scan(xml)
    expect(first?.row).toBe(3)
    expect(first?.cells.length).toBe(27)
    expect([first?.cells[0], first?.cells[1], first?.cells[26]]).toEqual([null, 1, 2])
    expect(second).toEqual({ row: 4, cells: [3, null, 4] })
  })

  it('leaves out rows without values, tells hidden ones, stops at the end of the rows', () => {
    const xml =
      '<worksheet><cols><col min="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="5"><c r="A5" s="1"/></row><row r="6" hidden="false"><c r="A6"><v>2</v></c></row></sheetData><row r="9"><c r="A9"><v>9</v></c></row></worksheet>'
    expect(scan(xml)).toEqual([
      { row: 1, cells: [1], hidden: true },
      { row: 6, cells: [2] },
    ])
  })

  it('reads prefixed names as strict writers use them', () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>1</x:v></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(scan(xml)).toEqual([{ row: 1, cells: ['一', 2] }])
  })

  it('refuses columns beyond Excel', () => {
    expect(() => scan('<sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData>')).toThrow(/damaged/)
  })
})

const anyCell = fc.oneof(
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => ({ xml: `<v>${value}</v>`, type: '', value: Object.is(value, -0) ? 0 : value })),
  fc
    .string({ minLength: 1, unit: 'grapheme' })
    .filter((text) => !/[\p{Cc}\p{Cs}\ufffe\uffff]|_x/u.test(text))
    .map((value) => ({
      xml: `<is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</t></is>`,
      type: ' t="inlineStr"',
      value,
    })),
  fc.constantFrom(
    { xml: '<v>1</v>', type: ' t="s"', value: '一' },
    { xml: '<f>A1</f>', type: '', value: { fault: 'noCachedValue', text: '=A1' } },
  ),
)

describe('bytes in pieces', () => {
  it('gives the same rows however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyCell, { minLength: 1, maxLength: 6 }), { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (lines, cuts) => {
          const rows = lines.map(
            (cells, index) =>
              `<row r="${index + 1}">${cells.map(({ xml, type }, column) => `<c r="${String.fromCharCode(65 + column)}${index + 1}"${type}>${xml}</c>`).join('')}</row>`,
          )
          const wanted = lines.map((cells, index) => ({ row: index + 1, cells: cells.map(({ value }) => value) }))
          expect(scan(`<worksheet><sheetData>${rows.join('\n')}</sheetData></worksheet>`, cuts)).toEqual(wanted)
        },
      ),
    )
  })

  it('reads shared strings however the bytes are cut', async () => {
    const xml =
      '<?xml version="1.0"?><sst count="4"><si><t>深圳</t></si><si><r><t>易</t></r><r><t xml:space="preserve"> 碎</t></r><rPh><t>x</t></rPh></si><si/><si><t/></si><si><t>a&amp;b</t></si></sst>'
    const bytes = Buffer.from(xml)
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const pieces = async function* (): AsyncGenerator<Buffer> {
        yield await Promise.resolve(bytes.subarray(0, cut))
        yield bytes.subarray(cut)
      }
      expect(await readSharedStrings(pieces())).toEqual(['深圳', '易 碎', '', '', 'a&b'])
    }
  })

  it('reads numbers as the language does', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer().map((value) => value / 100),
          fc.maxSafeInteger(),
        ),
        (value) => {
          const bytes = Buffer.from(`x${value}y`)
          expect(numberFromBytes(bytes, 1, bytes.length - 1)).toBe(Object.is(value, -0) ? 0 : value)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('a large sheet', () => {
  it('is read cell by cell as it was written, over all edges of what is read at once', async () => {
    const names = Array.from({ length: 5000 }, (_, index) => `深圳市第${index}号贸易有限公司&<易碎品>`)
    const strings = names
      .map((name) => `<si><t>${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</t></si>`)
      .join('')
    const wanted = Array.from({ length: 20_000 }, (_, index): CellValue[] => [
      names[(index * 7) % 5000] ?? '',
      index / 100,
      { date: new Date(Date.UTC(2025, 0, 1 + (index % 365))).toISOString().slice(0, 10) },
      null,
      `运单备注${index}：请在工作日派送`,
      index % 2 === 0,
    ])
    const rows = wanted.map((cells, index) => {
      const at = index + 1
      return `<row r="${at}" spans="1:6"><c r="A${at}" t="s"><v>${(index * 7) % 5000}</v></c><c r="B${at}"><v>${index / 100}</v></c><c r="C${at}" s="1"><v>${45658 + (index % 365)}</v></c><c r="E${at}" t="inlineStr"><is><t>${cellText(cells[4])}</t></is></c><c r="F${at}" t="b"><v>${index % 2 === 0 ? 1 : 0}</v></c></row>`
    })
    const path = files.put(
      'large.xlsx',
      zipOf(xlsxParts({ sheetData: rows.join(''), sharedStrings: strings, formats: ['yyyy-mm-dd'] })),
    )
    const read = await readAll(path)
    expect(read.length).toBe(wanted.length)
    expect(
      read.findIndex(
        ({ row, cells }, index) => row !== index + 1 || JSON.stringify(cells) !== JSON.stringify(wanted[index]),
      ),
    ).toBe(-1)
  })

  it('comes in batches, tells its progress and can be given up', async () => {
    const rows = Array.from(
      { length: 2500 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
    ).join('')
    const book = await openWorkbook(files.put('batches.xlsx', zipOf(xlsxParts({ sheetData: rows }))))
    const sizes: number[] = []
    const shares: number[] = []
    for await (const batch of book.rows('甲', { onProgress: (share) => shares.push(share) })) sizes.push(batch.length)
    expect(sizes).toEqual([1000, 1000, 500])
    expect(shares.at(-1)).toBe(1)
    for await (const batch of book.rows('甲')) {
      expect(batch.length).toBe(1000)
      break
    }
    expect((await allRows(book)).length).toBe(2500)
    const stop = new AbortController()
    stop.abort()
    await expect(
      (async () => {
        for await (const _ of book.rows('甲', { signal: stop.signal })) void _
      })(),
    ).rejects.toMatchObject({ name: 'AbortError' })
    await book.close()
  })
})

describe('dates', () => {
  it.each([
    ['yyyy-mm-dd', true],
    ['yyyy"年"m"月"d"日"', true],
    ['[$-804]yyyy/m/d;@', true],
    ['h:mm AM/PM', true],
    ['m/d/yy h:mm', true],
    ['mmm-yy', true],
    ['General', false],
    ['G/通用格式', false],
    ['0.00', false],
    ['#,##0.00_);[Red](#,##0.00)', false],
    ['0.00"kg"', false],
    ['0"月"', false],
    ['[h]:mm', false],
    ['@', false],
    ['0%', false],
    ['0.00E+00', false],
    ['[Red]0', false],
    ['\\d0', false],
    ['"合计"#,##0', false],
  ])('format %s: %s', (format, date) => {
    expect(isDateFormat(format)).toBe(date)
  })

  it.each([
    [45717, false, { date: '2025-03-01' }],
    [44255, true, { date: '2025-03-01' }],
    [45717.3541666667, false, { date: '2025-03-01', time: '08:30:00' }],
    [60, false, { date: '1900-02-28' }],
    [59, false, { date: '1900-02-28' }],
    [61, false, { date: '1900-03-01' }],
    [1, false, { date: '1900-01-01' }],
    [0, true, { date: '1904-01-01' }],
    [-1, false, -1],
    [3e6, false, 3e6],
  ])('serial %d (1904: %s)', (serial, date1904, wanted) => {
    expect(serialToDate(serial, date1904)).toEqual(wanted)
  })
})

describe('what a workbook part can look like', () => {
  it('names its parts anywhere, hides sheets, leaves out chart sheets', async () => {
    const rel = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const path = files.put(
      'strict.xlsx',
      zipOf([
        {
          name: '_rels/.rels',
          content: `<Relationships><Relationship Id="r" Type="${rel}/officeDocument" Target="/xl/Buch.xml"/></Relationships>`,
        },
        {
          name: 'xl/Buch.xml',
          content:
            '<workbook xmlns:q="r"><!-- <sheet name="x"/> --><workbookPr date1904="1"/><sheets><sheet name="图表" sheetId="1" q:id="c"/><sheet name="A&amp;B" sheetId="2" state="veryHidden" q:id="a"/><sheet name="三月" sheetId="3" q:id="b"/></sheets></workbook>',
        },
        {
          name: 'xl/_rels/Buch.xml.rels',
          content: `<Relationships><Relationship Id="a" Type="${rel}/worksheet" Target="x/../one.xml"/><Relationship Id="b" Type="${rel}/worksheet" Target="worksheets/TWO.xml"/><Relationship Id="c" Type="${rel}/chartsheet" Target="chart.xml"/></Relationships>`,
        },
        {
          name: 'xl/one.xml',
          content: '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
        },
        { name: 'xl/worksheets/two.xml', content: '<worksheet><dimension ref="A1:C77"/><sheetData/></worksheet>' },
      ]),
    )
    const book = await openWorkbook(path)
    expect(book.sheets).toEqual([
      { name: 'A&B', hidden: true, estimatedRows: undefined },
      { name: '三月', hidden: false, estimatedRows: 77 },
    ])
    expect(await allRows(book, 'A&B')).toEqual([{ row: 1, cells: [1] }])
    expect(await allRows(book, '三月')).toEqual([])
    await book.close()
  })
})
