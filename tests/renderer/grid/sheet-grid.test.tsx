import { act, fireEvent, render, screen } from '@testing-library/react'
import { useMemo } from 'react'
import { describe, expect, it } from 'vitest'
import { Look } from '../../../src/renderer/app/look'
import {
  SheetGrid,
  type GridColumn,
  type GridRules,
  type Table,
} from '../../../src/renderer/components/grid/sheet-grid'
import { useHistory } from '../../../src/renderer/components/history'
import '../support/screen'

const rules: GridRules = {
  headerRows: 1,
  headerColumns: 1,
  maxRows: 8,
  maxColumns: 3,
  fixed: ({ row, column }) => row === 0 && column === 0,
}

const start: Table = [
  ['', '0-1', '1以上'],
  ['广东', '5', '5+2'],
  ['西藏', '9', '9+8'],
]

function Sheet({ choices }: { choices?: readonly string[] }) {
  const { value, change, undo, redo } = useHistory<Table>(start)
  const columns = useMemo(
    (): GridColumn[] => [{ key: 'a' }, { key: 'b', ...(choices ? { choices } : {}) }, { key: 'c' }],
    [choices],
  )
  return (
    <Look locale="zh-CN" theme="light">
      <SheetGrid
        label="价格"
        columns={columns}
        rules={rules}
        table={value}
        onChange={change}
        onUndo={undo}
        onRedo={redo}
      />
      <output>{JSON.stringify(value)}</output>
    </Look>
  )
}

const texts = (): Table => JSON.parse(screen.getByRole('status').textContent ?? '') as Table
const cellAt = (row: number, column: number) => {
  const cell = screen.getByRole('grid').querySelector(`td[data-row="${row}"][data-column="${column}"]`)
  if (!(cell instanceof HTMLElement)) throw new Error('no such cell')
  return cell
}
const input = () => screen.getByRole('grid').querySelector('input') as HTMLInputElement
const click = (row: number, column: number) => fireEvent.pointerDown(cellAt(row, column), { button: 0 })
const key = (name: string, more: object = {}) => fireEvent.keyDown(input(), { key: name, ...more })
const type = (text: string) => fireEvent.change(input(), { target: { value: text } })

describe('the grid', () => {
  it('has one field, in the cell under the cursor, named by row and column', () => {
    render(<Sheet />)
    click(1, 2)
    expect(screen.getByRole('grid').querySelectorAll('input')).toHaveLength(1)
    expect(input().getAttribute('aria-label')).toBe('广东，1以上')
    expect(document.activeElement).toBe(input())
    key('ArrowDown')
    expect(input().getAttribute('aria-label')).toBe('西藏，1以上')
    expect(cellAt(2, 2).getAttribute('aria-selected')).toBe('true')
  })

  it('writes what is typed, and takes it back', () => {
    render(<Sheet />)
    click(1, 1)
    type('6')
    key('Enter')
    expect(texts()[1]).toEqual(['广东', '6', '5+2'])
    key('z', { ctrlKey: true })
    expect(texts()).toEqual(start)
    key('y', { ctrlKey: true })
    expect(texts()[1]?.[1]).toBe('6')
  })

  it('leaves every key to an input method while it composes', () => {
    render(<Sheet />)
    click(1, 0)
    fireEvent.compositionStart(input())
    type('n')
    type('ni')
    key('Enter', { isComposing: true })
    key('ArrowDown', { keyCode: 229 })
    expect(input().getAttribute('aria-label')).toBe('广东，A')
    type('你')
    fireEvent.compositionEnd(input())
    expect(texts()).toEqual(start)
    key('Enter')
    expect(texts()[1]?.[0]).toBe('你')
  })

  it('takes a block of Excel and says what does not fit', () => {
    render(<Sheet />)
    click(2, 1)
    const clipboardData = { getData: () => '1\t2\t3\r\n4\t5\t6\r\n' }
    fireEvent.paste(input(), { clipboardData })
    expect(texts()).toEqual([...start.slice(0, 2), ['西藏', '1', '2'], ['', '4', '5']])
    expect(screen.getByText('有 0 行、1 列放不下，没有粘贴')).toBeTruthy()
  })

  it('copies the selection as Excel reads it', () => {
    render(<Sheet />)
    click(1, 1)
    key('ArrowDown', { shiftKey: true })
    key('ArrowRight', { shiftKey: true })
    const copied: string[] = []
    fireEvent.copy(input(), { clipboardData: { setData: (_kind: string, text: string) => copied.push(text) } })
    expect(copied).toEqual(['5\t5+2\r\n9\t9+8'])
    key('Delete')
    expect(texts().slice(1)).toEqual([
      ['广东', '', ''],
      ['西藏', '', ''],
    ])
  })

  it('offers choices and takes the one that is marked', () => {
    render(<Sheet choices={['固定', '比例', '每公斤']} />)
    click(1, 1)
    key('F2')
    type('')
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['固定', '比例', '每公斤'])
    key('ArrowDown')
    key('ArrowDown')
    key('Enter')
    expect(texts()[1]?.[1]).toBe('比例')
  })

  it('writes down what was typed when the focus goes elsewhere', () => {
    render(<Sheet />)
    click(1, 1)
    type('7')
    act(() => input().blur())
    expect(texts()[1]?.[1]).toBe('7')
  })

  it('Tab leaves behind the last cell, and after Esc from anywhere', () => {
    render(<Sheet />)
    click(2, 2)
    expect(key('Tab')).toBe(true)
    click(1, 1)
    expect(key('Tab')).toBe(false)
    key('Escape')
    expect(key('Tab')).toBe(true)
  })

  it('the fixed corner is read-only', () => {
    render(<Sheet />)
    click(0, 0)
    expect(input().readOnly).toBe(true)
  })
})
