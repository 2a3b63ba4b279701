import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import {
  indexSheets,
  selectSheet,
  type SheetCandidate,
  type SheetOwner,
  type SheetQuery,
} from '#shared/domain/rating/select-sheet'

let sequence = 0

function sheet(id: number, owner: SheetOwner, rest: Partial<SheetCandidate> = {}): SheetCandidate {
  sequence += 1
  return { id, use: 'sale', owner, product: null, effectiveFrom: '2026-01-01', effectiveTo: null, sequence, ...rest }
}

const own: SheetOwner = { kind: 'account', accountId: 7 }
const group: SheetOwner = { kind: 'account', accountId: 3 }
const gold: SheetOwner = { kind: 'tier', tier: '黄金' }
const general: SheetOwner = { kind: 'general' }

const QUERY: SheetQuery = {
  use: 'sale',
  accountId: 7,
  groupIds: [3, 1],
  tier: '黄金',
  product: '标快',
  shippedOn: '2026-03-15',
}

function pick(sheets: SheetCandidate[], query: Partial<SheetQuery> = {}): string {
  const choice = selectSheet(indexSheets(sheets), { ...QUERY, ...query })
  return choice.found ? `${choice.level} ${choice.sheet.id}` : choice.reason
}

describe('which level', () => {
  const all = [sheet(4, general), sheet(3, gold), sheet(2, group), sheet(1, own)]

  test('own, group, tier, general', () => {
    expect(pick(all)).toBe('account 1')
    expect(pick(all.filter((one) => one.id !== 1))).toBe('group 2')
    expect(pick(all.filter((one) => one.id > 2))).toBe('tier 3')
    expect(pick(all.slice(0, 1))).toBe('general 4')
    expect(pick([])).toBe('no-sheet')
  })

  test('the nearest group first; another account’s or tier’s sheets never', () => {
    const far: SheetOwner = { kind: 'account', accountId: 1 }
    expect(pick([sheet(8, far), sheet(2, group)])).toBe('group 2')
    expect(pick([sheet(8, far)])).toBe('group 8')
    expect(pick([sheet(8, { kind: 'account', accountId: 99 })])).toBe('no-sheet')
    expect(pick([sheet(8, gold)], { tier: '铂金' })).toBe('no-sheet')
    expect(pick(all, { accountId: null, groupIds: [], tier: null })).toBe('general 4')
  })

  test('exact product before any product, but only within a level', () => {
    const product = sheet(5, own, { product: '标快' })
    expect(pick([sheet(1, own), product])).toBe('account 5')
    expect(pick([sheet(1, own), sheet(6, group, { product: '标快' })])).toBe('account 1')
    expect(pick([sheet(6, own, { product: '特惠' }), sheet(4, general)])).toBe('general 4')
    expect(pick([sheet(6, own, { product: '特惠' })])).toBe('other-product')
    expect(pick([product, sheet(1, own)], { product: null })).toBe('account 1')
    expect(pick([product], { product: null })).toBe('other-product')
  })

  test('cost sheets are chosen in the same way and kept apart', () => {
    const cost = sheet(9, general, { use: 'cost' })
    expect(pick([cost, sheet(4, general)], { use: 'cost' })).toBe('general 9')
    expect(pick([cost])).toBe('no-sheet')
  })
})

describe('which version', () => {
  const spring = sheet(1, own, { effectiveFrom: '2026-01-01' })
  const summer = sheet(2, own, { effectiveFrom: '2026-06-01' })

  test('the latest in force on the day of shipping', () => {
    const on = (shippedOn: string): string => pick([summer, spring], { shippedOn })
    expect(on('2025-12-31')).toBe('not-yet-in-force')
    expect(on('2026-01-01')).toBe('account 1')
    expect(on('2026-05-31')).toBe('account 1')
    expect(on('2026-06-01')).toBe('account 2')
  })

  test('the last day is inclusive; a newer version has closed the older one', () => {
    const june = sheet(3, own, { effectiveFrom: '2026-06-01', effectiveTo: '2026-06-30' })
    const on = (shippedOn: string, more: SheetCandidate[] = []): string => pick([spring, june, ...more], { shippedOn })
    expect(on('2026-06-30')).toBe('account 3')
    expect(on('2026-07-01')).toBe('expired')
    expect(on('2026-07-01', [sheet(4, general)])).toBe('general 4')
  })

  test('of two from the same day the one approved later', () => {
    const again = sheet(5, own)
    expect(pick([again, spring])).toBe('account 5')
  })

  test('the halving look-up is the plain one', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`)
    fc.assert(
      fc.property(fc.array(day, { maxLength: 12 }), day, (days, shippedOn) => {
        const versions = days.map((effectiveFrom, index) => sheet(index, own, { effectiveFrom }))
        const plain = versions
          .filter((version) => version.effectiveFrom <= shippedOn)
          .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || a.sequence - b.sequence)
          .at(-1)
        const missing = days.length === 0 ? 'no-sheet' : 'not-yet-in-force'
        expect(pick(versions, { shippedOn })).toBe(plain ? `account ${plain.id}` : missing)
      }),
    )
  })
})
