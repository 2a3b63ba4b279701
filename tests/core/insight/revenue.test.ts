import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createInsightService } from '#core/features/insight/insight.service'
import { auditPage } from '#core/features/system/system.repository'
import { openTestKernel } from '../support/test-book'
import { seedAccount, seedMonth } from './seed'

describe('revenue report', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let big: number
  let middle: number
  let loser: number
  let blind: number
  let gone: number
  beforeEach(async () => {
    kernel = await openTestKernel()
    big = await seedAccount(kernel, { name: '甲食品', manager: '王海涛', industry: '食品' })
    middle = await seedAccount(kernel, { name: '=乙<电商>' })
    loser = await seedAccount(kernel, { name: '丙汽配' })
    blind = await seedAccount(kernel, { name: '丁服装' })
    gone = await seedAccount(kernel, { name: '戊图书' })
    seedMonth(kernel, big, '2026-09', { pieces: 80, grams: 1_000, revenueFen: 50_001, costFen: 30_000 })
    seedMonth(kernel, big, '2026-10', { pieces: 90, grams: 2_500, revenueFen: 60_002, costFen: 40_001 })
    seedMonth(kernel, middle, '2026-10', { pieces: 20, grams: 900, revenueFen: 20_000, costFen: 9_000, unrated: 2 })
    seedMonth(kernel, loser, '2026-10', { pieces: 5, grams: 10, revenueFen: 15_000, costFen: 15_001 })
    seedMonth(kernel, blind, '2026-10', { tickets: 4, revenueFen: 4_998, uncosted: 4 })
    seedMonth(kernel, gone, '2026-09', { revenueFen: 7_000, costFen: 1_000 })
    seedMonth(kernel, 0, '2026-10', { tickets: 7, billedFen: 1_234 })
  })
  afterEach(() => kernel.dispose())

  const insight = () => createInsightService(kernel)
  const october = { from: '2026-10', to: '2026-10' }

  it('agrees with its rows to the fen, and its shares add up to one', () => {
    const { rows, total, unmatched } = insight().revenue(october)
    expect(rows.map((row) => [row.account, row.revenueFen, row.costFen, row.marginFen, row.tier])).toEqual([
      ['甲食品', 60_002, 40_001, 20_001, 'platinum'],
      ['=乙<电商>', 20_000, 9_000, 11_000, 'gold'],
      ['丙汽配', 15_000, 15_001, -1, 'lead'],
      ['丁服装', 4_998, null, null, 'iron'],
    ])
    expect(total).toEqual({
      pieces: 119,
      grams: 3_410,
      revenueFen: 100_000,
      costFen: 64_002,
      marginFen: 31_000,
      unrated: 2,
      uncosted: 4,
    })
    expect(rows.map((row) => row.share)).toEqual([0.60002, 0.2, 0.15, 0.04998])
    expect(rows.map((row) => row.cumulativeShare)).toEqual([0.60002, 0.80002, 0.95002, 1])
    expect(rows.map((row) => row.previousRevenueFen)).toEqual([50_001, null, null, null])
    expect(unmatched).toEqual({ tickets: 7, billedFen: 1_234 })
  })

  it('sums several months and compares them with as many before', () => {
    seedMonth(kernel, big, '2026-08', { revenueFen: 3 })
    const { rows } = insight().revenue({ from: '2026-09', to: '2026-10' })
    expect(rows[0]).toMatchObject({ revenueFen: 110_003, costFen: 70_001, previousRevenueFen: 3 })
    expect(rows.find((row) => row.accountId === gone)).toMatchObject({ revenueFen: 7_000, previousRevenueFen: null })
    expect(() => insight().revenue({ from: '2026-10', to: '2026-09' })).toThrow(/invalid-input/)
  })

  it('shows one account with its share among all', () => {
    const { rows, total } = insight().revenue({ ...october, accountId: middle })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ share: 0.2, tier: 'gold' })
    expect(total.revenueFen).toBe(20_000)
  })

  it('keeps the figures of removed accounts', async () => {
    await createAccountsService(kernel).remove([big])
    expect(insight().revenue(october).rows[0]).toMatchObject({ account: '甲食品', revenueFen: 60_002 })
  })

  it('is empty without waybills', () => {
    const { rows, total } = insight().revenue({ from: '2020-01', to: '2020-01' })
    expect(rows).toEqual([])
    expect(total).toMatchObject({ revenueFen: 0, costFen: 0, marginFen: 0 })
  })

  it('tiers by the rule that is set, and records who set it', async () => {
    const rule = { basis: 'margin' as const, platinumShare: 9_000, goldShare: 9_500, leadMarginRate: 5_000 }
    expect(insight().tierRule()).toEqual({ basis: 'revenue', platinumShare: 5000, goldShare: 8000, leadMarginRate: 0 })
    await insight().setTierRule(rule)
    expect(insight().tierRule()).toEqual(rule)
    expect(
      insight()
        .revenue(october)
        .rows.map((row) => row.tier),
    ).toEqual(['lead', 'platinum', 'lead', 'iron'])
    const { rows } = auditPage(kernel.db, { entity: 'setting', page: 1, pageSize: 5 })
    expect(rows).toHaveLength(1)
    await insight().setTierRule(rule)
    expect(auditPage(kernel.db, { entity: 'setting', page: 1, pageSize: 5 }).total).toBe(1)
  })

  it('leaves as a finished workbook: totals are formulas over the rows, user text is no formula', async () => {
    const { ticket, name } = await insight().exportRevenue({ ...october, format: 'xlsx', locale: 'zh-CN' })
    expect(name).toBe('收入报表-2026-10.xlsx')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(kernel.files.take(ticket).path)
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['客户', '级别', '说明'])
    const [sheet, tiers, notes] = workbook.worksheets
    if (!sheet || !tiers || !notes) throw new Error('three sheets')
    const headers = (sheet.getRow(4).values as string[]).slice(1)
    const at = (header: string) => headers.indexOf(header) + 1
    const column = (header: string) => [5, 6, 7, 8].map((row) => sheet.getRow(row).getCell(at(header)).value)
    expect(column('收入（元）')).toEqual([600.02, 200, 150, 49.98])
    expect(column('毛利（元）')).toEqual([200.01, 110, -0.01, null])
    expect(column('累计占比')).toEqual([0.60002, 0.80002, 0.95002, 1])
    expect(column('级别')).toEqual(['铂金', '黄金', '铅质', '铁质'])
    expect(column('客户')).toEqual(['甲食品', '=乙<电商>', '丙汽配', '丁服装'])
    const total = (header: string) => sheet.getRow(9).getCell(at(header)).value
    expect(total('收入（元）')).toMatchObject({ formula: 'SUM(I5:I8)', result: 1000 })
    expect(total('毛利（元）')).toMatchObject({ result: 310 })
    // Of what is costed: 310.00 on 950.02.
    expect(total('毛利率')).toMatchObject({ formula: 'IF(N9=0,"",M9/N9)', result: 310 / 950.02 })
    expect(total('收入占比')).toMatchObject({ result: 1 })
    expect(sheet.getRow(2).getCell(1).text).toContain('另有 7 票运单未匹配到客户，账单金额 12.34 元')
    expect((tiers.getRow(5).values as unknown[]).slice(1, 6)).toEqual(['铂金', 1, 90, 2.5, 600.02])
    const written = JSON.stringify(notes.getSheetValues())
    expect(written).toContain('累计到 50.0% 为铂金')
    expect(written).toContain('客户 1 家，上期收入 70.00 元')
  })

  it('leaves as a paper with its chart, every customer and how the figures are made', async () => {
    const { ticket, name } = await insight().exportRevenue({ ...october, format: 'pdf', locale: 'en' })
    expect(name).toBe('revenue-2026-10.pdf')
    const html = readFileSync(kernel.files.take(ticket).path, 'utf8')
    expect(html).toContain('=乙&lt;电商&gt;')
    expect(html).not.toContain('乙<电商>')
    expect(html.match(/<svg/g)).toHaveLength(1)
    expect(html.match(/<tr>/g)).toHaveLength(1 + 4)
    for (const figure of ['1,000.00', '310.00', '-0.01', '100.0%', '32.6%']) expect(html).toContain(figure)
    // Against all of September, the customer that left included: 1000.00 to 570.01.
    expect(html).toContain('+75.4%')
    expect(html).toContain('size: A4 landscape')
  })
})
