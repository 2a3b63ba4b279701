import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SimulationInput } from '#shared/contract/simulation'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { createSimulationService } from '#core/features/simulation/simulation.service'
import { seedAccount } from '../insight/seed'
import { priceForm } from '../pricing/forms'
import { owner, runImport } from '../support/run-import'
import { openTestKernel } from '../support/test-book'

let kernel: Awaited<ReturnType<typeof openTestKernel>>
let account = 0

beforeEach(async () => {
  kernel = await openTestKernel()
  account = await seedAccount(kernel, { code: 'K1', name: '试算客户' })
  const pricing = createPricingService(kernel)
  const sale = priceForm({ 报价名称: '通用价' })
  const cost = priceForm({ 报价名称: '成本', 用途: '成本' }, { columns: ['0以上'], rows: [{ key: '*', cells: ['4'] }] })
  await pricing.importForms([sale, cost], { approve: true, resolveAccount: () => 'unknown' })
  // 3 tickets of 1 kg at 5.00, 2 of 3 kg at 5 + 2 × 2 = 9.00
  await runImport(kernel, 'waybills', [
    '运单号,寄件日期,客户编码,目的省份,重量(kg)',
    ...[1, 1, 1, 3, 3].map(
      (kg, index) => `YB00${index},2026-09-0${index + 1},K1,${index === 0 ? '新疆' : '广东省'},${kg}`,
    ),
  ])
})
afterEach(() => kernel.dispose())

const service = () => createSimulationService(kernel, createAccountsService(kernel))
const seeing = { ...owner, permissions: new Set(['pricing.read', 'cost.read'] as const) }
const blind = { ...owner, permissions: new Set(['pricing.read'] as const) }

async function run(scenario: SimulationInput['scenario'], accountId: number | null = null) {
  const runs = service()
  const { job } = runs.start({ from: '2026-09', to: '2026-09', accountId, scenario })
  const { simulation = 0 } = await kernel.jobs.finished(job)
  return runs.get(simulation, seeing)
}

const change = { perTicketUnits: 0, perKgUnits: 0, rows: null, columns: null, roundToUnits: 100 }

async function draft(info: Record<string, string | number>, cells: string[]): Promise<number> {
  const form = priceForm(info, { rows: [{ key: '*', cells }] })
  const { sheets } = await createPricingService(kernel).importForms([form], {
    approve: false,
    resolveAccount: () => ({ id: account }),
  })
  return sheets[0]?.id ?? 0
}

describe('what-if', () => {
  it('rates the months again under a mass change and leaves waybills and prices alone', async () => {
    const before = kernel.db.raw.prepare('SELECT sum(revenue_fen) AS fen FROM waybill').get()
    const { result, tickets } = await run({
      kind: 'change',
      sheetIds: null,
      change: { ...change, percentPpm: 100_000 },
    })
    expect(tickets).toBe(5)
    // 5.00 → 5.50, 9.00 → 5.50 + 2 × 2.20 = 9.90
    expect(result.total).toMatchObject({
      tickets: 5,
      beforeFen: 3_300,
      afterFen: 3_630,
      costed: 5,
      beforeMarginFen: 1_300,
      afterMarginFen: 1_630,
    })
    expect(result.zones.map(({ name, tickets: count }) => [name, count])).toEqual([
      ['广东', 4],
      ['新疆', 1],
    ])
    expect(result.brackets.map(({ name, tickets: count }) => [name, count])).toEqual([
      ['0.5-1 kg', 3],
      ['2-3 kg', 2],
    ])
    // Cost 20.00 of 36.30 after: 55.0965 %, rounded up
    expect(result.breakEvenPpm).toBe(550_965)
    expect(result.keepMarginPpm).toBe(909_091)
    expect(kernel.db.raw.prepare('SELECT sum(revenue_fen) AS fen FROM waybill').get()).toEqual(before)
  })

  it('tries a draft with its own zones and brackets, and says which tickets lose their price', async () => {
    const id = await draft({ 报价名称: '新价', 客户: 'K1' }, ['6', '-'])
    const { result } = await run({ kind: 'sheet', sheetId: id, accountId: null }, account)
    expect(result.ownZones).toBe(true)
    expect(result.total).toMatchObject({ tickets: 3, beforeFen: 1_500, afterFen: 1_800 })
    expect(result.lost).toEqual([{ reason: 'not-served', tickets: 2, beforeFen: 1_800 }])
    expect(result.zones).toHaveLength(1)
    expect(result.brackets[0]?.name).toBe('0-1')
    expect(result.accounts).toMatchObject([{ accountId: account, code: 'K1', afterFen: 1_800 }])
  })

  it('tries a general draft as one customer’s own', async () => {
    const id = await draft({ 报价名称: '统一价' }, ['3', '3'])
    const { result } = await run({ kind: 'sheet', sheetId: id, accountId: account }, account)
    expect(result.total).toMatchObject({ tickets: 5, afterFen: 1_500, afterMarginFen: -500 })
    expect(result.worst[0]).toMatchObject({ afterFen: 300, costFen: 400, marginFen: -100 })
    expect(result.breakEvenPpm).toBe(1_333_334)
  })

  it('tries a cost sheet: revenue stays, margin moves', async () => {
    const id = await draft({ 报价名称: '新成本', 用途: '成本' }, ['2', '2'])
    const { result } = await run({ kind: 'sheet', sheetId: id, accountId: null })
    expect(result.total).toMatchObject({ beforeFen: 3_300, afterFen: 3_300, afterCostFen: 1_000, beforeCostFen: 2_000 })
  })

  it('shows no cost to who may not see it', async () => {
    const { id } = await run({ kind: 'change', sheetIds: null, change: { ...change, percentPpm: 100_000 } })
    const { result } = service().get(id, blind)
    expect(result.total).toMatchObject({ afterFen: 3_630, costed: 0, afterMarginFen: 0, afterCostFen: 0 })
    expect(result.breakEvenPpm).toBeNull()
    expect(result.worst.every(({ costFen, marginFen }) => costFen === null && marginFen === null)).toBe(true)
  })

  it('refuses what cannot be tried before it starts, is removed and put back', async () => {
    const runs = service()
    const scenario = { kind: 'sheet', sheetId: 99, accountId: null } as const
    expect(() => runs.start({ from: '2026-09', to: '2026-09', accountId: null, scenario })).toThrow(/not-found/)
    const { id } = await run({ kind: 'change', sheetIds: null, change: { ...change, percentPpm: 10_000 } })
    await runs.remove(id)
    expect(runs.list({ page: 1, pageSize: 10, descending: false, search: '' }).total).toBe(0)
    expect(() => runs.get(id, seeing)).toThrow(/not-found/)
    await runs.restore(id)
    expect(runs.get(id, seeing).tickets).toBe(5)
  })
})
