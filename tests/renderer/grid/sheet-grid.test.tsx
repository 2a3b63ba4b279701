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

interface SheetProps {
  choices?: readonly string[]
  from?: Table
  most?: GridRules
  height?: number
  goTo?: { row: number; column: number }
}

function Sheet({ choices, from = start, most = rules, height, goTo }: SheetProps) {
  const { value, change, undo, redo } = useHistory<Table>(from)
  const columns = useMemo(
    (): GridColumn[] => [{ key: 'a' }, { key: 'b', ...(choices ? { choices } : {}) }, { key: 'c' }],
    [choices],
  )
  return (
    <Look locale="zh-CN" theme="light">
      <SheetGrid
        label="价格"
        columns={columns}
        rules={most}
        table={value}
        {...(height === undefined ? {} : { height })}
        {...(goTo ? { goTo } : {})}
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

describe('a long grid', () => {
  const long: Table = [
    ['', '0-1', '1以上'],
    ...Array.from({ length: 400 }, (_, row) => [`地${row + 1}`, `${row + 1}`, '5+2']),
  ]
  const longRules: GridRules = { ...rules, maxRows: 401 }
  const grown = { from: long, most: longRules, height: 520 }
  const drawn = () =>
    [...screen.getByRole('grid').querySelectorAll('tbody tr[aria-rowindex]')].map(
      (row) => Number(row.getAttribute('aria-rowindex')) - 2,
    )
  /** Of the gaps and the rows together, px: the scroll bar is as with all rows drawn. */
  const heightOfBody = () => {
    const gaps = [...screen.getByRole('grid').querySelectorAll<HTMLElement>('.grid-gap td')]
    return drawn().length * 28 + gaps.reduce((sum, { style }) => sum + Number.parseInt(style.height, 10), 0)
  }
  const scrollTo = (row: number) => {
    const box = screen.getByRole('grid').closest('.grid-box') as HTMLElement
    box.scrollTop = row * 28
    fireEvent.scroll(box)
  }
  const copied = () => {
    const texts: string[] = []
    fireEvent.copy(input(), { clipboardData: { setData: (_kind: string, text: string) => texts.push(text) } })
    return texts.join().split('\r\n')
  }

  it('draws a window of its rows and tells how many there are', () => {
    render(<Sheet {...grown} />)
    expect(drawn().length).toBeLessThan(60)
    expect(drawn()).toEqual([...drawn().keys()])
    expect(heightOfBody()).toBe(401 * 28)
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('402')
  })

  it('draws what it is scrolled to; heading and cell under the cursor stay, with the focus', () => {
    render(<Sheet {...grown} />)
    click(2, 1)
    const field = input()
    scrollTo(200)
    expect(drawn().length).toBeLessThan(60)
    expect(drawn().slice(0, 2)).toEqual([0, 2])
    for (const row of [195, 200, 219]) expect(cellAt(row, 1).textContent).toBe(String(row))
    expect(heightOfBody()).toBe(401 * 28)
    expect(document.activeElement).toBe(field)
    scrollTo(0)
    expect(document.activeElement).toBe(field)
    expect(drawn()).toEqual([...drawn().keys()])
  })

  it('keeps what an input method composes while it is scrolled', () => {
    render(<Sheet {...grown} />)
    click(2, 0)
    fireEvent.compositionStart(input())
    type('ni')
    scrollTo(300)
    type('你')
    fireEvent.compositionEnd(input())
    key('Enter')
    expect(texts()[2]?.[0]).toBe('你')
  })

  it('a jump draws the row and takes the focus there', () => {
    const view = render(<Sheet {...grown} />)
    view.rerender(<Sheet {...grown} goTo={{ row: 390, column: 1 }} />)
    expect(document.activeElement).toBe(cellAt(390, 1).querySelector('input'))
    expect(cellAt(390, 1).closest('tr')?.getAttribute('aria-rowindex')).toBe('392')
    key('Home', { ctrlKey: true })
    key('ArrowDown', { ctrlKey: true })
    expect(document.activeElement).toBe(cellAt(400, 0).querySelector('input'))
    key('ArrowUp')
    expect(document.activeElement).toBe(cellAt(399, 0).querySelector('input'))
    expect(drawn().length).toBeLessThan(60)
  })

  it('a grid that opens with a jump makes it', () => {
    render(<Sheet {...grown} goTo={{ row: 390, column: 1 }} />)
    expect(document.activeElement).toBe(cellAt(390, 1).querySelector('input'))
  })

  it('copies, clears and fills a range of which most is not drawn', () => {
    render(<Sheet {...grown} />)
    click(1, 1)
    scrollTo(380)
    fireEvent.pointerDown(cellAt(390, 2), { button: 0, shiftKey: true })
    expect(copied()).toEqual(long.slice(1, 391).map(([, price, rest]) => `${price}\t${rest}`))
    expect(cellAt(385, 1).getAttribute('aria-selected')).toBe('true')
    key('d', { ctrlKey: true })
    expect(texts().slice(1, 391)).toEqual(long.slice(1, 391).map(([name]) => [name, '1', '5+2']))
    key('Delete')
    expect(texts().slice(1)).toEqual(long.slice(1).map((cells, row) => (row < 390 ? [cells[0], '', ''] : cells)))
  })

  it('a column letter selects all of its rows', () => {
    render(<Sheet {...grown} />)
    const letter = screen.getByRole('grid').querySelector('[data-grid-column="1"]') as HTMLElement
    fireEvent.pointerDown(letter, { button: 0 })
    expect(copied()).toEqual(long.map(([, price]) => price))
  })

  it('takes a block longer than what is drawn, and gives it back', () => {
    render(<Sheet {...grown} from={long.slice(0, 3)} />)
    click(1, 1)
    const block = Array.from({ length: 300 }, (_, row) => `${row}.5`)
    fireEvent.paste(input(), { clipboardData: { getData: () => block.join('\r\n') } })
    expect(
      texts()
        .slice(1)
        .map(([, price]) => price),
    ).toEqual(block)
    expect(drawn().length).toBeLessThan(60)
    key('z', { ctrlKey: true })
    expect(drawn()).toEqual([0, 1, 2])
  })

  it('Enter below the last row goes on where the table begins to be long', () => {
    render(<Sheet {...grown} from={long.slice(0, 60)} />)
    expect(drawn()).toHaveLength(60)
    click(59, 1)
    for (const text of ['6', '7', '8']) {
      type(text)
      key('Enter')
    }
    expect(
      texts()
        .slice(59)
        .map(([, price]) => price),
    ).toEqual(['6', '7', '8', ''])
    expect(document.activeElement).toBe(cellAt(62, 1).querySelector('input'))
  })

  it('the widest text of a column keeps its width, whatever rows are drawn', () => {
    render(<Sheet {...grown} from={long.map((cells, row) => (row === 333 ? ['内蒙古', '1.25', '5'] : cells))} />)
    const widest = () =>
      [...screen.getByRole('grid').querySelectorAll<HTMLElement>('thead [data-grid-column]')].map(
        ({ dataset }) => dataset.widest,
      )
    expect(widest()).toEqual(['内蒙古', '1.25', '1以上'])
  })
})
