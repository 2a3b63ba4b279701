import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Floors } from '#shared/contract/price-review'
import type { PastTickets } from '#core/features/pricing/past-tickets'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { createSheetReviewService, defaultFloors } from '#core/features/pricing/sheet-review.service'
import { openTestKernel } from '../support/test-book'
import { priceForm } from './forms'
import { ticket } from './past-ticket'
import { clerk, manager, openReviewBook, type ReviewBook, salesman } from './review-book'

describe('floors', () => {
  let kernel: ReviewBook['kernel']
  let pricing: ReviewBook['pricing']
  let review: ReviewBook['review']
  let source: ReviewBook['source']
  let account: ReviewBook['account']
  let stranger: ReviewBook['stranger']
  let sheet: ReviewBook['sheet']
  let ship: ReviewBook['ship']

  beforeEach(async () => {
    ;({ kernel, pricing, review, source, account, stranger, sheet, ship } = await openReviewBook())
  })
  afterEach(() => kernel.dispose())

  /** General 10 + 2 a ticket of 1 kg, cost 6; the sheet of the customer is 8. */
  beforeEach(async () => {
    await sheet({ 报价名称: '通用' }, true)
    await pricing.importForms(
      [priceForm({ 报价名称: '成本', 用途: '成本' }, { rows: [{ key: '*', cells: ['4.5', '4.5+1'] }] })],
      { approve: true, resolveAccount: () => 'unknown' },
    )
  })

  const figures = { discountPpm: 800_000, marginPpm: -125_000 }

  async function cheap(info: Record<string, string | number> = {}): Promise<number> {
    const { sheets } = await pricing.importForms(
      [priceForm({ 报价名称: '专享', 客户: 'KH1', ...info }, { rows: [{ key: '*', cells: ['4', '4+1'] }] })],
      { approve: false, resolveAccount: () => ({ id: account }) },
    )
    return sheets[0]?.id ?? 0
  }

  it('looks at the last three months of the customer, and at nobody else', async () => {
    ship(
      ticket(account, '2026-10', { key: 3 }),
      ticket(account, '2026-08', { key: 2 }),
      ticket(account, '2026-07', { key: 1 }),
      ticket(stranger, '2026-10', { key: 4 }),
    )
    const check = await review.checkFloors(await cheap(), salesman)
    expect(check).toMatchObject({
      basis: 'own',
      verdict: 'below',
      from: '2026-08',
      to: '2026-10',
      accounts: 1,
      accountsAll: 1,
      tickets: 2,
      unrated: 0,
      uncosted: 0,
      revenueFen: 800,
      todayFen: 1200,
      comparedFen: 800,
      costFen: 900,
      marginFen: -100,
      ...figures,
    })
    expect(check.parts).toMatchObject([{ part: '*', tickets: 2, revenueFen: 800, marginFen: -100, below: true }])
  })

  it('says by how much: what revenue lacks to the floor', async () => {
    ship(ticket(account, '2026-10'), ticket(account, '2026-10', { key: 2 }))
    const { findings } = await review.submit(await cheap(), '', salesman)
    // 800 ÷ 0.8 × 0.85 = 850; 900 ÷ (1 − 0.1) = 1000.
    expect(findings).toEqual([
      { kind: 'discount', floorPpm: 850_000, actualPpm: 800_000, shortFen: 50 },
      { kind: 'margin', floorPpm: 100_000, actualPpm: -125_000, shortFen: 200 },
    ])
  })

  it('looks at the discount the sheet itself writes, and at the lowest of its tiers', async () => {
    ship(ticket(account, '2026-10'))
    const { findings, writtenDiscountPpm } = await review.checkFloors(await sheet({ 客户: 'KH1', 折扣: '8折' }), clerk)
    expect(writtenDiscountPpm).toBe(800_000)
    expect(findings.map(({ kind }) => kind)).toContain('written-discount')
  })

  it('counts a ticket without a price apart, never as 0', async () => {
    const lost = ticket(account, '2026-10', { key: 2, actualGrams: null, todayFen: null })
    ship(ticket(account, '2026-10'), lost)
    const check = await review.checkFloors(await cheap(), salesman)
    expect(check).toMatchObject({ tickets: 1, unrated: 1, revenueFen: 400, todayFen: 600, marginFen: -50 })
  })

  it('takes typical tickets for a customer that never shipped, and says so', async () => {
    ship(ticket(stranger, '2026-10'))
    const check = await review.checkFloors(await cheap(), salesman)
    expect(check).toMatchObject({ basis: 'typical', from: null, to: null, accounts: 0, verdict: 'below' })
    expect(check.tickets).toBe(2)
  })

  it('says that there is nothing to judge where neither cost nor general price is known', async () => {
    const bare = await openTestKernel()
    const service = createPricingService(bare)
    const other = createSheetReviewService(bare, service, {
      past: { ...source, latestMonth: () => null },
      auditOf: () => [],
    })
    const { sheets } = await service.importForms([priceForm()], { approve: false, resolveAccount: () => 'unknown' })
    expect(await other.submit(sheets[0]?.id ?? 0, '', clerk)).toMatchObject({
      basis: 'typical',
      verdict: 'no-data',
      findings: [],
      costFen: null,
      discountPpm: null,
    })
    await bare.dispose()
  })

  it('tells who may not see costs that it is below, never by how much of a margin', async () => {
    ship(ticket(account, '2026-10'))
    const check = await review.checkFloors(await cheap(), clerk)
    expect(check).toMatchObject({ verdict: 'below', costFen: null, marginFen: null, marginPpm: null })
    expect(check.findings.find(({ kind }) => kind === 'margin')).toMatchObject({ actualPpm: null, shortFen: null })
    expect(check.parts.every(({ marginFen, marginPpm }) => marginFen === null && marginPpm === null)).toBe(true)
  })

  it('asks an approver below his own floor for a reason, and keeps it', async () => {
    ship(ticket(account, '2026-10'))
    const strict: Floors = { ...defaultFloors, manager: { discountPpm: null, marginPpm: 0 } }
    await review.setFloors(strict)
    const id = await cheap()
    await review.submit(id, '', salesman)
    await expect(review.approve([id], '', manager)).rejects.toMatchObject({ code: 'below-floor', field: 'reason' })
    await review.approve([id], '年底冲量', manager)
    expect(review.history(id).rows[0]).toMatchObject({ action: 'approve', role: 'manager', reason: '年底冲量' })
  })

  it('lets others have their turn between tickets that take long to read', async () => {
    ship(ticket(account, '2026-10'))
    const slow: PastTickets = {
      ...source,
      *ofMonth(accountId, month) {
        for (const one of source.ofMonth(accountId, month)) {
          const until = performance.now() + 30
          while (performance.now() < until);
          yield one
        }
      },
    }
    const id = await cheap()
    let turns = 0
    setImmediate(() => turns++)
    await createSheetReviewService(kernel, pricing, { past: slow, auditOf: () => [] }).checkFloors(id, manager)
    expect(turns).toBe(1)
  })

  it('applies a general sheet to those without a sheet of their own', async () => {
    await sheet({ 报价名称: 'KH2 专享', 客户: 'KH2' }, true)
    ship(ticket(account, '2026-10'), ticket(stranger, '2026-10', { key: 2 }))
    const check = await review.checkFloors(await sheet({ 报价名称: '通用', 生效日期: '2026-12-01' }), manager)
    expect(check).toMatchObject({ accounts: 2, accountsAll: 2, tickets: 1, revenueFen: 500, todayFen: 600 })
  })

  it('writes a change of the floors into the audit trail', async () => {
    await review.setFloors({ ...defaultFloors, clerk: { discountPpm: 900_000, marginPpm: null } })
    expect(review.floors().clerk).toEqual({ discountPpm: 900_000, marginPpm: null })
    const entry = kernel.db.raw
      .prepare(`SELECT count(*) AS n FROM audit_entry WHERE entity = 'setting' AND entity_uid = 'pricing.floors'`)
      .get()
    expect(entry).toEqual({ n: 1 })
  })
})
