import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createPeopleService } from '#core/features/people/people.service'
import { auditPage } from '#core/features/system/system.repository'
import { reminderText } from '#shared/i18n/reminder-text'
import { openTestKernel } from '../support/test-book'
import { allOpen, anniversary, calendarOf, clerk, manager, newAccount, newContact, onDay } from './support'

/** Tests stand on Sunday, 22 November 2026. */
describe('anniversaries of a customer', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accountId: number
  beforeEach(async () => {
    kernel = await openTestKernel()
    accountId = await newAccount(kernel, '杭州云栖食品有限公司')
  })
  afterEach(() => kernel.dispose())

  const add = (more: Parameters<typeof anniversary>[1]) =>
    calendarOf(kernel).anniversaries.create(anniversary(accountId, more))
  const told = (viewer = manager) =>
    calendarOf(kernel)
      .anniversaries.ofAccount(accountId, viewer)
      .map(({ text, next, inDays, nth, kept }) => [reminderText('zh-CN', text), next, inDays, nth, kept])

  it('are entered by the name of the customer and their own, their kind as a change', async () => {
    await add({ kind: 'opening', month: 11, day: 21 })
    await add({ kind: 'honour', title: '年度金牌客户', month: 12, day: 1 })
    const entries = kernel.db.raw
      .prepare(
        `SELECT json_extract(value, '$.summary') AS summary, json_extract(value, '$.changes[0].new') AS kind
         FROM audit_entry JOIN audit_value USING (seq) WHERE entity = 'anniversary' ORDER BY seq`,
      )
      .all()
    expect(entries).toMatchObject([
      { summary: expect.stringMatching(/杭州云栖食品有限公司$/) as unknown, kind: 'opening' },
      { summary: expect.stringMatching(/杭州云栖食品有限公司 年度金牌客户$/) as unknown, kind: 'honour' },
    ])
  })

  it('are told with their next day, days to go and years, the next one first', async () => {
    await add({ month: 11, day: 22 })
    await add({ kind: 'opening', year: null, month: 11, day: 21 })
    await add({ kind: 'honour', title: '年度金牌客户', yearly: false, year: 2025, month: 12, day: 1 })
    await add({ kind: 'milestone', title: '二期仓上线', yearly: false, year: 2026, month: 12, day: 1 })
    await add({ kind: 'cooperation', calendar: 'lunar', year: 2020, month: 12, day: 30 })
    await add({ kind: 'custom', title: '闰月纪念', calendar: 'lunar', year: 2025, month: 6, day: 30, leap: true })
    await add({ kind: 'contract', title: '新合同', year: 2028, month: 3, day: 1 })
    expect(told()).toEqual([
      ['公司成立 14 周年', '2026-11-22', 0, 14, []],
      ['二期仓上线', '2026-12-01', 9, null, []],
      ['开始合作 6 周年', '2027-02-05', 75, 6, ['short-month']],
      ['闰月纪念 2 周年', '2027-08-01', 252, 2, ['no-leap-month', 'short-month']],
      ['开业', '2027-11-21', 364, null, []],
      ['新合同', '2028-03-01', 465, null, []],
      ['年度金牌客户', null, null, null, []],
    ])
  })

  it.each([
    ['31 April', { month: 4, day: 31 }, 'day'],
    ['the 31st of a lunar month', { calendar: 'lunar', month: 1, day: 31 }, 'day'],
    ['a leap month of the solar year', { leap: true }, 'day'],
    ['once in no year', { yearly: false, year: null }, 'year'],
  ] as const)('refuse %s', async (_what, more, field) => {
    await expect(add(more)).rejects.toMatchObject({ code: 'invalid-input', field })
  })

  it('are changed field by field, refused when changed meanwhile, removed and restored', async () => {
    const { id } = await add({})
    const { anniversaries } = calendarOf(kernel)
    await anniversaries.update(id, 1, anniversary(accountId, { day: 28, note: '送蛋糕' }))
    expect(told()[0]?.[1]).toBe('2026-11-28')
    await expect(anniversaries.update(id, 1, anniversary(accountId, {}))).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await anniversaries.remove(id)
    expect(told()).toEqual([])
    await anniversaries.restore(id)
    expect(told()).toHaveLength(1)
    const { rows } = auditPage(kernel.db, { entity: 'anniversary', page: 1, pageSize: 10 })
    expect(rows.map(({ action }) => action)).toEqual(['restore', 'remove', 'update', 'create'])
    const [entry] = auditPage(kernel.db, { entityUid: rows[0]?.entity_uid, page: 1, pageSize: 10 }).rows.slice(2)
    expect(entry?.value).toContain('"field":"day","old":25,"new":28')
  })

  it('of a customer that does not exist are refused', async () => {
    const input = anniversary(4711, {})
    await expect(calendarOf(kernel).anniversaries.create(input)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('stand beside the birthdays of its contacts, which only those see who may', async () => {
    await newContact(kernel, accountId, {
      name: '李明',
      birthday: { calendar: 'lunar', month: 10, day: 16, year: 1980 },
    })
    await newContact(kernel, accountId, {
      name: '王芳',
      birthday: { calendar: 'solar', month: 2, day: 29, year: null },
    })
    await newContact(kernel, accountId, { name: '没有生日' })
    expect(told()).toEqual([
      ['李明 46 岁生日', '2026-11-24', 2, 46, []],
      ['王芳生日', '2027-02-28', 98, null, ['no-leap-day']],
    ])
    expect(told(clerk)).toEqual([])
    expect(calendarOf(kernel).tasks.list(allOpen, manager).rows).toHaveLength(1)
    expect(calendarOf(kernel).tasks.list(allOpen, clerk).rows).toEqual([])
  })

  it('keep no name of a person with a birthday that was dealt with', async () => {
    const contact = await newContact(kernel, accountId, {
      name: '李明',
      birthday: { calendar: 'solar', month: 11, day: 24, year: 1980 },
    })
    const { tasks } = calendarOf(kernel)
    const [task] = tasks.list(allOpen, manager).rows
    if (!task) throw new Error('no task')
    const words = () =>
      tasks.list({ ...allOpen, view: 'closed' }, manager).rows.map(({ text }) => reminderText('zh-CN', text))
    await tasks.settle(task.ref, 0, { status: 'done', snoozedTo: null, note: '' }, manager)
    expect(words()).toEqual(['李明 46 岁生日'])
    expect(tasks.list({ ...allOpen, view: 'closed' }, clerk).rows).toEqual([])
    await createPeopleService(kernel).remove([contact])
    expect(words()).toEqual(['联系人生日'])
    const stored = kernel.db.raw.prepare(`SELECT code, params FROM task`).get()
    expect(stored).toEqual({ code: 'source.birthday', params: '{}' })
    const audited = auditPage(kernel.db, { entity: 'task', page: 1, pageSize: 10 }).rows
    expect(audited[0]?.value).not.toContain('李明')
  })

  it('of removed customers are not listed', async () => {
    await add({ day: 24 })
    expect(calendarOf(kernel).tasks.list(allOpen, manager).rows).toHaveLength(1)
    await createAccountsService(kernel).remove([accountId])
    expect(calendarOf(kernel).tasks.list(allOpen, manager).rows).toEqual([])
    const period = { from: '2026-11-01', to: '2026-11-30', search: '', page: 1, pageSize: 50 }
    expect(calendarOf(kernel).upcoming(period, manager).rows).toEqual([])
  })
})

describe('the calendar', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accountId: number
  beforeEach(async () => {
    kernel = await openTestKernel()
    accountId = await newAccount(kernel, '杭州云栖食品有限公司', { tier: 'gold' })
    await calendarOf(kernel).anniversaries.create(anniversary(accountId, { calendar: 'lunar', month: 1, day: 1 }))
  })
  afterEach(() => kernel.dispose())

  it('shows whole weeks with lunar days, festivals, official days and what falls on them', () => {
    const { days, today, missingYears } = calendarOf(kernel).month('2026-02', manager)
    expect([today, days.length, days[0]?.day, days.at(-1)?.day, missingYears]).toEqual([
      '2026-11-22',
      35,
      '2026-01-26',
      '2026-03-01',
      [],
    ])
    const spring = days.find(({ day }) => day === '2026-02-17')
    expect(spring).toMatchObject({
      lunar: { year: 2026, month: 1, day: 1, leap: false },
      festivals: [{ code: 'festivalName', params: { festivalKey: 'calendar:festival.spring' } }],
      kind: 'holiday',
      official: '春节',
      entries: [{ source: 'anniversary', account: '杭州云栖食品有限公司', nth: 14, status: 'open' }],
    })
    expect(days.find(({ day }) => day === '2026-02-14')).toMatchObject({ kind: 'adjusted-work', official: '春节' })
  })

  it('says which years have no arrangement and takes none of their days for ordinary', () => {
    const { days, missingYears } = calendarOf(kernel).month('2027-01', manager)
    expect(missingYears).toEqual([2027])
    expect(new Set(days.filter(({ day }) => day >= '2027').map(({ kind }) => kind))).toEqual(new Set(['unknown']))
    expect(days.find(({ day }) => day === '2026-12-31')?.kind).toBe('workday')
  })

  it('lists a span by day, filtered by source and words, and writes it as a workbook', async () => {
    const service = calendarOf(onDay(kernel, '2026-11-22'))
    await service.tasks.create({ title: '年终回访', accountId, due: '2026-12-20', assignee: '', note: '' })
    const period = { from: '2026-11-22', to: '2027-02-28', search: '', page: 1, pageSize: 50 }
    const told = (more: object = {}) =>
      service.upcoming({ ...period, ...more }, manager).rows.map(({ on, text }) => [on, reminderText('zh-CN', text)])
    expect(told()).toEqual([
      ['2026-12-20', '年终回访'],
      ['2027-01-01', '元旦问候（1 个客户）'],
      ['2027-02-06', '春节问候（1 个客户）'],
      ['2027-02-06', '公司成立 15 周年'],
    ])
    expect(told({ source: 'manual' })).toEqual([['2026-12-20', '年终回访']])
    expect(told({ search: 'spring' })).toEqual([['2027-02-06', '春节问候（1 个客户）']])
    expect(() => service.upcoming({ ...period, to: '2026-11-01' }, manager)).toThrow(/invalid-input/)
    const made = await service.exportUpcoming(period, 'zh-CN', manager)
    expect(made.name).toBe('纪念日与待办日历.xlsx')
    expect(made.bytes).toBeGreaterThan(4000)
    expect((await service.exportGreeted('spring', '2027-02-06', 'zh-CN', manager)).name).toBe('春节问候名单.xlsx')
  })
})
