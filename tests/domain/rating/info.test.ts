import { describe, expect, test } from 'vitest'
import { formatSheetForm } from '#shared/domain/rating/format-sheet'
import { parseSheetForm, type ParseOptions } from '#shared/domain/rating/parse-sheet'
import type { FormValue } from '#shared/domain/rating/sheet-form'
import { formOf, namesAsPlaces, sheetOf, type ShortForm } from './support'

function problems(short: ShortForm, options?: ParseOptions): string[] {
  return parseSheetForm(formOf(short), options).problems.map((problem) => problem.code)
}

describe('报价信息', () => {
  const sheet = (info: Record<string, FormValue>) => sheetOf({ info })

  test('what is missing has its default', () => {
    expect(sheet({})).toMatchObject({
      use: 'sale',
      product: null,
      effectiveFrom: null,
      minimum: null,
      discountPpm: null,
      wipe: { to: 'fen', mode: 'half-up' },
      taxIncluded: true,
      taxPpm: null,
      weight: {
        firstGrams: 1_000,
        stepGrams: 1_000,
        divisor: null,
        pieces: 'total',
        preRounding: null,
        minimumGrams: 0,
      },
    })
  })

  test.each<[FormValue, number]>([
    ['8.5折', 850_000],
    ['85折', 850_000],
    ['85%', 850_000],
    [{ percent: '85' }, 850_000],
    ['0.85', 850_000],
    [0.85, 850_000],
    ['9折', 900_000],
    ['10折', 1_000_000],
    ['95.5折', 955_000],
    ['1', 1_000_000],
  ])('折扣 %o', (text, ppm) => {
    expect(sheet({ 折扣: text }).discountPpm).toBe(ppm)
  })

  test.each<[string, FormValue, string]>([
    ['折扣', '85', 'discount-ambiguous'],
    ['折扣', 8.5, 'discount-ambiguous'],
    ['折扣', '110%', 'discount-range'],
    ['折扣', '0折', 'discount-range'],
    ['折扣', '八折', 'unreadable'],
    ['折扣', '45%', 'discount-low'],
    ['税率', '0.06', 'tax-ambiguous'],
    ['税率', 0.06, 'tax-ambiguous'],
    ['税率', '100%', 'tax-range'],
    ['税率', '六', 'not-a-number'],
    ['抹零', '角', 'unreadable'],
    ['首重', '0', 'unreadable'],
    ['首重', '0.0001', 'too-many-decimals'],
    ['最低收费', '-3', 'negative'],
    ['抛比', '0', 'unreadable'],
    ['抛比', '600', 'divisor-unusual'],
    ['用途', '其他', 'unknown-word'],
    ['计泡条件', '有时', 'unreadable'],
    ['进位', '向上', 'rounding-unreadable'],
    ['生效日期', '2026-02-30', 'date-unreadable'],
    ['生效日期', '明天', 'date-unreadable'],
    ['最低收费单位', '件', 'minimum-unit-alone'],
    ['含税', '否', 'tax-rate-missing'],
    ['结算方式', '月结', 'unknown-key'],
  ])('%s %o: %s', (key, value, code) => {
    expect(problems({ info: { [key]: value } })).toEqual([code])
  })

  test.each<[FormValue, number]>([
    ['6%', 60_000],
    [{ percent: '6' }, 60_000],
    ['6', 60_000],
    [6, 60_000],
    [1, 10_000],
    ['0.5%', 5_000],
  ])('税率 %o', (text, ppm) => {
    expect(sheet({ 税率: text }).taxPpm).toBe(ppm)
  })

  test('dates in the usual forms, required at import, in order', () => {
    expect(sheet({ 生效日期: '2026/1/5', 失效日期: '2026年12月31日' })).toMatchObject({
      effectiveFrom: '2026-01-05',
      effectiveTo: '2026-12-31',
    })
    expect(problems({}, { requireEffectiveFrom: true })).toEqual(['effective-from-missing'])
    expect(problems({ info: { 生效日期: '2026-02-01', 失效日期: '2026-01-31' } })).toEqual(['date-order'])
  })

  test('unknown keys stay as remarks through export, names keep their signs', () => {
    const info = { 客户: '驿客（上海）', 出账日: '每月5号', 备注: '含税；现结', 付款方式: { percent: '30' } }
    const first = sheet(info)
    expect(first.customer).toBe('驿客（上海）')
    expect(first.remarks).toEqual([
      { key: '出账日', value: '每月5号' },
      { key: '付款方式', value: '30%' },
    ])
    expect(formatSheetForm(first).info).toMatchObject({ 出账日: '每月5号', 付款方式: '30%', 备注: '含税；现结' })
  })

  test('a full sheet is written with all it says and reads back as equal', () => {
    const full = sheetOf({
      info: {
        报价编号: 'P1',
        报价名称: '甲合同',
        用途: '成本',
        客户: '甲',
        级别: '铂金',
        产品: '标快',
        始发地: '上海',
        生效日期: '2026-01-01',
        失效日期: '2026-12-31',
        首重: 3,
        续重单位: 0.5,
        抛比: 6000,
        重泡比: 250,
        最低体积: 0.1,
        计泡条件: '体积重>1.5倍实重',
        以承运商计费重为准: '是',
        多件方式: '单件取大',
        预进位: '四舍五入0.1',
        进位: '阈值0.3@1',
        最低计费重: 1,
        最低收费单位: '件',
        最低收费: 3.5,
        折扣: '8.5折',
        抹零: '元舍',
        含税: '否',
        税率: '6%',
        备注: '无',
      },
      columns: ['0-1', '1以上', '0m³以上'],
      cells: ['5', '+1.25/0', '×120'],
      surcharges: [
        { item: '保价', kind: '比例', value: 0.5, floor: 1000, free: 100, min: 1, max: '200' },
        {
          item: '上楼',
          kind: '每公斤',
          value: '0.3',
          condition: '单件重>=60公斤 且 票重≥0.1吨 且 最长边<2.5米',
          discounted: '是',
        },
        {
          item: '旺季',
          kind: '固定',
          value: 2,
          places: ['西藏', '新疆'],
          from: '2026/11/1',
          to: '2026-11-30',
          base: '件数',
        },
      ],
      tiers: [
        { basis: '月票数', period: '当月', mode: '累进', lower: 1000, upper: 5000, benefit: '95折', settle: '当票' },
        { basis: '月票数', period: '当月', mode: '累进', lower: 5000, benefit: '0.2元/票', settle: '当票' },
        { basis: '月重量', period: '上月', mode: '全量', lower: '0.5', benefit: '0.1元/公斤', settle: '月末返利' },
        { basis: '月运费', period: '当月', mode: '全量', lower: '10000.5', benefit: '返5%', settle: '月末返利' },
      ],
    })
    const form = formatSheetForm(full)
    expect(sheetOf(form)).toEqual(full)
    expect(form.surcharges?.[1]?.condition).toBe('单件重 ≥ 60 kg 且 票重 ≥ 100 kg 且 最长边 < 250 cm')
    expect(form.tiers?.map((tier) => tier.benefit)).toEqual(['95折', '0.2元/票', '0.1元/kg', '5%返'])
  })
})

describe('附加费 and 阶梯 with errors', () => {
  const row = { item: '费', kind: '固定', value: 1 }

  test.each([
    [{ ...row, item: ' ' }, 'item-missing', 'item'],
    [{ ...row, kind: '随意' }, 'unknown-word', 'kind'],
    [{ ...row, value: '5%' }, 'not-a-number', 'value'],
    [{ ...row, kind: '比例', base: '计费重' }, 'base-mismatch', 'base'],
    [{ ...row, kind: '每公斤', base: '件数' }, 'base-mismatch', 'base'],
    [{ ...row, free: 5 }, 'base-mismatch', 'free'],
    [{ ...row, min: 5, max: 4 }, 'minimum-above-maximum', 'min'],
    [{ ...row, from: '2026-02-01', to: '2026-01-01' }, 'date-order', 'to'],
    [{ ...row, condition: '重量大' }, 'condition-unreadable', 'condition'],
    [{ ...row, condition: '票重 ≥ 60 cm' }, 'condition-unreadable', 'condition'],
    [{ ...row, places: '甲、?某地' }, 'place-unknown', 'places'],
    [{ ...row, discounted: '也许' }, 'unknown-word', 'discounted'],
  ])('%o: %s', (surcharge, code, field) => {
    const { problems: found } = parseSheetForm(formOf({ surcharges: [surcharge] }), { resolvePlaces: namesAsPlaces })
    expect(found).toEqual([expect.objectContaining({ code, where: { part: 'surcharges', row: 0, field } })])
  })

  test('the same item twice for the same places and days', () => {
    expect(problems({ surcharges: [row, { ...row, value: 2 }] })).toEqual(['surcharge-duplicate'])
    expect(
      problems({
        surcharges: [
          { ...row, to: '2026-01-31' },
          { ...row, from: '2026-02-01' },
        ],
      }),
    ).toEqual([])
    expect(problems({ surcharges: [row, { ...row, places: '甲' }] })).toEqual([])
  })

  const tier = { basis: '月票数', period: '当月', mode: '全量', lower: 0, benefit: '95折', settle: '当票' }

  test.each([
    [[{ ...tier, benefit: '95' }], ['tier-benefit-unreadable']],
    [[{ ...tier, benefit: '0元/票' }], ['tier-benefit-unreadable']],
    [[{ ...tier, upper: 10 }], ['tier-open-end']],
    [
      [
        { ...tier, upper: 10 },
        { ...tier, lower: 11 },
      ],
      ['tier-gap'],
    ],
    [
      [
        { ...tier, upper: 10 },
        { ...tier, lower: 9 },
      ],
      ['tier-overlap'],
    ],
    [[tier, { ...tier, lower: 9 }], ['tier-overlap']],
    [[{ ...tier, period: '上月', mode: '累进' }], ['tier-progressive-previous']],
    [[tier, { ...tier, basis: '月重量' }], ['tier-several']],
    [[tier, { ...tier, settle: '月末返利' }], []],
    [[{ ...tier, lower: '1.5' }], ['too-many-decimals']],
  ])('%o: %s', (tiers, codes) => {
    expect(problems({ tiers })).toEqual(codes)
  })
})
