import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { priceForm } from './forms'
import { manager, salesman, openReviewBook, type ReviewBook } from './review-book'

describe('the way of a price sheet to its approval', () => {
  let kernel: ReviewBook['kernel']
  let pricing: ReviewBook['pricing']
  let review: ReviewBook['review']
  let account: ReviewBook['account']
  let sheet: ReviewBook['sheet']

  beforeEach(async () => {
    ;({ kernel, pricing, review, account, sheet } = await openReviewBook())
  })
  afterEach(() => kernel.dispose())

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
})
