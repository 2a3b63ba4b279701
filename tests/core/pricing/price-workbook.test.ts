import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import { writePriceWorkbook } from '#shared/domain/price-workbook/write-price-workbook'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import type { SheetForm } from '#shared/domain/rating/sheet-form'
import { writeGrid } from '#core/excel/write-grid'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { demoSeed, generateDemo } from '#core/features/demo/generator/generate-demo'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { openTestKernel } from '../support/test-book'
import { nobody, priceForm } from './forms'

const fixtures = resolve('tests/fixtures/price-sheets')
const story = generateDemo(demoSeed, '2026-10')
const formNamed = (name: string) => story.priceForms.find(({ info }) => info['报价名称'] === name) ?? priceForm()

describe('price workbooks', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let pricing: ReturnType<typeof createPricingService>
  beforeEach(async () => {
    kernel = await openTestKernel()
    pricing = createPricingService(kernel)
  })
  afterEach(() => kernel.dispose())

  const anybody = () => ({ id: accountId })
  let accountId = 0
  beforeEach(async () => {
    const account = await createAccountsService(kernel).create(accountInput.parse({ name: '某公司' }))
    accountId = account.id
  })

  async function write(form: SheetForm, name = 'prices.xlsx'): Promise<string> {
    const path = join(kernel.dataDir, name)
    await writeGrid(path, writePriceWorkbook(form))
    return path
  }

  const options = { fileName: '价格表.xlsx', approve: false, batchId: null, resolveAccount: nobody }
  const storedJson = (id: number | null | undefined): unknown =>
    JSON.parse((kernel.db.raw.prepare('SELECT sheet FROM price_sheet WHERE id = ?').get(id) as { sheet: string }).sheet)

  it.each(story.priceForms.map((form) => [form.info['报价编号'], form] as const))(
    'brings %s through a real workbook, into the book, out again and in again without loss',
    async (_, form) => {
      const first = await pricing.importPriceWorkbook(await write(form), { ...options, resolveAccount: anybody })
      expect(first.problems).toEqual([])
      const { ticket } = await pricing.export(first.sheets[0]?.id ?? 0)
      const again = await pricing.importPriceWorkbook(kernel.files.take(ticket).path, {
        ...options,
        resolveAccount: anybody,
      })
      expect(again.problems).toEqual([])
      expect(again.sheets[0]?.version).toBe(2)
      expect(storedJson(first.sheets[0]?.id)).toEqual(parseSheetForm(form).sheet)
      expect(storedJson(again.sheets[0]?.id)).toEqual(storedJson(first.sheets[0]?.id))
    },
  )

  it.each(story.priceForms.map((form) => [form.info['报价编号'] as string, form] as const))(
    'brings %s back as LibreOffice saved it',
    async (code, form) => {
      const path = join(fixtures, 'libreoffice', `${code}.xlsx`)
      const { sheets, problems } = await pricing.importPriceWorkbook(path, { ...options, resolveAccount: anybody })
      expect(problems).toEqual([])
      expect(storedJson(sheets[0]?.id)).toEqual(parseSheetForm(form).sheet)
    },
  )

  it.each([
    ['pharmacy-libreoffice.xlsx', '清和大药房标快价'],
    ['tiers-libreoffice.xlsx', '云尚优品特惠价'],
    ['tiers-libreoffice.xls', '云尚优品特惠价'],
  ])('reads %s as LibreOffice saved it', async (file, name) => {
    const path = join(fixtures, file)
    const { sheets, problems } = await pricing.importPriceWorkbook(path, { ...options, resolveAccount: anybody })
    expect(problems).toEqual([])
    expect(storedJson(sheets[0]?.id)).toEqual(parseSheetForm(formNamed(name)).sheet)
  })

  it('names sheet and cell of everything that is wrong, and stores nothing', async () => {
    const form = priceForm(
      { 客户: '没有的公司', 税率: '0.06', 进位: '进半' },
      {
        columns: ['0-1', '2以上'],
        rows: [
          { key: '浙江', cells: ['5', '5+2'] },
          { key: '江苏', cells: ['+3', '五元'] },
        ],
      },
    )
    const { sheets, problems } = await pricing.importPriceWorkbook(await write(form), options)
    expect(sheets).toEqual([])
    expect(pricing.list({ filter: {}, search: '', descending: false, page: 1, pageSize: 10 }).total).toBe(0)
    const found = problems.map(({ sheet, cell, code }) => `${sheet}!${cell} ${code}`)
    expect(found).toEqual(
      expect.arrayContaining([
        '报价信息!B4 rating.problem.tax-ambiguous',
        '报价信息!B5 rating.problem.rounding-unreadable',
        '价格!C1 rating.problem.column-gap',
        '价格!B3 rating.problem.cell-marginal-first',
        '价格!C3 rating.problem.cell-unreadable',
      ]),
    )
  })

  it.each([
    ['unknown', { 客户: '没有的公司' }, '报价信息!B3 pricing.problem.unknown-account 没有的公司'],
    ['ambiguous', { 客户: '同名公司' }, '报价信息!B3 pricing.problem.ambiguous-account 同名公司'],
    ['unknown', { 级别: '钻石' }, '报价信息!B3 pricing.problem.unknown-tier 钻石'],
  ] as const)('says whom it does not know (%s, %o)', async (answer, info, expected) => {
    const path = await write(priceForm(info))
    const { sheets, problems } = await pricing.importPriceWorkbook(path, { ...options, resolveAccount: () => answer })
    expect(sheets).toEqual([])
    expect(problems.map(({ sheet, cell, code, params }) => `${sheet}!${cell} ${code} ${params.text}`)).toEqual([
      expected,
    ])
  })

  it('needs 生效日期 and names the sheet where it is missing', async () => {
    const { info, ...rest } = priceForm()
    const path = await write({ ...rest, info: { 报价名称: info['报价名称'] ?? '' } })
    const { problems } = await pricing.importPriceWorkbook(path, options)
    expect(problems).toMatchObject([{ sheet: '报价信息', code: 'rating.problem.effective-from-missing' }])
  })

  it('shows the sheet as the workbook has it, with the rounding table beside it', async () => {
    const form = formNamed('清和大药房标快价')
    const { sheets } = await pricing.importForms([form], { approve: false, resolveAccount: anybody })
    const { tables, roundingExamples, level } = pricing.get(sheets[0]?.id ?? 0, 'zh-CN')
    expect(level).toBe('account')
    expect(tables.columns).toEqual(form.columns)
    expect(tables.rows[0]).toEqual({ key: '一区', cells: ['6', '6+1.6', '+1.5'] })
    expect(tables.surcharges[0]).toEqual({
      项目: '保价',
      方式: '比例',
      数值: '0.3%',
      基数: '声明价值',
      最低: '1',
      最高: '3000',
      基数取整: '1000',
    })
    // 阈值0.3@1 after 四舍五入0.1, and at least 1 kg.
    expect(roundingExamples.map(({ kg, rounded }) => `${kg}→${rounded}`)).toEqual([
      '0.3→1',
      '0.5→1',
      '0.51→1',
      '1→1',
      '1.1→1',
      '1.29→2',
      '1.5→2',
      '1.6→2',
      '2.49→3',
      '10.2→10',
    ])
  })

  it('keeps unknown keys as remarks and reports them', async () => {
    const { sheets, problems } = await pricing.importPriceWorkbook(
      await write(priceForm({ 账期说明: '月结30天' })),
      options,
    )
    expect(problems).toMatchObject([{ severity: 'warning', code: 'rating.problem.unknown-key', cell: 'B3' }])
    const { tables, warnings } = pricing.get(sheets[0]?.id ?? 0, 'en')
    expect(tables.info).toContainEqual({ key: '账期说明', value: '月结30天' })
    expect(warnings).toHaveLength(1)
  })
})
