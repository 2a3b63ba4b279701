import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import type { ContractDetail, ContractInput } from '#shared/contract/contracts'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { contractFacts } from '#core/features/contracts/contract-facts'
import { createContractPapers } from '#core/features/contracts/contract-papers'
import { contractSource } from '#core/features/contracts/contract-source'
import { createContractsService } from '#core/features/contracts/contracts.service'
import { createFulfilmentService } from '#core/features/contracts/fulfilment.service'
import { openWorkbook } from '#core/excel/open-workbook'
import { openTestKernel, testNow } from '../support/test-book'
import { contract } from './contract'

const all = { filter: {}, search: '', descending: false, page: 1, pageSize: 50 }

describe('contracts', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let clock: { now(): number; at: number }
  let accounts: ReturnType<typeof createAccountsService>
  let contracts: ReturnType<typeof createContractsService>
  let fulfilment: ReturnType<typeof createFulfilmentService>
  let accountId: number

  beforeEach(async () => {
    kernel = await openTestKernel()
    clock = { at: testNow, now: () => clock.at }
    Object.assign(kernel.book, { clock })
    accounts = createAccountsService(kernel)
    contracts = createContractsService(kernel, accounts)
    fulfilment = createFulfilmentService(kernel, contracts)
    accountId = (await account('杭州云帆服饰有限公司', 'KH1')).id
  })
  afterEach(() => kernel.dispose())

  const account = (name: string, code: string, groupId: number | null = null) =>
    accounts.create(accountInput.parse({ name, code, groupId, creditDays: 45 }))
  const make = (change: Partial<ContractInput> = {}) => contracts.create(contract({ accountId, ...change }))
  const key = ({ id, version }: ContractDetail) => ({ id, version })
  const on = (day: string) => {
    clock.at = Date.parse(`${day}T04:00:00Z`)
  }
  const shipped = (id: number, month: string, pieces: number) =>
    kernel.db.raw
      .prepare(
        `INSERT INTO account_month (account_id, month, tickets, pieces, grams, revenue_fen, cost_fen, margin_fen,
           billed_fen, unrated, uncosted, last_shipped_on)
         VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, ?)`,
      )
      .run(id, month, pieces, pieces, pieces * 1000, pieces * 500, `${month}-20`)
  const audits = () =>
    kernel.db.raw.prepare(`SELECT action FROM audit_entry WHERE entity = 'contract' ORDER BY seq`).pluck().all()

  it('numbers by month, keeps numbers of removed ones, refuses one that is taken', async () => {
    const first = await make()
    expect(first.number).toBe('HT2026110001')
    await contracts.remove(first.id)
    expect((await make()).number).toBe('HT2026110002')
    expect((await make({ number: 'XS-2026/7' })).number).toBe('XS-2026/7')
    await expect(make({ number: 'HT2026110001' })).rejects.toMatchObject({
      code: 'duplicate-contract',
      field: 'number',
    })
    await expect(make({ validTo: '2025-12-31' })).rejects.toMatchObject({ code: 'contract-dates', field: 'validTo' })
    on('2026-12-01')
    expect((await make()).number).toBe('HT2026120001')
  })

  it('is changed by version, with the diff in the audit trail, and removed with an undo', async () => {
    const made = await make()
    const { promises, ...rest } = contract({ accountId })
    const [promise] = promises
    if (!promise) throw new Error('no promise')
    const changed = { ...rest, title: '补充合同', promises: [{ ...promise, target: 99_000 }] }
    const saved = await contracts.save(key(made), changed)
    expect(saved).toMatchObject({ version: 2, title: '补充合同', number: made.number })
    await expect(contracts.save(key(made), changed)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await contracts.save(key(saved), { ...changed, number: saved.number })
    const values = kernel.db.raw.prepare('SELECT * FROM audit_value').all()
    expect(JSON.stringify(values)).toContain('签收及时率 ≥ 99 %')
    await contracts.remove(made.id)
    expect(contracts.list(all).total).toBe(0)
    await contracts.restore(made.id)
    expect(contracts.list(all).total).toBe(1)
    expect(audits()).toEqual(['create', 'update', 'remove', 'restore'])
  })

  it('lists by standing, what ends next first, with counts and sums', async () => {
    await make({ validTo: '2027-12-31', depositReceivedOn: '2026-01-05' })
    await make({ validTo: '2026-12-12' })
    await make({ validTo: '2027-01-21' })
    await make({ validTo: '2027-02-20' })
    await make({ validTo: '2026-11-21' })
    await make({ signedOn: null })
    const { rows, counts, sums } = contracts.list(all)
    expect(rows.map(({ status, daysLeft }) => [status, daysLeft])).toEqual([
      ['expiring', 20],
      ['expiring', 60],
      ['expiring', 90],
      ['expired', -1],
      ['active', 404],
      ['draft', 39],
    ])
    expect(counts).toEqual({ in30: 1, in60: 2, in90: 3, expired: 1, active: 4, draft: 1 })
    expect(sums).toEqual({ depositFen: 1_000_000, creditLimitFen: 30_000_000 })
    const found = (filter: object, search = '') => contracts.list({ ...all, filter, search }).total
    expect(found({ status: 'expired' })).toBe(1)
    expect(found({ ending: '60' })).toBe(2)
    expect(found({ manager: '王芳' })).toBe(6)
    expect(found({ accountId: 99 })).toBe(0)
    expect(found({}, 'hzyf')).toBe(6)
    expect(found({}, 'HT2026110003 云帆')).toBe(1)
    expect(found({}, '100%')).toBe(0)
  })

  it('is terminated with day and reason within its term, and that is taken back', async () => {
    const made = await make()
    await expect(contracts.terminate(key(made), '2027-01-01', '停业')).rejects.toMatchObject({ code: 'contract-dates' })
    const draft = await make({ signedOn: null })
    await expect(contracts.terminate(key(draft), '2026-06-01', '停业')).rejects.toMatchObject({
      code: 'contract-dates',
    })
    const ended = await contracts.terminate(key(made), '2026-11-22', '客户停业')
    expect(ended).toMatchObject({ status: 'terminated', terminationReason: '客户停业', endsOn: '2026-11-21' })
    expect(await contracts.reinstate(key(ended))).toMatchObject({ status: 'expiring', terminatedOn: null })
  })

  it('is renewed once: the same terms from the day after the end, as a draft', async () => {
    const made = await make({ renewMonths: 12 })
    const next = await contracts.renew(key(made))
    expect(next).toMatchObject({
      status: 'draft',
      signedOn: null,
      validFrom: '2027-01-01',
      validTo: '2027-12-31',
      creditDays: 30,
      predecessor: { id: made.id, number: made.number },
    })
    expect(contracts.get(made.id).successor).toEqual({ id: next.id, number: next.number })
    await expect(contracts.renew(key(made))).rejects.toMatchObject({ code: 'contract-renewed' })
    await contracts.remove(next.id)
    expect((await contracts.renew(key(made))).number).not.toBe(next.number)
    const ended = await contracts.terminate(key(await make()), '2026-06-01', '停业')
    await expect(contracts.renew(key(ended))).rejects.toMatchObject({ code: 'contract-not-renewable' })
    const open = await make({ validTo: null })
    await expect(contracts.renew(key(open))).rejects.toMatchObject({ code: 'contract-not-renewable' })
  })

  it('a signed successor ends automatic prolongation', async () => {
    const made = await make({ renewMonths: 12 })
    const next = await contracts.renew(key(made))
    on('2027-01-05')
    expect(contracts.get(made.id)).toMatchObject({ status: 'active', prolonged: 1 })
    await contracts.save(key(next), { ...contract({ accountId }), validFrom: '2027-01-01', validTo: '2027-12-31' })
    expect(contracts.get(made.id)).toMatchObject({ status: 'expired', prolonged: 0, noticeBy: null })
  })

  describe('reminders', () => {
    const entries = () => {
      const today = kernel.book.today()
      return contractSource(kernel.db, () => today)
        .between('2026-01-01', '2027-12-31')
        .map(({ key: name, on: day, leadDays, text }) => [name.split(':').slice(1).join(':'), day, leadDays, text.code])
    }
    const plain = { depositFen: null }

    it.each([
      ['2026-06-01', 90],
      ['2026-10-02', 90],
      ['2026-11-01', 60],
      ['2026-12-01', 30],
      ['2027-01-03', 30],
    ])('on %s the end of the year is reminded of %d days before', async (today, stage) => {
      await make(plain)
      on(today)
      expect(entries()).toEqual([[`2026-12-31:${stage}`, '2026-12-31', stage, 'reminder.contract-end']])
    })

    it('tells the last day of notice and the deposit that is due', async () => {
      await make({ renewMonths: 12, noticeDays: 30 })
      expect(entries()).toEqual([
        ['2026-12-31:60', '2026-12-31', 60, 'reminder.contract-renews'],
        ['2026-12-31:notice', '2026-12-01', 30, 'reminder.contract-notice'],
        ['deposit:2026-12-01', '2026-12-01', 14, 'reminder.contract-deposit'],
      ])
    })

    it('says nothing of drafts, terminated ones, those that are followed, and deposits that were paid', async () => {
      await make({ ...plain, signedOn: null })
      await contracts.terminate(key(await make(plain)), '2026-11-01', '停业')
      await make({ ...plain, validTo: null })
      const made = await make({ depositReceivedOn: '2026-01-05' })
      expect(entries()).toHaveLength(1)
      const next = await contracts.renew(key(made))
      expect(entries()).toHaveLength(1)
      await contracts.save(key(next), contract({ accountId, ...plain, validFrom: '2027-01-01', validTo: null }))
      expect(entries()).toEqual([])
    })
  })

  it('tells the alerts what ends, for members of a covered group too', async () => {
    expect(contractFacts(kernel.db, '2026-11-22')).toBeNull()
    const member = await account('云帆宁波分公司', 'KH2', accountId)
    const other = await account('别的公司', 'KH3')
    const made = await make({ coversGroup: true })
    const facts = contractFacts(kernel.db, '2026-11-22')
    expect(facts?.(member.id)).toMatchObject({ number: made.number, daysLeft: 39, goesOn: false })
    expect(facts?.(other.id).number).toBeNull()
    await make({ validTo: '2028-12-31' })
    expect(contractFacts(kernel.db, '2026-11-22')?.(accountId)).toMatchObject({ endsOn: '2028-12-31' })
  })

  describe('fulfilment', () => {
    it('holds shipments against the minimum and hand-entered values against promises', async () => {
      shipped(accountId, '2026-09', 1200)
      shipped(accountId, '2026-10', 700)
      const made = await make()
      const enter = (month: string, value: number | null, note = '') =>
        fulfilment.measure({ contractId: made.id, month, key: 'on-time', value, note })
      await enter('2026-09', 98_200)
      await enter('2026-10', 96_500, '国庆')
      await enter('2026-10', 96_500, '国庆')
      const report = fulfilment.report(made.id, undefined, true)
      const at = (month: string) => report.months.indexOf(month)
      expect(report).toMatchObject({ year: 2026, years: [2026] })
      expect(report.minimum?.months[at('2026-09')]).toMatchObject({ state: 'met', counted: 1200 })
      expect(report.minimum?.months[at('2026-10')]).toMatchObject({ state: 'missed', shortfall: 300 })
      expect(report.minimum?.months[at('2026-11')]?.state).toBe('no-data')
      const kept = report.promises[0]?.months.map((month) => month.kept)
      expect([kept?.[at('2026-08')], kept?.[at('2026-09')], kept?.[at('2026-10')]]).toEqual([null, true, false])
      expect(report.credit).toEqual({
        days: { contract: 30, archive: 45 },
        limitFen: { contract: 5_000_000, archive: null },
      })
      expect(audits()).toEqual(['create', 'measure', 'measure'])
      await enter('2026-10', null)
      expect(fulfilment.report(made.id, 2026, true).promises[0]?.months[at('2026-10')]?.kept).toBeNull()
      await expect(
        fulfilment.measure({ contractId: made.id, month: '2026-10', key: 'nothing', value: 1, note: '' }),
      ).rejects.toMatchObject({ code: 'not-found' })
    })

    it('counts members of the group only where the contract covers them, and shows claims only with costs', async () => {
      const member = await account('云帆宁波分公司', 'KH2', accountId)
      shipped(accountId, '2026-10', 600)
      shipped(member.id, '2026-10', 500)
      kernel.db.raw
        .prepare(
          `INSERT INTO account_cost (uid, hlc, account_id, month, kind, item, fen, note, created_at, updated_at)
           VALUES ('u', 'h', ?, '2026-10', 'claim', '破损', 12000, '', '', '')`,
        )
        .run(accountId)
      const october = (coversGroup: boolean) =>
        make({ coversGroup }).then(({ id }) => fulfilment.report(id, 2026, true).minimum?.months[9])
      expect(await october(false)).toMatchObject({ counted: 600, state: 'missed' })
      expect(await october(true)).toMatchObject({ counted: 1100, state: 'met' })
      const { id } = await make()
      const { claims } = fulfilment.report(id, 2026, true)
      expect(claims?.[9]).toEqual({ month: '2026-10', count: 1, fen: 12_000 })
      expect(claims?.slice(10)).toMatchObject([{ fen: 0 }, { count: null, fen: null }])
      expect(fulfilment.report(id, 2026, false).claims).toBeNull()
    })
  })

  it('keeps reviews of clauses, told in the history of the contract', async () => {
    const made = await make()
    const review = {
      day: '2026-11-20',
      reviewer: '李强',
      clause: '第 5 条 违约责任',
      assessment: 'unfavourable' as const,
      risk: '赔偿无上限',
      suggestion: '争取以运费的三倍为限',
    }
    const added = await contracts.addReview(made.id, review)
    const saved = await contracts.saveReview(added.id, added.version, { ...review, assessment: 'neutral' })
    await expect(contracts.saveReview(added.id, added.version, review)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    expect(contracts.get(made.id).reviews).toEqual([saved])
    await contracts.removeReview(added.id)
    expect(contracts.get(made.id).reviews).toEqual([])
    await contracts.restoreReview(added.id)
    expect(contracts.get(made.id).reviews).toHaveLength(1)
    expect(audits()).toEqual(['create', 'review', 'review', 'remove', 'restore'])
  })

  it('is printed with parties, terms, promises and room to sign; list and record go to Excel', async () => {
    const made = await make({ title: '<b>合同</b>' })
    await contracts.addReview(made.id, {
      day: '2026-11-20',
      reviewer: '李强',
      clause: '违约责任',
      assessment: 'neutral',
      risk: '赔偿无上限',
      suggestion: '',
    })
    const papers = createContractPapers(kernel, contracts, fulfilment)
    const paper = await papers.print(made.id, 'zh-CN')
    const html = await readFile(kernel.files.take(paper.ticket).path, 'utf8')
    for (const text of ['&lt;b&gt;合同', '≥ 98%', '每月 1,000 件', '50,000.00', '赔偿无上限', '测试营业部', '盖章'])
      expect(html).toContain(text)
    const rowsOf = async ({ ticket }: { ticket: string }) => {
      const workbook = await openWorkbook(kernel.files.take(ticket).path)
      const [sheet] = workbook.sheets
      if (!sheet) throw new Error('no sheet')
      const rows = []
      for await (const batch of workbook.rows(sheet.name)) rows.push(...batch)
      await workbook.close()
      return JSON.stringify(rows)
    }
    const list = await papers.exportList(all, 'zh-CN')
    expect(list.name).toBe('合同清单.xlsx')
    expect(await rowsOf(list)).toContain(made.number)
    const record = await papers.exportFulfilment(made.id, 2026, { locale: 'en', seesCost: true })
    expect(record.name).toBe(`Fulfilment-${made.number}-2026.xlsx`)
    // No month has a waybill: nobody knows what was shipped.
    expect(await rowsOf(record)).toMatch(/^(?!.*"0").*≥ 98/)
  })
})
