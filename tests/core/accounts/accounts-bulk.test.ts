import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BulkEdit } from '#shared/contract/account-bulk'
import { type AccountInput, accountInput } from '#shared/contract/accounts'
import { type AccountsBulk, createAccountsBulk } from '#core/features/accounts/accounts-bulk'
import { type AccountsService, createAccountsService } from '#core/features/accounts/accounts.service'
import { createCustomFieldsService } from '#core/features/custom-fields/custom-fields.service'
import { openTestKernel } from '../support/test-book'

describe('one field of many customers', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accounts: AccountsService
  let bulk: AccountsBulk
  let ids: number[]
  beforeEach(async () => {
    kernel = await openTestKernel()
    accounts = createAccountsService(kernel)
    bulk = createAccountsBulk(kernel, accounts)
    ids = []
    for (const [name, more] of [
      ['甲', { manager: '王海涛', tags: ['电商', '旺季'] }],
      ['乙', { manager: '李雪梅', tags: ['电商'] }],
      ['丙', { manager: '王海涛', industry: '食品' }],
    ] as const) {
      ids.push((await accounts.create(accountInput.parse({ name: `${name}公司`, ...more }))).id)
    }
  })
  afterEach(() => kernel.dispose())

  const run = async (edit: BulkEdit, target: Parameters<AccountsBulk['preview']>[0]['target'] = { ids }) => {
    const { changing } = await bulk.preview({ target, edit })
    return bulk.change({ target, edit, expected: changing })
  }
  const all = <K extends keyof AccountInput>(field: K) => ids.map((id) => accounts.detail(id)[field])
  const updates = () =>
    kernel.db.raw
      .prepare(`SELECT count(*) FROM audit_entry WHERE entity = 'account' AND action = 'update'`)
      .pluck()
      .get()

  it('tells how many change and how many are so already, and writes exactly those, one entry each', async () => {
    const edit: BulkEdit = { field: 'manager', value: '李雪梅' }
    expect(await bulk.preview({ target: { ids }, edit })).toEqual({ changing: 2, same: 1, refused: [] })
    expect(all('manager')).toEqual(['王海涛', '李雪梅', '王海涛'])
    expect(await run(edit)).toMatchObject({ changed: 2, refused: [] })
    expect(all('manager')).toEqual(['李雪梅', '李雪梅', '李雪梅'])
    expect(updates()).toBe(2)
  })

  it('takes everybody who fits a filter, and refuses when those are others than previewed', async () => {
    const target = { filter: { manager: '王海涛' }, search: '' }
    const edit: BulkEdit = { field: 'creditDays', value: 45 }
    expect(await bulk.preview({ target, edit })).toMatchObject({ changing: 2 })
    await accounts.create(accountInput.parse({ name: '丁公司', manager: '王海涛' }))
    await expect(bulk.change({ target, edit, expected: 2 })).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(all('creditDays')).toEqual([null, null, null])
    await run(edit, target)
    expect(all('creditDays')).toEqual([45, null, 45])
  })

  it('adds and removes tags without touching the others', async () => {
    await run({ field: 'tags', add: ['重点', '电商'], remove: ['旺季'] })
    expect(all('tags')).toEqual([
      ['电商', '重点'],
      ['电商', '重点'],
      ['重点', '电商'],
    ])
  })

  it('refuses one by one what a form would refuse, and says why', async () => {
    await accounts.update(ids[0] ?? 0, 1, {
      ...accountInput.parse({ name: '甲公司' }),
      lifecycle: 'paused',
      lifecycleReason: '停产',
    })
    const edit: BulkEdit = { field: 'lifecycle', value: 'lost', since: '2026-11-01', reason: '转给别家' }
    const seen = await bulk.preview({ target: { ids }, edit })
    expect(seen.changing).toBe(0)
    expect(seen.refused.map(({ reason }) => reason.code)).toEqual(['lifecycle-day', 'lifecycle-day', 'lifecycle-day'])
    const noReason = await bulk.preview({ target: { ids }, edit: { ...edit, since: null, reason: '' } })
    expect(noReason.refused.map(({ reason }) => reason.code)).toEqual(Array(3).fill('lifecycle-reason'))
    const unknown = await bulk.preview({ target: { ids }, edit: { field: 'stage', value: '没有这一项' } })
    expect(unknown.refused[0]?.reason.code).toBe('unknown-choice')
    await accounts.remove([ids[1] ?? 0])
    const gone = await bulk.preview({ target: { ids }, edit: { field: 'manager', value: '周婷婷' } })
    expect(gone).toMatchObject({ changing: 2, refused: [{ name: '乙公司', reason: { code: 'not-found' } }] })
  })

  it('puts a state back as if it had never been, and everything else too', async () => {
    const once = ids.map((id) => accounts.detail(id).lifecycleHistory)
    const lost = await run({ field: 'lifecycle', value: 'lost', since: null, reason: '转给别家' })
    expect(all('lifecycle')).toEqual(['lost', 'lost', 'lost'])
    expect(await bulk.undo(lost.bulk)).toEqual({ undone: 3, kept: [] })
    expect(ids.map((id) => accounts.detail(id).lifecycleHistory)).toEqual(once)
    await expect(bulk.undo(lost.bulk)).rejects.toMatchObject({ code: 'already-undone' })
    const tagged = await run({ field: 'tags', add: ['重点'], remove: ['电商', '旺季'] })
    await bulk.undo(tagged.bulk)
    expect(all('tags')).toEqual([['电商', '旺季'], ['电商'], []])
  })

  it('leaves those alone in the undo who were edited since, and names them', async () => {
    const { bulk: number } = await run({ field: 'industry', value: '家电' })
    const { id, uid: _uid, version, ...detail } = accounts.detail(ids[1] ?? 0)
    await accounts.update(id, version, accountInput.parse({ ...detail, note: '改过' }))
    const answer = await bulk.undo(number)
    expect(answer).toMatchObject({ undone: 2, kept: [{ name: '乙公司' }] })
    expect(all('industry')).toEqual(['', '家电', '食品'])
  })

  it('sets a field of the branch, also where another required one is still empty', async () => {
    const fields = createCustomFieldsService(kernel)
    const make = (name: string, required: boolean) =>
      fields.create({ name, type: 'number', unit: '%', decimals: 1, options: [], required, inList: false })
    const rebate = await make('返点', false)
    const needed = await make('必填项', true)
    expect(await run({ field: 'custom', uid: rebate.uid, value: '2.5' })).toMatchObject({ changed: 3 })
    expect(all('custom').map((one) => one[rebate.uid])).toEqual(['2.5', '2.5', '2.5'])
    const preview = (uid: string, value: string) =>
      bulk.preview({ target: { ids }, edit: { field: 'custom', uid, value } })
    await expect(preview(rebate.uid, '很多')).rejects.toMatchObject({ code: 'invalid-custom' })
    await expect(preview(needed.uid, '')).rejects.toMatchObject({ code: 'missing-custom' })
    const { bulk: number } = await run({ field: 'custom', uid: rebate.uid, value: '' })
    expect(all('custom').map((one) => one[rebate.uid] ?? '')).toEqual(['', '', ''])
    await bulk.undo(number)
    expect(all('custom').map((one) => one[rebate.uid])).toEqual(['2.5', '2.5', '2.5'])
  })

  it('takes 5,000 customers at most', async () => {
    kernel.db.raw.exec(`
      CREATE TEMP TABLE many AS
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
        SELECT account.*, i FROM account, n WHERE account.code = 'KH000001';
      UPDATE many SET id = NULL, uid = 'many-' || i, code = 'M' || i;
      ALTER TABLE many DROP COLUMN i;
      INSERT INTO account SELECT * FROM many;`)
    const work = { target: { filter: {}, search: '' }, edit: { field: 'manager', value: '周婷婷' } as const }
    await expect(bulk.preview(work)).rejects.toMatchObject({
      code: 'bulk-too-many',
      params: { count: 5003, max: 5000 },
    })
  })
})
