import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSheetForm } from '#shared/domain/rating/format-sheet'
import { applyMassChange, type MassChange } from '#shared/domain/rating/mass-change'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import type { FormValue } from '#shared/domain/rating/sheet-form'

const nothing: MassChange = {
  percentPpm: 0,
  perTicketUnits: 0,
  perKgUnits: 0,
  rows: null,
  columns: null,
  roundToUnits: 100,
}

function sheetOf(columns: string[], rows: Record<string, FormValue[]>, info: Record<string, string> = {}): PriceSheet {
  const { sheet, problems } = parseSheetForm({
    info,
    columns,
    rows: Object.entries(rows).map(([key, cells]) => ({ key, cells })),
  })
  if (!sheet) throw new Error(JSON.stringify(problems))
  return sheet
}

const one = (cell: string, change: Partial<MassChange>, column = '0以上', info: Record<string, string> = {}) => {
  const result = applyMassChange(sheetOf([column], { 广东: [cell] }, info), { ...nothing, ...change })
  return formatSheetForm(result.sheet).rows[0]?.cells[0]
}

describe('one cell', () => {
  it.each<[string, Partial<MassChange>, string]>([
    ['5.5', { percentPpm: 30_000 }, '5.67'], // 5.665 half up
    ['5.5', { percentPpm: 30_000, roundToUnits: 1 }, '5.665'],
    ['5.5', { percentPpm: 30_000, roundToUnits: 500 }, '5.65'],
    ['5.5', { percentPpm: 30_000, roundToUnits: 1000 }, '5.7'],
    ['5.5', { percentPpm: -50_000 }, '5.23'], // 5.225
    ['5.5', { perTicketUnits: 2000 }, '5.7'],
    ['12+2', { perTicketUnits: 2000 }, '12.2+2'],
    ['12+2', { perKgUnits: 1000 }, '12+2.1'],
    ['12+2/0.5', { perKgUnits: 1000 }, '12+2.05/0.5'],
    ['12+2/0', { perKgUnits: 1000 }, '12+2.1/0'],
    ['12.345+2', { perKgUnits: 1000 }, '12.345+2.1'], // untouched figures are not rounded
    ['×1.8', { perKgUnits: 1000 }, '×1.9'],
    ['×1.8', { percentPpm: 30_000 }, '×1.85'],
    ['×1.8', { perTicketUnits: 2000 }, '×1.8'],
    ['12+2', { percentPpm: 30_000, perTicketUnits: 2000, perKgUnits: 1000 }, '12.56+2.16'],
    ['-', { percentPpm: 30_000 }, '-'],
  ])('%s with %j is %s', (cell, change, expected) => {
    expect(one(cell, change)).toBe(expected)
  })

  it('an amount per kg on a step of the sheet is of that step', () => {
    expect(one('12+2', { perKgUnits: 1000 }, '0以上', { 续重单位: '0.5' })).toBe('12+2.05')
    expect(one('12+2', { perKgUnits: 1000 }, '0以上(续重0.3kg)')).toBe('12+2.03')
  })

  it('does nothing below nothing and says so', () => {
    const sheet = sheetOf(['0以上'], { 广东: ['0.1+2'] })
    const result = applyMassChange(sheet, { ...nothing, perTicketUnits: -2000 })
    expect(result.sheet).toEqual(sheet)
    expect(result.changes).toEqual([])
    expect(result.gaps).toEqual([{ row: 0, column: 0, key: '广东', bracket: '0以上', reason: 'negative' }])
  })
})

describe('zones and brackets', () => {
  const sheet = sheetOf(['0-1', '1-3', '3以上'], { 广东: ['8', '+2', '×3'], 西藏: ['18', '-', '18+9'] })

  it('changes only what was chosen', () => {
    const result = applyMassChange(sheet, { ...nothing, percentPpm: 100_000, rows: ['西藏'], columns: ['0-1'] })
    expect(result.changes).toMatchObject([{ key: '西藏', bracket: '0-1', before: '18', after: '19.8' }])
    expect(result.chosen).toBe(1)
  })

  it('tells the marginal cells that follow a changed bracket', () => {
    const { changes } = applyMassChange(sheet, { ...nothing, perTicketUnits: 2000, columns: ['0-1'] })
    expect(changes.filter(({ key }) => key === '广东')).toMatchObject([
      { bracket: '0-1', follows: false, beforeUnits: 80_000, afterUnits: 82_000, at: 1000 },
      { bracket: '1-3', follows: true, before: '+2', after: '+2', beforeUnits: 120_000, afterUnits: 122_000, at: 3000 },
    ])
  })

  it('says which cells could not take a part of it', () => {
    const { gaps } = applyMassChange(sheet, { ...nothing, perTicketUnits: 2000, perKgUnits: 1000 })
    expect(gaps.map(({ key, bracket, reason }) => `${key} ${bracket} ${reason}`)).toEqual([
      '广东 0-1 flat-per-kg',
      '广东 1-3 marginal-ticket',
      '广东 3以上 whole-ticket',
      '西藏 0-1 flat-per-kg',
    ])
  })

  it('leaves volumes without an amount per kg', () => {
    const volume = sheetOf(['0-3m³', '3m³以上'], { 广东: ['200', '×80'] })
    const { changes, gaps } = applyMassChange(volume, { ...nothing, perKgUnits: 1000 })
    expect(changes).toEqual([])
    expect(gaps.map(({ reason }) => reason)).toEqual(['volume-per-kg', 'volume-per-kg'])
  })
})

describe('exactness', () => {
  it('is the decimal result rounded half up, for any price and percentage', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: -500_000, max: 2_000_000 }),
        fc.constantFrom(1, 100, 500, 1000),
        (units, percentPpm, roundToUnits) => {
          const sheet = sheetOf(['0以上'], { 广东: [1] })
          const row = { key: '广东', cells: [{ kind: 'flat' as const, priceUnits: units }] }
          const result = applyMassChange({ ...sheet, rows: [row] }, { ...nothing, percentPpm, roundToUnits })
          const cell = result.sheet.rows[0]?.cells[0]
          const after = cell?.kind === 'flat' ? cell.priceUnits : Number.NaN
          if (percentPpm === 0) return after === units
          // |after − exact| ≤ half a step, and a tie goes up
          const exact = BigInt(units) * BigInt(1_000_000 + percentPpm)
          const twice = 2n * (BigInt(after) * 1_000_000n - exact)
          const step = BigInt(roundToUnits) * 1_000_000n
          return after % roundToUnits === 0 && twice <= step && twice > -step
        },
      ),
    )
  })
})
