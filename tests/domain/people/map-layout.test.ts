import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText } from '#shared/domain/people/map-figure'
import { box, layoutMap, type MapPerson, missingHeight, overlaps, placeMissing } from '#shared/domain/people/map-layout'

const person = (id: number, reportsTo: number | null = null, more: Partial<MapPerson> = {}): MapPerson => ({
  id,
  reportsTo,
  influence: null,
  primary: false,
  place: null,
  ...more,
})

/** People who report to somebody of a smaller number, or to nobody. */
const forest = fc
  .array(fc.option(fc.nat(), { nil: null }), { minLength: 1, maxLength: 25 })
  .map((bosses) => bosses.map((boss, at) => person(at + 1, boss === null || at === 0 ? null : (boss % at) + 1)))

describe('the relationship map', () => {
  it('lets nobody cover anybody, keeps everybody in the frame and superiors above', () => {
    fc.assert(
      fc.property(forest, (people) => {
        const { places, width, height, lines } = layoutMap(people)
        const all = [...places]
        expect(all).toHaveLength(people.length)
        for (const [id, at] of all) {
          expect(at.x - box.width / 2).toBeGreaterThanOrEqual(0)
          expect(at.y - box.height / 2).toBeGreaterThanOrEqual(0)
          expect(at.x + box.width / 2).toBeLessThanOrEqual(width)
          expect(at.y + box.height / 2).toBeLessThanOrEqual(height)
          for (const [other, there] of all) if (id < other) expect(overlaps(at, there)).toBe(false)
        }
        expect(lines).toHaveLength(people.filter(({ reportsTo }) => reportsTo !== null).length)
        for (const { from, to } of lines) expect(places.get(from)?.y ?? 0).toBeLessThan(places.get(to)?.y ?? 0)
      }),
    )
  })

  it('lays the same people the same way, in whatever order they come', () => {
    fc.assert(
      fc.property(forest, (people) => {
        const there = new Map([...layoutMap(people).places].toSorted(([a], [b]) => a - b))
        const back = new Map([...layoutMap(people.toReversed()).places].toSorted(([a], [b]) => a - b))
        expect(back).toEqual(there)
      }),
    )
  })

  it('keeps who was placed by hand where he stands beside the others, and the others off him', () => {
    const people = [person(1), person(2, 1), person(3, 1, { place: { x: 0, y: 0 } }), person(4)]
    const { places } = layoutMap(people)
    const all = [...places.values()]
    for (const [at, one] of all.entries())
      for (const other of all.slice(at + 1)) expect(overlaps(one, other)).toBe(false)
    const two = layoutMap([
      person(1, null, { place: { x: 40, y: 30 } }),
      person(2, null, { place: { x: 440, y: 230 } }),
    ])
    const [first, second] = [two.places.get(1), two.places.get(2)]
    expect([(second?.x ?? 0) - (first?.x ?? 0), (second?.y ?? 0) - (first?.y ?? 0)]).toEqual([400, 200])
  })

  it('shows people of a circle and of a lost superior rather than hide them', () => {
    expect(layoutMap([person(1, 2), person(2, 1), person(3, 99)]).places.size).toBe(3)
  })

  it('is empty for nobody', () => expect(layoutMap([])).toMatchObject({ width: 0, height: 0, lines: [] }))
})

describe('cutting a long name', () => {
  it.each([
    ['王芳', 10, '王芳'],
    ['阿卜杜热合曼·买买提', 10, '阿卜杜热…'],
    ['Alexander Hamilton', 10, 'Alexander…'],
    ['𠮷田𠮷田𠮷田', 7, '𠮷田𠮷…'],
    ['👨‍👩‍👧王芳王芳', 6, '👨‍👩‍👧王芳…'],
  ])('%s in %i halves is %s', (text, halves, cut) => expect(cutText(text, halves)).toBe(cut))
})

describe('those the map misses', () => {
  it('stand in empty boxes below everybody, inside the drawing', () => {
    const layout = layoutMap([{ id: 1, reportsTo: null, influence: 3, primary: true, place: null }])
    const { places, width, height } = placeMissing(layout, 3)
    expect(places).toHaveLength(3)
    for (const { x, y } of places) {
      expect(y - missingHeight / 2).toBeGreaterThanOrEqual(layout.height)
      expect(y + missingHeight / 2).toBeLessThanOrEqual(height)
      expect(x - box.width / 2).toBeGreaterThanOrEqual(0)
      expect(x + box.width / 2).toBeLessThanOrEqual(width)
    }
    expect(placeMissing(layout, 0)).toMatchObject({ places: [], width: layout.width, height: layout.height })
  })
})
