import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import { createAccountsService, type AccountsService } from '#core/features/accounts/accounts.service'
import { createChoicesService } from '#core/features/choices/choices.service'
import { auditPage } from '#core/features/system/system.repository'
import { openTestKernel } from '../support/test-book'

const today = '2026-11-22'

describe('states, tags and project teams', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accounts: AccountsService
  beforeEach(async () => {
    kernel = await openTestKernel()
    accounts = createAccountsService(kernel)
  })
  afterEach(() => kernel.dispose())

  const input = (more: object) => accountInput.parse({ name: '杭州云栖食品有限公司', code: 'K1', ...more })
  const update = async (more: object) => {
    const { id, version } = accounts.list(listOf({})).rows.map((row) => accounts.detail(row.id))[0] ?? {
      id: 0,
      version: 0,
    }
    return accounts.update(id, version, input(more))
  }
  const history = (id: number) =>
    accounts.detail(id).lifecycleHistory.map(({ lifecycle, since, reason }) => [lifecycle, since, reason])

  it('keeps every state with its first day and reason, the newest first', async () => {
    const { id } = await accounts.create(input({ lifecycle: 'active', lifecycleSince: '2025-03-01' }))
    await update({ lifecycle: 'paused', lifecycleSince: '2026-05-01', lifecycleReason: '仓库搬迁' })
    await update({ lifecycle: 'won-back', lifecycleReason: '新仓启用' })
    expect(history(id)).toEqual([
      ['won-back', today, '新仓启用'],
      ['paused', '2026-05-01', '仓库搬迁'],
      ['active', '2025-03-01', ''],
    ])
    expect(accounts.detail(id)).toMatchObject({ lifecycleSince: today, lifecycleReason: '新仓启用' })
  })

  it.each(['paused', 'lost', 'won-back'] as const)('asks for the reason of a change to %s', async (lifecycle) => {
    const { id } = await accounts.create(input({}))
    await expect(update({ lifecycle })).rejects.toMatchObject({ code: 'lifecycle-reason', field: 'lifecycleReason' })
    expect(history(id)).toHaveLength(1)
    await update({ lifecycle, lifecycleReason: '客户停产' })
    expect(history(id)[0]).toEqual([lifecycle, today, '客户停产'])
  })

  it('lets no state begin before the one it follows, nor after today', async () => {
    await accounts.create(input({ lifecycleSince: '2026-06-01' }))
    const lost = { lifecycle: 'lost', lifecycleReason: '转给别家' }
    await expect(update({ ...lost, lifecycleSince: '2026-05-31' })).rejects.toMatchObject({ code: 'lifecycle-day' })
    await expect(update({ ...lost, lifecycleSince: '2026-11-23' })).rejects.toMatchObject({ code: 'lifecycle-day' })
    await update({ ...lost, lifecycleSince: '2026-06-01' })
  })

  it('corrects a state in its place, and takes the last one back where exactly the one before is written', async () => {
    const { id } = await accounts.create(input({ lifecycleSince: '2026-01-01' }))
    await update({ lifecycle: 'paused', lifecycleSince: '2026-05-01', lifecycleReason: '搬迁' })
    await update({ lifecycle: 'paused', lifecycleSince: '2026-05-03', lifecycleReason: '仓库搬迁' })
    expect(history(id)).toEqual([
      ['paused', '2026-05-03', '仓库搬迁'],
      ['active', '2026-01-01', ''],
    ])
    await update({ lifecycle: 'active', lifecycleSince: '2026-01-01' })
    expect(history(id)).toEqual([['active', '2026-01-01', '']])
  })

  it('leaves the state alone where only something else changes', async () => {
    const { id } = await accounts.create(input({ lifecycleSince: '2026-01-01', lifecycleReason: '签约' }))
    await update({ note: '甲' })
    expect(history(id)).toEqual([['active', '2026-01-01', '签约']])
  })

  it('keeps a project team with roles of the list and their time, and writes its changes down', async () => {
    const member = { name: '王海涛', role: '项目经理', since: '2026-01-01', until: null }
    const { id, uid } = await accounts.create(input({ team: [member] }))
    await update({
      team: [
        { ...member, until: '2026-06-30' },
        { name: '李雪梅', role: '客服', since: null, until: null },
      ],
    })
    expect(accounts.detail(id).team.map(({ name, until }) => [name, until])).toEqual([
      ['王海涛', '2026-06-30'],
      ['李雪梅', null],
    ])
    const { rows } = auditPage(kernel.db, { entity: 'account', entityUid: uid, page: 1, pageSize: 1 })
    expect(JSON.parse(rows[0]?.value ?? '{}')).toMatchObject({ changes: [{ field: 'team', old: [member] }] })
    await expect(update({ team: [{ name: '甲', role: '厨师' }] })).rejects.toMatchObject({ code: 'unknown-choice' })
    await expect(
      update({ team: [{ name: '甲', role: '', since: '2026-02-01', until: '2026-01-01' }] }),
    ).rejects.toMatchObject({ code: 'invalid-input', field: 'team' })
  })

  it('filters by owner, by member of today, by either, by tag and by stage', async () => {
    const made = (code: string, more: object) => accounts.create(input({ code, name: code, ...more }))
    await made('K1', { manager: '王海涛', tags: ['重点保障'], stage: '成熟' })
    await made('K2', { team: [{ name: '王海涛', role: '项目经理' }], stage: '初创' })
    await made('K3', { team: [{ name: '王海涛', role: '项目经理', until: '2026-11-21' }] })
    await made('K4', { team: [{ name: '王海涛', role: '项目经理', until: today }] })
    const found = (filter: object) => accounts.list(listOf(filter)).rows.map(({ code }) => code)
    expect(found({ manager: '王海涛' })).toEqual(['K1'])
    expect(found({ member: '王海涛' })).toEqual(['K2', 'K4'])
    expect(found({ person: '王海涛' })).toEqual(['K1', 'K2', 'K4'])
    expect(found({ tag: '重点保障' })).toEqual(['K1'])
    expect(found({ stage: '初创', person: '王海涛' })).toEqual(['K2'])
  })

  it('refuses a stage that is not on the list but keeps one that was retired', async () => {
    const choices = createChoicesService(kernel, accounts.choiceUses)
    await expect(accounts.create(input({ stage: '衰退' }))).rejects.toMatchObject({
      code: 'unknown-choice',
      field: 'stage',
    })
    const { id } = await accounts.create(input({ stage: '成长' }))
    const entry = choices.lists().entries.find(({ list, name }) => list === 'stage' && name === '成长')
    await choices.retire({ id: entry?.id ?? 0, retired: true })
    await update({ stage: '成长', note: '甲' })
    expect(accounts.detail(id).stage).toBe('成长')
    await update({ stage: '成熟' })
    await expect(update({ stage: '成长' })).rejects.toMatchObject({ code: 'unknown-choice' })
  })
})

describe('the lists a branch edits', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accounts: AccountsService
  let choices: ReturnType<typeof createChoicesService>
  beforeEach(async () => {
    kernel = await openTestKernel()
    accounts = createAccountsService(kernel)
    choices = createChoicesService(kernel, accounts.choiceUses)
  })
  afterEach(() => kernel.dispose())

  const named = (list: string, name: string) => {
    const entry = choices.lists().entries.find((one) => one.list === list && one.name === name)
    if (!entry) throw new Error(`${list} ${name}`)
    return entry
  }

  it('brings the words of the trade', () => {
    const names = (list: string) => choices.lists().entries.flatMap((one) => (one.list === list ? [one.name] : []))
    expect(names('stage')).toEqual(['初创', '成长', '成熟', '政府机构'])
    expect(names('industry')).toEqual(expect.arrayContaining(['电商', '零售', '制造', '服务', '食品', '汽配']))
  })

  it.each([
    ['industry', '食品', (name: string) => ({ industry: name })],
    ['stage', '成长', (name: string) => ({ stage: name })],
    ['source', '展会', (name: string) => ({ source: name })],
    ['tag', '价格敏感', (name: string) => ({ tags: ['战略合作', name] })],
    ['team-role', '客服', (name: string) => ({ team: [{ name: '甲', role: name, since: null, until: null }] })],
  ])('renames a word of %s where it is used and says at how many', async (list, word, held) => {
    const { id, version } = await accounts.create(accountInput.parse({ name: '甲', ...held(word) }))
    const { id: choice, version: seen, used } = named(list, word)
    expect(used).toBe(1)
    expect(await choices.rename({ id: choice, version: seen, name: '新词' })).toEqual({ renamed: 1 })
    expect(accounts.detail(id)).toMatchObject({ ...held('新词'), version: version + 1 })
    expect(named(list, '新词').used).toBe(1)
  })

  it('refuses a word twice and a word somebody changed meanwhile', async () => {
    await expect(choices.add({ list: 'industry', name: '食品' })).rejects.toMatchObject({ code: 'duplicate-name' })
    const { id, version } = named('industry', '食品')
    await choices.rename({ id, version, name: '食品饮料' })
    await expect(choices.rename({ id, version, name: '饮料' })).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('adds, moves and retires, each written down; words in use outside the list are told', async () => {
    await accounts.create(accountInput.parse({ name: '甲', industry: '养蜂' }))
    expect(choices.lists().others).toEqual([{ list: 'industry', name: '养蜂', used: 1 }])
    const added = await choices.add({ list: 'industry', name: '养蜂' })
    expect(added.used).toBe(1)
    await choices.move({ id: added.id, to: 0 })
    expect(choices.lists().entries.find(({ list }) => list === 'industry')?.name).toBe('养蜂')
    await choices.retire({ id: added.id, retired: true })
    const { rows } = auditPage(kernel.db, { entity: 'choice', entityUid: added.uid, page: 1, pageSize: 9 })
    expect(rows.map(({ action }) => action)).toEqual(['update', 'update', 'create'])
  })
})

export function listOf(filter: object) {
  return { page: 1, pageSize: 50, descending: false, search: '', filter }
}
