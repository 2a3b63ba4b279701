import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPriceWorkbook } from '#shared/domain/price-workbook/read-price-workbook'
import { writePriceWorkbook } from '#shared/domain/price-workbook/write-price-workbook'
import { formatSheetForm } from '#shared/domain/rating/format-sheet'
import type { FormValue, SheetForm } from '#shared/domain/rating/sheet-form'
import fixture from '../../fixtures/rating.json' with { type: 'json' }
import { randomWorkbookForm } from './random-form'

const readBack = (form: SheetForm) => readPriceWorkbook(writePriceWorkbook(form))[0]

describe('what is imported and exported again is equal (PRICING §4)', () => {
  test('for any form', () => {
    fc.assert(
      fc.property(randomWorkbookForm, (form) => {
        expect(readBack(form)?.form).toEqual(form)
      }),
      { numRuns: 300 },
    )
  })

  test('a second export is the same workbook as the first', () => {
    fc.assert(
      fc.property(randomWorkbookForm, (form) => {
        const first = writePriceWorkbook(form)
        const read = readPriceWorkbook(first)[0]?.form
        expect(read && writePriceWorkbook(read)).toEqual(first)
      }),
    )
  })

  test('for every sheet of the worked examples, as the engine understands it', () => {
    const sheets = Object.values(fixture.sheets as Record<string, FixtureSheet>)
    expect(sheets.length).toBeGreaterThan(10)
    for (const sheet of sheets) {
      const first = readBack(formOf(sheet))
      expect(first?.problems.filter((problem) => problem.severity === 'error')).toEqual([])
      const second = first?.sheet && readBack(formatSheetForm(first.sheet))
      expect(second?.sheet).toEqual(first?.sheet)
    }
  })
})

interface FixtureSheet {
  info: Record<string, FormValue>
  columns: string[]
  rows: Record<string, FormValue[]>
  surcharges?: NonNullable<SheetForm['surcharges']>[number][]
}

function formOf({ info, columns, rows, surcharges }: FixtureSheet): SheetForm {
  const form: SheetForm = {
    info: { ...info, 生效日期: '2026-01-01' },
    columns,
    rows: Object.entries(rows).map(([key, cells]) => ({ key, cells })),
  }
  return surcharges ? { ...form, surcharges } : form
}

describe('the written workbook', () => {
  const form: SheetForm = {
    info: {
      报价编号: '007',
      客户: '730001234567890123',
      生效日期: '2026-01-01',
      抛比: '8000',
      税率: { percent: '6' },
      账期: '=1+1',
    },
    columns: ['0-1', '1-2', '2以上'],
    rows: [{ key: '江苏', cells: ['5.5', '-', '6+2'] }],
    surcharges: [
      { item: '保价', kind: '比例', value: { percent: '0.5' }, from: '2026-06-01', places: ['新疆', '西藏'] },
    ],
  }
  const { sheets } = writePriceWorkbook(form)
  const cells = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? []

  test('has the sheets that hold something', () => {
    expect(sheets.map((sheet) => sheet.name)).toEqual(['报价信息', '价格', '附加费'])
    expect(writePriceWorkbook(form, '沪发').sheets[1]?.name).toBe('价格-沪发')
  })

  test('keeps names as texts, figures as numbers, dates as dates, percentages as such', () => {
    expect(cells('报价信息').map((row) => row[1])).toEqual([
      { value: '007', format: '@' },
      { value: '730001234567890123', format: '@' },
      { value: 46023, format: 'yyyy-mm-dd', date: '2026-01-01' },
      { value: 8000, format: '0.######' },
      { value: 0.06, format: '0%' },
      { value: '=1+1', format: '@' },
    ])
    expect(cells('价格')[0]?.[2]).toEqual({ value: '1-2', format: '@' })
    expect(cells('价格')[1]).toEqual([
      { value: '江苏', format: '@' },
      { value: 5.5, format: '0.00##' },
      { value: '-', format: '@' },
      { value: '6+2', format: '@' },
    ])
  })

  test('lists are joined', () => {
    expect(readPriceWorkbook({ sheets })[0]?.form?.surcharges?.[0]).toEqual({
      item: '保价',
      kind: '比例',
      value: { percent: '0.5' },
      from: '2026-06-01',
      places: '新疆、西藏',
    })
  })

  test('has a width for each column', () => {
    for (const sheet of sheets) {
      const width = Math.max(...sheet.rows.map((row) => row.length))
      expect(sheet.layout.columnWidths.length).toBe(width)
    }
  })
})
