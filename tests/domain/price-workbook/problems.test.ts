import { describe, expect, test } from 'vitest'
import { INFO, readOne, said } from './support'

describe('problems name sheet, cell and reason', () => {
  const PRICES = [
    ['目的地', '0以上'],
    ['江苏', 5],
  ]

  test.each([
    [{ 报价信息: [...INFO, ['税率', 0.06]], 价格: PRICES }, ['报价信息!B3 rating.problem.tax-ambiguous']],
    [{ 报价信息: [...INFO, ['折扣', 3]], 价格: PRICES }, ['报价信息!B3 rating.problem.discount-ambiguous']],
    [
      {
        报价信息: [
          ['报价名称', 'x'],
          ['生效日期', '2026-13-01'],
        ],
        价格: PRICES,
      },
      ['报价信息!B2 rating.problem.date-unreadable'],
    ],
    [{ 报价信息: [['报价名称', 'x']], 价格: PRICES }, ['报价信息 rating.problem.effective-from-missing']],
    [{ 报价信息: [...INFO, ['生效日', '2026-02-01']], 价格: PRICES }, ['报价信息!B3 workbook.key-twice']],
    [{ 报价信息: [...INFO, ['客户', 1e15]], 价格: PRICES }, ['报价信息!B3 workbook.number-cut']],
    [{ 报价信息: [...INFO, ['结算周期', '月结']], 价格: PRICES }, ['报价信息!B3 rating.problem.unknown-key']],
    [
      {
        报价信息: INFO,
        价格: [
          ['目的地', '0-1', '2以上'],
          ['江苏', 5, 6],
        ],
      },
      ['价格!C1 rating.problem.column-gap'],
    ],
    [
      {
        报价信息: INFO,
        价格: [
          ['目的地', '0-1', '1-abc2'],
          ['江苏', 5, 6],
        ],
      },
      ['价格!C1 rating.problem.column-unreadable', '价格!C2 rating.problem.row-too-long'],
    ],
    [{ 报价信息: INFO, 价格: [...PRICES, ['浙江', '五元']] }, ['价格!B3 rating.problem.cell-unreadable']],
    [{ 报价信息: INFO, 价格: [...PRICES, ['浙江', 1 / 3]] }, ['价格!B3 rating.problem.too-many-decimals']],
    [{ 报价信息: INFO, 价格: [...PRICES, ['', 6]] }, ['价格!A3 rating.problem.row-key-missing']],
    [{ 报价信息: INFO, 价格: [...PRICES, ['江苏省', 6]] }, ['价格!A3 zones.place-in-two-rows']],
    [{ 报价信息: INFO, 价格: [...PRICES, ['江苏、淅江', 6]] }, expect.arrayContaining(['价格!A3 zones.place-unknown'])],
    [{ 报价信息: INFO, 价格: [...PRICES, ['z1', 6]] }, ['价格!A3 zones.row-literal']],
    [
      {
        报价信息: INFO,
        分区: [
          ['分区', '目的地'],
          ['一区', '江苏、火星'],
        ],
        价格: [
          ['分区', '0以上'],
          ['一区', 5],
        ],
      },
      ['分区!B2 zones.place-unknown'],
    ],
    [
      {
        报价信息: INFO,
        分区: [
          ['区号', '名字'],
          ['一区', '江苏'],
        ],
        价格: PRICES,
      },
      ['分区 workbook.no-header'],
    ],
    [
      {
        报价信息: INFO,
        价格: PRICES,
        附加费: [
          ['项目', '方式', '数值', '适用目的地'],
          ['偏远', '固定', 5, '火星'],
        ],
      },
      ['附加费!D2 rating.problem.place-unknown'],
    ],
    [
      {
        报价信息: INFO,
        价格: PRICES,
        附加费: [
          ['项目', '方式', '数值'],
          ['偏远', '按心情', 5],
        ],
      },
      ['附加费!B2 rating.problem.unknown-word'],
    ],
    [
      {
        报价信息: INFO,
        价格: PRICES,
        阶梯: [
          ['依据', '期间', '方式', '下限', '上限', '折扣或返利', '结算'],
          ['月票数', '当月', '全量', 0, '', '看着给', '当票'],
        ],
      },
      ['阶梯!F2 rating.problem.tier-benefit-unreadable'],
    ],
  ])('%#', (sheets, expected) => {
    const read = readOne(sheets)
    expect(said(read).filter((text) => !text.endsWith('column-open-end'))).toEqual(expected)
  })

  test('an unknown key is kept as a remark', () => {
    const read = readOne({ 报价信息: [...INFO, ['结算周期', '月结']], 价格: PRICES })
    expect(read.sheet?.remarks).toEqual([{ key: '结算周期', value: '月结' }])
  })

  test('the cell of a key is known for problems that come up later', () => {
    const read = readOne({ 报价信息: INFO, 价格: PRICES })
    expect(read.keyCell('生效日期')).toEqual({ sheet: '报价信息', cell: 'B2' })
    expect(read.keyCell('客户')).toEqual({ sheet: '报价信息', cell: '' })
  })
})
