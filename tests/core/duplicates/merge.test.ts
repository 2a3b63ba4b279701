import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput, type AccountInput } from '#shared/contract/accounts'
import type { MergeInput } from '#shared/contract/duplicates'
import { accountLinks } from '#core/db/account-links'
import { createAccountsService, type AccountsService } from '#core/features/accounts/accounts.service'
import { mergeAccounts } from '#core/features/duplicates/merge-task'
import { undoMerge } from '#core/features/duplicates/merge-undo'
import { recomputeMonths } from '#core/features/waybills/account-waybills'
import { createWaybillsService } from '#core/features/waybills/waybills.service'
import { openTestKernel } from '../support/test-book'
import { insertAnyRow } from './any-row'

const quiet = { report: () => {}, signal: new AbortController().signal }

describe('merging two customers', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accounts: AccountsService
  beforeEach(async () => {
    kernel = await openTestKernel()
    accounts = createAccountsService(kernel)
  })
  afterEach(() => kernel.dispose())

  const create = async (more: Partial<AccountInput> & { name: string }) =>
    (await accounts.create(accountInput.parse(more))).id

  const merge = (keptId: number, otherId: number, choices: MergeInput['choices'] = {}) =>
    mergeAccounts(
      kernel,
      {
        keptId,
        keptVersion: accounts.detail(keptId).version,
        otherId,
        otherVersion: accounts.detail(otherId).version,
        choices,
      },
      quiet,
    )

  const undo = (id: number) => undoMerge(kernel, { merge: id }, quiet)

  const owners = (table: string) =>
    kernel.db.raw.prepare(`SELECT account_id FROM ${table} ORDER BY id`).pluck().all() as number[]

  function addWaybills(accountId: number, months: string[], batch = batchId()): void {
    for (const month of months) {
      insertAnyRow(kernel.db, 'waybill', {
        account_id: accountId,
        batch_id: batch,
        month,
        shipped_on: `${month}-05`,
        line_kind: 'freight',
        status: 'rated',
        revenue_fen: 1000 + accountId,
        cost_fen: 700,
        province: '330000',
        product: '标快',
      })
    }
    recomputeMonths(kernel.db, [accountId], [...new Set(months)])
  }

  function batchId(): number {
    insertAnyRow(kernel.db, 'import_batch', { kind: 'waybills', state: 'visible', counts: '{}', options: '{}' })
    return kernel.db.raw.prepare('SELECT max(id) FROM import_batch').pluck().get() as number
  }

  it('unites codes and names, takes what was chosen, and old files find the kept one', async () => {
    const kept = await create({ name: '云栖食品有限公司', aliases: ['云栖'], tags: ['重点保障'], manager: '王海涛' })
    const other = await create({
      name: '杭州云栖食品',
      shortName: '小云',
      monthAccounts: ['5710300001'],
      tags: ['重点保障', '价格敏感'],
      manager: '李雪梅',
      uscc: '91330100MA2AXYKL5E',
    })
    await merge(kept, other, { manager: 'other' })
    expect(accounts.detail(kept)).toMatchObject({
      code: 'KH000001',
      name: '云栖食品有限公司',
      aliases: ['云栖', '杭州云栖食品'],
      shortName: '小云',
      monthAccounts: ['5710300001', 'KH000002'],
      tags: ['重点保障', '价格敏感'],
      manager: '李雪梅',
      uscc: '91330100MA2AXYKL5E',
    })
    expect(accounts.detail(other)).toMatchObject({ mergedInto: { id: kept, code: 'KH000001' } })
    for (const [code, name] of [
      ['KH000002', ''],
      ['5710300001', ''],
      ['', '杭州云栖食品'],
      ['', '小云'],
    ] as const) {
      expect(accounts.matcher().match(code, '', name)).toEqual({ kind: 'found', accountId: kept })
    }
  })

  it('may take the other one’s code and name; its own stay as another', async () => {
    const kept = await create({ name: '甲' })
    const other = await create({ name: '乙', code: 'YI-1' })
    const { merge: id } = await merge(kept, other, { code: 'other', name: 'other' })
    expect(accounts.detail(kept)).toMatchObject({
      code: 'YI-1',
      name: '乙',
      aliases: ['甲'],
      monthAccounts: ['KH000001'],
    })
    await undo(id)
    expect(accounts.detail(kept)).toMatchObject({ code: 'KH000001', name: '甲', aliases: [], monthAccounts: [] })
    expect(accounts.detail(other)).toMatchObject({ code: 'YI-1', name: '乙', deletedAt: null, mergedInto: null })
  })

  it('takes waybills with both rollups, approved prices and plans along', async () => {
    const kept = await create({ name: '甲' })
    const other = await create({ name: '乙' })
    addWaybills(kept, ['2026-01', '2026-02'])
    addWaybills(other, ['2026-02', '2026-02', '2026-03'])
    insertAnyRow(kernel.db, 'price_sheet', { account_id: other, status: 'approved', sheet: '{}' })
    insertAnyRow(kernel.db, 'price_sheet', { account_id: other, status: 'draft', stage: 'submitted', sheet: '{}' })
    insertAnyRow(kernel.db, 'plan', { account_id: kept, period: '2026H1' })
    insertAnyRow(kernel.db, 'plan', { account_id: other, period: '2026H1' })
    insertAnyRow(kernel.db, 'plan', { account_id: other, period: '2026H2' })
    const verified = () => createWaybillsService(kernel, accounts).verifyRollups()
    const { merge: id, count } = await merge(kept, other)
    expect(count).toBe(3)
    expect(new Set(owners('waybill'))).toEqual(new Set([kept]))
    expect(owners('price_sheet')).toEqual([kept, kept])
    expect(owners('plan')).toEqual([kept, other, kept])
    expect(verified()).toMatchObject({ wrong: 0 })
    expect(
      kernel.db.raw.prepare(`SELECT account_id, month, tickets FROM account_month ORDER BY month`).raw().all(),
    ).toEqual([
      [kept, '2026-01', 1],
      [kept, '2026-02', 3],
      [kept, '2026-03', 1],
    ])
    await undo(id)
    expect(owners('price_sheet')).toEqual([other, other])
    expect(verified()).toMatchObject({ wrong: 0 })
  })

  it('still never lets an approved price change its customer by itself', async () => {
    const kept = await create({ name: '甲' })
    const other = await create({ name: '乙' })
    insertAnyRow(kernel.db, 'price_sheet', { account_id: other, status: 'approved', sheet: '{}' })
    expect(() => kernel.db.raw.prepare('UPDATE price_sheet SET account_id = ?').run(kept)).toThrow(/never edited/)
    const { merge: id } = await merge(kept, other)
    const third = await create({ name: '丙' })
    expect(() => kernel.db.raw.prepare('UPDATE price_sheet SET account_id = ?').run(third)).toThrow(/never edited/)
    expect(() => kernel.db.raw.prepare(`UPDATE price_sheet SET valid_from = '2000-01-01'`).run()).toThrow(
      /never edited/,
    )
    await undo(id)
    expect(owners('price_sheet')).toEqual([other])
  })

  it('takes contacts over, one main contact stays, and who is known already is not doubled', async () => {
    const kept = await create({ name: '甲' })
    const other = await create({ name: '乙' })
    const contact = (account_id: number, name: string, phone: string) =>
      insertAnyRow(kernel.db, 'contact', { account_id, name, phone, is_primary: 1, title: '', email: '', note: '' })
    contact(kept, '王丽华', '13800001000')
    contact(other, '王丽华', '13800001000')
    contact(other, '张建军', '13800001001')
    const { merge: id } = await merge(kept, other)
    const rows = () => kernel.db.raw.prepare('SELECT account_id, name, is_primary FROM contact ORDER BY id').raw().all()
    expect(rows()).toEqual([
      [kept, '王丽华', 1],
      [other, '王丽华', 1],
      [kept, '张建军', 0],
    ])
    expect(accounts.search('zhangjianjun', 5, true)).toEqual([])
    expect(accounts.search('张建军', 5, true).map(({ id: found }) => found)).toEqual([kept])
    await undo(id)
    expect(rows()[2]).toEqual([other, '张建军', 1])
  })

  it('hangs members of a group under the kept one and refuses a circle', async () => {
    const kept = await create({ name: '甲' })
    const other = await create({ name: '乙' })
    const child = await create({ name: '丙', groupId: other })
    const { merge: id } = await merge(kept, other)
    expect(accounts.detail(child).groupId).toBe(kept)
    await undo(id)
    expect(accounts.detail(child).groupId).toBe(other)
    const low = await create({ name: '丁', groupId: child })
    await expect(merge(low, other)).rejects.toMatchObject({ code: 'group-circle' })
    expect(accounts.detail(other).deletedAt).toBeNull()
  })

  it('refuses what does not fit, and restoring who was merged away', async () => {
    const [kept, other] = [await create({ name: '甲' }), await create({ name: '乙' })]
    await expect(merge(kept, kept)).rejects.toMatchObject({ code: 'merge-same' })
    const stale = { keptId: kept, keptVersion: 99, otherId: other, otherVersion: 1, choices: {} }
    await expect(mergeAccounts(kernel, stale, quiet)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await merge(kept, other)
    await expect(accounts.restore([other])).rejects.toMatchObject({ code: 'account-merged' })
    await expect(merge(kept, other)).rejects.toMatchObject({ code: 'merge-removed' })
  })

  it('refuses an undo that something later stands in the way of, and says what', async () => {
    const [kept, other, third] = [
      await create({ name: '甲' }),
      await create({ name: '乙', manager: '李雪梅' }),
      await create({ name: '丙' }),
    ]
    const { merge: first } = await merge(kept, other)
    const change = (more: Partial<AccountInput>) => {
      const { version, ...now } = accounts.detail(kept)
      return accounts.update(kept, version, accountInput.parse({ ...now, ...more }))
    }
    await change({ manager: '王海涛' })
    await expect(undo(first)).rejects.toMatchObject({
      code: 'merge-changed-since',
      params: { merged: '李雪梅', now: '王海涛' },
    })
    await change({ manager: '李雪梅', note: '后来写的', aliases: ['乙', '后来的'] })
    const { merge: second } = await merge(third, kept)
    await expect(undo(first)).rejects.toMatchObject({ code: 'merge-later-first', params: { name: '丙' } })
    await undo(second)
    await undo(first)
    expect(accounts.detail(kept)).toMatchObject({ manager: '', note: '后来写的', aliases: ['后来的'] })
    await expect(undo(first)).rejects.toMatchObject({ code: 'merge-undone' })
    const { merge: again } = await merge(kept, other)
    await create({ name: '丁', code: 'KH000002' })
    await expect(undo(again)).rejects.toMatchObject({
      code: 'duplicate-code',
      params: { code: 'KH000002', name: '丁' },
    })
  })

  it('writes both sides into the audit trail', async () => {
    const [kept, other] = [await create({ name: '甲' }), await create({ name: '乙' })]
    const { merge: id } = await merge(kept, other)
    await undo(id)
    const actions = kernel.db.raw.prepare('SELECT action FROM audit_entry ORDER BY seq').pluck().all()
    expect(actions).toEqual(['create', 'create', 'merge', 'merged-away', 'unmerge', 'unmerge'])
  })

  it('and taking it back is as if nothing had been, whatever both had in any table', async () => {
    const moved = accountLinks.filter(({ how, table }) => how === 'moved' && !['account', 'waybill'].includes(table))
    const side = fc.constantFrom('kept' as const, 'other' as const)
    const rows = fc.array(fc.tuple(fc.nat(moved.length - 1), side), { maxLength: 25 })
    const fields = fc.record({
      aliases: fc.uniqueArray(fc.constantFrom('云栖', '小云', '大云'), { maxLength: 3 }),
      monthAccounts: fc.uniqueArray(fc.constantFrom('57101', '57102'), { maxLength: 2 }),
      tags: fc.uniqueArray(fc.constantFrom('价格敏感', '夜间取件'), { maxLength: 2 }),
      team: fc.array(fc.constantFrom({ name: '李雪梅', role: '客服', since: null, until: null }), { maxLength: 1 }),
      manager: fc.constantFrom('', '王海涛', '李雪梅'),
      tier: fc.constantFrom(null, 'gold' as const, 'iron' as const),
      shortName: fc.constantFrom('', '云', '栖'),
      lifecycle: fc.constantFrom('active' as const, 'developing' as const),
      creditDays: fc.constantFrom(null, 0, 30),
    })
    const choices = fc.dictionary(
      fc.constantFrom('code', 'name', 'shortName', 'manager', 'tier', 'lifecycle', 'creditDays'),
      side,
    )
    const months = fc.array(fc.constantFrom('2026-01', '2026-02', '2026-03'), { maxLength: 4 })
    let number = 0
    await fc.assert(
      fc.asyncProperty(fields, fields, rows, choices, months, months, async (mine, its, extra, chosen, m1, m2) => {
        number += 1
        const kept = await create({ ...mine, name: `甲${number}` })
        const other = await create({ ...its, name: `乙${number}` })
        for (const [index, whose] of extra) {
          const link = moved[index]
          if (!link) continue
          const owner = accounts.detail(whose === 'kept' ? kept : other)
          try {
            insertAnyRow(kernel.db, link.table, { [link.column]: link.byUid ? owner.uid : owner.id })
          } catch (cause) {
            // The second row of a kind of which a customer has but one.
            if (!String(cause).includes('UNIQUE')) throw cause
          }
        }
        addWaybills(kept, m1)
        addWaybills(other, m2)
        const before = everything()
        const { merge: id } = await merge(kept, other, chosen)
        const search = searched()
        expect(search.has(other)).toBe(false)
        await undo(id)
        expect(everything()).toEqual(before)
      }),
      { numRuns: 25 },
    )
  })

  function searched(): Set<number> {
    return new Set(kernel.db.raw.prepare('SELECT account_id FROM account_search').pluck().all() as number[])
  }

  /** All rows of all tables a merge touches, without what says who and when; keys that are written anew without their number. */
  function everything() {
    const tables = new Set([...accountLinks.map(({ table }) => table), 'account_month', 'account_month_lane'])
    const passing = new Set(['hlc', 'version', 'updated_at'])
    const renewed = new Set(['account_key', 'account_member'])
    return Object.fromEntries(
      [...tables].map((table) => {
        const rows = kernel.db.raw.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]
        const dropped = renewed.has(table) ? new Set([...passing, 'id', 'uid']) : passing
        const texts = rows.map((row) =>
          JSON.stringify(
            Object.entries(row).filter(
              ([name]) => !dropped.has(name) || (table === 'price_sheet' && name === 'version'),
            ),
          ),
        )
        return [table, texts.toSorted()]
      }),
    )
  }
})
