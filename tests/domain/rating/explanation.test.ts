import { describe, expect, test } from 'vitest'
import { explain } from '#shared/domain/rating/rate'
import type { FormValue } from '#shared/domain/rating/sheet-form'
import type { RatingContext, Ticket } from '#shared/domain/rating/ticket'
import { ratingEn, ratingZh } from '#shared/i18n/rating'
import { compiled, ticketOf, type ShortForm } from './support'

function steps(short: ShortForm, ticket: Partial<Ticket> = {}, context?: RatingContext) {
  return explain(compiled(short), 0, ticketOf({ destination: { province: '甲' }, ...ticket }), context)
}

function formulas(short: ShortForm, ticket: Partial<Ticket> = {}, context?: RatingContext): string[] {
  return steps(short, ticket, context).flatMap((step) => step.formula ?? [])
}

/** A step in words, with its parameters in place. */
function words(catalogue: Readonly<Record<string, string>>, step: ReturnType<typeof steps>[number]): string {
  const text = catalogue[`step.${step.code}`] ?? ''
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => step.params[name] ?? `?${name}`)
}

const FULL: ShortForm = {
  info: {
    抛比: 12000,
    预进位: '四舍五入0.1',
    进位: '≤10:进1; >10:进0.5',
    最低计费重: 1,
    折扣: '85折',
    最低收费: 5,
    抹零: '角舍',
    税率: '6%',
  } as Record<string, FormValue>,
  columns: ['0-1', '1-30', '30以上'],
  cells: ['9.6', '+3.6/0', '+4.2/0.5'],
  surcharges: [
    { item: '保价', kind: '比例', value: 0.5, floor: 1000 },
    { item: '代收', kind: '比例', value: 1.3, min: 4 },
    { item: '上楼', kind: '每公斤', value: 0.3, max: 2, discounted: '是' },
    { item: '包装', kind: '每件', value: 1.5 },
    { item: '签回单', kind: '固定', value: 10 },
  ],
}

describe('explanation', () => {
  test('each step with its numbers, in order', () => {
    const ticket = {
      actualGrams: 3_800,
      size: { length: 5_000, width: 5_000, height: 5_000 },
      declaredFen: 1_280_000,
      codFen: 20_000,
    }
    expect(
      steps(FULL, ticket).map((step) => words(ratingZh, step) + (step.formula ? `：${step.formula}` : '')),
    ).toEqual([
      '实重 3.8 kg',
      '体积重（抛比 12000）10.417 kg：50 × 50 × 50 ÷ 12000 = 10.417',
      '体积重较大，取 10.417 kg',
      '预进位：按 0.1 kg 四舍五入，10.417 → 10.4 kg',
      '进位：按 0.5 kg 向上，10.4 → 10.5 kg',
      '计费重 10.5 kg',
      '*，1-30 kg 段，10.5 kg：9.6 + 9.5 × 3.6 = 43.80',
      '运费折扣 85%：43.80 × 85% = 37.23',
      '运费 37.23 元',
      '保价：按声明价值：12800.00',
      '保价：基数只取 1000.00 的整倍数，计 12000.00：12000.00 × 0.5% = 60.00',
      '代收：按代收货款：200.00 × 1.3% = 2.60',
      '代收：不足最低 4 元，按最低',
      '上楼：按计费重每公斤：10.5 × 0.3 = 3.15',
      '上楼：超过最高 2 元，按最高',
      '上楼：参与折扣，折后 1.70 元',
      '包装：按件数：1 × 1.5 = 1.50',
      '签回单：固定收费：10.00',
      '抹零到角，舍去：114.43 → 114.40 元',
      '含税 6%：不含税 107.92 元，税额 6.48 元：114.40 ÷ (1 + 6%) = 107.92',
      '合计 114.40 元',
    ])
  })

  test.each([
    [
      'a declared value below the step of its basis still says what was declared',
      { item: '保价', kind: '比例', value: 0.5, floor: 1000, min: 5 },
      [
        '保价：按声明价值：500.00',
        '保价：基数只取 1000.00 的整倍数，计 0.00：0.00 × 0.5% = 0.00',
        '保价：不足最低 5 元，按最低',
      ],
    ],
    [
      'what is free is taken off in sight',
      { item: '保价', kind: '比例', value: 1, free: 200 },
      ['保价：按声明价值：500.00 − 200.00 = 300.00', '保价：减去免收额，计 300.00：300.00 × 1% = 3.00'],
    ],
    [
      'both',
      { item: '保价', kind: '比例', value: 1, free: 150, floor: 100 },
      ['保价：按声明价值：500.00 − 150.00 = 350.00', '保价：基数只取 100.00 的整倍数，计 300.00：300.00 × 1% = 3.00'],
    ],
    [
      'a basis that counts whole is one step',
      { item: '保价', kind: '比例', value: 1, floor: 100 },
      ['保价：按声明价值：500.00 × 1% = 5.00'],
    ],
  ])('%s', (_name, surcharge, expected) => {
    const told = steps({ cells: ['10'], surcharges: [surcharge] }, { actualGrams: 500, declaredFen: 50_000 })
    expect(
      told
        .filter(({ code }) => code.startsWith('surcharge'))
        .map((step) => words(ratingZh, step) + (step.formula ? `：${step.formula}` : '')),
    ).toEqual(expected)
  })

  test('English', () => {
    const [first] = steps(
      { info: { 进位: '进0.5' }, columns: ['0-0.5', '0.5-1', '1以上'], cells: ['10', '12.6', '12.6+2.1/0.5'] },
      { actualGrams: 2_300 },
    )
    expect(first && words(ratingEn, first)).toBe('Actual weight 2.3 kg')
  })

  test.each<[string, ShortForm, Partial<Ticket>, string]>([
    [
      'own step',
      { info: { 进位: '进0.5' }, cells: ['12.6+2.1/0.5'] },
      { actualGrams: 2_300 },
      '12.6 + 3 × 2.1 = 18.90',
    ],
    ['no step above', { cells: ['20+6'] }, { actualGrams: 500 }, '20 + 0 × 6 = 20.00'],
    [
      'chain',
      { columns: ['0-1', '1-30', '30以上'], cells: ['9.6', '+3.6/0', '+4.2/0'] },
      { actualGrams: 35_500 },
      '9.6 + 29 × 3.6 + 5.5 × 4.2 = 137.10',
    ],
    ['whole', { cells: ['×1.8'] }, { actualGrams: 2_345 }, '2.345 × 1.8 = 4.221'],
    ['volume', { columns: ['0m³以上'], cells: ['×120'] }, { volumeCm3: 250_000 }, '0.25 × 120 = 30.00'],
    [
      'from weight',
      { info: { 重泡比: 250 }, columns: ['0m³以上'], cells: ['×120'] },
      { actualGrams: 100_000 },
      '100 ÷ 250 = 0.4',
    ],
    [
      'pieces',
      { info: { 抛比: 6000 } },
      { pieces: 2, size: { length: 3_000, width: 2_000, height: 1_000 } },
      '30 × 20 × 10 × 2 ÷ 6000 = 2',
    ],
    ['volume given', { info: { 抛比: 6000 } }, { volumeCm3: 9_000 }, '9000 ÷ 6000 = 1.5'],
    [
      'by piece',
      { info: { 抛比: 6000, 多件方式: '单件取大' } },
      { actualGrams: 5_000, pieces: 2, pieceGrams: [1_000, 4_000], volumeCm3: 30_000 },
      '4 + 1 × 2.5 = 6.5',
    ],
    ['minimum per piece', { info: { 最低收费: 6, 最低收费单位: '件' } }, { pieces: 3 }, '6 × 3 = 18.00'],
    ['tax added', { info: { 含税: '否', 税率: '6%' } }, {}, '10.00 × 6% = 0.60'],
  ])('formula: %s', (_, short, ticket, formula) => {
    expect(formulas(short, ticket)).toContain(formula)
  })

  test('equal division and tiers are told', () => {
    const cube = { length: 3_000, width: 3_000, height: 3_000 }
    const codes = steps({ info: { 抛比: 6000, 多件方式: '单件取大' } }, { pieces: 2, size: cube }).map(
      (step) => step.code,
    )
    expect(codes).toContain('equal-pieces')
    const tiers = [
      { basis: '月重量', period: '当月', mode: '累进', lower: 0, upper: 10, benefit: '95折', settle: '当票' },
      { basis: '月重量', period: '当月', mode: '累进', lower: 10, benefit: '0.1元/kg', settle: '当票' },
    ]
    const told = steps({ tiers }, { actualGrams: 4_000 }, { tierQuantity: 9_000 }).map((step) => words(ratingZh, step))
    expect(told).toContain('月重量阶梯，已计 9 kg')
    expect(told).toContain('其中 1 按 95%')
    expect(told).toContain('其中 3 每公斤返 0.1 元')
    expect(told).toContain('阶梯后运费 10.00 → 9.575 元')
  })

  test('an exception ends the explanation with its reason', () => {
    expect(steps({ rows: { 西藏: ['-'] } }).map((step) => words(ratingEn, step))).toEqual([
      'Actual weight 1 kg',
      'Chargeable weight 1 kg',
      'Not served: 西藏 has no price in this bracket',
    ])
    expect(steps({}, { actualGrams: 0 }).map((step) => step.code)).toEqual(['exception-weight-missing'])
  })
})

test('both languages use the same parameters', () => {
  const parameters = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted()
  const english: Readonly<Record<string, string>> = ratingEn
  for (const [key, text] of Object.entries(ratingZh))
    expect([key, parameters(english[key] ?? '')]).toEqual([key, parameters(text)])
})
