import { describe, expect, it } from 'vitest'
import { classifyRow, isTotalWord, type TableShape } from '#shared/domain/import/classify-row'
import { detectHeader, headerAt } from '#shared/domain/import/detect-header'
import type { CellValue, RawRow } from '#shared/domain/import/raw-row'
import { accountFields } from '#shared/fields/account.fields'
import { waybillFields } from '#shared/fields/waybill.fields'

const rowsOf = (...lines: CellValue[][]): RawRow[] =>
  lines.map((cells, index) => ({ row: index + 1, cells })).filter(({ cells }) => cells.length > 0)

const data: CellValue[] = ['SF1234567890123', { date: '2025-03-01' }, '广东', 1.5, 12]
const header: CellValue[] = ['运单号', '寄件日期', '目的地', '重量', '运费']

describe('finding the header', () => {
  it('in the first row', () => {
    expect(detectHeader(rowsOf(header, data), waybillFields)).toMatchObject({
      headerRows: [1],
      headers: header,
      firstDataRow: 2,
      confidence: 1,
    })
  })

  it('below titles, addresses and a blank row', () => {
    const found = detectHeader(
      rowsOf(
        ['2025年3月运单对账单'],
        ['客户名称：深圳市某某公司', null, '账期：2025-03-01 至 2025-03-31'],
        [],
        ['客户', '深圳甲公司', '电话', '0755-12345678'],
        header,
        data,
      ),
      waybillFields,
    )
    expect(found).toMatchObject({ headerRows: [5], headers: header, firstDataRow: 6 })
  })

  it('below a merged title repeated over all columns', () => {
    const title = Array.from({ length: 5 }, () => '顺丰速运运单明细')
    expect(detectHeader(rowsOf(title, header, data), waybillFields)).toMatchObject({ headerRows: [2] })
  })

  it('after 30 rows of terms', () => {
    const terms = Array.from({ length: 30 }, (_, index) => [
      `第${index + 1}条 运费以实际重量计算，寄件日期以收寄扫描为准`,
    ])
    expect(detectHeader(rowsOf(...terms, header, data), waybillFields)).toMatchObject({ headerRows: [31] })
  })

  it('of two rows, group titles merged over their columns', () => {
    const found = detectHeader(
      rowsOf(
        ['运单号', '寄件日期', '重量', '重量', '费用', '费用'],
        ['运单号', '寄件日期', '实际', '计费', '保价费', '应付金额'],
        ['SF1234567890123', 45717, 1.2, 2, 1, 13],
      ),
      waybillFields,
    )
    expect(found).toMatchObject({
      headerRows: [1, 2],
      headers: ['运单号', '寄件日期', '实际重量', '计费重量', '保价费', '应付金额'],
      firstDataRow: 3,
    })
  })

  it('of two rows, group titles over the first column only', () => {
    const found = detectHeader(
      rowsOf(
        ['运单号', '寄件日期', '重量', null, '费用', null, '备注'],
        [null, null, '实际', '计费', '保价费', '应付金额'],
        ['SF1234567890123', 45717, 1.2, 2, 1, 13],
      ),
      waybillFields,
    )
    expect(found?.headers).toEqual(['运单号', '寄件日期', '实际重量', '计费重量', '保价费', '应付金额', '备注'])
  })

  it('with units in a row of their own', () => {
    const found = detectHeader(
      rowsOf(
        ['运单号', '寄件日期', '重量', '运费'],
        [null, null, '(g)', '（元）'],
        ['SF1234567890123', 45717, 800, 12],
      ),
      waybillFields,
    )
    expect(found?.headers).toEqual(['运单号', '寄件日期', '重量(g)', '运费(元)'])
  })

  it('and not in data: a single row stays single although data of words follow', () => {
    const found = detectHeader(
      rowsOf(
        ['名称', '简称', '行业', '联系人'],
        ['深圳甲公司', '甲', '服装', '王芳'],
        ['深圳乙公司', '乙', '食品', '李四'],
      ),
      accountFields,
    )
    expect(found).toMatchObject({ headerRows: [1], firstDataRow: 2 })
  })

  it('nowhere in a sheet without one', () => {
    expect(detectHeader(rowsOf(data, data), waybillFields)).toBeUndefined()
    expect(detectHeader([], waybillFields)).toBeUndefined()
  })

  it('with little confidence if required columns are missing', () => {
    const found = detectHeader(rowsOf(['目的地', '重量'], ['广东', 1.5]), waybillFields)
    expect(found?.headerRows).toEqual([1])
    expect(found?.confidence).toBeLessThan(0.5)
  })

  it('where the clerk says it is', () => {
    expect(headerAt(rowsOf(['甲', '乙'], header, data), [2], waybillFields)).toMatchObject({
      headers: header,
      firstDataRow: 3,
      confidence: 1,
    })
    expect(headerAt(rowsOf(header), [9], waybillFields)).toBeUndefined()
  })
})

describe('rows below the header', () => {
  const table: TableShape = {
    headers: ['序号', '运单号', '寄件日期', '客户名称', '运费', '备注'],
    keyColumns: [1, 3],
    requiredColumns: [1, 2],
  }
  const kind = (...cells: CellValue[]): string => classifyRow({ row: 9, cells }, table)

  it.each(
    [
      [
        '合计',
        '总计',
        '小计',
        '本页小计',
        '合 计',
        '合计：',
        '合计(元)',
        '总计 120 票',
        'TOTAL',
        'Total:',
        'Sum',
        'SUBTOTAL',
        'Grand Total',
        '结转',
        '承前',
        '承前页',
        '合计120票',
      ],
    ]
      .flat()
      .map((word) => [word]),
  )('%s marks a sum', (word) => {
    expect(isTotalWord(word)).toBe(true)
    expect(kind(word, null, null, null, 120)).toBe('total')
    expect(kind(null, word, null, null, 120)).toBe('total')
    expect(kind(null, null, null, word, 120)).toBe('total')
  })

  it.each([['合计汽车配件有限公司'], ['总计划部'], ['SUMMER服饰'], ['Totally Fresh'], ['小计科技'], ['汇总通物流']])(
    '%s is a customer',
    (name) => {
      expect(isTotalWord(name)).toBe(false)
      expect(kind(1, 'SF1234567890123', 45717, name, 12)).toBe('data')
    },
  )

  it('keeps a row whose remark speaks of sums', () => {
    expect(kind(1, 'SF1234567890123', 45717, '深圳甲公司', 12, '合计')).toBe('data')
  })

  it('tells blank rows, headers again, notes and other tables', () => {
    expect(kind()).toBe('blank')
    expect(kind(null, '  ')).toBe('blank')
    expect(kind('序号', '运单号', '寄件日期', '客户名称', '运费', '备注')).toBe('repeatedHeader')
    expect(kind('序号', '运单号 ', '寄件\n日期')).toBe('repeatedHeader')
    expect(kind('说明：以上金额含税')).toBe('note')
    expect(kind('费用类型', '原始金额', '折扣金额', '结算金额')).toBe('otherTable')
  })

  it('leaves broken rows to the parsers, which say what is wrong', () => {
    expect(kind(7, null, null, '深圳甲公司', 12)).toBe('data')
    expect(kind(7, 7.3e15, '昨天', null, 12)).toBe('data')
    expect(kind(7, 'SF1234567890123', 45717, null, -5)).toBe('data')
  })
})
