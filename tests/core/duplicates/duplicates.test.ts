import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput, type AccountInput } from '#shared/contract/accounts'
import { createAccountsService, type AccountsService } from '#core/features/accounts/accounts.service'
import { createDuplicatesService, type DuplicatesService } from '#core/features/duplicates/duplicates.service'
import { openTestKernel } from '../support/test-book'
import { insertAnyRow } from './any-row'

describe('finding duplicates', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accounts: AccountsService
  let duplicates: DuplicatesService
  beforeEach(async () => {
    kernel = await openTestKernel()
    accounts = createAccountsService(kernel)
    duplicates = createDuplicatesService(kernel, accounts)
  })
  afterEach(() => kernel.dispose())

  const create = async (more: Partial<AccountInput> & { name: string }, phone = '') => {
    const { id } = await accounts.create(accountInput.parse(more))
    if (phone !== '')
      insertAnyRow(kernel.db, 'contact', { account_id: id, name: '王丽华', phone, title: '', email: '' })
    return id
  }
  const pairs = async (filter = {}, personal = true) =>
    (await duplicates.list({ page: 1, pageSize: 50, search: '', filter }, personal)).rows

  it.each<[string, [Partial<AccountInput>, string?], [Partial<AccountInput>, string?], string[], string | null]>([
    [
      'the same credit code',
      [{ name: '甲', uscc: '91330100MA2AXYKL5E' }],
      [{ name: '乙', uscc: '91330100ma2axykl5e' }],
      ['uscc'],
      'strong',
    ],
    [
      'a code that is the other one’s month account',
      [{ name: '甲', code: 'A1' }],
      [{ name: '乙', monthAccounts: ['a-1'] }],
      ['code'],
      'likely',
    ],
    ['the same name but for brackets', [{ name: '云栖（食品）' }], [{ name: '云栖 食品' }], ['name'], 'likely'],
    [
      'an alias that is the other one’s name',
      [{ name: '甲', aliases: ['云栖食品'] }],
      [{ name: '云栖食品' }],
      ['name'],
      'likely',
    ],
    [
      'the same name without region and legal form',
      [{ name: '杭州云栖食品有限公司' }],
      [{ name: '云栖食品' }],
      ['core'],
      'likely',
    ],
    [
      'the same in another city',
      [{ name: '云栖食品', city: '杭州市' }],
      [{ name: '云栖食品有限公司', city: '宁波市' }],
      ['core'],
      'weak',
    ],
    ['a name that sounds the same', [{ name: '云栖食品' }], [{ name: '云奇食品' }], ['sound'], 'weak'],
    [
      'the same telephone',
      [{ name: '甲' }, '138-0000-1000'],
      [{ name: '乙' }, '0571-1234567、+86 13800001000'],
      ['phone'],
      'likely',
    ],
    [
      'name and telephone',
      [{ name: '云栖食品' }, '13800001000'],
      [{ name: '云栖食品有限公司' }, '13800001000'],
      ['core', 'phone'],
      'strong',
    ],
    [
      'another credit code',
      [{ name: '云栖食品', uscc: '91330100MA2AXYKL5E' }],
      [{ name: '云栖食品公司', uscc: '91330106MA27XG0X1N' }],
      ['core'],
      'weak',
    ],
    ['nothing', [{ name: '云栖食品' }, '123'], [{ name: '沃格家电' }, '123'], [], null],
    ['two short names that sound the same', [{ name: '云栖' }], [{ name: '云奇' }], [], null],
  ])('%s', async (_what, one, two, reasons, strength) => {
    await create({ name: '', ...one[0] }, one[1])
    await create({ name: '', ...two[0] }, two[1])
    const found = await pairs()
    expect(found.map((pair) => [pair.reasons.map(({ reason }) => reason), pair.strength])).toEqual(
      strength === null ? [] : [[reasons, strength]],
    )
  })

  it('thinks less of a pair within one group', async () => {
    const head = await create({ name: '锦裳集团' }, '13800001000')
    await create({ name: '锦裳电商', groupId: head }, '13800001000')
    expect((await pairs()).map(({ strength }) => strength)).toEqual(['weak'])
  })

  it('remembers that two are two until it is taken back', async () => {
    const one = await create({ name: '云栖食品' })
    const two = await create({ name: '云栖食品有限公司' })
    expect(await duplicates.count()).toEqual({ strong: 0, likely: 1, weak: 0 })
    await duplicates.apart({ first: two, second: one })
    await duplicates.apart({ first: one, second: two })
    expect(await pairs()).toEqual([])
    expect((await pairs({ apart: true }))[0]?.apart).toMatchObject({ actor: 'tester' })
    await duplicates.together({ first: one, second: two })
    expect(await pairs()).toHaveLength(1)
    await duplicates.apart({ first: one, second: two })
    expect(await pairs()).toEqual([])
    const actions = kernel.db.raw
      .prepare(`SELECT action FROM audit_entry WHERE action <> 'create' ORDER BY seq`)
      .pluck()
    expect(actions.all()).toEqual(['apart', 'apart', 'together', 'together', 'apart', 'apart'])
  })

  it('proposes to keep who has the waybills, narrows by text and hides telephones', async () => {
    await create({ name: '云栖食品' }, '13800001000')
    const two = await create({ name: '云栖食品有限公司' }, '13800001000')
    await create({ name: '沃格家电' })
    await create({ name: '沃格家电有限公司' })
    kernel.db
      .statement(`INSERT INTO account_month VALUES (?, '2026-10', 5, 5, 0, 0, 0, 0, 0, 0, 0, '2026-10-09')`)
      .run(two)
    const [pair] = await pairs({ reason: 'phone' }, false)
    expect(pair?.first).toMatchObject({ id: two, tickets: 5, lastShippedOn: '2026-10-09' })
    expect(pair?.reasons.find(({ reason }) => reason === 'phone')?.text).toBe('138****1000')
    const found = await duplicates.list({ page: 1, pageSize: 10, search: 'wogejiadian', filter: {} }, true)
    expect(found.total).toBe(1)
  })

  it('takes of a big block every one with the first only', async () => {
    for (let index = 0; index < 9; index++) await create({ name: `第${index}家` }, '13800001000')
    expect(await pairs()).toHaveLength(8)
  })

  it('compares field by field and proposes what is not empty', async () => {
    const kept = await create({
      name: '甲',
      manager: '',
      industry: '食品',
      province: '浙江省',
      city: '杭州市',
      tags: ['A'],
    })
    const other = await create({ name: '乙', manager: '王海涛', industry: '图书', province: '浙江省', tags: ['B'] })
    insertAnyRow(kernel.db, 'plan', { account_id: other })
    const { fields, rows } = duplicates.compare(kept, other)
    const field = (name: string) => fields.find((one) => one.field === name)
    expect(field('manager')).toMatchObject({ how: 'choose', kept: '', other: '王海涛', proposed: 'other' })
    expect(field('industry')).toMatchObject({ kept: '食品', other: '图书', proposed: 'kept' })
    expect(field('province')).toMatchObject({ kept: '浙江省 杭州市', other: '浙江省' })
    expect(field('tags')).toMatchObject({ how: 'unite', united: ['A', 'B'] })
    expect(field('aliases')).toMatchObject({ united: ['乙'] })
    expect(field('uscc')).toBeUndefined()
    expect(rows).toEqual([{ link: 'plan', moved: 1, stays: 0 }])
  })
})
