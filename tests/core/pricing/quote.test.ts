import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import { type QuoteInput, quoteInput } from '#shared/contract/pricing'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { openTestKernel } from '../support/test-book'
import { priceForm } from './forms'

/** One flat price per sheet, so that the price tells which sheet was taken. */
const flat = (yuan: string) => ({ columns: ['0以上'], rows: [{ key: '*', cells: [yuan] }] })

const forms = [
  priceForm({ 报价名称: '通用' }, flat('10')),
  priceForm({ 报价名称: '通用标快', 产品: '标快' }, flat('11')),
  priceForm({ 报价名称: '黄金', 级别: '黄金' }, flat('20')),
  priceForm({ 报价名称: '集团', 客户: 'GROUP', 产品: '特惠' }, flat('30')),
  priceForm({ 报价名称: '本户', 客户: 'OWN', 失效日期: '2026-06-30' }, flat('40')),
  priceForm({ 报价名称: '本户标快', 客户: 'OWN', 产品: '标快', 生效日期: '2026-02-01' }, flat('41')),
  priceForm(
    { 报价名称: '西部', 客户: 'WEST', 税率: '6%', 含税: '否' },
    {
      columns: ['0-3', '3以上'],
      rows: [
        { key: '一区', cells: ['8', '8+2'] },
        { key: '二区', cells: ['20', '-'] },
      ],
      zones: [
        { zone: '一区', places: '四川、重庆' },
        { zone: '二区', places: '新疆' },
      ],
      surcharges: [{ item: '保价', kind: '比例', value: '0.5%', min: 1 }],
    },
  ),
  priceForm(
    { 报价名称: '成本', 用途: '成本', 税率: '6%' },
    {
      rows: [{ key: '四川', cells: ['3.18', '3.18+1.06'] }],
      surcharges: [{ item: '面单费', kind: '固定', value: 1.06 }],
    },
  ),
]

describe('quoting', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let pricing: ReturnType<typeof createPricingService>
  const ids = new Map<string, number>()
  let draft = 0
  beforeAll(async () => {
    kernel = await openTestKernel()
    pricing = createPricingService(kernel)
    const accounts = createAccountsService(kernel)
    const open = async (code: string, more: object = {}) => {
      const account = await accounts.create(accountInput.parse({ code, name: `公司${code}`, ...more }))
      ids.set(code, account.id)
    }
    await open('GROUP', { tier: 'gold' })
    await open('MEMBER', { groupId: ids.get('GROUP'), tier: 'gold' })
    await open('OWN', { groupId: ids.get('GROUP') })
    await open('GOLD', { tier: 'gold' })
    await open('WEST')
    await open('OTHER')
    const resolveAccount = (text: string) => ({ id: ids.get(text) ?? 0 })
    const { problems } = await pricing.importForms(forms, { approve: true, resolveAccount })
    if (problems.length > 0) throw new Error(problems.map(({ code }) => code).join())
    const drafts = await pricing.importForms([priceForm({ 报价名称: '草稿' }, flat('99'))], {
      approve: false,
      resolveAccount,
    })
    draft = drafts.sheets[0]?.id ?? 0
  })
  afterAll(() => kernel.dispose())

  const quote = (input: Partial<QuoteInput> & { account?: string }) =>
    pricing.quote(
      quoteInput.parse({
        to: '四川成都',
        grams: 1000,
        date: '2026-03-15',
        locale: 'zh-CN',
        ...input,
        accountId: input.account === undefined ? null : ids.get(input.account),
      }),
    )

  it.each([
    ['nobody', {}, '通用', 1000, '通用报价'],
    ['the exact product before any product', { product: '标快' }, '通用标快', 1100, '通用报价'],
    ['a product nobody has: any product', { product: '零担' }, '通用', 1000, '通用报价'],
    ['the tier', { account: 'GOLD', product: '标快' }, '黄金', 2000, '客户级别的报价'],
    ['the group before the tier', { account: 'MEMBER', product: '特惠' }, '集团', 3000, '所属集团的报价'],
    [
      'no group sheet for the product: the tier',
      { account: 'MEMBER', product: '标快' },
      '黄金',
      2000,
      '客户级别的报价',
    ],
    ['a group is an account too', { account: 'GROUP', product: '特惠' }, '集团', 3000, '客户专用报价'],
    ['its own before the group', { account: 'OWN', product: '特惠' }, '本户', 4000, '客户专用报价'],
    ['its own exact product', { account: 'OWN', product: '标快' }, '本户标快', 4100, '客户专用报价'],
    [
      'before that began, its any product',
      { account: 'OWN', product: '标快', date: '2026-01-31' },
      '本户',
      4000,
      '客户专用报价',
    ],
    ['the last day is inclusive', { account: 'OWN', date: '2026-06-30' }, '本户', 4000, '客户专用报价'],
    [
      'the day after it is over',
      { account: 'OWN', product: '特惠', date: '2026-07-01' },
      '集团',
      3000,
      '所属集团的报价',
    ],
    ['nothing of its own', { account: 'OTHER' }, '通用', 1000, '通用报价'],
  ] as const)('takes %s', (_, input, sheet, totalFen, why) => {
    const { price } = quote(input)
    expect({ sheet: price.sheet, totalFen: price.totalFen }).toEqual({ sheet, totalFen })
    expect(price.chosenBecause).toContain(why)
  })

  it('tells price and cost line by line; the lines make the total', () => {
    const { price, cost, marginFen } = quote({ account: 'WEST', grams: 4200, declaredFen: 100_000 })
    // 8 + 2 × 4 started kg above the first = 16.00; 0.5 % of 1000 = 5.00; plus 6 %.
    expect(price).toMatchObject({ zone: '一区', chargeableGrams: 4200, netFen: 2100, taxFen: 126, totalFen: 2226 })
    expect(price.lines.reduce((sum, { fen }) => sum + (fen ?? 0), 0)).toBe(2226)
    expect(price.lines.map(({ formula }) => formula)).toContain('1000.00 × 0.5% = 5.00')
    // 3.18 + 1.06 × 4 + 1.06 = 8.48 gross, 8.00 net.
    expect(cost).toMatchObject({ sheet: '成本', totalFen: 848, netFen: 800 })
    expect(marginFen).toBe(1300)
  })

  it('tells the same in English, with other words and the same figures', () => {
    const [zh, en] = (['zh-CN', 'en'] as const).map((locale) => quote({ account: 'WEST', grams: 4200, locale }).price)
    expect(en?.lines.map(({ fen, formula }) => ({ fen, formula }))).toEqual(
      zh?.lines.map(({ fen, formula }) => ({ fen, formula })),
    )
    expect(en?.lines.map(({ item }) => item).join()).not.toMatch(/[一-鿿]{3}/)
    expect(en?.chosenBecause).toBe("The customer's own price sheet, valid 2026-01-01 to open end")
  })

  it.each([
    ['a place nobody knows', { account: 'WEST', to: '桃花源' }, 'unknown-place'],
    ['a name of several places', { account: 'WEST', to: '朝阳' }, 'ambiguous-place'],
    ['a place that is in no zone', { account: 'WEST', to: '广东深圳' }, 'place-not-in-sheet'],
    ['a dash', { account: 'WEST', to: '新疆', grams: 5000 }, 'not-served'],
    ['no weight', { account: 'WEST', grams: 0 }, 'weight-missing'],
    ['a day before any sheet', { date: '2025-12-31' }, 'no-price'],
  ] as const)('gives the reason for %s and never falls through to another sheet', (_, input, code) => {
    const { price, marginFen } = quote(input)
    expect(price.reason?.code).toBe(code)
    expect(price.reason?.text).not.toContain('{{')
    expect(price).toMatchObject({ totalFen: null, netFen: null })
    expect(marginFen).toBeNull()
  })

  it('leaves margin unknown where the cost is', () => {
    const { price, cost, marginFen } = quote({ to: '广东深圳' })
    expect(price.totalFen).toBe(1000)
    expect(cost).toMatchObject({ totalFen: null, reason: { code: 'place-not-in-sheet' } })
    expect(marginFen).toBeNull()
  })

  it('quotes a sheet by name of its key, a draft as well', () => {
    const { price } = quote({ sheetId: draft, account: 'OWN' })
    expect(price).toMatchObject({ sheet: '草稿', version: 1, totalFen: 9900 })
    expect(price.chosenBecause).toContain('指定的报价')
    expect(() => quote({ sheetId: 9999 })).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})
