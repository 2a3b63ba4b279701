import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import { rolePermissions, type Role } from '#shared/contract/base'
import type { HistoryFilter } from '#shared/contract/history'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { accountBelongings, historyNames } from '#core/features/history/belongings.repository'
import { exportChanges, exportTrail } from '#core/features/history/history-export'
import { createHistoryService } from '#core/features/history/history.service'
import { importedChanges } from '#core/features/imports/imported-changes'
import { openWorkbook } from '#core/excel/open-workbook'
import type { FieldChange } from '#core/db/book'
import type { Session } from '#core/kernel'
import { openTestKernel } from '../support/test-book'

type TestKernel = Awaited<ReturnType<typeof openTestKernel>>

let kernel: TestKernel
let accounts: ReturnType<typeof createAccountsService>
let history: ReturnType<typeof createHistoryService>

beforeEach(async () => {
  kernel = await openTestKernel()
  accounts = createAccountsService(kernel)
  const names = historyNames(kernel.db)
  const belongings = accountBelongings(kernel.db)
  history = createHistoryService(kernel, {
    account: accounts.detail,
    related: ({ id }) => belongings.uidsOf(id),
    imported: (id) => importedChanges(kernel.db, id),
    nameOf: names,
    ownName: names.ownField,
  })
})
afterEach(() => kernel.dispose())

const as = (role: Role): Session => ({ userName: 'x', role, permissions: new Set(rolePermissions[role]) })
const manager = as('manager')

async function customer(name = '某公司') {
  return accounts.create(accountInput.parse({ name }))
}

async function edit(id: number, change: Record<string, unknown>) {
  const { id: _id, uid: _uid, version, ...input } = accounts.detail(id)
  return accounts.update(id, version, { ...input, ...change })
}

/** An audit entry as another feature would write it. */
function record(entity: string, entityUid: string, changes: FieldChange[], action = 'update'): void {
  kernel.book.write(() => ({ result: undefined, audit: { action, entity, entityUid, summary: '王芳', changes } }))
}

const changes = (accountId: number, filter: HistoryFilter = {}, session = manager) =>
  history.changes({ subject: { accountId }, filter }, 1, 50, session)

function contactOf(accountId: number, uid: string): void {
  kernel.db.raw
    .prepare(
      `INSERT INTO contact (uid, account_id, name, title, phone, email, note, is_primary) VALUES (?, ?, '王芳', '', '', '', '', 0)`,
    )
    .run(uid, accountId)
}

describe('the history of a customer', () => {
  it('tells each field with what it was and what it became, the newest first', async () => {
    const group = await customer('集团公司')
    const { id } = await customer()
    await edit(id, { creditDays: 30, groupId: group.id })
    const { rows, total, fields, actors } = changes(id)
    expect(total).toBe(3)
    expect(rows.map(({ field, action, old, new: next }) => [action, field, old, next])).toEqual([
      // A group is told by its name, not by its key.
      ['update', 'groupId', null, '集团公司'],
      ['update', 'creditDays', null, 30],
      ['create', '', null, null],
    ])
    expect(fields).toEqual(['account.creditDays', 'account.groupId'])
    expect(actors).toEqual(['tester'])
  })

  it('takes in what belongs to the customer, and nothing of others', async () => {
    const { id } = await customer()
    const other = await customer('别的公司')
    contactOf(id, 'c1')
    contactOf(other.id, 'c2')
    record('contact', 'c1', [{ field: 'title', old: '', new: '经理' }])
    record('contact', 'c2', [{ field: 'title', old: '', new: '总监' }])
    expect(changes(id).rows.filter(({ entity }) => entity === 'contact')).toMatchObject([
      { field: 'title', new: '经理' },
    ])
  })

  it('is filtered by field, person and day', async () => {
    const { id } = await customer()
    await edit(id, { creditDays: 30, manager: '王芳' })
    expect(changes(id, { field: 'account.manager' }).total).toBe(1)
    expect(changes(id, { field: 'contact.manager' }).total).toBe(0)
    expect(changes(id, { actor: 'nobody' }).total).toBe(0)
    expect(changes(id, { from: '2026-11-22', to: '2026-11-22' }).total).toBe(3)
    expect(changes(id, { to: '2026-11-21' }).total).toBe(0)
  })

  it('masks personal values for roles that may not see them, also inside lists', async () => {
    const { id, uid } = await customer()
    contactOf(id, 'c1')
    record('contact', 'c1', [
      { field: 'phone', old: '', new: '13800001234' },
      { field: 'email', old: 'wang@example.com', new: null },
      { field: 'birthday', old: null, new: { calendar: 'solar', month: 5, day: 1 } },
    ])
    record('account', uid, [{ field: 'contacts', old: [], new: [{ name: '王芳', phone: '13800001234' }] }])
    const told = (role: Role) => JSON.stringify(changes(id, {}, as(role)).rows)
    expect(told('manager')).toContain('13800001234')
    const masked = told('clerk')
    expect(masked).not.toContain('13800001234')
    expect(masked).not.toContain('wang@')
    expect(masked).not.toContain('solar')
    expect(masked).toContain('138****1234')
    expect(masked).toContain('王芳')
  })

  it('says where values were erased', async () => {
    const { id } = await customer()
    await edit(id, { creditDays: 30 })
    kernel.db.raw.exec('DELETE FROM audit_value WHERE seq = (SELECT max(seq) FROM audit_value)')
    expect(changes(id).rows[0]).toMatchObject({ erased: true, action: 'update', actor: 'tester', field: '' })
  })

  it('tells what an import changed from the images it kept', async () => {
    const { id } = await customer()
    const before = accounts.detail(id)
    const batch = kernel.db.raw
      .prepare(
        `INSERT INTO import_batch (uid, hlc, kind, file_name, file_hash, sheet, state, options, counts, actor, started_at)
         VALUES ('b', '', 'accounts', '客户.xlsx', '', '', 'visible', '{}', '{}', '李强', '2026-11-21T02:00:00.000Z')`,
      )
      .run().lastInsertRowid
    kernel.db.raw
      .prepare(`INSERT INTO import_before (batch_id, entity, entity_id, before, after) VALUES (?, 'account', ?, ?, ?)`)
      .run(
        batch,
        id,
        JSON.stringify(before),
        JSON.stringify({ ...before, version: 2, updatedAt: 'x', industry: '食品' }),
      )
    expect(changes(id).rows.filter(({ action }) => action === 'import')).toMatchObject([
      { field: 'industry', old: '', new: '食品', actor: '李强', summary: '客户.xlsx' },
    ])
    kernel.db.raw.exec(`UPDATE import_batch SET state = 'undone'`)
    expect(changes(id).rows.some(({ action }) => action === 'import')).toBe(false)
  })

  it('is told of any record by its uid', async () => {
    record('contract', 'k1', [{ field: 'name', old: 'a', new: 'b' }])
    const subject = { entityUids: ['k1'] }
    expect(history.changes({ subject, filter: {} }, 1, 50, manager).rows).toMatchObject([{ field: 'name', new: 'b' }])
  })

  it('finds its entries by the index', () => {
    const plan = kernel.db.raw
      .prepare('EXPLAIN QUERY PLAN SELECT * FROM audit_entry WHERE entity_uid IN (SELECT value FROM json_each(?))')
      .all('[]') as { detail: string }[]
    expect(plan.map(({ detail }) => detail).join()).toContain('audit_by_uid')
  })
})

describe('the audit trail', () => {
  it('is filtered by object, action, person, day and text, and an entry opens its changes', async () => {
    const { id } = await customer('甲公司')
    await customer('乙公司')
    await edit(id, { creditDays: 30 })
    const total = (filter: object) => history.trail({ text: '', ...filter }, 1, 50).total
    expect(total({})).toBe(3)
    expect(total({ action: 'update' })).toBe(1)
    expect(total({ entity: 'contact' })).toBe(0)
    expect(total({ text: '乙公' })).toBe(1)
    expect(total({ from: '2026-11-23' })).toBe(0)
    const [newest] = history.trail({ text: '' }, 1, 1).rows
    expect(newest).toMatchObject({ action: 'update', fields: 1 })
    expect(history.entry(newest?.seq ?? 0, manager)).toMatchObject([{ field: 'creditDays', old: null, new: 30 }])
    expect(() => history.entry(99, manager)).toThrow('not-found')
    expect(history.trailChoices()).toEqual({ entities: ['account'], actors: ['tester'], actions: ['create', 'update'] })
  })
})

describe('workbooks', () => {
  async function cellsOf(ticket: string): Promise<string> {
    const workbook = await openWorkbook(kernel.files.take(ticket).path)
    const texts: string[] = []
    for await (const rows of workbook.rows(workbook.sheets[0]?.name ?? '')) texts.push(JSON.stringify(rows))
    await workbook.close()
    return texts.join('\n')
  }

  it('of a customer and of the trail hold the changes in words, and no formula of a user', async () => {
    const { id } = await customer()
    await edit(id, { creditLimitFen: 1_234_500, aliases: ['=1+1'], lifecycle: 'paused', lifecycleReason: '停产检修' })
    const query = { subject: { accountId: id }, filter: {}, title: '某公司', locale: 'zh-CN' as const }
    const made = await exportChanges(kernel, history, query, manager)
    expect(made.name).toBe('修改记录 某公司.xlsx')
    const text = await cellsOf(made.ticket)
    for (const word of ['信用额度', '12,345.00', '别名', '暂停', 'tester']) expect(text).toContain(word)
    const trail = await exportTrail(kernel, history, { filter: { text: '' }, locale: 'en' }, manager)
    expect(await cellsOf(trail.ticket)).toContain('Credit limit')
  })
})
