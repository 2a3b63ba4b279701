import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { personInput } from '#shared/contract/people'
import { isWordKey } from '#shared/i18n/index'
import { bookFile } from '#core/db/open-book'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { erasePerson } from '#core/features/people/erase-person'
import { createPeopleService, type PeopleService } from '#core/features/people/people.service'
import { verifyAuditChain } from '#core/features/system/system.repository'
import { importsOf, runImport } from '../support/run-import'
import { openTestKernel } from '../support/test-book'

const name = '欧阳示例丙'
const phones = ['13800007771', '13800007772', '0571-88007773']

/** Tables of the program's own figures and keys, in which nobody writes a text. */
const unwritten = [
  'account_month',
  'account_month_lane',
  'account_tier',
  'audit_entry',
  'book',
  'contract_measure',
  'hidden_batch',
]

describe('erasing a person', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let people: PeopleService
  beforeEach(async () => {
    kernel = await openTestKernel()
    people = createPeopleService(kernel)
  })
  afterEach(() => kernel.dispose())

  /** Every text of every table, as a search through the book would find it. */
  function tablesHolding(text: string): string[] {
    const tables = kernel.db.raw
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all() as string[]
    return tables.filter((table) =>
      kernel.db.raw
        .prepare(`SELECT * FROM "${table}"`)
        .raw()
        .all()
        .some((row) => (row as unknown[]).some((value) => String(value).includes(text))),
    )
  }

  it('says in words where texts people wrote still name one, whichever table they stand in', () => {
    const tables = kernel.db.raw
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all() as string[]
    const nameless = tables.filter((table) => !isWordKey(`people:place.${table}`))
    expect(nameless.filter((table) => !unwritten.includes(table))).toEqual([])
  })

  async function known() {
    await runImport(kernel, 'accounts', [
      '客户编码,客户名称,联系人,联系电话,级别',
      `KH000001,杭州云栖食品有限公司,${name},${phones[0]},`,
      `KH000002,乙,${name},138 0000 7771,没有这个级别`,
    ])
    const id = people.live(createAccountsService(kernel).byCode('KH000001')?.id ?? 0)[0]?.id ?? 0
    await runImport(
      kernel,
      'contacts',
      [
        '客户编码,姓名,电话,微信,生日',
        `KH000001,${name},${phones[1]},oy_shili_77,农历八月十五`,
        `KH000009,${name},${phones[1]},,`,
      ],
      { conflicts: 'update' },
    )
    const { version } = people.record(id)
    const more = { name, phone: phones[2], email: 'oy77@example.com', note: `${name}喜欢喝茶`, primary: true }
    await people.update(id, version, personInput.parse({ ...more, wechat: 'oy_shili_77' }), true)
    await people.reveal(id)
    return id
  }

  it('leaves a trace and nothing of the person, in no table and in no byte of the file; the chain still holds', async () => {
    const id = await known()
    const { accountId, uid } = { accountId: people.record(id).account_id, uid: people.record(id).uid }
    const low = await people.create(accountId, personInput.parse({ name: '王芳', reportsTo: id }), true)
    kernel.db.raw
      .prepare(`INSERT INTO setting VALUES ('preference.draft.contact.x', ?)`)
      .run(JSON.stringify({ base: '1', values: { name, phone: phones[0] } }))
    const texts = [name, ...phones, 'oy_shili_77', 'oy77@example.com', 'ouyang']
    for (const text of texts) expect({ text, found: tablesHolding(text).length > 0 }).toEqual({ text, found: true })
    const { job, left } = await erasePerson(kernel, people, id, name)
    await kernel.jobs.finished(job)
    expect(left).toEqual([])
    expect(texts.map((text) => [text, tablesHolding(text)])).toEqual(texts.map((text) => [text, []]))
    const bytes = readFileSync(join(kernel.dataDir, bookFile))
    for (const text of texts) expect({ text, at: bytes.indexOf(text) }).toEqual({ text, at: -1 })
    for (const side of ['-wal', '-shm']) {
      const rest = readFileSync(join(kernel.dataDir, bookFile + side))
      for (const text of texts) expect(rest.indexOf(text)).toBe(-1)
    }
    expect(verifyAuditChain(kernel.db)).toMatchObject({ broken: null })
    const last = kernel.db.raw
      .prepare(
        `SELECT action, actor, value FROM audit_entry LEFT JOIN audit_value USING (seq) WHERE entity_uid = ? ORDER BY seq`,
      )
      .all(uid) as { action: string; actor: string; value: string | null }[]
    expect(last.map(({ action, value }) => [action, value !== null])).toEqual([
      ['update', false],
      ['reveal', false],
      ['erase', true],
    ])
    expect(people.ofAccount(accountId)).toMatchObject({
      people: [{ id: low.id, reportsTo: null }],
      erased: [{ id, by: 'tester' }],
    })
    await expect(people.reveal(id)).rejects.toMatchObject({ code: 'contact-erased' })
    await expect(people.restore([id])).rejects.toMatchObject({ code: 'contact-erased' })
  })

  it('asks for the name and does nothing without it', async () => {
    const id = await known()
    await expect(erasePerson(kernel, people, id, '欧阳')).rejects.toMatchObject({ code: 'name-not-typed' })
    expect(people.input(id).name).toBe(name)
  })

  it('says where texts people wrote still hold the name, and touches nothing there', async () => {
    const id = await known()
    kernel.db.raw.prepare(`UPDATE account SET note = ? WHERE code = 'KH000001'`).run(`找${name}谈`)
    const { left } = await erasePerson(kernel, people, id, name)
    expect(left).toEqual([{ place: 'account', count: 1 }])
  })

  it('erases what books of before contacts were records of their own hold in the audit rows of the customer', async () => {
    const id = await known()
    const account = kernel.db.raw.prepare(`SELECT id, uid FROM account WHERE code = 'KH000001'`).get() as {
      uid: string
    }
    const record = (field: string, value: unknown) => ({
      action: 'update',
      entity: 'account',
      entityUid: account.uid,
      summary: 'KH000001',
      changes: [{ field, old: null, new: value }],
    })
    kernel.book.write(() => ({
      result: null,
      audit: [record('contacts', [{ name, phone: '' }]), record('manager', name)],
    }))
    await erasePerson(kernel, people, id, name)
    // A manager who bears the same name is another person.
    expect(tablesHolding(name)).toEqual(['audit_value'])
    expect(verifyAuditChain(kernel.db).broken).toBeNull()
  })

  it('lets an import be undone that brought a person erased since', async () => {
    const id = await known()
    const batch = await runImport(kernel, 'contacts', ['客户编码,姓名,电话', 'KH000001,马到,13800007779'])
    const made = people.ofBatch(batch.batch)[0]
    const first = await erasePerson(kernel, people, made?.id ?? 0, '马到')
    await kernel.jobs.finished(first.job)
    await kernel.jobs.finished(importsOf(kernel).undo(batch.batch).job)
    expect(people.record(id).name).toBe(name)
    expect(people.ofAccount(people.record(id).account_id).erased).toHaveLength(1)
  })
})
