import { fireEvent, screen, within } from '@testing-library/react'
import { useMemo, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { AppTable } from '../../../src/renderer/components/list/app-table'
import type { Column } from '../../../src/renderer/components/list/column'
import { useList } from '../../../src/renderer/components/list/use-list'
import { refusal, renderScreen } from '../support/screen'

interface Row {
  id: number
  name: string
  amount: number
}

interface Filter {
  kind: string
}

const rows: Row[] = [
  { id: 11, name: '甲', amount: 3 },
  { id: 12, name: '乙', amount: 2 },
  { id: 13, name: '丙', amount: 1 },
]

const columns: Column<Row>[] = [
  { key: 'name', title: '名称', sort: 'name', always: true, render: (row) => row.name },
  { key: 'amount', title: '金额', sort: 'amount', figure: true, render: (row) => row.amount },
  { key: 'id', title: '编号', optional: true, render: (row) => `#${row.id}` },
]

const kinds = { kind: 'text' } as const

function Screen({ shown, error, onOpen }: { shown: Row[]; error?: unknown; onOpen?: (row: Row) => void }) {
  const list = useList<Filter>(kinds, { sort: 'amount', descending: true })
  const [selected, setSelected] = useState<number[]>([])
  const selection = useMemo(() => ({ keys: selected, onChange: setSelected }), [selected])
  return (
    <AppTable
      name="test"
      label="测试"
      columns={columns}
      list={list}
      rows={shown}
      total={shown.length}
      error={error}
      rowKey={(row) => row.id}
      onOpen={onOpen}
      selection={selection}
      empty="nothing yet"
      noMatch="no match"
    />
  )
}

function show(options: { shown?: Row[]; error?: unknown; at?: string; onOpen?: (row: Row) => void } = {}) {
  const { shown = rows, at = '/x', ...rest } = options
  return renderScreen(<Screen shown={shown} {...rest} />, { api: {}, at, path: 'x' })
}

const line = (name: string) => {
  const row = screen.getByText(name).closest('tr')
  if (!row) throw new Error(`no row ${name}`)
  return row
}
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })

describe('table by keyboard', () => {
  it('has one row in the tab order and moves by arrows, Home and End without leaving the table', () => {
    show()
    expect([line('甲').tabIndex, line('乙').tabIndex, line('丙').tabIndex]).toEqual([0, -1, -1])
    line('甲').focus()
    press('ArrowDown')
    expect(document.activeElement).toBe(line('乙'))
    expect(line('乙').tabIndex).toBe(0)
    press('End')
    press('ArrowDown')
    expect(document.activeElement).toBe(line('丙'))
    press('Home')
    press('ArrowUp')
    expect(document.activeElement).toBe(line('甲'))
  })

  it('opens the row on Enter and selects it on Space', () => {
    const onOpen = vi.fn<(row: Row) => void>()
    show({ onOpen })
    line('甲').focus()
    press('ArrowDown')
    press('Enter')
    expect(onOpen.mock.calls).toEqual([[rows[1]]])
    press(' ')
    expect(line('乙').getAttribute('aria-selected')).toBe('true')
    expect(screen.getByText('已选 1 条')).toBeTruthy()
    press(' ')
    expect(line('乙').getAttribute('aria-selected')).toBe('false')
  })

  it('selects all of the page at once and nothing else', () => {
    show()
    fireEvent.click(screen.getByLabelText('全部'))
    expect(screen.getByText('已选 3 条')).toBeTruthy()
    fireEvent.click(screen.getByLabelText('全部'))
    expect(screen.queryByText(/已选/)).toBeNull()
  })
})

describe('table', () => {
  it('sorts through the address: figures descending first, texts ascending', () => {
    const { address } = show()
    const head = (title: string) => within(screen.getByRole('grid')).getByRole('button', { name: title })
    expect(head('金额').closest('th')?.getAttribute('aria-sort')).toBe('descending')
    fireEvent.click(head('名称'))
    expect(address()).toBe('/x?sort=name')
    fireEvent.click(head('名称'))
    expect(address()).toBe('/x?sort=name&desc=1')
    fireEvent.click(head('金额'))
    expect(address()).toBe('/x?sort=amount&desc=1')
  })

  it('tells an empty list from a filter that leaves nothing', () => {
    show({ shown: [] })
    expect(screen.getByText('nothing yet')).toBeTruthy()
  })

  it('says that nothing matches where a filter stands in the address', () => {
    show({ shown: [], at: '/x?kind=a' })
    expect(screen.getByText('no match')).toBeTruthy()
  })

  it('shows what went wrong and what to do instead of an empty table', () => {
    show({ error: refusal('permission-denied', { permission: 'accounts.read' }) })
    expect(screen.getByRole('alert').textContent).toContain('您没有这项操作的权限（查看客户）。请联系网点经理。')
    expect(screen.queryByRole('grid')).toBeNull()
  })

  it('hides optional columns until they are chosen', () => {
    show()
    expect(screen.queryByText('#11')).toBeNull()
    fireEvent.click(screen.getByLabelText('显示列'))
    fireEvent.click(screen.getByRole('checkbox', { name: '编号' }))
    expect(screen.getByText('#11')).toBeTruthy()
  })
})
