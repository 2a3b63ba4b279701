import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import { createAccountsService, type AccountsService } from '#core/features/accounts/accounts.service'
import { loadSurnames } from '#core/features/people/person-reading'
import { openTestKernel } from '../support/test-book'

describe('finding a customer', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accounts: AccountsService
  beforeEach(async () => {
    kernel = await openTestKernel()
    accounts = createAccountsService(kernel)
  })
  afterEach(() => kernel.dispose())

  const create = async (name: string, more: object = {}) =>
    (await accounts.create(accountInput.parse({ name, ...more }))).id

  async function addContact(accountId: number, name: string, phone: string): Promise<void> {
    const { pinyin, initials } = (await loadSurnames())(name)
    kernel.db
      .statement(
        `INSERT INTO contact (uid, account_id, name, title, phone, email, note, is_primary, pinyin, initials)
         VALUES (?, ?, ?, '', ?, '', '', 0, ?, ?)`,
      )
      .run(kernel.book.uid(), accountId, name, phone, pinyin, initials)
  }

  const found = (text: string) => accounts.search(text, 10, true)
  const list = (search: string) =>
    accounts
      .list({ page: 1, pageSize: 10, descending: false, search, filter: {}, personal: true })
      .rows.map(({ name }) => name)

  it.each(['_', '-', '%', '——', '（）', '_ -'])(
    '%s alone finds nobody, where blanks leave the list as it is',
    async (sign) => {
      await create('杭州云栖食品有限公司')
      expect(list(sign)).toEqual([])
      expect(list(`云栖 ${sign}`)).toEqual(sign === '%' ? [] : ['杭州云栖食品有限公司'])
      expect(list('  ')).toEqual(['杭州云栖食品有限公司'])
    },
  )

  it.each([
    ['云', 'short-name', '云栖'],
    ['云栖', 'short-name', '云栖'],
    ['云栖食品集团', 'name', '杭州云栖食品（集团）有限公司'],
    ['云栖食品(集团)', 'name', '杭州云栖食品（集团）有限公司'],
    ['hangzhouyunqi', 'name', '杭州云栖食品（集团）有限公司'],
    ['yunqi', 'short-name', '云栖'],
    ['hzyq', 'name', '杭州云栖食品（集团）有限公司'],
    ['YQ', 'short-name', '云栖'],
    ['kh000001', 'code', 'KH000001'],
    ['7559', 'month-account', '7559876540'],
    ['91330100ma', 'uscc', '91330100MA2AXYKL5E'],
    ['旗舰', 'alias', '小云旗舰店'],
    ['xiaoyunqijian', 'alias', '小云旗舰店'],
    ['王丽', 'contact', '王丽华'],
    ['wanglihua', 'contact', '王丽华'],
    ['wlh', 'contact', '王丽华'],
    ['13800001234', 'phone', '王丽华 138-***34'],
    ['1234', 'phone', '王丽华 138-***34'],
    ['+86 138 0000 1234', 'phone', '王丽华 138-***34'],
    ['杭州 云栖 食品', 'name', '杭州云栖食品（集团）有限公司'],
  ])('%s is found by its %s', async (text, kind, matched) => {
    const id = await create('杭州云栖食品（集团）有限公司', {
      shortName: '云栖',
      aliases: ['小云旗舰店'],
      monthAccounts: ['7559876540'],
      uscc: '91330100MA2AXYKL5E',
    })
    await addContact(id, '王丽华', '138-0000-1234')
    await create('宁波海味仓')
    expect(found(text)).toMatchObject([{ id, match: { kind, text: matched } }])
    expect(list(text)).toEqual(['杭州云栖食品（集团）有限公司'])
  })

  it('finds a number only whole for who may not see it: parts would tell it digit by digit', async () => {
    const id = await create('杭州云栖食品（集团）有限公司')
    await addContact(id, '王丽华', '138-0000-1234')
    const masked = { page: 1, pageSize: 10, descending: false, filter: {}, personal: false }
    for (const part of ['1234', '138', '3800001234', '1380000123']) {
      expect(accounts.search(part, 10, false)).toEqual([])
      expect(accounts.list({ ...masked, search: part }).total).toBe(0)
    }
    expect(accounts.search('13800001234', 10, false)).toMatchObject([{ id, match: { kind: 'phone' } }])
    expect(accounts.list({ ...masked, search: '138 0000 1234' }).total).toBe(1)
    expect(accounts.search('王丽', 10, false)).toMatchObject([{ id }])
  })

  it('puts a whole code before a whole name, a beginning before a part, and contacts last', async () => {
    await create('YQ8物流园', { code: 'A-1' })
    await create('大YQ8', { code: 'A-2' })
    await create('YQ8', { code: 'A-3' })
    await create('别家', { code: 'YQ8' })
    await addContact(await create('又一家', { code: 'A-4' }), 'YQ8先生', '')
    expect(found('yq8').map(({ code }) => code)).toEqual(['YQ8', 'A-3', 'A-1', 'A-4', 'A-2'])
  })

  it('tells a telephone masked to everybody: in full it stands only where seeing it is audited', async () => {
    await addContact(await create('甲'), '王丽华', '13800001234、0571-88886666')
    for (const personal of [true, false])
      expect(accounts.search('13800001234', 10, personal)[0]?.match?.text).toBe('王丽华 138****1234')
    expect(accounts.search('057188886666', 10, false)[0]?.match?.text).not.toContain('8888')
  })

  it('offers the first by code while nothing is typed, and nobody for what nobody is called', async () => {
    await create('乙', { code: 'B' })
    await create('甲', { code: 'A' })
    expect(found('').map(({ code, match }) => [code, match])).toEqual([
      ['A', null],
      ['B', null],
    ])
    expect(found('（）').map(({ code }) => code)).toEqual(['A', 'B'])
    expect(found('zzzz')).toEqual([])
    expect(found('%')).toEqual([])
  })

  it('reads the names of an older book once they are asked for', async () => {
    const id = await create('云栖食品有限公司', { shortName: '云栖' })
    kernel.db.raw.exec('UPDATE account_key SET pinyin = NULL, initials = NULL, core = NULL, core_pinyin = NULL')
    expect(found('yunqi')).toEqual([])
    expect(found('云栖')).toHaveLength(1)
    await Promise.all([accounts.readNames(), accounts.readNames()])
    expect(found('yunqi').map((hit) => hit.id)).toEqual([id])
    expect(kernel.db.raw.prepare(`SELECT core, core_pinyin FROM account_key WHERE kind = 'name'`).raw().all()).toEqual([
      ['云栖食品', 'yunqishipin'],
    ])
  })

  it('forgets who was removed and knows him again when he is restored', async () => {
    const id = await create('云栖')
    await accounts.remove([id])
    expect(found('云栖')).toEqual([])
    await accounts.restore([id])
    expect(found('云栖')).toHaveLength(1)
  })

  it('holds after any order of writes what it would hold if it were made anew', async () => {
    const ids = [await create('甲一'), await create('乙二')]
    const names = ['云栖食品', '沃格（小家电）', 'ABC 物流']
    const write = fc.oneof(
      fc.record({ kind: fc.constant('key' as const), account: fc.nat(1), name: fc.nat(2) }),
      fc.record({ kind: fc.constant('contact' as const), account: fc.nat(1), name: fc.nat(2) }),
      fc.record({ kind: fc.constant('move' as const), account: fc.nat(1), name: fc.nat(2) }),
      fc.record({ kind: fc.constant('drop' as const), account: fc.nat(1), name: fc.nat(2) }),
      fc.record({ kind: fc.constant('remove' as const), account: fc.nat(1), name: fc.nat(2) }),
    )
    const { db } = kernel
    const id = (index: number) => ids[index] ?? 0
    const stored = () =>
      db.raw
        .prepare('SELECT account_id, own, people FROM account_search ORDER BY account_id')
        .all()
        .map((row) => entriesOf(row as { account_id: number; own: string; people: string }))
    const writes = {
      key: (account: number, name: string) =>
        db
          .statement(
            `INSERT INTO account_key (account_id, kind, text, match_key, pinyin, initials) VALUES (?, 'alias', ?, ?, 'p', NULL)`,
          )
          .run(id(account), name, name),
      contact: (account: number, name: string) =>
        db
          .statement(
            `INSERT INTO contact (uid, account_id, name, title, phone, email, note, is_primary) VALUES (?, ?, ?, '', '1、2', '', '', 0)`,
          )
          .run(kernel.book.uid(), id(account), name),
      move: (account: number) => db.statement('UPDATE contact SET account_id = ?, phone = phone || 3').run(id(account)),
      drop: (account: number, name: string) => {
        db.statement('DELETE FROM account_key WHERE account_id = ? AND text = ?').run(id(account), name)
        db.statement('DELETE FROM contact WHERE account_id = ? AND name = ?').run(id(account), name)
        db.statement(`UPDATE account SET uscc = uscc || '9' WHERE id = ?`).run(id(account))
      },
      remove: (account: number) =>
        db
          .statement(`UPDATE account SET deleted_at = iif(deleted_at IS NULL, 'x', NULL) WHERE id = ?`)
          .run(id(account)),
    }
    fc.assert(
      fc.property(fc.array(write, { maxLength: 12 }), (steps) => {
        for (const { kind, account, name } of steps) writes[kind](account, names[name] ?? '')
        const kept = stored()
        for (const one of ids) {
          // Removing and restoring makes the text anew from the rows.
          const live = db.statement(`UPDATE account SET deleted_at = 'x' WHERE id = ? AND deleted_at IS NULL`).run(one)
          if (live.changes === 1) db.statement('UPDATE account SET deleted_at = NULL WHERE id = ?').run(one)
        }
        expect(kept).toEqual(stored())
      }),
      { numRuns: 60 },
    )
  })
})

/** The entries of a searched text whatever their order. */
function entriesOf({ account_id, own, people }: { account_id: number; own: string; people: string }) {
  return [account_id, own.split('\n').toSorted(), people.split('\n').toSorted()]
}
