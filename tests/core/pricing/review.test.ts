import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Floors } from '#shared/contract/price-review'
import type { PastTicket, PastTickets } from '#core/features/pricing/past-tickets'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { createSheetReviewService, defaultFloors } from '#core/features/pricing/sheet-review.service'
import { openTestKernel } from '../support/test-book'
import { priceForm } from './forms'
import { ticket } from './past-ticket'

const manager = { role: 'manager', seesCost: true } as const
const salesman = { role: 'account-manager', seesCost: true } as const
const clerk = { role: 'clerk', seesCost: false } as const

describe('the way of a price sheet to its approval', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let pricing: ReturnType<typeof createPricingService>
  let review: ReturnType<typeof createSheetReviewService>
  let past: PastTicket[]
  let account: number
  let stranger: number

  const source: PastTickets = {
    latestMonth: () =>
      past
        .map(({ shippedOn }) => shippedOn.slice(0, 7))
        .toSorted()
        .at(-1) ?? null,
    shippers: (from, to) => {
      const own = past.filter(({ shippedOn }) => shippedOn >= from && shippedOn <= `${to}-31`)
      return [...Map.groupBy(own, ({ accountId }) => accountId ?? 0)].map(([accountId, tickets]) => ({
        accountId,
        tickets: tickets.length,
      }))
    },
    ofMonth: (accountId, month) => past.filter((one) => one.accountId === accountId && one.shippedOn.startsWith(month)),
  }

  beforeEach(async () => {
    kernel = await openTestKernel()
    pricing = createPricingService(kernel)
    const auditOf = (entity: string, uid: string) =>
      (
        kernel.db.raw
          .prepare(
            `SELECT at, actor, action, value FROM audit_entry JOIN audit_value USING (seq)
             WHERE entity = ? AND entity_uid = ? ORDER BY seq DESC`,
          )
          .all(entity, uid) as { at: string; actor: string; action: string; value: string }[]
      ).map(({ value, ...entry }) => ({ ...entry, ...(JSON.parse(value) as { changes: [] }) }))
    review = createSheetReviewService(kernel, pricing, { past: source, auditOf })
    past = []
    account = newAccount('KH1')
    stranger = newAccount('KH2')
  })
  afterEach(() => kernel.dispose())

  function newAccount(code: string): number {
    return Number(
      kernel.db.raw
        .prepare(
          `INSERT INTO account (uid, hlc, code, name, short_name, uscc, industry, lifecycle, manager, province, city,
             district, address, note, pinyin, initials, created_at, updated_at)
           VALUES (?, '', ?, ?, '', '', '', 'active', '', '', '', '', '', '', '', '', '', '')`,
        )
        .run(code, code, `客户${code}`).lastInsertRowid,
    )
  }

  async function sheet(info: Record<string, string | number> = {}, approve = false): Promise<number> {
    const { sheets, problems } = await pricing.importForms([priceForm(info)], {
      approve,
      resolveAccount: (text) => ({ id: text === 'KH1' ? account : stranger }),
    })
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    return sheets[0]?.id ?? 0
  }

  const status = (id: number) => pricing.get(id, 'zh-CN').status

  it('goes from draft to submitted, returned with a reason, submitted again and in force', async () => {
    const id = await sheet()
    await review.submit(id, '九月起', salesman)
    expect(status(id)).toBe('submitted')
    expect(review.review(id, manager)).toMatchObject({ submittedBy: 'tester', submittedRole: 'account-manager' })
    expect(review.waiting()).toEqual({ submitted: 1, returned: 0 })
    await review.sendBack([id], '五区太低', manager)
    expect(status(id)).toBe('returned')
    expect(review.review(id, salesman)).toMatchObject({ returnedBy: 'tester', returnReason: '五区太低' })
    expect(review.waiting()).toEqual({ submitted: 0, returned: 1 })
    await review.submit(id, '', salesman)
    expect(review.review(id, salesman).returnReason).toBe('')
    await review.approve([id], '', manager)
    expect(status(id)).toBe('approved')
    expect(review.waiting()).toEqual({ submitted: 0, returned: 0 })
    expect(review.history(id).rows.map(({ action, role, reason }) => [action, role, reason])).toEqual([
      ['approve', 'manager', ''],
      ['submit', 'account-manager', ''],
      ['return', 'manager', '五区太低'],
      ['submit', 'account-manager', '九月起'],
      ['create', null, ''],
    ])
  })

  it('tells who approves where a heavier shipment is cheaper than a lighter one', async () => {
    const plain = await sheet({ 报价名称: '平常' })
    const { sheets } = await pricing.importForms(
      [
        priceForm(
          { 报价名称: '倒挂', 进位: '进1' },
          { columns: ['0-1', '1-2', '2以上'], rows: ['浙江', '江苏'].map((key) => ({ key, cells: ['9', '8', '7'] })) },
        ),
      ],
      { approve: false, resolveAccount: () => ({ id: account }) },
    )
    const falling = sheets[0]?.id ?? 0
    const first = {
      key: '浙江',
      bracket: '1-2',
      unit: 'kg',
      lighter: '1',
      heavier: '2',
      lighterPrice: '9',
      heavierPrice: '8',
    }
    expect(review.falling([plain, falling])).toEqual({ sheets: [{ id: falling, name: '倒挂', count: 4, first }] })
    expect(pricing.get(plain, 'zh-CN').warnings).toEqual([])
    expect(pricing.get(falling, 'zh-CN').warnings[0]).toBe(
      '有 4 处重货比轻货便宜 · 浙江：2 kg 只要 8 元，比 1 kg 的 9 元便宜（1-2）',
    )
  })

  it('locks a submitted sheet against removal and any change of its content', async () => {
    const id = await sheet()
    await review.submit(id, '', salesman)
    await expect(pricing.remove(id)).rejects.toMatchObject({ code: 'sheet-submitted' })
    await expect(review.submit(id, '', salesman)).rejects.toMatchObject({ code: 'sheet-submitted' })
    const edit = () => kernel.db.raw.prepare(`UPDATE price_sheet SET sheet = '{}' WHERE id = ?`).run(id)
    expect(edit).toThrow(/not edited before it is returned/)
    await review.withdraw(id, salesman)
    expect(status(id)).toBe('draft')
    expect(edit).not.toThrow()
  })

  it('keeps an approved version as it is, for every column that prices', async () => {
    const id = await sheet({}, true)
    await expect(review.submit(id, '', salesman)).rejects.toMatchObject({ code: 'sheet-frozen' })
    await expect(review.sendBack([id], '不行', manager)).rejects.toMatchObject({ code: 'sheet-not-submitted' })
    await expect(review.withdraw(id, salesman)).rejects.toMatchObject({ code: 'sheet-not-submitted' })
    for (const change of [`sheet = '{}'`, `valid_from = '2020-01-01'`, `name = 'x'`, `product = 'x'`]) {
      expect(() => kernel.db.raw.exec(`UPDATE price_sheet SET ${change} WHERE id = ${id}`)).toThrow(/never edited/)
    }
  })

  it('returns all or none', async () => {
    const [waiting, draft] = [await sheet(), await sheet({ 报价名称: '草稿' })]
    await review.submit(waiting, '', salesman)
    await expect(review.sendBack([waiting, draft], '不行', manager)).rejects.toMatchObject({
      code: 'sheet-not-submitted',
    })
    expect(status(waiting)).toBe('submitted')
  })

  it('names the version that an approval would close', async () => {
    const first = await sheet({}, true)
    const second = await sheet({ 生效日期: '2026-12-01' })
    expect(review.review(second, manager).closes).toEqual([
      { id: first, name: '测试价', version: 1, validTo: '2026-11-30' },
    ])
    expect(review.review(first, manager).closes).toEqual([])
  })

  it('never puts the prices of a competitor in force', async () => {
    const id = await sheet({ 竞争对手: '某通快递' }, true)
    expect(status(id)).toBe('competitor')
    await expect(review.submit(id, '', salesman)).rejects.toMatchObject({ code: 'sheet-competitor' })
    await expect(review.approve([id], '', manager)).rejects.toMatchObject({ code: 'sheet-competitor' })
    expect(() => kernel.db.raw.exec(`UPDATE price_sheet SET status = 'approved' WHERE id = ${id}`)).toThrow(
      /never put in force/,
    )
  })

  describe('floors', () => {
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
      past = [
        ticket(account, '2026-10', { key: 3 }),
        ticket(account, '2026-08', { key: 2 }),
        ticket(account, '2026-07', { key: 1 }),
        ticket(stranger, '2026-10', { key: 4 }),
      ]
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
      past = [ticket(account, '2026-10'), ticket(account, '2026-10', { key: 2 })]
      const { findings } = await review.submit(await cheap(), '', salesman)
      // 800 ÷ 0.8 × 0.85 = 850; 900 ÷ (1 − 0.1) = 1000.
      expect(findings).toEqual([
        { kind: 'discount', floorPpm: 850_000, actualPpm: 800_000, shortFen: 50 },
        { kind: 'margin', floorPpm: 100_000, actualPpm: -125_000, shortFen: 200 },
      ])
    })

    it('looks at the discount the sheet itself writes, and at the lowest of its tiers', async () => {
      past = [ticket(account, '2026-10')]
      const { findings, writtenDiscountPpm } = await review.checkFloors(
        await sheet({ 客户: 'KH1', 折扣: '8折' }),
        clerk,
      )
      expect(writtenDiscountPpm).toBe(800_000)
      expect(findings.map(({ kind }) => kind)).toContain('written-discount')
    })

    it('counts a ticket without a price apart, never as 0', async () => {
      const lost = ticket(account, '2026-10', { key: 2, actualGrams: null, todayFen: null })
      past = [ticket(account, '2026-10'), lost]
      const check = await review.checkFloors(await cheap(), salesman)
      expect(check).toMatchObject({ tickets: 1, unrated: 1, revenueFen: 400, todayFen: 600, marginFen: -50 })
    })

    it('takes typical tickets for a customer that never shipped, and says so', async () => {
      past = [ticket(stranger, '2026-10')]
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
      past = [ticket(account, '2026-10')]
      const check = await review.checkFloors(await cheap(), clerk)
      expect(check).toMatchObject({ verdict: 'below', costFen: null, marginFen: null, marginPpm: null })
      expect(check.findings.find(({ kind }) => kind === 'margin')).toMatchObject({ actualPpm: null, shortFen: null })
      expect(check.parts.every(({ marginFen, marginPpm }) => marginFen === null && marginPpm === null)).toBe(true)
    })

    it('asks an approver below his own floor for a reason, and keeps it', async () => {
      past = [ticket(account, '2026-10')]
      const strict: Floors = { ...defaultFloors, manager: { discountPpm: null, marginPpm: 0 } }
      await review.setFloors(strict)
      const id = await cheap()
      await review.submit(id, '', salesman)
      await expect(review.approve([id], '', manager)).rejects.toMatchObject({ code: 'below-floor', field: 'reason' })
      await review.approve([id], '年底冲量', manager)
      expect(review.history(id).rows[0]).toMatchObject({ action: 'approve', role: 'manager', reason: '年底冲量' })
    })

    it('lets others have their turn between tickets that take long to read', async () => {
      past = [ticket(account, '2026-10')]
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
      past = [ticket(account, '2026-10'), ticket(stranger, '2026-10', { key: 2 })]
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
})
