import { describe, expect, test } from 'vitest'
import { INFO, readOne, said, type ShortCell } from './support'

describe('tables of prices in other shapes', () => {
  const prices = (rows: ShortCell[][]) => readOne({ 报价信息: INFO, 价格: rows })

  test('a pair of columns 首重 and 续重', () => {
    const read = prices([
      ['目的地', '首重', '续重'],
      ['江苏', 6, 2],
    ])
    expect(said(read)).toEqual([])
    expect(read.sheet?.rows[0]?.cells).toEqual([
      { kind: 'first-plus', priceUnits: 60_000, stepPriceUnits: 20_000, step: null },
    ])
  })

  test('pairs below a bracket, in two header rows with merged cells', () => {
    const read = prices([
      ['目的地', '0-3kg', '0-3kg', '3kg以上', '3kg以上'],
      ['目的地', '首重', '续重', '首重', '续重'],
      ['江苏', 6, 2, 10, 1.5],
    ])
    expect(said(read)).toEqual([])
    expect(read.form?.columns).toEqual(['0-3kg首重', '0-3kg续重', '3kg以上首重', '3kg以上续重'])
    expect(read.sheet?.columns.map(({ from, to }) => [from, to])).toEqual([
      [0, 3000],
      [3000, null],
    ])
  })

  test('province and city in two columns, the province only where it changes', () => {
    const read = prices([
      ['省份', '城市', '0以上'],
      ['广东', '深圳', 5],
      ['', '广州', 6],
      ['广东', '', 7],
      ['湖南', '', 8],
    ])
    expect(said(read)).toEqual([])
    expect(read.form?.rows.map((row) => row.key)).toEqual(['广东 深圳', '广东 广州', '广东', '湖南'])
  })

  test('a zone beside its places is the zone of those places', () => {
    const read = prices([
      ['分区', '目的地', '0以上'],
      ['一区', '江苏、浙江', 5],
      ['二区', '江苏', 6],
    ])
    expect(read.form?.zones).toEqual([
      { zone: '一区', places: '江苏、浙江' },
      { zone: '二区', places: '江苏' },
    ])
    expect(said(read)).toEqual(['价格!B3 zones.place-in-two-zones'])
  })

  test('a zone that only groups rows is not their key', () => {
    const read = prices([
      ['大区', '省份', '0以上'],
      ['华东', '江苏', 5],
      ['华东', '浙江', 5],
    ])
    expect(read.form?.rows.map((row) => row.key)).toEqual(['江苏', '浙江'])
    expect(read.form?.zones).toBeUndefined()
  })

  test('an origin in a column of its own', () => {
    const read = prices([
      ['始发地', '目的地', '0以上'],
      ['上海', '广东', 5],
      ['上海', '湖南', 6],
    ])
    expect(read.form?.rows.map((row) => row.key)).toEqual(['上海→广东', '上海→湖南'])
  })

  test('brackets that Excel made dates of', () => {
    const read = prices([
      ['目的地', '0-1', { value: 46024, format: 'm"月"d"日"', date: '2026-01-02' }, '2以上'],
      ['江苏', 5, 6, 7],
    ])
    expect(read.form?.columns).toEqual(['0-1', '1-2', '2以上'])
    expect(said(read)).toEqual(['价格!C1 workbook.header-was-date'])
  })

  test('a place without any price is not served, and no remark', () => {
    const read = prices([
      ['目的地', '0以上'],
      ['江苏', 5],
      ['西藏', ''],
      ['江苏以外地区请咨询客服', ''],
    ])
    expect(read.form?.rows).toEqual([
      { key: '江苏', cells: ['5'] },
      { key: '西藏', cells: [''] },
    ])
    expect(said(read)).toEqual(['价格!A4 workbook.row-ignored'])
  })

  test('a second table below is said, not swallowed', () => {
    const read = prices([['目的地', '0以上'], ['江苏', 5], [], ['省份', '0-1', '1以上'], ['江苏', 9, 9]])
    expect(said(read)).toEqual(['价格!A4 workbook.second-table'])
    expect(read.sheet).toBeUndefined()
  })

  test('a column of figures without heading is refused', () => {
    expect(
      said(
        prices([
          ['目的地', '0-1', '', '1以上'],
          ['江苏', 5, 6, 7],
        ]),
      ),
    ).toEqual(['价格!C1 workbook.column-without-header'])
  })
})

describe('a table of prices is all there is', () => {
  const PLAIN = {
    Sheet1: [
      ['目的地', '0-1', '1以上'],
      ['江苏', 5, '5+2'],
    ],
  }

  test('the missing 生效日期 is reported', () => {
    const read = readOne(PLAIN)
    expect(said(read)).toEqual(['Sheet1 rating.problem.effective-from-missing'])
    expect(read.sheet).toBeUndefined()
  })

  test('the caller’s defaults fill in', () => {
    const read = readOne(PLAIN, { defaults: { 生效日期: '2026-03-01', 客户: 'KH1' } })
    expect(said(read)).toEqual([])
    expect(read.sheet).toMatchObject({ effectiveFrom: '2026-03-01', customer: 'KH1' })
  })

  test('what the workbook says goes before a default', () => {
    const read = readOne({ 报价信息: INFO, ...PLAIN }, { defaults: { 生效日期: '2026-03-01' } })
    expect(read.sheet?.effectiveFrom).toBe('2026-01-01')
  })

  test('keys above the table are read', () => {
    const read = readOne({
      报价: [
        ['某某公司快递报价', '', ''],
        ['客户：某某公司', '生效日期：2026/1/1', ''],
        ['抛比', 8000, ''],
        ['目的地', '0-1', '1以上'],
        ['江苏', 5, '5+2'],
      ],
    })
    expect(said(read)).toEqual([])
    expect(read.form?.info).toEqual({ 客户: '某某公司', 生效日期: '2026-01-01', 抛比: '8000' })
  })
})
