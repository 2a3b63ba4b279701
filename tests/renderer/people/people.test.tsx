import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { PeopleOfAccount, PersonDetail } from '../../../src/shared/contract/people'
import { permissions } from '../../../src/shared/contract/base'
import { layoutMap } from '../../../src/shared/domain/people/map-layout'
import { ContactsTab } from '../../../src/renderer/features/people/contacts-tab'
import PeopleList from '../../../src/renderer/features/people/index'
import { emptyPerson, formOf, inputOf } from '../../../src/renderer/features/people/person-form'
import { renderScreen, type FakeApi } from '../support/screen'
import { personRow } from './person'

const boss = personRow({
  id: 2,
  uid: 'p2',
  name: '赵总',
  title: '总经理',
  role: 'decision-maker',
  stance: null,
  primary: false,
})
const known: PeopleOfAccount = {
  people: [personRow(), boss],
  gaps: [{ code: 'no-sponsor', severity: 'info', params: {} }],
  erased: [{ id: 9, at: '2026-03-01T02:00:00.000Z', by: '王芳' }],
}
const full: PersonDetail = {
  ...emptyPerson,
  birthday: { calendar: 'lunar', month: 8, day: 15, leap: false, year: null },
  id: 1,
  uid: 'p1',
  version: 3,
  accountId: 7,
  account: '天山果语',
  name: '陈立',
  phone: '13800001111',
  full: true,
  deletedAt: null,
}

const clerk = { role: 'clerk' as const, permissions: permissions.filter((one) => !one.startsWith('personal.')) }

function show(people: FakeApi['people'], options: { at?: string; book?: object; jobs?: FakeApi['jobs'] } = {}) {
  return renderScreen(<ContactsTab accountId={7} />, {
    api: { people: { ofAccount: () => known, ...people }, ...(options.jobs ? { jobs: options.jobs } : {}) },
    at: options.at ?? '/accounts/7?tab=contacts',
    path: 'accounts',
    book: options.book ?? {},
  })
}

describe('the contacts of a customer', () => {
  it('shows masked numbers, what is missing, and traces of the erased', async () => {
    show({})
    expect(await screen.findAllByText('138****1111')).toHaveLength(2)
    expect(screen.getByText('没有高层支持者')).toBeTruthy()
    expect(screen.getByText(/已删除联系人 #9/)).toBeTruthy()
    expect(screen.getAllByText('立场未知')).toHaveLength(1)
  })

  it('asks for the full view only when somebody wants it, and says that it is audited', async () => {
    const reveal = vi.fn<() => PersonDetail>(() => full)
    const { asked } = show({ reveal })
    fireEvent.click(await screen.findByRole('button', { name: '查看 陈立' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText('13800001111')).toBeTruthy()
    expect(within(dialog).getByText('农历八月十五')).toBeTruthy()
    expect(within(dialog).getByText(/记入操作记录/)).toBeTruthy()
    expect(asked.filter((call) => call === 'people.reveal')).toHaveLength(1)
  })

  it('offers a clerk neither the full view nor erasing, and edits with masked values', async () => {
    const get = vi.fn<() => PersonDetail>(() => ({ ...full, phone: '138****1111', birthday: null, full: false }))
    const update = vi.fn<(input: { person: object }) => unknown>(() => full)
    const { asked } = show({ get, update: update as never }, { book: clerk })
    fireEvent.click(await screen.findByLabelText('编辑联系人 陈立'))
    expect(screen.queryByLabelText(/^查看/)).toBeNull()
    expect(await screen.findByText(/没有查看个人信息的权限/)).toBeTruthy()
    fireEvent.change(screen.getByLabelText('职务'), { target: { value: '总监' } })
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(update).toHaveBeenCalled())
    expect(update.mock.calls[0]?.[0]).toMatchObject({ version: 3, person: { phone: '138****1111', title: '总监' } })
    expect(asked).not.toContain('people.reveal')
  })

  it('erases only after the name was typed, and tells what is left for a person', async () => {
    const erase = vi.fn<() => object>(() => ({ job: 'j', left: [{ place: 'plan', count: 2 }] }))
    async function* watch() {
      yield await Promise.resolve({ state: 'done', phase: 'rewriting', done: 0, total: null })
    }
    show({ erase }, { jobs: { watch: () => watch() } })
    fireEvent.click(await screen.findByRole('button', { name: '更多操作 陈立' }))
    fireEvent.click(await screen.findByText('永久删除个人信息'))
    const confirm = await screen.findByRole<HTMLButtonElement>('button', { name: '永久删除' })
    expect(confirm.disabled).toBe(true)
    expect(screen.getByText('不能撤销。')).toBeTruthy()
    const name = screen.getByLabelText('输入姓名以确认')
    fireEvent.change(name, { target: { value: '陈' } })
    expect(confirm.disabled).toBe(true)
    fireEvent.change(name, { target: { value: '陈立' } })
    fireEvent.click(confirm)
    expect(await screen.findByText('大客户计划：2 处')).toBeTruthy()
    expect(erase).toHaveBeenCalledWith({ id: 1, name: '陈立' }, undefined)
    expect(await screen.findByText('数据文件已重写，可以关闭这个窗口。')).toBeTruthy()
  })

  it('says what to do first where nobody is known', async () => {
    show({ ofAccount: () => ({ people: [], gaps: [], erased: [] }) })
    expect(await screen.findByText('还没有联系人')).toBeTruthy()
    expect(screen.getByRole('button', { name: /添加联系人/ })).toBeTruthy()
  })
})

describe('the relationship map', () => {
  const onMap = '/accounts/7?tab=contacts&view=map'

  it('moves a box by the keyboard and takes it back', async () => {
    const arrange = vi.fn<(input: { places: { id: number; place: { x: number; y: number } | null }[] }) => object>(
      () => ({}),
    )
    show({ arrange: arrange as never }, { at: onMap })
    const person = await screen.findByRole('button', { name: '陈立，影响者，支持，影响力 4' })
    fireEvent.keyDown(person, { key: 'ArrowRight' })
    await waitFor(() => expect(arrange).toHaveBeenCalledTimes(1))
    const at = layoutMap(known.people).places
    const sent = new Map(arrange.mock.calls[0]?.[0].places.map(({ id, place }) => [id, place]))
    expect(sent.get(1)).toEqual({ x: (at.get(1)?.x ?? 0) + 12, y: at.get(1)?.y })
    expect(sent.get(2)).toEqual(at.get(2))
    fireEvent.click(await screen.findByRole('button', { name: /撤/ }))
    await waitFor(() => expect(arrange).toHaveBeenCalledTimes(2))
    expect(arrange.mock.calls[1]?.[0].places).toEqual([
      { id: 1, place: null },
      { id: 2, place: null },
    ])
  })

  it('sets a superior by drawing a line onto him', async () => {
    const setReportsTo = vi.fn<() => object>(() => ({ before: null }))
    const { container } = show({ setReportsTo }, { at: onMap })
    await screen.findByRole('button', { name: /陈立/ })
    const svg = container.querySelector<SVGSVGElement>('.people-map svg')
    const handle = container.querySelector('[data-handle="1"]')
    if (!svg || !handle) throw new Error('no map')
    const layout = layoutMap(known.people)
    svg.getBoundingClientRect = () => ({ left: 0, top: 0, width: layout.width, height: layout.height }) as DOMRect
    svg.setPointerCapture = () => undefined
    const to = layout.places.get(2) ?? { x: 0, y: 0 }
    fireEvent.pointerDown(handle, { button: 0, clientX: 10, clientY: 10 })
    fireEvent.pointerMove(svg, { clientX: to.x, clientY: to.y })
    fireEvent.pointerUp(svg, { clientX: to.x, clientY: to.y })
    await waitFor(() => expect(setReportsTo).toHaveBeenCalledWith({ id: 1, reportsTo: 2 }, undefined))
    expect(await screen.findByText('“陈立”的上级已设为“赵总”')).toBeTruthy()
  })
})

describe('the form of a contact', () => {
  it('gives back what it was given', () => {
    const input = inputOf(formOf(full, new Set()))
    expect(full).toMatchObject(input)
    expect(inputOf({ ...emptyPerson, name: ' 王芳 ', role: undefined as never }).role).toBeNull()
    expect(
      inputOf({ ...emptyPerson, birthday: { calendar: 'solar', month: 3, day: null, leap: false, year: null } })
        .birthday,
    ).toBeNull()
    expect(formOf({ ...full, reportsTo: 5 }, new Set([4])).reportsTo).toBeNull()
  })
})

describe('all contacts', () => {
  it('filters in the core and shows a clerk no way to the full view', async () => {
    const list = vi.fn<(input: { filter: object }) => object>(() => ({ rows: known.people, total: 2 }))
    renderScreen(<PeopleList />, {
      api: { people: { list: list as never } },
      at: '/people?role=decision-maker&stale=true&birthMonth=99',
      path: 'people',
      book: clerk,
    })
    expect(await screen.findByText('赵总')).toBeTruthy()
    expect(list.mock.calls[0]?.[0].filter).toEqual({ role: 'decision-maker', stale: true })
    expect(screen.queryByRole('button', { name: /查看/ })).toBeNull()
  })
})
