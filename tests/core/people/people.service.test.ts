import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import { personInput } from '#shared/contract/people'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createPeopleService, type PeopleService } from '#core/features/people/people.service'
import { auditPage } from '#core/features/system/system.repository'
import { openTestKernel } from '../support/test-book'

describe('contacts', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let people: PeopleService
  let accountId: number
  beforeEach(async () => {
    kernel = await openTestKernel()
    people = createPeopleService(kernel)
    accountId = (await createAccountsService(kernel).create(accountInput.parse({ name: '杭州云栖食品有限公司' }))).id
  })
  afterEach(() => kernel.dispose())

  const person = (more: object) => personInput.parse({ name: '仇小波', ...more })
  const add = (more: object) => people.create(accountId, person(more), true)
  const query = (more: object) => ({ page: 1, pageSize: 10, descending: false, search: '', filter: {}, ...more })
  const audited = (uid: string) => auditPage(kernel.db, { entityUid: uid, page: 1, pageSize: 20 }).rows

  it('keeps all fields, makes the first contact the main one, and only one is', async () => {
    const birthday = { calendar: 'lunar', month: 8, day: 15, leap: false, year: null } as const
    const first = await add({ phone: '+86 138 0000 1001', wechat: 'qiu_xb', influence: 4, birthday })
    expect(first).toMatchObject({ primary: true, phone: '13800001001', birthday, influence: 4, full: true })
    const second = await add({ name: '李明', primary: true })
    expect(people.input(first.id).primary).toBe(false)
    expect(people.ofAccount(accountId).people.map(({ id }) => id)).toEqual([second.id, first.id])
  })

  it.each([
    [{ phone: '123' }, 'bad-phone'],
    [{ email: 'nobody' }, 'bad-email'],
    [{ wechat: 'a b' }, 'bad-wechat'],
    [{ wechat: '12345678901' }, 'bad-wechat'],
  ])('refuses %j', async (more, code) => {
    await expect(add(more)).rejects.toMatchObject({ code })
  })

  it('reads a surname as a surname and finds by characters, pinyin, initials, customer and number', async () => {
    await add({ phone: '13800001001', wechat: 'qiu_xb' })
    await add({ name: '解晓东' })
    const found = async (search: string, seesAll = true) =>
      (await people.list(query({ search }), seesAll)).rows.map(({ name }) => name)
    for (const text of ['小波', 'qiuxiaobo', 'qxb', '13800001001']) expect(await found(text)).toEqual(['仇小波'])
    expect(await found('xiexd')).toEqual([])
    expect(await found('xiexiaod')).toEqual(['解晓东'])
    expect(await found('云栖')).toHaveLength(2)
    // Who may not see numbers cannot find them out digit by digit either.
    expect(await found('1380000')).toEqual(['仇小波'])
    expect(await found('1380000', false)).toEqual([])
    expect(await found('13800001001', false)).toEqual(['仇小波'])
  })

  it('reads the names of a book of before names were read', async () => {
    await add({})
    kernel.db.raw.exec('UPDATE contact SET pinyin = NULL, initials = NULL')
    expect((await people.list(query({ search: 'qiuxiao' }), true)).total).toBe(1)
    expect(kernel.db.raw.prepare('SELECT count(*) AS n FROM contact WHERE pinyin IS NULL').get()).toEqual({ n: 0 })
  })

  it('filters by part, stance, month of birth and silence', async () => {
    await add({ role: 'decision-maker', stance: 'oppose', lastContactOn: '2026-09-22' })
    const birthday = { calendar: 'solar', month: 5, day: 1, leap: false, year: 1980 }
    await add({ name: '李明', stance: 'support', lastContactOn: '2026-09-23', birthday })
    await add({ name: '王芳' })
    const names = async (filter: object) => (await people.list(query({ filter }), true)).rows.map(({ name }) => name)
    expect(await names({ role: 'decision-maker' })).toEqual(['仇小波'])
    expect(await names({ stance: 'support' })).toEqual(['李明'])
    expect(await names({ birthMonth: 5 })).toEqual(['李明'])
    // 60 days before 22 November is 23 September: on that day contact is not stale yet.
    expect(await names({ stale: true })).toEqual(['仇小波', '王芳'])
  })

  it('audits under the contact, and never writes personal values into the audit rows of the customer', async () => {
    const made = await add({ phone: '13800001001' })
    await people.update(made.id, made.version, person({ phone: '13800001002', title: '经理', primary: true }), true)
    expect(audited(made.uid).map(({ entity, action }) => `${entity} ${action}`)).toEqual([
      'contact update',
      'contact create',
    ])
    expect(JSON.parse(audited(made.uid)[0]?.value ?? '')).toMatchObject({
      changes: [{ field: 'title' }, { field: 'phone', old: '13800001001', new: '13800001002' }],
    })
    const values = kernel.db.raw
      .prepare(`SELECT value FROM audit_value JOIN audit_entry USING (seq) WHERE entity = 'account'`)
      .pluck()
      .all()
    expect(values.join()).not.toMatch(/仇小波|13800001/)
  })

  it('masks everywhere but in the full view, which is audited', async () => {
    const birthday = { calendar: 'solar', month: 5, day: 1, leap: false, year: 1980 }
    const note = '私人电话 139-0000-2222'
    const made = await add({
      phone: '13800001001、0571-88001234',
      email: 'qiu@example.com',
      wechat: 'qiu_xb',
      birthday,
      note,
    })
    const hidden = {
      phone: '138****1001、0571-***34',
      email: 'q***@example.com',
      wechat: 'q***b',
      note: '私人电话 139****2222',
    }
    expect((await people.list(query({}), true)).rows[0]).toMatchObject(hidden)
    expect(people.ofAccount(accountId).people[0]).toMatchObject({
      ...hidden,
      birthMonth: { calendar: 'solar', month: 5 },
    })
    expect(people.get(made.id)).toMatchObject({ ...hidden, birthday: null, full: false })
    expect(audited(made.uid)).toHaveLength(1)
    expect(await people.reveal(made.id)).toMatchObject({ phone: '13800001001、0571-88001234', birthday, full: true })
    expect(audited(made.uid)[0]).toMatchObject({ action: 'reveal', actor: 'tester' })
  })

  it('keeps what came back masked, and a birthday nobody was shown', async () => {
    const birthday = { calendar: 'lunar', month: 5, day: 5, leap: true, year: null }
    const made = await add({ phone: '13800001001', email: 'qiu@example.com', birthday })
    const { phone, email } = people.get(made.id)
    const sent = person({ phone, email, title: '主管', primary: true })
    await people.update(made.id, made.version, sent, false)
    expect(people.input(made.id)).toMatchObject({
      phone: '13800001001',
      email: 'qiu@example.com',
      title: '主管',
      birthday,
    })
    const current = people.record(made.id)
    await people.update(made.id, current.version, person({ phone: '', primary: true }), true)
    expect(people.input(made.id)).toMatchObject({ phone: '', email: '', birthday: null })
  })

  it('refuses circles, superiors of another customer, and saving over somebody', async () => {
    const boss = await add({ name: '总经理' })
    const middle = await add({ name: '经理', reportsTo: boss.id })
    const low = await add({ name: '主管', reportsTo: middle.id })
    await expect(people.setReportsTo(boss.id, low.id)).rejects.toMatchObject({ code: 'contact-circle' })
    await expect(people.setReportsTo(boss.id, boss.id)).rejects.toMatchObject({ code: 'contact-circle' })
    const other = await createAccountsService(kernel).create(accountInput.parse({ name: '乙' }))
    const stranger = await people.create(other.id, person({}), true)
    await expect(people.setReportsTo(low.id, stranger.id)).rejects.toMatchObject({ code: 'contact-other-customer' })
    await expect(people.update(low.id, low.version + 1, person({}), true)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    expect(await people.setReportsTo(low.id, boss.id)).toEqual({ before: middle.id })
    expect(people.input(low.id).reportsTo).toBe(boss.id)
  })

  it('removes with undo; a contact without its superior can still be saved', async () => {
    const boss = await add({ name: '总经理' })
    const low = await add({ reportsTo: boss.id })
    expect(await people.remove([boss.id])).toEqual([boss.id])
    expect(people.ofAccount(accountId).people.map(({ id }) => id)).toEqual([low.id])
    await people.update(low.id, low.version, person({ reportsTo: boss.id, title: '新' }), true)
    await people.restore([boss.id])
    expect(people.ofAccount(accountId).people[1]).toMatchObject({ reportsTo: boss.id, reportsToName: '总经理' })
  })

  it('remembers where the map shows people, without an audit row', async () => {
    const made = await add({})
    await people.arrange(accountId, [{ id: made.id, place: { x: 12, y: 34 } }])
    expect(people.ofAccount(accountId).people[0]).toMatchObject({ place: { x: 12, y: 34 }, version: made.version })
    expect(audited(made.uid)).toHaveLength(1)
    await people.arrange(accountId, [{ id: made.id, place: null }])
    expect(people.ofAccount(accountId).people[0]?.place).toBeNull()
  })
})
