import { describe, expect, test } from 'vitest'
import { readPriceWorkbook } from '#shared/domain/price-workbook/read-price-workbook'
import { readOne, said, workbook } from './support'

/** The clean workbook that every dirty one below must come to. */
const CLEAN = {
  报价信息: [
    ['报价编号', 'BJ-001'],
    ['报价名称', '华东标准'],
    ['客户', 'KH00000001'],
    ['生效日期', { value: 46023, format: 'yyyy-mm-dd', date: '2026-01-01' }],
    ['抛比', 8000],
    ['进位', '进0.5'],
    ['税率', { value: 0.06, format: '0%' }],
  ],
  分区: [
    ['分区', '目的地'],
    ['一区', '江苏、浙江、上海'],
    ['二区', '广东 湖南'],
    ['三区', '新疆'],
  ],
  价格: [
    ['分区', '0-0.5', '0.5-1', '1以上'],
    ['一区', 5.5, 6, '6+2'],
    ['二区', 6.5, 8, '8+4.5'],
    ['三区', '-', '-', '-'],
  ],
  附加费: [
    ['项目', '方式', '数值', '基数', '最低', '适用目的地', '开始日期'],
    ['保价', '比例', { value: 0.005, format: '0.0%' }, '', 1, '', ''],
    ['偏远', '固定', 5, '', '', '新疆', '2026/6/1'],
  ],
  阶梯: [
    ['依据', '期间', '方式', '下限', '上限', '折扣或返利', '结算'],
    ['月票数', '当月', '全量', 0, 1000, '100折', '月末返利'],
    ['月票数', '当月', '全量', 1000, '', '95折', '月末返利'],
  ],
}

describe('a clean workbook', () => {
  const read = readOne(CLEAN)

  test('has no problems', () => {
    expect(said(read)).toEqual([])
  })

  test('is read as it is written', () => {
    expect(read.form).toEqual({
      info: {
        报价编号: 'BJ-001',
        报价名称: '华东标准',
        客户: 'KH00000001',
        生效日期: '2026-01-01',
        抛比: '8000',
        进位: '进0.5',
        税率: { percent: '6' },
      },
      columns: ['0-0.5', '0.5-1', '1以上'],
      rows: [
        { key: '一区', cells: ['5.5', '6', '6+2'] },
        { key: '二区', cells: ['6.5', '8', '8+4.5'] },
        { key: '三区', cells: ['-', '-', '-'] },
      ],
      zones: [
        { zone: '一区', places: '江苏、浙江、上海' },
        { zone: '二区', places: '广东 湖南' },
        { zone: '三区', places: '新疆' },
      ],
      surcharges: [
        { item: '保价', kind: '比例', value: { percent: '0.5' }, min: '1' },
        { item: '偏远', kind: '固定', value: '5', places: '新疆', from: '2026-06-01' },
      ],
      tiers: [
        {
          basis: '月票数',
          period: '当月',
          mode: '全量',
          lower: '0',
          upper: '1000',
          benefit: '100折',
          settle: '月末返利',
        },
        { basis: '月票数', period: '当月', mode: '全量', lower: '1000', benefit: '95折', settle: '月末返利' },
      ],
    })
  })

  test('is understood', () => {
    expect(read.sheet).toMatchObject({ number: 'BJ-001', effectiveFrom: '2026-01-01', taxPpm: 60_000 })
  })
})

describe('the same workbook as people make it', () => {
  test('titles, blanks, suffixes, further columns, totals and remarks', () => {
    const dirty = readOne({
      '1. 报价信息 ': [
        ['华东区域快递报价单', '华东区域快递报价单'],
        ['项目', '内容', '填写说明'],
        ['报价编号：', 'BJ-001', ''],
        ['报价名称 *', ' 华东标准 ', '给客户看的名称'],
        ['', ''],
        ['客户编码', 'KH00000001'],
        ['生效日期', '2026年1月1日'],
        ['抛比', '8000'],
        ['进位方式', '进0.5'],
        ['税率', '6%'],
      ],
      分区表: [
        ['分区对照表', null],
        ['序号', '分区', '包含省份'],
        [1, '一区', '江苏、浙江'],
        [2, '', '上海'],
        [3, '二区', '广东', '湖南'],
        [4, '三区', '新疆'],
        [],
        ['备注', '港澳台另议', '港澳台另议'],
      ],
      '价格表（元）': [
        ['2026 年华东区域快递报价', '', '', '', ''],
        ['分区', '时效', '0-0.5kg', '0.51~1KG', '1公斤以上'],
        ['', '', '元/票', '元/票', '元/票'],
        ['一区', '次日', '5.50', '￥6', '6＋2'],
        ['二区', '三日', 6.5, '8.00', '8 + 4.5'],
        [],
        ['三区', '', '-', '—', ''],
        ['合计', '', 12, 14, ''],
        ['备注：', '以上报价含税', '', '', ''],
        ['1、单票超过 30 公斤另议', '', '', '', ''],
      ],
      附加费: [
        ['费用项目', '计费方式', '费率', '最低收费', '适用地区', '开始日期'],
        ['保价', '比例', '0.5%', '1', '', ''],
        ['偏远', '固定', '5', '', '新疆', 46174],
        ['说明：旺季附加费另行通知', '', '', '', '', ''],
      ],
      '阶梯（返利）': [
        ['依据', '期间', '方式', '下限', '上限', '折扣或返利', '结算'],
        ['月票数', '当月', '全量', '0', '1,000', '100折', '月末返利'],
        ['', '', '', '1000', '以上', '95折', ''],
      ],
      发货明细: [
        ['运单号', '重量'],
        ['SF1', 1],
      ],
    })
    const clean = readOne(CLEAN)
    expect(dirty.problems.filter((problem) => problem.severity === 'error')).toEqual([])
    const { zones: dirtyZones, ...rest } = dirty.sheet!
    const { zones, ...expected } = clean.sheet!
    expect(rest).toEqual(expected)
    const places = (list: typeof zones, zone: string) =>
      list.filter((one) => one.zone === zone).flatMap((one) => one.places.split(/[、 ]/))
    for (const zone of ['一区', '二区', '三区']) expect(places(dirtyZones, zone)).toEqual(places(zones, zone))
    expect(said(dirty)).toEqual([
      '分区表!A2 workbook.column-ignored',
      '分区表!A8 workbook.row-ignored',
      '价格表（元）!B2 workbook.column-ignored',
      '价格表（元）!A3 workbook.row-ignored',
      '价格表（元）!A8 workbook.row-ignored',
      '价格表（元）!A9 workbook.row-ignored',
      '价格表（元）!A10 workbook.row-ignored',
      '附加费!A4 workbook.row-ignored',
      '发货明细 workbook.sheet-ignored',
    ])
  })
})

describe('several price sheets in one workbook', () => {
  test('parts go by their label, a part without label serves all', () => {
    const read = readPriceWorkbook(
      workbook({
        '报价信息-沪发': [
          ['报价名称', '沪发'],
          ['生效日期', '2026-01-01'],
        ],
        '报价信息-京发': [
          ['报价名称', '京发'],
          ['生效日期', '2026-02-01'],
        ],
        '价格 沪发': [
          ['分区', '0以上'],
          ['一区', 5],
        ],
        '价格（京发）': [
          ['分区', '0以上'],
          ['一区', 6],
        ],
        分区: [
          ['分区', '目的地'],
          ['一区', '江苏'],
        ],
      }),
    )
    expect(read.map(({ label, sheet }) => [label, sheet?.name, sheet?.effectiveFrom])).toEqual([
      ['沪发', '沪发', '2026-01-01'],
      ['京发', '京发', '2026-02-01'],
    ])
    expect(read.flatMap((one) => one.problems)).toEqual([])
  })

  test('a workbook without any is refused', () => {
    const read = readPriceWorkbook(
      workbook({
        明细: [
          ['运单号', '重量'],
          ['SF1', 1],
        ],
      }),
    )
    expect(read.map(said)).toEqual([[' workbook.no-price-sheet', '明细 workbook.sheet-ignored']])
  })
})
