import { describe, expect, it } from 'vitest'
import { step } from '../../../src/renderer/components/grid/grid-machine'
import { type Grid, gridAt } from '../../../src/renderer/components/grid/grid-state'
import { rangeOf, type Table, textsOf } from '../../../src/renderer/components/grid/table'
import { rules, table } from './price-grid'

function at(row: number, column: number, from: Table = table): Grid {
  return { state: gridAt(row, column), table: from }
}

describe('pasting', () => {
  it('grows rows and columns', () => {
    const block = [
      ['5', '6', '7'],
      ['8', '9', '10'],
    ]
    const grid = step(at(2, 2), { do: 'paste', block }, rules)
    expect(grid.table).toHaveLength(4)
    expect(grid.table[0]).toHaveLength(5)
    expect(grid.table[3]).toEqual(['', '', '8', '9', '10'])
    expect(grid.said).toEqual({ code: 'pasted', params: { rows: 2, columns: 3 } })
  })

  it('does not grow for the empty cells a selection in Excel ends with', () => {
    const block = [
      ['5', '6', '', ''],
      ['8', '9', ' ', ''],
      ['', '', '', ''],
      ['', '', '', ''],
    ]
    const grid = step(at(1, 2), { do: 'paste', block }, rules)
    expect(grid.table).toEqual([
      ['', '0-1', '1-3', '3以上'],
      ['广东', '8', '5', '6'],
      ['西藏', '18', '8', '9'],
    ])
  })

  it('says what does not fit', () => {
    const block = Array.from({ length: 9 }, () => ['1', '2', '3', '4', '5'])
    const grid = step(at(1, 1), { do: 'paste', block }, rules)
    expect(grid.table).toHaveLength(6)
    expect(grid.said).toEqual({ code: 'paste-cut', params: { rows: 4, columns: 1 } })
  })

  it('one cell fills the whole selection', () => {
    const grid: Grid = { state: { cursor: { row: 2, column: 2 }, anchor: { row: 1, column: 1 }, editing: null }, table }
    expect(
      textsOf(
        step(grid, { do: 'paste', block: [['7']] }, rules).table,
        rangeOf({ row: 1, column: 1 }, { row: 2, column: 2 }),
      ),
    ).toEqual([
      ['7', '7'],
      ['7', '7'],
    ])
  })
})
