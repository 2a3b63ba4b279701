import { describe, expect, it } from 'vitest'
import { compareSheets } from '#shared/domain/price-editing/compare-sheets'
import { applyMassChange } from '#shared/domain/rating/mass-change'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import { sheetOf } from '../rating/support'

type Rows = Record<string, string[]>
type Zones = Record<string, string>

function priced(columns: string[], rows: Rows, zones: Zones = {}, info: Record<string, string> = {}): PriceSheet {
  return sheetOf({
    info,
    columns,
    rows: Object.entries(rows).map(([key, cells]) => ({ key, cells })),
    zones: Object.entries(zones).map(([zone, places]) => ({ zone, places })),
  })
}

const told = (before: PriceSheet, after: PriceSheet) =>
  compareSheets(before, after).rows.map(({ key, beforeKey, afterKey, places, cells }) => [
    key ?? `${places.join('、')}: ${beforeKey ?? '∅'} → ${afterKey ?? '∅'}`,
    ...cells.map(
      ({ standing, at, beforeUnits, afterUnits }) =>
        `${standing} @${at / 1000} ${beforeUnits === null ? '∅' : beforeUnits / 1e4}→${afterUnits === null ? '∅' : afterUnits / 1e4}`,
    ),
  ])

const columns = ['0-1', '1-3', '3以上']

describe('the same brackets', () => {
  const before = priced(columns, { 广东: ['8', '10', '10+2'], 西藏: ['18', '-', '18+9'] })

  it('nothing differs from itself', () => {
    const { rows, counts, info, surcharges, tiers } = compareSheets(before, before)
    expect(rows.flatMap(({ cells }) => cells.map(({ standing }) => standing))).toEqual([
      'same',
      'same',
      'same',
      'same',
      'none',
      'same',
    ])
    expect({ counts, info, surcharges, tiers }).toEqual({
      counts: { changed: 0, added: 0, removed: 0, same: 5 },
      info: [],
      surcharges: [],
      tiers: [],
    })
  })

  it('tells changed, added and removed cells with amount and percentage', () => {
    const after = priced(columns, { 广东: ['8.4', '10', '10+2.5'], 西藏: ['-', '20', '18+9'] })
    expect(told(before, after)).toEqual([
      ['广东', 'changed @1 8→8.4', 'same @3 10→10', 'changed @4 16→17.5'],
      ['西藏', 'removed @1 18→∅', 'added @3 ∅→20', 'same @4 45→45'],
    ])
    expect(compareSheets(before, after).rows[0]?.cells[0]?.changePpm).toBe(50_000)
  })

  it('is equal where only the writing differs', () => {
    const after = priced(columns, { 广东: ['8', '10', '10+1/0.5'], 西藏: ['18', '-', '18+9/1'] })
    // 10+2 and 10+1/0.5 agree at 4 kg, and differ at 3.1 kg.
    expect(told(before, after)[0]?.[3]).toMatch(/^changed @3\.0/)
    expect(told(before, after)[1]?.[3]).toBe('equal @4 45→45')
  })
})

describe('other brackets', () => {
  it('are compared on the union of their edges', () => {
    const before = priced(['0-1', '1以上'], { 广东: ['8', '8+2'] })
    const after = priced(['0-1', '1-2', '2以上'], { 广东: ['8', '10', '9+2'] })
    expect(compareSheets(before, after).segments.map(({ from, to }) => [from, to])).toEqual([
      [0, 1000],
      [1000, 2000],
      [2000, null],
    ])
    expect(told(before, after)).toEqual([['广东', 'same @1 8→8', 'equal @2 10→10', 'changed @3 12→13']])
  })
})

describe('other rows', () => {
  it('a province that changed its zone shows by itself', () => {
    const cells = { 一区: ['8'], 二区: ['10'] }
    const before = priced(['0以上'], cells, { 一区: '广东、湖南', 二区: '西藏' })
    const after = priced(['0以上'], cells, { 一区: '广东', 二区: '西藏、湖南' })
    expect(told(before, after)).toEqual([
      ['一区', 'same @1 8→8'],
      ['湖南省: 一区 → 二区', 'changed @1 8→10'],
      ['二区', 'same @1 10→10'],
    ])
  })

  it('a sheet by zones against one by provinces, with a city of its own', () => {
    const before = priced(['0以上'], { 一区: ['8'] }, { 一区: '广东、湖南' })
    const after = priced(['0以上'], { 广东: ['8'], 湖南: ['9'], 深圳: ['7'] })
    expect(told(before, after)).toEqual([
      ['广东省: 一区 → 广东', 'same @1 8→8'],
      ['湖南省: 一区 → 湖南', 'changed @1 8→9'],
      ['广东省深圳市: 一区 → 深圳', 'changed @1 8→7'],
    ])
  })

  it('rows that came and went, and keys that are no places', () => {
    const before = priced(['0以上'], { 广东: ['8'], z1: ['5'], z2: ['6'] })
    const after = priced(['0以上'], { 湖南: ['9'], z1: ['5'] })
    expect(told(before, after)).toEqual([
      ['广东省: 广东 → ∅', 'removed @1 8→∅'],
      ['湖南省: ∅ → 湖南', 'added @1 ∅→9'],
      ['z1', 'same @1 5→5'],
      [': z2 → ∅', 'removed @1 6→∅'],
    ])
  })
})

describe('everything else', () => {
  it('tells 报价信息, 附加费 and 阶梯', () => {
    const before = sheetOf({
      info: { 折扣: '85折', 备注: '含包装' },
      columns: ['0以上'],
      rows: [{ key: '*', cells: ['5'] }],
      surcharges: [{ item: '保价', kind: '比例', value: '0.5%' }],
    })
    const after = sheetOf({
      info: { 折扣: '9折' },
      columns: ['0以上'],
      rows: [{ key: '*', cells: ['5'] }],
      surcharges: [
        { item: '保价', kind: '比例', value: '0.6%', min: '1' },
        { item: '签回单', kind: '固定', value: '3' },
      ],
    })
    const { info, surcharges } = compareSheets(before, after)
    expect(info).toEqual([
      { key: '折扣', before: '85%', after: '90%' },
      { key: '备注', before: '含包装', after: null },
    ])
    expect(surcharges).toMatchObject([
      {
        standing: 'changed',
        name: '保价',
        values: [
          { key: '数值', before: '0.5%', after: '0.6%' },
          { key: '最低', before: null, after: '1' },
        ],
      },
      { standing: 'added', name: '签回单' },
    ])
  })

  it('agrees with what a mass change says it did', () => {
    const before = priced(columns, { 广东: ['8', '+2', '×3.5'], 西藏: ['18', '-', '18+9'] })
    const { sheet, changes } = applyMassChange(before, {
      percentPpm: 30_000,
      perTicketUnits: 2_000,
      perKgUnits: 0,
      rows: null,
      columns: null,
      roundToUnits: 100,
    })
    const { rows, counts } = compareSheets(before, sheet)
    expect(counts.changed).toBe(changes.length)
    for (const change of changes) {
      const cell = rows[change.row]?.cells[change.column]
      expect(cell).toMatchObject({ at: change.at, beforeUnits: change.beforeUnits, afterUnits: change.afterUnits })
    }
  })
})
