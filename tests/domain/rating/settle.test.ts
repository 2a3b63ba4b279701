import { describe, expect, test } from 'vitest'
import type { FormValue } from '#shared/domain/rating/sheet-form'
import { rated, totalFen } from './support'

describe('discount and minimum', () => {
  test('minimum after the discount', () => {
    expect(totalFen({ info: { 折扣: '85折', 最低收费: 34 }, cells: ['34'] })).toBe(3_400)
    expect(totalFen({ info: { 折扣: '85折', 最低收费: 34 }, cells: ['40'] })).toBe(3_400)
    expect(totalFen({ info: { 折扣: '85折', 最低收费: 34 }, cells: ['40.01'] })).toBe(3_401)
    expect(totalFen({ info: { 折扣: '85折' }, cells: ['0.1'] })).toBe(9)
  })

  test('minimum per piece', () => {
    const short = { info: { 最低收费: 5, 最低收费单位: '件' }, cells: ['12'] }
    expect([1, 2, 3].map((pieces) => totalFen(short, { pieces }))).toEqual([1_200, 1_200, 1_500])
    expect(totalFen({ info: { 最低收费: 5, 最低收费单位: '票' }, cells: ['1'] }, { pieces: 3 })).toBe(500)
    expect(totalFen(short, { pieces: 0 })).toBe(1_200)
  })

  test('the minimum is freight’s, surcharges come on top', () => {
    const surcharges = [{ item: '费', kind: '固定', value: 3 }]
    expect(totalFen({ info: { 最低收费: 10 }, cells: ['5'], surcharges })).toBe(1_300)
  })
})

describe('抹零', () => {
  test.each<[string, number[]]>([
    ['分四舍五入', [1_234, 1_235, 1_250, 1_299]],
    ['角四舍五入', [1_230, 1_240, 1_250, 1_300]],
    ['角进', [1_240, 1_240, 1_250, 1_300]],
    ['角舍', [1_230, 1_230, 1_250, 1_290]],
    ['元四舍五入', [1_200, 1_200, 1_300, 1_300]],
    ['元进', [1_300, 1_300, 1_300, 1_300]],
    ['元舍', [1_200, 1_200, 1_200, 1_200]],
  ])('%s', (rule, expected) => {
    const amounts = ['12.34', '12.35', '12.50', '12.99']
    expect(amounts.map((cell) => totalFen({ info: { 抹零: rule }, cells: [cell] }))).toEqual(expected)
  })

  test('works on the sum of the rounded lines and is a line of its own', () => {
    const surcharges = [{ item: '费', kind: '固定', value: '0.344' }]
    const result = rated({ info: { 抹零: '角舍' }, cells: ['1.255'], surcharges })
    expect(result.lines).toEqual([
      { rule: 'freight', item: null, fen: 126 },
      { rule: 'surcharge:0', item: '费', fen: 34 },
    ])
    expect(rated({ info: { 抹零: '元进' }, cells: ['1.255'], surcharges }).lines.at(-1)).toEqual({
      rule: 'wipe',
      item: null,
      fen: 40,
    })
  })

  test('whole yuan stay', () => {
    for (const rule of ['元进', '元舍', '元四舍五入', '角进'])
      expect(totalFen({ info: { 抹零: rule }, cells: ['12'] })).toBe(1_200)
  })
})

describe('tax', () => {
  const split = (info: Record<string, FormValue>, cell: string): number[] => {
    const { totalFen: gross, netFen, taxFen } = rated({ info, cells: [cell] })
    return [gross, netFen, taxFen]
  }

  test('含税: the sum is gross, net is half up, tax the rest', () => {
    expect(split({ 税率: '6%' }, '106')).toEqual([10_600, 10_000, 600])
    // 100.00 ÷ 1.06 = 94.3396… → 94.34
    expect(split({ 税率: '6%' }, '100')).toEqual([10_000, 9_434, 566])
    expect(split({ 税率: 9, 抹零: '元舍' }, '100.99')).toEqual([10_000, 9_174, 826])
  })

  test('不含税: 抹零 on net, tax half up on top', () => {
    expect(split({ 含税: '否', 税率: '6%' }, '100')).toEqual([10_600, 10_000, 600])
    expect(split({ 含税: '否', 税率: '6%' }, '0.25')).toEqual([27, 25, 2])
    expect(split({ 含税: '否', 税率: '6%', 抹零: '角四舍五入' }, '12.34')).toEqual([1_304, 1_230, 74])
  })

  test('without a rate there is no split', () => {
    expect(split({}, '100')).toEqual([10_000, 10_000, 0])
    expect(split({ 含税: '否' }, '100')).toEqual([10_000, 10_000, 0])
    expect(split({ 税率: '0%' }, '100')).toEqual([10_000, 10_000, 0])
  })
})

test('the rules applied are named', () => {
  const short = {
    info: { 抛比: 6000, 进位: '≤1:进1; >1:进0.5', 折扣: '85折', 最低收费: 50, 抹零: '元四舍五入' },
    columns: ['0-1', '1以上'],
    cells: ['5', '6+1'],
    surcharges: [
      { item: '保价', kind: '比例', value: 1 },
      { item: '签回单', kind: '固定', value: 10.3 },
    ],
  }
  const size = { length: 2_000, width: 2_000, height: 2_000 }
  expect(rated(short, { size }).ruleIds).toEqual([
    'volume-weight',
    'rounding:1',
    'bracket:1',
    'discount',
    'minimum',
    'surcharge:1',
    'wipe',
  ])
  expect(rated({ cells: ['5'] }).ruleIds).toEqual(['bracket:0'])
  expect(rated({ info: { 最低收费: 5, 最低计费重: 1 }, cells: ['5'] }).ruleIds).toEqual(['bracket:0'])
})
