import { describe, expect, test } from 'vitest'
import { formatSheetForm } from '#shared/domain/rating/format-sheet'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import type { Bracket, Cell } from '#shared/domain/rating/price-sheet'
import type { FormValue } from '#shared/domain/rating/sheet-form'
import { formOf, sheetOf, type ShortForm } from './support'

type Edge = [from: number, to: number | null]

function edges(columns: string[]): Edge[] {
  const sheet = sheetOf({ columns, cells: columns.map(() => '1') })
  return sheet.columns.map((column: Bracket) => [column.from, column.to])
}

function problems(short: ShortForm): string[] {
  return parseSheetForm(formOf(short)).problems.map((problem) => problem.code)
}

describe('bracket headers', () => {
  const usual: Edge[] = [
    [0, 500],
    [500, 1_000],
    [1_000, 3_000],
    [3_000, null],
  ]

  test.each([
    [['0-0.5', '0.5-1', '1-3', '3以上']],
    [['0-0.5', '0.51-1', '1.01-3', '3.01以上']],
    [['0-0.5', '0.501-1', '1.001-3', '3.001kg以上']],
    [['0.5以下', '0.5~1', '1～3', '>3']],
    [['≤0.5', '0.5—1', '1–3', '＞３']],
    [['0～０．５ｋｇ', '0.5至1公斤', '1到3千克', '3kg+']],
    [['0kg-0.5kg', '0.5KG-1KG', '1-3kg', '3+']],
    [['0-500g', '500g-1kg', '1-3', '≥3']],
    [['0<w≤0.5', '0.5＜重量≤1', '(1,3]', '3kg及以上']],
    [['重量0-0.5', '0.5-1(元)', '1-3 (kg)', '大于3']],
  ])('%s', (columns) => {
    expect(edges(columns)).toEqual(usual)
  })

  test('volumes', () => {
    const columns = ['0-3m³', '3.01-10立方', '10方以上']
    expect(edges(columns)).toEqual([
      [0, 3_000_000],
      [3_000_000, 10_000_000],
      [10_000_000, null],
    ])
    const sheet = sheetOf({ columns: ['0-30', '30以上', '0-3m³', '3m³以上'], cells: ['1', '2', '3', '4'] })
    expect(sheet.columns.map((column) => column.unit)).toEqual(['kg', 'kg', 'm3', 'm3'])
  })

  test('a column can say first weight and step otherwise', () => {
    const [column] = sheetOf({ columns: ['0以上(首重3kg,续重0.5kg)'], cells: ['10+2'] }).columns
    expect(column).toEqual({ unit: 'kg', from: 0, to: null, first: 3_000, step: 500 })
  })

  test('首重 | 续重 is one bracket of a+b', () => {
    const sheet = sheetOf({ columns: ['首重', '续重'], rows: { 甲: ['12', '2'], 乙: ['-', ''] } })
    expect(sheet.columns).toEqual([{ unit: 'kg', from: 0, to: null, first: null, step: null }])
    expect(sheet.rows.map((row) => row.cells[0])).toEqual([
      { kind: 'first-plus', priceUnits: 120_000, stepPriceUnits: 20_000, step: null },
      { kind: 'not-served' },
    ])
    const mixed = sheetOf({
      columns: ['0-0.5', '0.5-1', '首重1kg', '续重0.5kg'],
      cells: ['3', '4', '5', '+1.5'],
    })
    expect(mixed.columns[2]).toEqual({ unit: 'kg', from: 1_000, to: null, first: 1_000, step: 500 })
    expect(sheetOf(formatSheetForm(mixed))).toEqual(mixed)
  })

  test.each<[string, string, number | null, number | null]>([
    ['首重', '续重', null, null],
    ['首重（1kg内）', '续重（每kg）', 1_000, 1_000],
    ['首重价(元)', '续重价(元/kg)', null, null],
    ['首重500g', '续重/0.5公斤', 500, 500],
    ['0以上首重', '0以上续重', null, null],
  ])('%s | %s', (first, rest, firstGrams, step) => {
    const { columns } = sheetOf({ columns: [first, rest], cells: ['12', '2'] })
    expect(columns).toEqual([{ unit: 'kg', from: 0, to: null, first: firstGrams, step }])
  })

  test.each([
    [['0-1', '2以上'], 'column-gap', { first: '0-1', second: '2以上' }],
    [['0-1', '1.1-2', '2以上'], 'column-gap', { first: '0-1', second: '1.1-2' }],
    [['0-1', '0.5-2', '2以上'], 'column-overlap', { first: '0-1', second: '0.5-2' }],
    [['0-1', '1以上', '3以上'], 'column-overlap', { first: '1以上', second: '3以上' }],
    [['0-1', '1-3'], 'column-open-end', { first: '0-1', second: '1-3' }],
    [['0-3m³', '4m³以上'], 'column-gap', { first: '0-3m³', second: '4m³以上' }],
    [['1-2', '2以上'], 'column-start', { column: '1-2' }],
    [['0-1', '约2', '1以上'], 'column-unreadable', { column: '约2' }],
    [['0-1kg', '1-3m³'], 'column-open-end', { first: '0-1kg', second: '0-1kg' }],
    [['0-1kg-3m³'], 'column-unreadable', { column: '0-1kg-3m³' }],
    [['首重', '3以上'], 'column-pair', { column: '首重' }],
  ])('%s: %s', (columns, code, params) => {
    const { sheet, problems: found } = parseSheetForm(formOf({ columns, cells: columns.map(() => '1') }))
    expect(sheet).toBeUndefined()
    expect(found).toContainEqual(expect.objectContaining({ severity: 'error', code, params }))
  })
})

describe('cells', () => {
  const cell = (text: FormValue): Cell | undefined =>
    sheetOf({ columns: ['0-1', '1以上'], cells: ['9', text] }).rows[0]?.cells[1]

  test.each<[FormValue, Cell]>([
    ['5.5', { kind: 'flat', priceUnits: 55_000 }],
    [5.5, { kind: 'flat', priceUnits: 55_000 }],
    ['¥5.50元', { kind: 'flat', priceUnits: 55_000 }],
    ['12+2', { kind: 'first-plus', priceUnits: 120_000, stepPriceUnits: 20_000, step: null }],
    ['１２ ＋ ２', { kind: 'first-plus', priceUnits: 120_000, stepPriceUnits: 20_000, step: null }],
    ['12.6+2.1/0.5', { kind: 'first-plus', priceUnits: 126_000, stepPriceUnits: 21_000, step: 500 }],
    ['12元+2元/kg', { kind: 'first-plus', priceUnits: 120_000, stepPriceUnits: 20_000, step: 1_000 }],
    ['12.6+2.1/0', { kind: 'first-plus', priceUnits: 126_000, stepPriceUnits: 21_000, step: 0 }],
    ['+3.6', { kind: 'marginal', stepPriceUnits: 36_000, step: null }],
    ['+3.6/0', { kind: 'marginal', stepPriceUnits: 36_000, step: 0 }],
    ['×1.8', { kind: 'whole', priceUnits: 18_000 }],
    ['*1.8', { kind: 'whole', priceUnits: 18_000 }],
    ['x1.8/kg', { kind: 'whole', priceUnits: 18_000 }],
    ['', { kind: 'not-served' }],
    ['-', { kind: 'not-served' }],
    ['—', { kind: 'not-served' }],
    ['－', { kind: 'not-served' }],
  ])('%o', (text, expected) => {
    expect(cell(text)).toEqual(expected)
  })

  test.each([
    [['1', '5.5.5'], 'cell-unreadable'],
    [['1', '面议'], 'cell-unreadable'],
    [['1', '-5'], 'cell-unreadable'],
    [['1', '5.5/0.5'], 'cell-unreadable'],
    [['1', '5%'], 'cell-unreadable'],
    [['1', '1.23456'], 'too-many-decimals'],
    [['+1', '5'], 'cell-marginal-first'],
    [['-', '+5'], 'cell-marginal-after-gap'],
    [['1', '2', '3'], 'row-too-long'],
  ])('%s: %s', (cells, code) => {
    expect(problems({ columns: ['0-1', '1以上'], cells })).toEqual([code])
  })

  test('volumes carry their own step', () => {
    const columns = ['0-3m³', '3m³以上']
    expect(problems({ columns, cells: ['100', '+90'] })).toEqual(['cell-needs-step'])
    expect(problems({ columns, cells: ['100+90', '5'] })).toEqual(['cell-needs-step'])
    expect(problems({ columns, cells: ['+1/1', '5'] })).toEqual(['cell-marginal-first'])
    expect(problems({ columns, cells: ['100', '+90/0.5'] })).toEqual([])
  })

  test('half a pair, rows twice, rows without key, short rows', () => {
    expect(problems({ columns: ['首重', '续重'], cells: ['12', ''] })).toEqual(['cell-pair-half'])
    const rows = [
      { key: '甲', cells: ['1'] },
      { key: '甲 ', cells: ['1'] },
      { key: ' ', cells: ['1'] },
    ]
    const found = parseSheetForm({ info: {}, columns: ['0以上'], rows }).problems
    expect(found.map((problem) => [problem.code, problem.where.row])).toEqual([
      ['row-duplicate', 1],
      ['row-key-missing', 2],
    ])
    expect(problems({ rows: {} })).toEqual(['no-rows'])
    expect(problems({ columns: [], cells: [] })).toEqual(['no-columns'])
    const short = sheetOf({ columns: ['0-1', '1以上'], cells: ['9'] })
    expect(short.rows[0]?.cells[1]).toEqual({ kind: 'not-served' })
  })
})
