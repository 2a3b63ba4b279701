import { describe, expect, it } from 'vitest'
import type { ImportProblem } from '#shared/contract/imports'
import { countedGroups, firstPlaces, groupProblems } from '../../../src/renderer/features/imports/problem-groups'

function problem(given: Partial<ImportProblem>): ImportProblem {
  return { row: 2, column: null, sheet: null, code: 'x', params: {}, severity: 'error', text: 'x', ...given }
}

describe('problems by reason', () => {
  it('puts errors before warnings and the frequent before the rare', () => {
    const groups = groupProblems([
      problem({ code: 'rare', row: 1 }),
      problem({ code: 'doubt', severity: 'warning', row: 2 }),
      problem({ code: 'doubt', severity: 'warning', row: 3 }),
      problem({ code: 'often', row: 4 }),
      problem({ code: 'often', row: 5 }),
    ])
    expect(groups.map((group) => [group.problems[0]?.code, group.count])).toEqual([
      ['often', 2],
      ['rare', 1],
      ['doubt', 2],
    ])
  })

  it('keeps columns apart, but not the cells of a price sheet', () => {
    const columns = groupProblems([problem({ column: '日期' }), problem({ column: '重量' })])
    expect(columns.map((group) => group.column)).toEqual(['日期', '重量'])
    const cells = groupProblems([problem({ column: 'C5', sheet: '价格' }), problem({ column: 'D5', sheet: '价格' })])
    expect(cells).toHaveLength(1)
    expect(cells[0] && firstPlaces(cells[0]).cells).toEqual(['价格!C5', '价格!D5'])
    expect(groupProblems([problem({ sheet: '价格' }), problem({ sheet: '分区' })])).toHaveLength(2)
  })

  it('tells the first rows, each once, and that there are more', () => {
    const [group] = groupProblems([3, 3, 5, 8, 9, 11, 12].map((row) => problem({ row })))
    expect(group && firstPlaces(group, 3)).toEqual({ rows: [3, 5, 8], cells: [], more: true })
    const [whole] = groupProblems([problem({ row: null })])
    expect(whole && firstPlaces(whole)).toEqual({ rows: [], cells: [], more: false })
  })

  it('uses the counts of the core where it lists only the first problems', () => {
    const [group] = countedGroups([problem({ code: 'a', row: 7 })], [{ code: 'a', count: 900, text: '日期不对' }])
    expect(group).toMatchObject({ count: 900, title: '日期不对' })
    expect(group && firstPlaces(group)).toEqual({ rows: [7], cells: [], more: true })
  })
})
