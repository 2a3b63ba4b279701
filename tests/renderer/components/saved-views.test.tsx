import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { SavedView } from '#shared/contract/views'
import { rolePermissions } from '#shared/contract/base'
import { AppTable } from '../../../src/renderer/components/list/app-table'
import type { Column } from '../../../src/renderer/components/list/column'
import { useList } from '../../../src/renderer/components/list/use-list'
import { refusal, renderScreen } from '../support/screen'

const columns: Column<{ id: number }>[] = [
  { key: 'name', title: '名称', sort: 'name', always: true, render: (row) => `第${row.id}` },
  { key: 'amount', title: '金额', sort: 'amount', render: (row) => row.id },
  { key: 'note', title: '备注', optional: true, render: () => '' },
]
const kinds = { kind: 'text', open: 'flag' } as const

function Screen() {
  const list = useList<{ kind: string; open: boolean }>(kinds, { sort: 'amount', descending: true })
  return (
    <AppTable
      name="test"
      views="accounts"
      label="测试"
      columns={columns}
      list={list}
      rows={[{ id: 1 }]}
      total={1}
      rowKey={(row) => row.id}
      empty="nothing"
      noMatch="no match"
    />
  )
}

const gold: SavedView = {
  id: 4,
  uid: 'u4',
  version: 2,
  list: 'accounts',
  name: '黄金客户',
  filters: { kind: 'gold', gone: 'x' },
  search: '杭州',
  sort: 'name',
  descending: true,
  columns: ['name', 'note'],
  isDefault: false,
}

type Answers = Partial<
  Record<'list' | 'create' | 'update' | 'setDefault' | 'remove' | 'restore', (input: never) => unknown>
>

function show(views: Answers, at = '/x', role: keyof typeof rolePermissions = 'manager') {
  return renderScreen(<Screen />, {
    api: { views: { list: () => [gold], ...views } },
    at,
    path: 'x',
    book: { permissions: [...rolePermissions[role]] },
  })
}

const control = () => screen.getByRole('button', { name: /^视图/ })
async function choose(text: string | RegExp) {
  fireEvent.click(control())
  fireEvent.click(await screen.findByRole('menuitem', { name: text }))
}
const headers = () => screen.getAllByRole('columnheader').map((cell) => cell.textContent)
const queryOf = (address: string) => Object.fromEntries(new URL(address, 'http://x').searchParams)

describe('saved views', () => {
  it('sets filters, search, order and columns at once, and marks what was changed since', async () => {
    const view = show({})
    await choose('黄金客户')
    await waitFor(() =>
      expect(queryOf(view.address())).toEqual({ kind: 'gold', q: '杭州', sort: 'name', desc: '1', view: '4' }),
    )
    expect(headers()).toEqual(['名称', '备注'])
    // The saved filter nobody knows any more counts as changed, so that saving mends the view.
    expect(control().getAttribute('aria-label')).toBe('视图 黄金客户（已修改）')
  })

  it('knows a view again by the address alone, and says when the list differs from it', async () => {
    // Without columns of its own a view has the list's.
    const clean = { ...gold, filters: { kind: 'gold' }, columns: [] }
    show({ list: () => [clean] }, '/x?kind=gold&q=杭州&sort=name&desc=1&view=4')
    await waitFor(() => expect(control().getAttribute('aria-label')).toBe('视图 黄金客户'))
    fireEvent.click(screen.getByRole('button', { name: '金额' }))
    expect(control().getAttribute('aria-label')).toBe('视图 黄金客户（已修改）')
  })

  it('opens with the default, but only where nothing was asked for, and once', async () => {
    const standard = { ...gold, isDefault: true }
    const opened = show({ list: () => [standard] })
    await waitFor(() => expect(queryOf(opened.address())['view']).toBe('4'))
    await choose('全部记录')
    await waitFor(() => expect(queryOf(opened.address())).toEqual({ view: '0' }))
    opened.unmount()
    const asked = show({ list: () => [standard] }, '/x?kind=iron')
    await waitFor(() => expect(asked.asked).toContain('views.list'))
    await screen.findByRole('button', { name: '视图' })
    expect(queryOf(asked.address())).toEqual({ kind: 'iron' })
  })

  it('saves under a name what the list shows, and says why it could not', async () => {
    const create = vi.fn<(input: { list: string; name: string; content: object }) => SavedView>(() => ({
      ...gold,
      id: 5,
      name: '新视图',
    }))
    create.mockImplementationOnce(() => {
      throw refusal('duplicate-name', { name: '黄金客户' })
    })
    const view = show({ create }, '/x?kind=iron&open=true')
    await choose('另存为新视图…')
    const field = await screen.findByLabelText('视图名称')
    fireEvent.change(field, { target: { value: ' 黄金客户 ' } })
    fireEvent.click(screen.getByRole('button', { name: /保存$/ }))
    expect((await screen.findByRole('alert')).textContent).toContain('黄金客户')
    fireEvent.change(field, { target: { value: '新视图' } })
    fireEvent.click(await screen.findByRole('button', { name: /保存$/ }))
    await waitFor(() => expect(queryOf(view.address())['view']).toBe('5'))
    expect(create.mock.calls[1]?.[0]).toEqual({
      list: 'accounts',
      name: '新视图',
      content: {
        filters: { kind: 'iron', open: 'true' },
        search: '',
        sort: 'amount',
        descending: true,
        columns: ['name', 'amount'],
      },
    })
  })

  it('removes with an undo', async () => {
    const [remove, restore] = [vi.fn<() => object>(() => ({})), vi.fn<() => object>(() => gold)]
    show({ remove, restore }, '/x?view=4')
    await screen.findByRole('button', { name: /黄金客户/ })
    await choose('删除视图')
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    await waitFor(() => expect(restore).toHaveBeenCalledWith({ id: 4 }, undefined))
    expect(remove).toHaveBeenCalledTimes(1)
  })

  it('lets those who only read use views, and nothing more', async () => {
    show({}, '/x?view=4', 'auditor')
    await screen.findByRole('button', { name: /黄金客户/ })
    fireEvent.click(control())
    await screen.findByRole('menuitem', { name: '全部记录' })
    expect(screen.queryByRole('menuitem', { name: '另存为新视图…' })).toBeNull()
    expect(screen.queryByRole('menuitem', { name: '删除视图' })).toBeNull()
  })
})
