import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import Calendar from '../../../src/renderer/features/calendar/index'
import { AccountCalendar } from '../../../src/renderer/features/calendar/account-calendar'
import type { CalendarDay, DatedRow, TaskRow } from '../../../src/shared/contract/calendar'
import { toLunar } from '../../../src/shared/domain/calendar/lunar'
import { addDays } from '../../../src/shared/domain/months'
import { type FakeApi, refusal, renderScreen } from '../support/screen'

const row = (more: Partial<TaskRow> = {}): TaskRow => ({
  ref: { source: 'anniversary', key: 'u:2026' },
  version: 0,
  source: 'anniversary',
  text: { code: 'reminder.anniversary-nth', params: { kindKey: 'calendar:kind.founding', nth: 14 } },
  route: '/accounts/7?tab=calendar',
  accountId: 7,
  account: '云栖食品',
  on: '2026-11-22',
  due: '2026-11-20',
  moved: true,
  assignee: '王海涛',
  state: { status: 'open', snoozedTo: null, note: '' },
  group: 'today',
  closedAt: null,
  closedBy: '',
  ...more,
})
const answer = (rows: TaskRow[]) => ({
  rows,
  total: rows.length,
  today: '2026-11-22',
  counts: { overdue: 0, today: rows.length, week: 0, later: 0, snoozed: 0 },
  assignees: ['王海涛'],
})
const show = (calendar: FakeApi['calendar'], at: string, more: object = {}) =>
  renderScreen(<Calendar />, { api: { calendar }, at, path: 'calendar', ...more })

describe('tasks', () => {
  it('are done with one click and come back by undo', async () => {
    const before = { status: 'open' as const, snoozedTo: null, note: '' }
    const settle = vi.fn<(input: unknown) => unknown>(() => ({ id: 5, version: 2, before }))
    show({ tasks: () => answer([row()]), settle }, '/calendar')
    fireEvent.click(await screen.findByRole('button', { name: '办结：公司成立 14 周年' }))
    fireEvent.click(await screen.findByText('撤销'))
    await waitFor(() => expect(settle).toHaveBeenCalledTimes(2))
    expect(settle.mock.calls.map(([input]) => input)).toEqual([
      { ref: row().ref, version: 0, state: { status: 'done', snoozedTo: null, note: '' } },
      { ref: { id: 5 }, version: 2, state: before },
    ])
  })

  it('say what to do where there are none, and offer nothing to write to whoever may not', async () => {
    show({ tasks: () => answer([]) }, '/calendar', { book: { permissions: ['accounts.read'] } })
    expect(await screen.findByText('没有要做的事')).toBeDefined()
    expect(screen.queryByRole('button', { name: /新建待办/ })).toBeNull()
    expect(screen.queryByRole('button', { name: /提醒设置/ })).toBeNull()
  })

  it('show a refusal instead of an empty list', async () => {
    const fail = () => {
      throw refusal('unexpected')
    }
    show({ tasks: fail }, '/calendar')
    expect(await screen.findByRole('alert')).toBeDefined()
    expect(screen.queryByText('没有要做的事')).toBeNull()
  })

  it('speak English', async () => {
    show({ tasks: () => answer([row({ group: 'overdue' })]) }, '/calendar', { locale: 'en' })
    expect(await screen.findByText('Founding of the company, year 14')).toBeDefined()
    expect(screen.getByText('Overdue')).toBeDefined()
  })
})

describe('the month', () => {
  const month = ({ month: asked }: { month: string }) => {
    const first = `${asked}-01`
    const days = Array.from({ length: 35 }, (_, at): CalendarDay => {
      const day = addDays(first, at)
      return { day, lunar: toLunar(day), festivals: [], kind: 'unknown', official: '', entries: [] }
    })
    return { today: '2026-11-22', days, missingYears: [2027] }
  }

  it('says that a year has no arrangement, and is walked with the keyboard', async () => {
    const { address } = show({ month: month as never }, '/calendar?tab=month&day=2027-03-01')
    expect(await screen.findByText('2027 年法定节假日安排尚未录入')).toBeDefined()
    const cell = screen.getByRole('cell', { name: /^2027-03-01 周一/ })
    fireEvent.keyDown(cell, { key: 'ArrowDown' })
    expect(address()).toBe('/calendar?tab=month&day=2027-03-08')
    fireEvent.keyDown(screen.getByRole('cell', { name: /^2027-03-08 周一/ }), { key: 'End' })
    expect(address()).toBe('/calendar?tab=month&day=2027-03-31')
    fireEvent.keyDown(screen.getByRole('cell', { name: /^2027-03-31 周三/ }), { key: 'PageDown' })
    expect(address()).toBe('/calendar?tab=month&day=2027-04-30')
  })
})

describe('dates of a customer', () => {
  const dated: DatedRow = {
    anniversary: {
      id: 3,
      version: 1,
      accountId: 7,
      kind: 'custom',
      title: '闰月纪念',
      calendar: 'lunar',
      year: 2025,
      month: 6,
      day: 30,
      leap: true,
      yearly: true,
      leadDays: null,
      note: '',
    },
    source: 'anniversary',
    key: 'u:2027',
    text: { code: 'reminder.titled', params: { title: '闰月纪念' } },
    next: '2027-08-01',
    inDays: 252,
    leadDays: 7,
    nth: 2,
    kept: ['no-leap-month'],
  }
  const birthday: DatedRow = {
    ...dated,
    anniversary: null,
    source: 'birthday',
    key: 'b:2027',
    text: { code: 'reminder.birthday-age', params: { name: '李明', age: 47 } },
    nth: 47,
    kept: [],
  }

  it('stand with day, weekday and years; a birthday is changed with its contact', async () => {
    renderScreen(<AccountCalendar accountId={7} />, {
      api: {
        calendar: { ofAccount: () => [dated, birthday], tasks: () => answer([]), settings: () => ({ lead: {} }) },
      },
      at: '/accounts/7',
      path: 'accounts',
    })
    const line = (await screen.findByText('闰月纪念')).closest('tr')
    if (!line) throw new Error('no row')
    const texts = within(line)
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
    expect(texts[1]).toContain('农历 2025 闰六月三十')
    expect(texts[2]).toContain('2027-08-01 周日')
    expect(texts[3]).toBe('2 周年')
    expect(texts[4]).toBe('7 天')
    const person = screen.getByText('李明 47 岁生日').closest('tr')
    expect(person?.textContent).toContain('47 岁')
    expect(person?.querySelector('button')).toBeNull()
    expect(screen.getByRole('button', { name: '删除：闰月纪念' })).toBeDefined()
  })

  it('have no day until one is said: a form saved at once files nothing', async () => {
    const create = vi.fn<(input: unknown) => object>(() => ({ id: 9 }))
    renderScreen(<AccountCalendar accountId={7} />, {
      api: { calendar: { ofAccount: () => [], tasks: () => answer([]), settings: () => ({ lead: {} }), create } },
      at: '/accounts/7',
      path: 'accounts',
    })
    fireEvent.click(await screen.findByRole('button', { name: /添加纪念日/ }))
    const form = within(await screen.findByRole('dialog'))
    fireEvent.click(form.getByRole('button', { name: /保\s*存/ }))
    expect(await form.findByText('请填写月')).toBeDefined()
    expect(form.getByText('请填写日')).toBeDefined()
    expect(create).not.toHaveBeenCalled()
  })
})
