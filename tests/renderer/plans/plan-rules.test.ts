import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanContent } from '#shared/contract/plans'
import { faultsOf, withoutEmptyRows } from '../../../src/renderer/features/plans/check-plan'
import { mergePlans, same } from '../../../src/renderer/features/plans/merge-plan'
import { addHalves, halfOf, halvesAround, isPeriod, quartersAround } from '../../../src/renderer/features/plans/period'
import { actualOf } from '../../../src/renderer/features/plans/sections/goals-section'
import { withRest } from '../../../src/renderer/features/plans/sections/business-sections'
import { content, detail } from './plan-content'

describe('bringing two changes of a plan together', () => {
  const base = content({ profile: '甲', needs: '乙', team: [{ name: '王芳', role: '', duty: '' }] })

  it('takes what only the other changed, keeps what only I changed', () => {
    const merged = mergePlans(base, { ...base, needs: '我' }, { ...base, profile: '他' })
    expect(merged.content).toEqual({ ...base, needs: '我', profile: '他' })
    expect(merged).toMatchObject({ taken: ['profile'], clashes: [] })
  })

  it('keeps mine where both changed, and says so', () => {
    const merged = mergePlans(base, { ...base, needs: '我' }, { ...base, needs: '他' })
    expect(merged.content.needs).toBe('我')
    expect(merged).toMatchObject({ taken: [], clashes: ['needs'] })
  })

  it('the same change on both sides is none to ask about', () => {
    const both = { ...base, team: [] }
    expect(mergePlans(base, both, { ...both })).toEqual({ content: both, taken: [], clashes: [] })
  })

  it('loses no change of either side', () => {
    const text = fc.constantFrom('甲', '乙', '丙')
    const plan = fc.record({ profile: text, needs: text, risks: text, walletFen: fc.option(fc.nat(3)) })
    fc.assert(
      fc.property(plan, plan, plan, (start, mine, theirs) => {
        const [a, b, c] = [start, mine, theirs].map((part) => content(part)) as [PlanContent, PlanContent, PlanContent]
        const merged = mergePlans(a, b, c)
        for (const part of ['profile', 'needs', 'risks', 'walletFen'] as const) {
          const expected = b[part] === a[part] ? c[part] : b[part]
          expect(merged.content[part]).toBe(expected)
          const clash = b[part] !== a[part] && c[part] !== a[part] && b[part] !== c[part]
          expect(merged.clashes.includes(part)).toBe(clash)
        }
      }),
    )
  })

  it('compares data, not the order of its keys', () => {
    expect(same({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true)
    expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(true)
    expect(same([1, 2], [2, 1])).toBe(false)
    expect(same([], {})).toBe(false)
    expect(same({ a: Number.NaN }, { a: Number.NaN })).toBe(true)
    expect(same(null, {})).toBe(false)
  })
})

describe('what is wrong with a plan', () => {
  it('nothing in an empty one', () => {
    expect([...faultsOf(content())]).toEqual([])
  })

  it.each<[string, Partial<PlanContent>, string]>([
    ['text for the wallet', { walletFen: Number.NaN }, 'walletFen'],
    ['negative budget', { budgetFen: -1 }, 'budgetFen'],
    ['competitor without name', { competitors: [{ name: ' ', share: 10, note: '' }] }, 'competitors.0.name'],
    ['share above the whole', { competitors: [{ name: '甲', share: 101, note: '' }] }, 'competitors.0.share'],
    ['share that is no figure', { competitors: [{ name: '甲', share: Number.NaN, note: '' }] }, 'competitors.0.share'],
    [
      'a quarter twice',
      {
        goals: [
          { quarter: '2026Q1', pieces: 1, revenueFen: 1, marginFen: 1 },
          { quarter: '2026Q1', pieces: 1, revenueFen: 1, marginFen: 1 },
        ],
      },
      'goals.1.quarter',
    ],
    ['negative pieces', { goals: [{ quarter: '2026Q1', pieces: -1, revenueFen: 1, marginFen: 1 }] }, 'goals.0.pieces'],
    ['action without words', { actions: [{ what: '', owner: '王芳', due: null, status: 'open' }] }, 'actions.0.what'],
    ['member without name', { team: [{ name: '', role: '经理', duty: '' }] }, 'team.0.name'],
    ['review without day', { reviewLog: [{ on: '', text: '好' }] }, 'reviewLog.0.on'],
  ])('%s', (_name, change, path) => {
    expect([...faultsOf(content(change)).keys()]).toEqual([path])
  })

  it('a goal may be to lose less', () => {
    const goals = [{ quarter: '2026Q1', pieces: null, revenueFen: null, marginFen: -100 }]
    expect(faultsOf(content({ goals })).size).toBe(0)
  })

  it('rows nobody wrote into are left out', () => {
    const tidy = withoutEmptyRows(
      content({
        competitors: [
          { name: '', share: null, note: '' },
          { name: '', share: 0, note: '' },
        ],
        actions: [{ what: '', owner: '', due: null, status: 'doing' }],
        reviewLog: [{ on: '2026-01-01', text: '' }],
      }),
    )
    expect(tidy.competitors).toEqual([{ name: '', share: 0, note: '' }])
    expect(tidy.actions).toEqual([])
    expect(tidy.reviewLog).toEqual([])
  })
})

describe('half-years and quarters', () => {
  it.each([
    ['2026-01', '2026H1'],
    ['2026-06', '2026H1'],
    ['2026-07', '2026H2'],
    ['2026-12', '2026H2'],
  ])('%s lies in %s', (month, half) => {
    expect(halfOf(month)).toBe(half)
  })

  it('go on over the year', () => {
    expect(addHalves('2026H2', 1)).toBe('2027H1')
    expect(addHalves('2026H1', -1)).toBe('2025H2')
    expect(halvesAround('2026H1')).toEqual(['2025H1', '2025H2', '2026H1', '2026H2', '2027H1'])
    expect(quartersAround('2026H2')).toEqual(['2026Q3', '2026Q4', '2027Q1', '2027Q2'])
    expect(isPeriod('2026H3')).toBe(false)
    expect(isPeriod(null)).toBe(false)
  })

  it('a goal not saved yet finds its actual figures in the months', () => {
    const { facts } = detail()
    expect(actualOf(facts, '2026Q1')).toEqual(facts.actuals[0])
    expect(actualOf({ ...facts, actuals: [] }, '2026Q1')).toEqual({
      pieces: 500,
      revenueFen: 1_500_000,
      marginFen: null,
    })
    expect(actualOf(facts, '2026Q2')).toEqual({ pieces: 10, revenueFen: 70_000, marginFen: 7000 })
    expect(actualOf(facts, '2026Q3')).toBeNull()
  })
})

describe('lanes beside a plan', () => {
  const lanes = (count: number, marginFen: number | null = 1) =>
    Array.from({ length: count }, (_, at) => ({ name: `${at}`, tickets: 2, revenueFen: 100 - at, marginFen }))
  const rest = (count: number) => `其余 ${count} 个`

  it('shows ten as they are and sums up the tail of more', () => {
    expect(withRest(lanes(10), rest)).toEqual(lanes(10))
    const shown = withRest(lanes(31), rest)
    expect(shown).toHaveLength(10)
    expect(shown.at(-1)).toMatchObject({ name: '其余 22 个', tickets: 44, marginFen: 22 })
    const whole = lanes(31).reduce((sum, lane) => sum + lane.revenueFen, 0)
    expect(shown.reduce((sum, lane) => sum + lane.revenueFen, 0)).toBe(whole)
    expect(withRest(lanes(31, null), rest).at(-1)?.marginFen).toBeNull()
  })
})
