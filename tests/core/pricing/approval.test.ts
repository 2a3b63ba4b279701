import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { openTestKernel } from '../support/test-book'
import { nobody, priceForm } from './forms'

const list = { filter: {}, search: '', descending: false, page: 1, pageSize: 50 }

describe('versions of a price sheet', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let pricing: ReturnType<typeof createPricingService>
  beforeEach(async () => {
    kernel = await openTestKernel()
    pricing = createPricingService(kernel)
  })
  afterEach(() => kernel.dispose())

  async function draft(info: Record<string, string | number> = {}, approve = false): Promise<number> {
    const { sheets, problems } = await pricing.importForms([priceForm(info)], { approve, resolveAccount: nobody })
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    return sheets[0]?.id ?? 0
  }

  const validity = (id: number) => {
    const { version, status, validFrom, validTo } = pricing.get(id, 'zh-CN')
    return { version, status, validFrom, validTo }
  }

  it('numbers versions by name and use', async () => {
    const [first, second, cost, other] = [
      await draft(),
      await draft({ 生效日期: '2026-02-01' }),
      await draft({ 用途: '成本' }),
      await draft({ 报价名称: '另一份' }),
    ]
    expect([first, second, cost, other].map((id) => pricing.get(id, 'zh-CN').version)).toEqual([1, 2, 1, 1])
    expect(pricing.get(first, 'en').versions.map(({ version }) => version)).toEqual([2, 1])
  })

  it('closes the older version on the day before, and says so', async () => {
    const first = await draft()
    const second = await draft({ 生效日期: '2026-06-15' })
    expect(await pricing.approve([first])).toEqual({ approved: [first], closed: [] })
    expect(await pricing.approve([second])).toEqual({
      approved: [second],
      closed: [{ id: first, name: '测试价', validTo: '2026-06-14' }],
    })
    expect(validity(first)).toEqual({
      version: 1,
      status: 'superseded',
      validFrom: '2026-01-01',
      validTo: '2026-06-14',
    })
    expect(validity(second)).toEqual({ version: 2, status: 'approved', validFrom: '2026-06-15', validTo: null })
  })

  it('does not touch a version whose own end is earlier, nor one of another scope', async () => {
    const ended = await draft({ 失效日期: '2026-03-31' }, true)
    const express = await draft({ 产品: '标快' }, true)
    const tiered = await draft({ 级别: '黄金' }, true)
    const cost = await draft({ 用途: '成本' }, true)
    const later = await draft({ 生效日期: '2026-07-01' })
    expect((await pricing.approve([later])).closed).toEqual([])
    expect(validity(ended).validTo).toBe('2026-03-31')
    for (const id of [express, tiered, cost]) expect(validity(id).validTo).toBeNull()
  })

  it('closes a version that is approved behind one already in force', async () => {
    await draft({ 生效日期: '2026-07-01' }, true)
    const earlier = await draft({ 生效日期: '2026-05-01' })
    expect((await pricing.approve([earlier])).closed).toEqual([{ id: earlier, name: '测试价', validTo: '2026-06-30' }])
  })

  it('refuses two versions of one scope from the same day, whatever they are called', async () => {
    await draft({}, true)
    const twin = await draft({ 报价名称: '同日另一份' })
    await expect(pricing.approve([twin])).rejects.toMatchObject({
      code: 'sheet-overlap',
      params: { name: '测试价', validFrom: '2026-01-01' },
    })
    expect(validity(twin).status).toBe('draft')
    const { problems } = await pricing.importForms([priceForm({ 报价名称: '第三份' })], {
      approve: true,
      resolveAccount: nobody,
    })
    expect(problems.map(({ code }) => code)).toContain('pricing.problem.sheet-overlap')
  })

  it('approves all or none', async () => {
    const good = await draft({ 生效日期: '2026-02-01' })
    const twin = await draft({ 生效日期: '2026-02-01' })
    await expect(pricing.approve([good, twin])).rejects.toMatchObject({ code: 'sheet-overlap' })
    expect(validity(good).status).toBe('draft')
  })

  it('keeps a place in two zones a draft and refuses to approve it, naming place and zones', async () => {
    const form = priceForm(
      {},
      {
        rows: [
          { key: '一区', cells: ['5', '5+2'] },
          { key: '二区', cells: ['6', '6+2'] },
        ],
        zones: [
          { zone: '一区', places: '江苏、浙江' },
          { zone: '二区', places: '安徽、江苏省' },
        ],
      },
    )
    const { sheets } = await pricing.importForms([form], { approve: false, resolveAccount: nobody })
    const id = sheets[0]?.id ?? 0
    expect(pricing.get(id, 'zh-CN').warnings).toContainEqual('江苏省 同时属于“一区”和“二区”')
    await expect(pricing.approve([id])).rejects.toMatchObject({
      code: 'sheet-has-errors',
      params: { count: 1, first: '江苏省 / 一区 / 二区' },
    })
    const atOnce = await pricing.importForms([form], { approve: true, resolveAccount: nobody })
    expect(atOnce.sheets).toEqual([])
    expect(atOnce.problems).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'zones.place-in-two-zones' }),
    )
  })

  it('takes drafts away and brings them back, never an approved version', async () => {
    const id = await draft()
    await pricing.remove(id)
    expect(pricing.list(list).total).toBe(0)
    await expect(pricing.approve([id])).rejects.toMatchObject({ code: 'not-found' })
    await pricing.restore(id)
    await pricing.approve([id])
    await expect(pricing.remove(id)).rejects.toMatchObject({ code: 'sheet-frozen' })
    expect(() => kernel.db.raw.prepare(`UPDATE price_sheet SET product = 'x' WHERE id = ?`).run(id)).toThrow(
      /never edited/,
    )
  })

  it('takes the sheets of an undone import back and opens what they had closed', async () => {
    const first = await draft({}, true)
    kernel.db.raw
      .prepare(
        `INSERT INTO import_batch (id, uid, hlc, kind, file_name, file_hash, sheet, state, options, counts, actor, started_at)
         VALUES (7, 'b', '', 'prices', 'x.xlsx', '', '', 'visible', '{}', '{}', 'tester', '')`,
      )
      .run()
    const second = await draft({ 生效日期: '2026-06-01' }, true)
    kernel.db.raw.prepare('UPDATE price_sheet SET batch_id = 7 WHERE id = ?').run(second)
    expect(validity(first).validTo).toBe('2026-05-31')
    const undo = (dependents: number) =>
      kernel.book.write((hlc) => ({ result: undefined, ...pricing.removeImportedSheets(7, () => dependents, hlc) }))
    expect(() => undo(3)).toThrow(expect.objectContaining({ code: 'import-has-dependents', params: { count: 3 } }))
    expect(validity(first).validTo).toBe('2026-05-31')
    undo(0)
    expect(validity(first)).toMatchObject({ validTo: null, status: 'approved' })
    expect(() => pricing.get(second, 'zh-CN')).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  it('writes an audit entry for every step', async () => {
    const first = await draft({}, true)
    const second = await draft({ 生效日期: '2026-06-01' }, true)
    const rows = kernel.db.raw.prepare(`SELECT action FROM audit_entry ORDER BY seq`).all() as { action: string }[]
    expect([first, second].every((id) => id > 0)).toBe(true)
    expect(rows.map(({ action }) => action)).toEqual(['create', 'approve', 'create', 'approve', 'update'])
  })
})

describe('the list of price sheets', () => {
  it('pages, sorts, searches and filters', async () => {
    const kernel = await openTestKernel()
    const pricing = createPricingService(kernel)
    const forms = [
      priceForm({ 报价名称: '甲', 报价编号: 'BJ01' }),
      priceForm({ 报价名称: '乙', 产品: '标快', 生效日期: '2026-03-01', 失效日期: '2026-05-31' }),
      priceForm({ 报价名称: '丙', 用途: '成本', 生效日期: '2026-02-01' }),
      priceForm({ 报价名称: '百分之50_价', 级别: '铂金' }),
    ]
    const { sheets } = await pricing.importForms(forms, { approve: false, resolveAccount: nobody })
    await pricing.approve(sheets.slice(0, 3).map(({ id }) => id ?? 0))
    const names = (input: Partial<Parameters<typeof pricing.list>[0]>) =>
      pricing.list({ ...list, sort: 'validFrom', ...input }).rows.map(({ name }) => name)
    expect(pricing.list(list).total).toBe(4)
    expect(names({ descending: true })[0]).toBe('乙')
    expect(names({ filter: { usage: 'cost' } })).toEqual(['丙'])
    expect(names({ filter: { status: 'draft' } })).toEqual(['百分之50_价'])
    expect(names({ filter: { status: 'expired' } })).toEqual(['乙'])
    expect(names({ filter: { product: '标快' } })).toEqual(['乙'])
    expect(names({ search: 'bj01' })).toEqual(['甲'])
    expect(names({ search: '50_' })).toEqual(['百分之50_价'])
    expect(names({ search: '%' })).toEqual([])
    expect(names({ pageSize: 2, page: 2 })).toHaveLength(2)
    expect(pricing.list(list).rows.find(({ tier }) => tier === 'platinum')?.level).toBe('tier')
    expect(pricing.choices()).toEqual({ products: ['标快'] })
    await kernel.dispose()
  })
})
