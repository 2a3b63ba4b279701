import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountCostInput } from '#shared/contract/profit'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createInsightService } from '#core/features/insight/insight.service'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { createAccountCostsService } from '#core/features/profit/account-costs.service'
import { laneContributions, noExtras, partsOf } from '#core/features/profit/contribution-report'
import { createProfitService } from '#core/features/profit/profit.service'
import { createRebatesService } from '#core/features/profit/rebates.service'
import { seedAccount } from '../insight/seed'
import { priceForm } from '../pricing/forms'
import { importsOf, runImport } from '../support/run-import'
import { openTestKernel } from '../support/test-book'

let kernel: Awaited<ReturnType<typeof openTestKernel>>

beforeEach(async () => {
  kernel = await openTestKernel()
})
afterEach(() => kernel.dispose())

const tier = (lower: string, upper: string, benefit: string) => ({
  basis: '月票数',
  period: '当月',
  mode: '累进',
  lower,
  upper,
  benefit,
  settle: '月末返利',
})

/** A flat price of 10 yuan with 6 % tax in it, and a rebate of 10 % from the third ticket of a month on. */
async function seedPrices(account: string) {
  const sale = priceForm(
    { 报价名称: '返利价', 客户: account, 税率: '6%' },
    {
      columns: ['0以上'],
      rows: [{ key: '*', cells: ['10'] }],
      tiers: [tier('2', '4', '10%返'), tier('4', '', '20%返')],
    },
  )
  const cost = priceForm({ 报价名称: '成本', 用途: '成本' }, { columns: ['0以上'], rows: [{ key: '*', cells: ['6'] }] })
  const id = createAccountsService(kernel).byCode(account)?.id ?? 0
  await createPricingService(kernel).importForms([sale, cost], { approve: true, resolveAccount: () => ({ id }) })
  return id
}

function month(count: number, first = 1): string[] {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = String(first + index).padStart(4, '0')
    return `YB2026${number},2026-09-${String((index % 28) + 1).padStart(2, '0')},K1,广东省,1`
  })
  return ['运单号,寄件日期,客户编码,目的省份,重量(kg)', ...rows]
}

async function services() {
  const accounts = createAccountsService(kernel)
  const insight = createInsightService(kernel)
  return {
    rebates: createRebatesService(kernel),
    costs: createAccountCostsService(kernel, accounts),
    profit: createProfitService(kernel, insight, accounts),
  }
}

const all = { page: 1, pageSize: 50, descending: false, search: '', filter: {} }

async function runRebates(): Promise<number> {
  const { rebates } = await services()
  const result = await kernel.jobs.finished(rebates.run('2026-09'))
  return result.count ?? -1
}

describe('month-end rebates', () => {
  it('come with their derivation, are the same when run again and follow the waybills', async () => {
    await seedAccount(kernel, { code: 'K1', name: '返利客户', creditDays: 30 })
    await seedPrices('K1')
    const { batch } = await runImport(kernel, 'waybills', month(5))
    expect(await runRebates()).toBe(1)
    const { rebates } = await services()
    const [line] = rebates.list(all).rows
    // Tickets 3 and 4 lie in the first step, ticket 5 in the second: 2 × 10.00 × 10 % + 1 × 10.00 × 20 % = 4.00
    expect(line).toMatchObject({ fen: -400, netFen: -377, sheet: '返利价', month: '2026-09' })
    expect(line?.derivation).toMatchObject({ basis: 'tickets', mode: 'progressive', quantity: 5, tickets: 5 })
    expect(line?.derivation.parts).toEqual([
      { lower: 2, upper: 4, benefit: '10%返', quantity: 2, freightFen: 2000, rebateFen: 200 },
      { lower: 4, upper: null, benefit: '20%返', quantity: 1, freightFen: 1000, rebateFen: 200 },
    ])
    const before = line?.computedAt
    expect(await runRebates()).toBe(0)
    expect(rebates.list(all).rows[0]?.computedAt).toBe(before)

    await runImport(kernel, 'waybills', month(2, 100))
    expect(await runRebates()).toBe(1)
    expect(rebates.list(all)).toMatchObject({ total: 1, fen: -800 })

    await kernel.jobs.finished(importsOf(kernel).undo(batch).job)
    expect(await runRebates()).toBe(1)
    expect(rebates.list(all).rows[0]).toMatchObject({ fen: 0 })
  })
})

describe('contribution value', () => {
  it('takes rebates, claims, services and capital off, and agrees by customer, month and lane', async () => {
    const id = await seedAccount(kernel, { code: 'K1', name: '返利客户', creditDays: 30 })
    await seedPrices('K1')
    await runImport(kernel, 'waybills', month(5))
    await runRebates()
    const { costs, profit } = await services()
    const entry = { accountId: id, month: '2026-09', kind: 'service', item: '驻场', fen: 300 } as const
    await costs.add(accountCostInput.parse(entry))
    await costs.add(accountCostInput.parse({ ...entry, kind: 'claim', item: '破损', fen: 120, waybillNumber: 'YB1' }))
    await profit.setRule({ ratePpm: 43_500 })
    const report = profit.report({ from: '2026-09', to: '2026-09' })
    // Net revenue 5 × 9.43 = 47.15; capital 47.15 × 4.35 % × 30 ÷ 365 = 0.168… → 0.17
    expect(report.rows[0]).toMatchObject({
      revenueFen: 4715,
      costFen: 3000,
      rebateFen: -377,
      claimFen: 120,
      serviceFen: 300,
      capitalFen: 17,
      contributionFen: 4715 - 3000 - 377 - 120 - 300 - 17,
      revenueRank: 1,
      contributionRank: 1,
    })
    const account = profit.account({ accountId: id, from: '2026-08', to: '2026-10' })
    expect(account.total.contributionFen).toBe(report.rows[0]?.contributionFen)
    expect(account.months.map(({ month: name }) => name)).toEqual(['2026-09'])
    const lanes = account.lanes.reduce((sum, lane) => sum + (lane.contributionFen ?? 0), 0)
    expect(lanes).toBe(account.total.contributionFen)
  })

  it('does not take tickets without a price for tickets that bring nothing', () => {
    const lane = (province: string, figures: Partial<Parameters<typeof partsOf>[0]>) => ({
      province,
      name: province,
      product: '',
      revenueFen: 0,
      costFen: 0,
      marginFen: 0,
      tickets: 3,
      unrated: 0,
      uncosted: 0,
      ...figures,
    })
    const total = partsOf(
      { revenueFen: 300, costFen: 150, marginFen: 150, tickets: 9, unrated: 3, uncosted: 0 },
      noExtras,
      0,
    )
    const lanes = laneContributions(
      [
        lane('无价', { unrated: 3 }),
        lane('赚', { revenueFen: 200, costFen: 40, marginFen: 160 }),
        lane('亏', { revenueFen: 100, costFen: 110, marginFen: -10 }),
        lane('无成本', { revenueFen: 50, uncosted: 3 }),
      ],
      total,
    )
    expect(lanes.map(({ name }) => name)).toEqual(['亏', '赚', '无成本', '无价'])
    expect(lanes.at(-1)).toMatchObject({ revenueFen: null, costFen: null, contributionFen: null, unrated: 3 })
    expect(lanes.at(-2)).toMatchObject({ revenueFen: 50, costFen: null, contributionFen: null })
  })

  it('shows a customer who costs and does not ship', async () => {
    const id = await seedAccount(kernel, { code: 'K2', name: '只花钱' })
    const { costs, profit } = await services()
    await costs.add(
      accountCostInput.parse({ accountId: id, month: '2026-09', kind: 'service', item: '样品', fen: 500 }),
    )
    const { rows, total } = profit.report({ from: '2026-09', to: '2026-09' })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ accountCode: 'K2', contributionFen: -500 })
    expect(total.contributionFen).toBe(-500)
  })

  it('does not know the contribution of a customer without costs of tickets', async () => {
    await seedAccount(kernel, { code: 'K1', name: '返利客户' })
    const sale = priceForm({ 报价名称: '通用' })
    await createPricingService(kernel).importForms([sale], { approve: true, resolveAccount: () => 'unknown' })
    await runImport(kernel, 'waybills', month(3))
    const { profit } = await services()
    const [row] = profit.report({ from: '2026-09', to: '2026-09' }).rows
    expect(row).toMatchObject({ contributionFen: null, contributionRank: null, uncosted: 3 })
  })
})

describe('dedicated costs', () => {
  it('are changed by version, taken away and put back, and audited', async () => {
    const id = await seedAccount(kernel, { code: 'K1', name: '客户' })
    const { costs } = await services()
    const input = accountCostInput.parse({ accountId: id, month: '2026-09', kind: 'claim', item: '丢失', fen: 900 })
    const made = await costs.add(input)
    const changed = await costs.change(made.id, made.version, { ...input, fen: 800 })
    expect(changed).toMatchObject({ fen: 800, version: 2 })
    await expect(costs.change(made.id, made.version, input)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await costs.remove(made.id)
    expect(costs.list(all).total).toBe(0)
    await costs.restore(made.id)
    expect(costs.list({ ...all, search: '丢' })).toMatchObject({ total: 1, fen: 800 })
  })
})
