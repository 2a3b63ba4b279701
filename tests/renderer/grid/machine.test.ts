import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionOf, type GridKey } from '../../../src/renderer/components/grid/grid-keys'
import { type GridCommand, step } from '../../../src/renderer/components/grid/grid-machine'
import { type Grid, gridAt, selectionOf } from '../../../src/renderer/components/grid/grid-state'
import { readTabText, writeTabText } from '../../../src/renderer/components/grid/tab-text'
import type { Table } from '../../../src/renderer/components/grid/table'
import { record, redo, startHistory, undo } from '../../../src/renderer/components/history'
import { rules, table } from './price-grid'

const press = (key: string, more: Partial<GridKey> = {}): GridKey => ({
  key,
  shift: false,
  control: false,
  alt: false,
  ...more,
})

function at(row: number, column: number, from: Table = table): Grid {
  return { state: gridAt(row, column), table: from }
}

function after(grid: Grid, ...commands: GridCommand[]): Grid {
  return commands.reduce<Grid>((now, command) => step(now, command, rules), grid)
}

describe('moving', () => {
  it.each<[string, Partial<GridKey>, [number, number]]>([
    ['ArrowRight', {}, [1, 2]],
    ['ArrowLeft', {}, [1, 0]],
    ['ArrowUp', {}, [0, 1]],
    ['ArrowDown', {}, [2, 1]],
    ['Tab', {}, [1, 2]],
    ['Tab', { shift: true }, [1, 0]],
    ['Enter', {}, [2, 1]],
    ['Enter', { shift: true }, [0, 1]],
    ['Home', {}, [1, 0]],
    ['End', {}, [1, 3]],
    ['Home', { control: true }, [0, 0]],
    ['End', { control: true }, [2, 3]],
    ['PageDown', {}, [2, 1]],
    ['PageUp', {}, [0, 1]],
    ['ArrowRight', { control: true }, [1, 3]],
    ['ArrowDown', { control: true }, [2, 1]],
  ])('%s %j', (key, more, [row, column]) => {
    const grid = at(1, 1)
    const action = actionOf(press(key, more), grid.state)
    if (!action || action.do === 'undo' || action.do === 'redo' || action.do === 'pick' || action.do === 'select-all')
      throw new Error('no command')
    expect(step(grid, action, rules).state.cursor).toEqual({ row, column })
  })

  it('Tab goes on in the next row, and stays at the last cell', () => {
    expect(after(at(1, 3), { do: 'move', way: 'next' }).state.cursor).toEqual({ row: 2, column: 0 })
    expect(after(at(2, 3), { do: 'move', way: 'next' }).state.cursor).toEqual({ row: 2, column: 3 })
  })

  it('Shift and arrows stretch the selection from where it began', () => {
    const grid = after(at(1, 1), { do: 'move', way: 'right', extend: true }, { do: 'move', way: 'down', extend: true })
    expect(selectionOf(grid.state)).toEqual({ top: 1, left: 1, bottom: 2, right: 2 })
    expect(selectionOf(after(grid, { do: 'cancel' }).state)).toEqual({ top: 2, left: 2, bottom: 2, right: 2 })
  })
})

describe('writing', () => {
  it('typing replaces, Enter writes down and goes down', () => {
    const grid = after(at(1, 1), { do: 'type', text: '9' }, { do: 'type', text: '9.5' }, { do: 'commit', way: 'down' })
    expect(grid.table[1]?.[1]).toBe('9.5')
    expect(grid.state).toEqual(gridAt(2, 1))
  })

  it('arrows leave what was begun by typing, and stay in what was begun by F2', () => {
    const typed = after(at(1, 1), { do: 'type', text: '9' })
    expect(actionOf(press('ArrowRight'), typed.state)).toEqual({ do: 'commit', way: 'right' })
    const edited = after(at(1, 1), { do: 'edit' })
    expect(edited.state.editing).toEqual({ text: '8', mode: 'edit' })
    expect(actionOf(press('ArrowRight'), edited.state)).toBeNull()
  })

  it('Esc gives up', () => {
    const grid = after(at(1, 1), { do: 'type', text: '9' }, { do: 'cancel' })
    expect(grid.table).toBe(table)
  })

  it('never writes into a fixed cell', () => {
    const grid = step(at(0, 0), { do: 'type', text: 'x' }, rules)
    expect(grid.state.editing).toBeNull()
    expect(grid.said?.code).toBe('fixed')
    expect(
      step({ state: { ...gridAt(0, 0), anchor: { row: 2, column: 3 } }, table }, { do: 'clear' }, rules).table,
    ).toEqual([
      ['', '', '', ''],
      ['', '', '', ''],
      ['', '', '', ''],
    ])
  })

  it('Enter below a filled last row opens a new one, up to the limit', () => {
    const grid = after(at(2, 1), { do: 'commit', way: 'down' })
    expect(grid.table).toHaveLength(4)
    expect(after(grid, { do: 'commit', way: 'down' }).table).toHaveLength(4)
  })
})

describe('filling', () => {
  it('fills down and right, from the neighbour where one cell is selected', () => {
    expect(after(at(2, 1), { do: 'fill-down' }).table[2]).toEqual(['西藏', '8', '-', '18+9'])
    expect(after(at(1, 2), { do: 'fill-right' }).table[1]).toEqual(['广东', '8', '8', '×3'])
    const both: Grid = { state: { cursor: { row: 2, column: 3 }, anchor: { row: 1, column: 1 }, editing: null }, table }
    expect(step(both, { do: 'fill-down' }, rules).table[2]).toEqual(['西藏', '8', '+2', '×3'])
  })

  it('the handle repeats the selection', () => {
    const grid = step(at(1, 1), { do: 'fill', to: { top: 1, left: 1, bottom: 2, right: 1 } }, rules)
    expect(grid.table[2]?.[1]).toBe('8')
  })
})

describe('rows and columns', () => {
  it('are inserted, moved and removed, never the headings', () => {
    expect(after(at(1, 1), { do: 'insert', lines: 'rows', side: 'before' }).table.map((row) => row[0])).toEqual([
      '',
      '',
      '广东',
      '西藏',
    ])
    expect(after(at(1, 1), { do: 'insert', lines: 'columns', side: 'behind' }).table[0]).toEqual([
      '',
      '0-1',
      '',
      '1-3',
      '3以上',
    ])
    expect(after(at(2, 1), { do: 'shift', lines: 'rows', by: -1 }).table.map((row) => row[0])).toEqual([
      '',
      '西藏',
      '广东',
    ])
    expect(after(at(1, 1), { do: 'shift', lines: 'rows', by: -1 }).table).toBe(table)
    expect(after(at(1, 3), { do: 'shift', lines: 'columns', by: -1 }).table[0]).toEqual(['', '0-1', '3以上', '1-3'])
    expect(after(at(1, 2), { do: 'remove', lines: 'columns' }).table[1]).toEqual(['广东', '8', '×3'])
    expect(after(at(0, 1), { do: 'remove', lines: 'rows' }).table).toBe(table)
    const all: Grid = { state: { cursor: { row: 2, column: 0 }, anchor: { row: 1, column: 0 }, editing: null }, table }
    expect(step(all, { do: 'remove', lines: 'rows' }, rules).table).toEqual([table[0], ['', '', '', '']])
  })
})

const texts = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\t', '\n', ' ', '价') })

describe('properties', () => {
  it('what is copied and read again is the same block', () => {
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(texts, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
    fc.assert(
      fc.property(block, (cells) => {
        const text = writeTabText(cells)
        // A last row of one empty cell is nothing but the line break that ends the row before.
        fc.pre(text !== '' && !text.endsWith('\n'))
        expect(readTabText(text)).toEqual(cells)
      }),
    )
  })

  const place = fc.record({ row: fc.integer({ min: 0, max: 5 }), column: fc.integer({ min: 0, max: 4 }) })
  const command: fc.Arbitrary<GridCommand> = fc.oneof(
    place.map((to) => ({ do: 'go' as const, to })),
    place.map((to) => ({ do: 'go' as const, to, extend: true })),
    fc.constantFrom('1', '12+2').map((text) => ({ do: 'type' as const, text })),
    fc.constantFrom<GridCommand>(
      { do: 'commit', way: 'down' },
      { do: 'clear' },
      { do: 'fill-down' },
      { do: 'fill-right' },
      { do: 'insert', lines: 'rows', side: 'before' },
      { do: 'insert', lines: 'columns', side: 'behind' },
      { do: 'remove', lines: 'rows' },
      { do: 'remove', lines: 'columns' },
      { do: 'shift', lines: 'rows', by: 1 },
      { do: 'shift', lines: 'columns', by: -1 },
      {
        do: 'paste',
        block: [
          ['1', '2'],
          ['3', '4'],
        ],
      },
    ),
  )

  it('stays rectangular and the cursor inside, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        let grid: Grid = at(1, 1)
        for (const one of commands) {
          const inside =
            one.do === 'go'
              ? {
                  ...one,
                  to: {
                    row: Math.min(one.to.row, grid.table.length - 1),
                    column: Math.min(one.to.column, (grid.table[0]?.length ?? 1) - 1),
                  },
                }
              : one
          grid = step(grid, inside, rules)
          const width = grid.table[0]?.length ?? 0
          expect(grid.table.every((row) => row.length === width)).toBe(true)
          expect(grid.table.length).toBeLessThanOrEqual(rules.maxRows)
          expect(width).toBeLessThanOrEqual(rules.maxColumns)
          const { cursor, anchor } = grid.state
          for (const { row, column } of [cursor, anchor]) {
            expect(row).toBeGreaterThanOrEqual(0)
            expect(row).toBeLessThan(grid.table.length)
            expect(column).toBeLessThan(width)
          }
        }
      }),
    )
  })

  it('all undone is the beginning, all redone is the end', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        let grid: Grid = at(1, 1)
        let history = startHistory<Table>(table)
        for (const one of commands) {
          if (one.do === 'go') continue
          grid = step(grid, one, rules)
          history = record(history, grid.table)
        }
        const changes = history.past.length
        const end = history.present
        for (let index = 0; index < changes; index += 1) history = undo(history)
        expect(history.present).toBe(table)
        for (let index = 0; index < changes; index += 1) history = redo(history)
        expect(history.present).toBe(end)
      }),
    )
  })
})

describe('the clipboard of Excel', () => {
  it.each<[string, string[][]]>([
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1', [['1']]],
    ['a\t\r\n', [['a', '']]],
    ['"x\ny"\t"a ""b"""\r\n', [['x\ny', 'a "b"']]],
    ['5"\t6\n', [['5"', '6']]],
    ['"open\t6', [['"open', '6']]],
    [
      '1\t2\t3\n4',
      [
        ['1', '2', '3'],
        ['4', '', ''],
      ],
    ],
    ['', []],
  ])('%j', (text, block) => {
    expect(readTabText(text)).toEqual(block)
  })
})
