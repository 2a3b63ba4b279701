import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SheetEntry } from '#core/features/pricing/compiled-entry'
import { SheetShelf } from '#core/features/pricing/sheet-shelf'

const days = fc
  .tuple(fc.integer({ min: 2025, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)

const entries = fc.array(
  fc.record({
    accountId: fc.constantFrom(null, 1, 2),
    tier: fc.constantFrom(null, 'gold' as const),
    product: fc.constantFrom('', '标快'),
    validFrom: days,
    length: fc.constantFrom(null, 0, 40, 400),
  }),
  { maxLength: 8 },
)

const tiers = fc.array(fc.record({ validFrom: days, tier: fc.constantFrom(null, 'gold' as const) }), { maxLength: 3 })

/** The last day inclusive, so many days after the first. */
function endOf(from: string, length: number | null): string | null {
  return length === null ? null : new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10)
}

test('what is remembered by period is what the rule says on each single day', () => {
  fc.assert(
    fc.property(
      entries,
      tiers,
      fc.array(fc.record({ accountId: fc.constantFrom(null, 1, 2), product: fc.constantFrom('', '标快'), day: days }), {
        minLength: 30,
        maxLength: 30,
      }),
      (list, history, questions) => {
        const sheets: SheetEntry[] = list.map(({ accountId, tier, length, ...rest }, index) => ({
          ...rest,
          id: index + 1,
          name: `表${index}`,
          version: 1,
          usage: 'sale',
          accountId,
          tier: accountId === null ? tier : null,
          validTo: endOf(rest.validFrom, length),
          json: '{}',
        }))
        const standing = {
          groups: new Map([[2, 1]]),
          tiers: new Map([[2, history.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))]]),
        }
        const shelf = new SheetShelf(sheets, standing)
        for (const { accountId, product, day } of questions) {
          const remembered = shelf.choose('sale', accountId, product, day)
          const fresh = new SheetShelf(sheets, standing).choose('sale', accountId, product, day)
          expect(idOf(remembered)).toBe(idOf(fresh))
        }
      },
    ),
    { numRuns: 200 },
  )
})

function idOf(answer: ReturnType<SheetShelf['choose']>): string {
  return typeof answer === 'string' ? answer : `${answer.level} ${answer.entry.id}`
}
