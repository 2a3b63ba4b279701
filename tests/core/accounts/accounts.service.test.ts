import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import { createAccountsService, type AccountsService } from '#core/features/accounts/accounts.service'
import { auditPage } from '#core/features/system/system.repository'
import { openTestKernel } from '../support/test-book'

describe('the customer archive', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accounts: AccountsService
  beforeEach(async () => {
    kernel = await openTestKernel()
    accounts = createAccountsService(kernel)
  })
  afterEach(() => kernel.dispose())

  const input = (more: object) => accountInput.parse({ name: '杭州云栖食品有限公司', ...more })

  it('gives codes in order and refuses one that is taken', async () => {
    expect((await accounts.create(input({}))).code).toBe('KH000001')
    expect((await accounts.create(input({ name: '乙' }))).code).toBe('KH000002')
    await expect(accounts.create(input({ name: '丙', code: 'KH000001' }))).rejects.toMatchObject({
      code: 'duplicate-code',
      field: 'code',
    })
  })

  it('writes down field by field what an update changed, and nothing for none', async () => {
    const made = await accounts.create(input({ manager: '王海涛' }))
    await accounts.update(made.id, made.version, input({ code: made.code, manager: '李雪梅' }))
    const { rows } = auditPage(kernel.db, { entity: 'account', entityUid: made.uid, page: 1, pageSize: 10 })
    expect(rows.map(({ action }) => action)).toEqual(['update', 'create'])
    expect(JSON.parse(rows[0]?.value ?? '{}')).toMatchObject({
      changes: [{ field: 'manager', old: '王海涛', new: '李雪梅' }],
    })
    const current = accounts.detail(made.id)
    await accounts.update(made.id, current.version, input({ code: made.code, manager: '李雪梅' }))
    expect(accounts.detail(made.id).version).toBe(current.version)
  })

  it('refuses to overwrite what someone else changed meanwhile', async () => {
    const made = await accounts.create(input({}))
    await accounts.update(made.id, made.version, input({ code: made.code, note: '甲' }))
    await expect(accounts.update(made.id, made.version, input({ code: made.code, note: '乙' }))).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    expect(accounts.detail(made.id).note).toBe('甲')
  })

  it('removes with undo; a code used again meanwhile refuses the undo', async () => {
    const made = await accounts.create(input({ aliases: ['云栖电商'] }))
    expect(await accounts.remove([made.id])).toEqual([made.id])
    expect(accounts.list({ page: 1, pageSize: 10, descending: false, search: '', filter: {} }).total).toBe(0)
    expect(accounts.matcher().match('', '', '云栖电商').kind).toBe('none')
    await accounts.restore([made.id])
    expect(accounts.matcher().match('', '', '云栖电商')).toEqual({ kind: 'found', accountId: made.id })
    await accounts.remove([made.id])
    await accounts.create(input({ name: '别人', code: made.code }))
    await expect(accounts.restore([made.id])).rejects.toMatchObject({ code: 'duplicate-code' })
  })

  it('refuses a group that would contain itself', async () => {
    const parent = await accounts.create(input({}))
    const child = await accounts.create(input({ name: '子公司', groupId: parent.id }))
    await expect(
      accounts.update(parent.id, parent.version, input({ code: parent.code, groupId: child.id })),
    ).rejects.toMatchObject({ code: 'group-circle', field: 'groupId' })
  })

  it('keeps the tier of earlier days when a tier changes', async () => {
    const made = await accounts.create(input({ tier: 'gold' }))
    await accounts.update(made.id, made.version, input({ code: made.code, tier: 'platinum' }))
    const history = kernel.db.all(kernel.db.build.selectFrom('account_tier').selectAll().orderBy('valid_from'))
    expect(history.map(({ valid_from, tier }) => [valid_from, tier])).toEqual([
      ['1970-01-01', 'gold'],
      ['2026-11-22', 'platinum'],
    ])
  })

  it.each([
    ['KH000001', '', '', 'found'],
    ['', '7551234567', '', 'found'],
    ['', '', '云栖 食品（杭州）', 'found'],
    ['', '', '杭州云栖食品有限公司', 'found'],
    ['', '', '云栖', 'none'],
    ['', '', '同名', 'ambiguous'],
    ['KH000002', '', '同名', 'found'],
  ])('matches code %s, month account %s, name %s: %s', async (code, monthAccount, name, kind) => {
    await accounts.create(input({ aliases: ['云栖食品(杭州)', '同名'], monthAccounts: ['7551234567'] }))
    await accounts.create(input({ name: '乙', aliases: ['同名'] }))
    expect(accounts.matcher().match(code, monthAccount, name).kind).toBe(kind)
  })
})
