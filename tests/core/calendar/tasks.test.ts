import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TaskRow } from '#shared/contract/calendar'
import type { ReminderEntry, ReminderSource } from '#core/features/calendar/reminder-source'
import { auditPage, verifyAuditChain } from '#core/features/system/system.repository'
import { reminderText } from '#shared/i18n/reminder-text'
import { openTestKernel } from '../support/test-book'
import { allOpen, anniversary, calendarOf, clerk, manager, newAccount, newContact, onDay } from './support'

/** Tests stand on Sunday, 22 November 2026. */
describe('tasks made from dates', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accountId: number
  beforeEach(async () => {
    kernel = await openTestKernel()
    accountId = await newAccount(kernel, '杭州云栖食品有限公司')
  })
  afterEach(() => kernel.dispose())

  const service = (day = '2026-11-22') => calendarOf(onDay(kernel, day))
  const open = (day?: string) => service(day).tasks.list(allOpen, manager).rows
  const told = ({ due, on, text, group }: TaskRow) => [due, on, reminderText('zh-CN', text), group]
  const state = (more: object = {}) => ({ status: 'done' as const, snoozedTo: null, note: '', ...more })

  it('appear when their lead time begins, with customer, manager and how many years it is', async () => {
    await service('2026-11-01').anniversaries.create(anniversary(accountId, {}))
    expect(open('2026-11-17')).toEqual([])
    expect(open('2026-11-18').map(told)).toEqual([['2026-11-25', '2026-11-25', '公司成立 14 周年', 'later']])
    expect(open('2026-11-23').map(told)).toEqual([['2026-11-25', '2026-11-25', '公司成立 14 周年', 'week']])
    expect(open('2026-11-25')[0]).toMatchObject({
      group: 'today',
      account: '杭州云栖食品有限公司',
      assignee: '王海涛',
      version: 0,
      route: `/accounts/${accountId}?tab=calendar`,
    })
    expect(open('2026-11-26')[0]?.group).toBe('overdue')
    expect(open('2026-12-09')).toHaveLength(1)
    expect(open('2026-12-10'), 'long past').toEqual([])
  })

  it('are done once, stay done after a restart, and come again next year', async () => {
    await service('2026-11-01').anniversaries.create(
      anniversary(accountId, { calendar: 'lunar', year: 2010, month: 10, day: 15 }),
    )
    const [task] = open()
    if (!task) throw new Error('no task')
    expect(told(task)).toEqual(['2026-11-23', '2026-11-23', '公司成立 16 周年', 'later'])
    const settled = await service().tasks.settle(task.ref, task.version, state({ note: '送了花篮' }), manager)
    expect(open()).toEqual([])
    expect(open('2026-11-23')).toEqual([])
    const closed = service().tasks.list({ ...allOpen, view: 'closed' }, manager)
    expect(closed.rows).toMatchObject([{ state: { status: 'done', note: '送了花篮' }, closedBy: 'tester' }])
    expect(open('2027-11-10').map(told)).toEqual([['2027-11-12', '2027-11-12', '公司成立 17 周年', 'week']])

    await service().tasks.settle({ id: settled.id }, settled.version, settled.before, manager)
    expect(open().map(told)).toEqual([['2026-11-23', '2026-11-23', '公司成立 16 周年', 'later']])
    const actions = auditPage(kernel.db, { entity: 'task', page: 1, pageSize: 10 }).rows.map(({ action }) => action)
    expect(actions).toEqual(['reopen', 'done'])
    expect(verifyAuditChain(kernel.db).broken).toBeNull()
  })

  it('are put off to a day, and not needed with a note', async () => {
    await service('2026-11-01').anniversaries.create(anniversary(accountId, {}))
    const [task] = open()
    if (!task) throw new Error('no task')
    const later = { status: 'open' as const, snoozedTo: '2026-12-01', note: '客户出差' }
    const off = await service().tasks.settle(task.ref, 0, later, manager)
    expect(open()).toEqual([])
    const list = service().tasks.list({ ...allOpen, view: 'snoozed' }, manager)
    expect(list.rows.map(told)).toEqual([['2026-12-01', '2026-11-25', '公司成立 14 周年', 'later']])
    expect(list.counts).toMatchObject({ overdue: 0, snoozed: 1 })
    expect(open('2026-12-01').map(told)).toEqual([['2026-12-01', '2026-11-25', '公司成立 14 周年', 'today']])
    expect(open('2027-01-20'), 'put off and forgotten stays on the list').toHaveLength(1)
    await service().tasks.settle({ id: off.id }, off.version, state({ status: 'dropped', note: '已停业' }), manager)
    expect(open('2026-12-01')).toEqual([])
  })

  it('refuse what somebody else settled meanwhile', async () => {
    await service('2026-11-01').anniversaries.create(anniversary(accountId, {}))
    const [task] = open()
    if (!task) throw new Error('no task')
    await service().tasks.settle(task.ref, 0, state(), manager)
    const again = service().tasks.settle(task.ref, 0, state(), manager)
    await expect(again).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const unknown = service().tasks.settle({ source: 'anniversary', key: 'x:2026' }, 0, state(), manager)
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' })
  })

  it('are due on the last working day before a day off, where the branch wants it and the year is known', async () => {
    await service('2026-01-01').anniversaries.create(anniversary(accountId, { month: 10, day: 3 }))
    await service('2026-01-01').anniversaries.create(anniversary(accountId, { month: 2, day: 1, title: '合作纪念' }))
    const [task] = open('2026-09-29')
    expect(task).toMatchObject({ due: '2026-09-30', on: '2026-10-03', moved: true, group: 'week' })
    expect(open('2026-10-02')[0]?.group, 'the working day is past, the day is not').toBe('today')
    expect(open('2026-10-04')[0]?.group).toBe('overdue')
    const calendar = service()
    await calendar.setSettings({ ...calendar.settings(), beforeHolidays: false })
    expect(open('2026-09-29')[0]).toMatchObject({ due: '2026-10-03', moved: false })
    await calendar.setSettings({ ...calendar.settings(), beforeHolidays: true })
    expect(open('2027-01-28').map(told), 'nobody has entered 2027').toEqual([
      ['2027-02-01', '2027-02-01', '合作纪念 15 周年', 'later'],
    ])
  })

  it('do not remind of what lay before the program learnt of it', async () => {
    await service().anniversaries.create(anniversary(accountId, { month: 11, day: 20 }))
    expect(open()).toEqual([])
    expect(
      service().upcoming({ from: '2026-11-20', to: '2026-11-20', search: '', page: 1, pageSize: 9 }, manager).total,
    ).toBe(1)
  })

  it('go with a removed anniversary or customer and come back with it', async () => {
    const { id } = await service('2026-11-01').anniversaries.create(anniversary(accountId, {}))
    const [task] = open()
    if (!task) throw new Error('no task')
    await service().tasks.settle(task.ref, 0, { status: 'open', snoozedTo: '2026-11-22', note: '' }, manager)
    expect(open()).toHaveLength(1)
    await service().anniversaries.remove(id)
    expect(open()).toEqual([])
    await service().anniversaries.restore(id)
    expect(open()).toHaveLength(1)
  })

  it('written by hand are listed at once, changed, removed and restored', async () => {
    const { tasks } = service()
    const input = { title: '带新品报价拜访', accountId, due: '2026-12-10', assignee: '李雪梅', note: '' }
    const { id } = await tasks.create(input)
    const [row] = open()
    expect(row).toMatchObject({ source: 'manual', group: 'later', due: '2026-12-10', assignee: '李雪梅' })
    await tasks.update(id, 1, { ...input, due: '2026-11-20' })
    expect(open()[0]).toMatchObject({ group: 'overdue', due: '2026-11-20' })
    await expect(tasks.update(id, 1, input)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(tasks.list({ ...allOpen, assignee: '王海涛' }, manager).rows).toEqual([])
    expect(tasks.list({ ...allOpen, search: '报价' }, manager).rows).toHaveLength(1)
    await tasks.remove(id)
    expect(open()).toEqual([])
    await tasks.restore(id)
    expect(open()).toHaveLength(1)
  })

  it('stand overdue first and are counted', async () => {
    const { tasks } = service('2026-11-18')
    for (const due of ['2026-11-30', '2026-11-10', '2026-11-18', '2026-11-20']) {
      await tasks.create({ title: due, accountId: null, due, assignee: '', note: '' })
    }
    const { rows, counts } = tasks.list(allOpen, manager)
    expect(rows.map(({ due }) => due)).toEqual(['2026-11-10', '2026-11-18', '2026-11-20', '2026-11-30'])
    expect(counts).toEqual({ overdue: 1, today: 1, week: 1, later: 1, snoozed: 0 })
  })

  it('come from any source, kept from those who may not see it', () => {
    const entry: ReminderEntry = {
      key: 'c1:30',
      on: '2026-12-10',
      leadDays: 30,
      text: { code: 'reminder.manual', params: { title: '合同到期' } },
      route: '/x',
      accountId: null,
      account: '',
      assignee: '',
      nth: null,
      kept: [],
    }
    const asked: string[][] = []
    const source: ReminderSource = {
      name: 'contract',
      permission: 'personal.read',
      longestLead: () => 90,
      between(from, to) {
        asked.push([from, to])
        return [entry].filter(({ on }) => on >= from && on <= to)
      },
    }
    const { tasks } = calendarOf(kernel, { sources: [source] })
    expect(tasks.list(allOpen, manager).rows).toMatchObject([{ ref: { source: 'contract', key: 'c1:30' } }])
    expect(asked).toEqual([['2026-11-08', '2027-03-06']])
    expect(tasks.list(allOpen, clerk).rows).toEqual([])
  })
})

describe('festival greetings', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  beforeEach(async () => {
    kernel = await openTestKernel()
    const platinum = await newAccount(kernel, '铂金公司', { tier: 'platinum' })
    await newContact(kernel, platinum, { name: '李明', phone: '13800138000' })
    await newAccount(kernel, '黄金公司', { tier: 'gold' })
    await newAccount(kernel, '铁质公司', { tier: 'iron' })
    await newAccount(kernel, '流失公司', { tier: 'gold', lifecycle: 'lost' })
    await newAccount(kernel, '未定公司')
  })
  afterEach(() => kernel.dispose())

  it('are one task for all customers of the chosen tiers', () => {
    const { tasks } = calendarOf(onDay(kernel, '2027-01-28'))
    const { rows } = tasks.list(allOpen, manager)
    expect(rows.map(({ on, text }) => [on, reminderText('zh-CN', text)])).toEqual([
      ['2027-02-06', '春节问候（2 个客户）'],
    ])
    expect(rows[0]?.route).toBe('/calendar/greetings?festival=spring&on=2027-02-06')
  })

  it('count customers without a tier by what was computed for them', () => {
    const service = calendarOf(kernel, { computedTiers: () => new Map([[5, 'gold']]) })
    expect(service.greeted().map(({ account }) => account)).toEqual(['铂金公司', '黄金公司', '未定公司'])
  })

  it('mask telephones on the screen; a file with them in full needs the right to them and is in the audit trail', async () => {
    const service = calendarOf(kernel)
    expect(service.greeted()[0]).toMatchObject({ contact: '李明', phone: '138****8000' })
    const file = async (viewer: typeof manager) => {
      const { ticket } = await service.exportGreeted('spring', '2027-02-06', 'zh-CN', viewer)
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.readFile(kernel.files.take(ticket).path)
      return JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()))
    }
    const exported = () =>
      kernel.db.raw
        .prepare(
          `SELECT json_extract(value, '$.summary') FROM audit_entry JOIN audit_value USING (seq)
           WHERE action = 'export' AND entity = 'contact'`,
        )
        .pluck()
        .all()
    const masked = await file(clerk)
    expect(masked).toContain('138****8000')
    expect(masked).not.toContain('13800138000')
    expect(exported()).toEqual([])
    expect(await file(manager)).toContain('13800138000')
    expect(exported()).toEqual(['2 · 春节问候名单'])
  })

  it('follow the settings, festivals of the branch among them', async () => {
    const service = calendarOf(onDay(kernel, '2026-11-22'))
    const settings = service.settings()
    await service.setSettings({
      ...settings,
      festivals: [],
      ownFestivals: [{ name: '客户节', calendar: 'solar', month: 11, day: 28 }],
      greeted: ['iron', 'none'],
    })
    expect(service.tasks.list(allOpen, manager).rows.map(({ text }) => reminderText('zh-CN', text))).toEqual([
      '客户节问候（2 个客户）',
    ])
    await service.setSettings({ ...service.settings(), greeted: [] })
    expect(service.tasks.list(allOpen, manager).rows).toEqual([])
    const never = { name: '不存在', calendar: 'lunar', month: 1, day: 31 } as const
    await expect(
      Promise.resolve().then(() => service.setSettings({ ...settings, ownFestivals: [never] })),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })
})
