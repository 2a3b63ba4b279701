import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import type { QuotationHead } from '#shared/contract/quotations'
import { loadPinyin } from '#core/features/accounts/account-pinyin'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { openWorkbook } from '#core/excel/open-workbook'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { createQuotationPapers } from '#core/features/quotations/quotation-papers'
import { createQuotationsService } from '#core/features/quotations/quotations.service'
import { priceForm } from '../pricing/forms'
import { content, head, typed } from './content'
import { openTestKernel, testNow } from '../support/test-book'

const all = { filter: {}, search: '', descending: false, page: 1, pageSize: 50 }

describe('quotations', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let clock: { now(): number; at: number }
  let accounts: ReturnType<typeof createAccountsService>
  let pricing: ReturnType<typeof createPricingService>
  let quotations: ReturnType<typeof createQuotationsService>

  beforeEach(async () => {
    kernel = await openTestKernel()
    clock = { at: testNow, now: () => clock.at }
    Object.assign(kernel.book, { clock })
    accounts = createAccountsService(kernel)
    pricing = createPricingService(kernel)
    quotations = createQuotationsService(kernel, { accounts, pricing, sheet: pricing.stored, prepare: loadPinyin })
  })
  afterEach(() => kernel.dispose())

  const make = (change: Partial<QuotationHead> = {}, body = content()) => quotations.create(head(change), body, 'zh-CN')
  const key = ({ id, version }: { id: number; version: number }) => ({ id, version, locale: 'zh-CN' }) as const
  const sent = async (change: Partial<QuotationHead> = {}, body = content()) =>
    quotations.send(key(await make(change, body)))
  const list = (query = {}) => quotations.list({ ...all, ...query })

  it('numbers without gaps by month, whatever is removed, copied or made anew', async () => {
    const first = await make()
    await quotations.remove(first.id)
    const second = await make()
    const third = await quotations.copy(second.id, 'zh-CN')
    expect([first, second, third].map(({ number }) => number)).toEqual(['BJ2026110001', 'BJ2026110002', 'BJ2026110003'])
    const revised = await quotations.revise(key(await quotations.send(key(third))))
    expect(revised).toMatchObject({ number: 'BJ2026110003-2', revision: 2, state: 'draft' })
    clock.at = Date.parse('2026-11-30T16:00:00Z')
    expect((await make()).number).toBe('BJ2026120001')
    const sequences = kernel.db.raw
      .prepare(`SELECT DISTINCT sequence FROM quotation WHERE month = '2026-11' ORDER BY 1`)
      .pluck()
      .all()
    expect(sequences).toEqual([1, 2, 3])
  })

  it('prices the estimate with its own prices, adds it up and writes it in words', async () => {
    const { estimate, sum, partNotes } = await make()
    // 2.5 kg is 3 kg: 5 + 2×2 = 9.00; 0.8 kg is 1 kg: 8.00.
    expect(
      estimate.map(({ unitFen, grossFen, chargeableGrams, zone }) => [unitFen, grossFen, chargeableGrams, zone]),
    ).toEqual([
      [900, 900_000, 3000, '上海'],
      [800, 8_000, 1000, '*'],
    ])
    // Net 8.49 and 7.55 a ticket.
    expect(sum).toEqual({
      grossFen: 908_000,
      netFen: 849_000 + 7_550,
      taxFen: 51_000 + 450,
      taxed: true,
      words: '玖仟零捌拾元整',
      tickets: 1010,
    })
    expect(partNotes[0]?.problems).toEqual([])
    expect(partNotes[0]?.terms).toContain('不足 1 kg 的部分按 1 kg 计。')
    expect(partNotes[0]?.terms.join('')).toContain('8000')
  })

  it('makes no total where a line has no price, and says why', async () => {
    const { estimate, sum, totalFen } = await make(
      {},
      content({ estimate: [{ part: 0, to: '成都', grams: 2500, tickets: 5 }] }),
    )
    expect(estimate[0]).toMatchObject({ unitFen: null, grossFen: null })
    expect(estimate[0]?.reason).toMatch(/不派送/)
    expect([sum, totalFen]).toEqual([null, null])
  })

  it('keeps what was sent as it is, in the core and in the book', async () => {
    const quotation = await sent()
    await expect(quotations.save(key(quotation), head(), content())).rejects.toMatchObject({ code: 'quotation-sent' })
    await expect(quotations.remove(quotation.id)).rejects.toMatchObject({ code: 'quotation-sent' })
    expect(() => kernel.db.raw.exec(`UPDATE quotation SET content = '{}' WHERE id = ${quotation.id}`)).toThrow(
      /never edited/,
    )
  })

  it('refuses to save over a change that came between', async () => {
    const quotation = await make()
    await quotations.save(key(quotation), head({ contact: '李静' }), content())
    await expect(quotations.save(key(quotation), head(), content())).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
  })

  it('is not sent without prices, nor with prices nobody can read', async () => {
    const empty = await make({}, content({ parts: [], estimate: [] }))
    await expect(quotations.send(key(empty))).rejects.toMatchObject({ code: 'quotation-has-no-lines' })
    const wrong = await make({}, content({ parts: [{ ...typed, columns: ['0-1', '2以上'] }], estimate: [] }))
    expect(wrong.partNotes[0]?.problems.length).toBeGreaterThan(0)
    await expect(quotations.send(key(wrong))).rejects.toMatchObject({ code: 'sheet-has-errors' })
  })

  it('expires after its last day, and is replaced by a later version', async () => {
    const quotation = await sent()
    expect(quotation.state).toBe('sent')
    clock.at = Date.parse('2026-12-21T15:59:00Z')
    expect(quotations.get(quotation.id, 'zh-CN').state).toBe('sent')
    clock.at = Date.parse('2026-12-21T16:00:00Z')
    expect(quotations.get(quotation.id, 'zh-CN').state).toBe('expired')
    const next = await quotations.revise(key(quotation))
    expect(quotations.get(quotation.id, 'zh-CN').state).toBe('replaced')
    expect(next.head).toMatchObject({ validFrom: '2026-12-22', validTo: '2027-01-20' })
    expect(next.versions.map(({ revision, state }) => [revision, state])).toEqual([
      [2, 'draft'],
      [1, 'replaced'],
    ])
    await quotations.remove(next.id)
    expect(quotations.get(quotation.id, 'zh-CN').state).toBe('expired')
  })

  it('is lost with a reason, and can be taken back', async () => {
    const lost = await quotations.lose(key(await sent()), '价格高')
    expect(lost).toMatchObject({ state: 'lost', lostReason: '价格高' })
    expect(await quotations.reopen(key(lost))).toMatchObject({ state: 'sent', lostReason: '' })
  })

  describe('won', () => {
    it('opens the customer and makes draft sheets that price as quoted', async () => {
      const quotation = await sent(
        {},
        content({ parts: [typed, { ...typed, product: '零担', columns: ['0-1', '1以上'] }] }),
      )
      await expect(
        quotations.win(key(quotation), { customer: null, effectiveFrom: '2026-12-01' }),
      ).rejects.toMatchObject({ code: 'customer-missing' })
      const won = await quotations.win(key(quotation), { customer: { open: true }, effectiveFrom: '2026-12-01' })
      expect(won.state).toBe('won')
      expect(won.sheets.map(({ name }) => name)).toEqual(['杭州新客贸易有限公司 标快', '杭州新客贸易有限公司 零担'])
      const account = accounts.detail(won.accountId ?? 0)
      expect(account).toMatchObject({ name: '杭州新客贸易有限公司', lifecycle: 'developing' })
      const sheet = pricing.get(won.sheets[0]?.id ?? 0, 'zh-CN')
      expect(sheet).toMatchObject({ status: 'draft', accountId: account.id, validFrom: '2026-12-01', product: '标快' })
      const { price } = pricing.quote({
        to: '上海',
        from: '',
        grams: 2500,
        accountId: null,
        sheetId: sheet.id,
        product: '',
        size: null,
        pieces: 1,
        declaredFen: null,
        codFen: null,
        date: '2026-12-01',
        locale: 'zh-CN',
      })
      expect(price.totalFen).toBe(900)
    })

    it('takes the customer that exists, once only', async () => {
      const { id: accountId } = await accounts.create(accountInput.parse({ name: '老客户' }))
      const quotation = await sent()
      const winning = { customer: { accountId }, effectiveFrom: '2026-12-01' }
      const won = await quotations.win(key(quotation), winning)
      expect(won).toMatchObject({ accountId, company: '老客户' })
      await expect(quotations.win(key(won), winning)).rejects.toMatchObject({ code: 'quotation-sent' })
      const made = kernel.db.raw.prepare(`SELECT count(*) FROM price_sheet`).pluck().get()
      expect(made).toBe(1)
    })

    it('is one write: if the sheets are refused no customer is opened', async () => {
      const quotation = await sent()
      const before = kernel.db.raw.prepare('SELECT count(*) FROM account').pluck().get()
      const winning = { customer: { open: true }, effectiveFrom: 'not a day' } as const
      await expect(quotations.win(key(quotation), winning)).rejects.toMatchObject({ code: 'sheet-has-errors' })
      expect(kernel.db.raw.prepare('SELECT count(*) FROM account').pluck().get()).toBe(before)
      expect(quotations.get(quotation.id, 'zh-CN').state).toBe('sent')
    })
  })

  it('takes the prices of a sheet as they stand', async () => {
    const form = priceForm(
      { 产品: '特惠', 始发地: '杭州', 进位: '进0.5', 税率: '6%', 客户: 'x' },
      {
        columns: ['0-1', '1-3', '3以上'],
        rows: [{ key: '一区', cells: ['5', '5+2', '+1.5/0.5'] }],
        zones: [{ zone: '一区', places: '上海、江苏' }],
        surcharges: [{ item: '保价', kind: '比例', value: { percent: '0.5' }, floor: 1000 }],
      },
    )
    const { sheets } = await pricing.importForms([form], {
      approve: false,
      resolveAccount: () => ({
        id: Number(
          kernel.db.raw
            .prepare(
              `INSERT INTO account (uid, hlc, code, name, short_name, uscc, industry, lifecycle, manager, province, city, district, address, note, pinyin, initials, created_at, updated_at) VALUES ('u', '', 'x', 'x', '', '', '', 'active', '', '', '', '', '', '', '', '', '', '')`,
            )
            .run().lastInsertRowid,
        ),
      }),
    })
    const part = quotations.partOfSheet(sheets[0]?.id ?? 0)
    expect(part).toMatchObject({
      product: '特惠',
      origin: '杭州',
      info: { 进位: '进0.5', 税率: '6%' },
      columns: ['0-1', '1-3', '3以上'],
      rows: [{ key: '一区', cells: ['5', '5+2', '+1.5/0.5'] }],
      zones: [{ zone: '一区', places: '上海、江苏' }],
      surcharges: [{ item: '保价', kind: '比例', value: '0.5%', floor: '1000' }],
      source: { name: '测试价', version: 1 },
    })
    expect(part.info).not.toHaveProperty('客户')
    const { estimate, partNotes } = await make(
      {},
      content({ parts: [part], estimate: [{ part: 0, to: '苏州', grams: 1200, tickets: 1 }] }),
    )
    expect(partNotes[0]?.problems).toEqual([])
    expect(estimate[0]?.unitFen).toBe(700)
  })

  it('is filtered, searched and summed up', async () => {
    await make({ company: '甲公司' })
    await sent({ company: '乙公司' })
    await make({ company: '丙公司' }, content({ estimate: [] }))
    expect(list()).toMatchObject({ total: 3, sums: { totalFen: 2 * 908_000, estimated: 2 } })
    expect(list({ filter: { state: 'sent' } }).rows.map(({ company }) => company)).toEqual(['乙公司'])
    expect(list({ search: '丙' }).rows.map(({ number }) => number)).toEqual(['BJ2026110003'])
    expect(list({ sort: 'company', descending: true }).total).toBe(3)
    expect(list({ search: '%' }).total).toBe(0)
  })

  it('is a paper in both languages with words, terms, tax and room to sign', async () => {
    const papers = createQuotationPapers(kernel, quotations)
    const { id } = await sent({ company: '<b>甲</b>公司' })
    const paper = async (locale: 'zh-CN' | 'en') => {
      const { ticket, name } = await papers.print(quotations.get(id, locale), locale)
      const { readFile } = await import('node:fs/promises')
      return { html: await readFile(kernel.files.take(ticket).path, 'utf8'), name }
    }
    const zh = await paper('zh-CN')
    expect(zh.name).toContain('BJ2026110001')
    for (const text of [
      'BJ2026110001',
      '玖仟零捌拾元整',
      '9,080.00',
      '月结 30 天',
      '客户确认',
      '不足 1 kg',
      '测试营业部',
    ]) {
      expect(zh.html).toContain(text)
    }
    expect(zh.html).not.toContain('<b>甲</b>')
    expect(zh.html).not.toContain('草稿')
    const en = await paper('en')
    expect(en.html).toContain('RMB nine thousand eighty yuan only')
    expect(en.html).not.toMatch(/不足|合计|附加费|比例|保价|以上/)
    expect(en.html).toContain('>&gt;1<')
  })

  it('is a workbook, and the list is one', async () => {
    const papers = createQuotationPapers(kernel, quotations)
    const detail = await sent()
    const one = await papers.workbook(quotations.get(detail.id, 'zh-CN'), 'zh-CN')
    const workbook = await openWorkbook(kernel.files.take(one.ticket).path)
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['运价', '附加费', '月费用估算', '说明'])
    await workbook.close()
    const listed = await papers.exportList(all, 'zh-CN')
    expect(listed.bytes).toBeGreaterThan(1000)
  })

  it('leaves a trail of every step', async () => {
    const quotation = await quotations.lose(key(await sent()), '价格高')
    const actions = kernel.db.raw
      .prepare(`SELECT action FROM audit_entry WHERE entity = 'quotation' AND entity_uid = ? ORDER BY seq`)
      .pluck()
      .all(quotation.uid)
    expect(actions).toEqual(['create', 'send', 'lose'])
  })
})
