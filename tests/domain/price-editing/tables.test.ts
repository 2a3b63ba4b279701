import { describe, expect, it } from 'vitest'
import { checkTables } from '#shared/domain/price-editing/check-tables'
import { emptyTables, formOfTables, type SheetTables, tablesOfForm } from '#shared/domain/price-editing/sheet-tables'
import { tableChanges } from '#shared/domain/price-editing/table-changes'
import { formatSheetForm } from '#shared/domain/rating/format-sheet'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'

const tables: SheetTables = {
  ...emptyTables(),
  info: [
    { key: '报价名称', value: '标准' },
    { key: '生效日期', value: '2026-01-01' },
  ],
  columns: ['0-1', '1-3', '3以上'],
  rows: [
    { key: '一区', cells: ['8', '10', '10+2'] },
    { key: '', cells: ['', '', ''] },
    { key: '二区', cells: ['18', '17', '18+9'] },
  ],
  zones: [
    { zone: '一区', places: '广东、湖南' },
    { zone: '二区', places: '西藏' },
  ],
  surcharges: [{ 项目: '保价', 方式: '比例', 数值: '0.5%' }],
  tiers: [
    { 依据: '月票数', 期间: '上月', 方式: '全量', 下限: '0', 上限: '500', 折扣或返利: '95折', 结算: '当票' },
    { 依据: '月票数', 期间: '上月', 方式: '全量', 下限: '500', 折扣或返利: '9折', 结算: '当票' },
  ],
}

const at = (changed: Partial<SheetTables>) =>
  checkTables({ ...tables, ...changed }).problems.map(({ code, severity, where }) => ({ code, severity, where }))

describe('tables and forms', () => {
  it('a sheet goes through tables and back unchanged', () => {
    const { sheet } = parseSheetForm(formOfTables(tables).form)
    if (!sheet) throw new Error('errors')
    expect(parseSheetForm(formOfTables(tablesOfForm(formatSheetForm(sheet))).form).sheet).toEqual(sheet)
  })

  it('a name keeps its full-width brackets', () => {
    const info = { 报价名称: '晨光（示例）', 税率: { percent: '6' }, 首重: 1 }
    expect(tablesOfForm({ info, columns: [], rows: [] }).info).toEqual([
      { key: '报价名称', value: '晨光（示例）' },
      { key: '税率', value: '6%' },
      { key: '首重', value: '1' },
    ])
  })

  it('blank rows and blank last columns are no part of the sheet', () => {
    const { form } = formOfTables({
      ...tables,
      columns: [...tables.columns, ''],
      zones: [...tables.zones, { zone: '', places: ' ' }],
    })
    expect(form.rows).toHaveLength(2)
    expect(form.columns).toHaveLength(3)
    expect(form.zones).toHaveLength(2)
  })
})

describe('checking', () => {
  it('tells a price that falls with both weights and prices, at its row', () => {
    const { sheet, problems } = checkTables(tables)
    expect(sheet).not.toBeNull()
    expect(problems).toEqual([
      {
        severity: 'warning',
        code: 'pricing.drop',
        where: { part: 'rows', row: 2, column: 1 },
        params: {
          key: '二区',
          bracket: '1-3',
          unit: 'kg',
          lighter: '1',
          lighterPrice: '18',
          heavier: '1.001',
          heavierPrice: '17',
        },
      },
    ])
  })

  it.each<[string, Partial<SheetTables>, object]>([
    [
      'a gap',
      { columns: ['0-1', '2-3', '3以上'] },
      { code: 'rating.problem.column-gap', where: { part: 'columns', column: 1 } },
    ],
    [
      'an overlap',
      { columns: ['0-1', '0.5-3', '3以上'] },
      { code: 'rating.problem.column-overlap', where: { part: 'columns', column: 1 } },
    ],
    [
      'no open end',
      { columns: ['0-1', '1-3', '3-5'] },
      { code: 'rating.problem.column-open-end', where: { part: 'columns', column: 2 } },
    ],
    [
      'a place in two zones',
      {
        zones: [
          { zone: '一区', places: '广东' },
          { zone: '二区', places: '广东' },
        ],
      },
      { code: 'zones.place-in-two-zones', where: { part: 'zones', row: 1 } },
    ],
    [
      'an unknown place',
      {
        zones: [
          { zone: '一区', places: '广东、某地' },
          { zone: '二区', places: '西藏' },
        ],
      },
      { code: 'zones.place-unknown', where: { part: 'zones', row: 0 } },
    ],
    [
      'marginal first, behind a blank row',
      {
        rows: [
          { key: '', cells: [] },
          { key: '一区', cells: ['+8', '10', '10+2'] },
          { key: '二区', cells: ['1', '2', '3'] },
        ],
      },
      { code: 'rating.problem.cell-marginal-first', where: { part: 'rows', row: 1, column: 0 } },
    ],
    [
      'a low discount',
      { info: [...tables.info, { key: '折扣', value: '0.4' }] },
      { code: 'rating.problem.discount-low', severity: 'warning' },
    ],
    [
      'no first day',
      { info: [] },
      { code: 'rating.problem.effective-from-missing', where: { part: 'info', key: '生效日期' } },
    ],
  ])('%s', (_name, changed, expected) => {
    expect(at(changed)).toContainEqual(expect.objectContaining(expected))
  })

  it('a falling price behind a pair of columns is marked in its own column', () => {
    const paired = {
      ...tables,
      columns: ['0-5首重', '0-5续重', '5以上'],
      rows: [
        { key: '一区', cells: ['8', '2', '5'] },
        { key: '二区', cells: ['8', '2', '30'] },
      ],
    }
    expect(checkTables(paired).problems.map(({ where }) => where)).toEqual([{ part: 'rows', row: 0, column: 2 }])
  })
})

describe('what was changed', () => {
  it('is told cell by cell; a row that came in between changes nothing below', () => {
    const after: SheetTables = {
      ...tables,
      rows: [
        { key: '一区', cells: ['8.5', '10', '10+2'] },
        { key: '三区', cells: ['9', '', ''] },
        { key: '二区', cells: ['18', '17', ''] },
      ],
      surcharges: [],
    }
    expect(tableChanges(tables, after)).toEqual([
      { place: '价格 一区 / 0-1', before: '8', after: '8.5' },
      { place: '价格 二区 / 3以上', before: '18+9', after: null },
      { place: '附加费 保价 / 项目', before: '保价', after: null },
      { place: '附加费 保价 / 方式', before: '比例', after: null },
      { place: '附加费 保价 / 数值', before: '0.5%', after: null },
      { place: '价格 三区 / 0-1', before: null, after: '9' },
    ])
  })
})
