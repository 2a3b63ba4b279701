import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeSources, type PageWindow, type Place } from '#core/features/timeline/merge-sources'
import {
  plainEvent,
  type SourceEvent,
  type TimelineSource,
  withinWindow,
} from '#core/features/timeline/timeline-source'

const account = { id: 1, uid: 'a' }
const everything: PageWindow = { from: '', to: '~', actor: null, text: '', kinds: null, limit: 10, seesPersonal: true }

const event = (id: number, at: string, kind = 'change', more: Partial<SourceEvent> = {}): SourceEvent => ({
  ...plainEvent,
  id,
  at,
  kind,
  code: 'note',
  ...more,
})

/** A source over a list, and how often it was asked for how much. */
function sourceOf(name: string, events: readonly SourceEvent[], kinds = ['change', 'call']): TimelineSource {
  return { name, kinds, events: (_account, window) => withinWindow(events, window), actors: () => [] }
}

function allPages(sources: readonly TimelineSource[], window: PageWindow): string[] {
  const keys: string[] = []
  for (let after: Place | null = null, first = true; first || after !== null; first = false) {
    const { events, next } = mergeSources(sources, account, window, after)
    keys.push(...events.map(({ at, source, id }) => `${at}|${source}|${id}`))
    // A page that says something follows is full.
    if (next) expect(events).toHaveLength(window.limit)
    after = next
  }
  return keys
}

/** Few different instants, so that many events of several sources fall on one. */
const instants = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z', '2026-02-01T04:00:00.000Z']
const anyEvents = fc.uniqueArray(
  fc.record({ id: fc.nat(30), at: fc.constantFrom(...instants), kind: fc.constantFrom('change', 'call') }),
  { selector: ({ id }) => id, maxLength: 25 },
)
const anySources = fc.uniqueArray(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), events: anyEvents }), {
  selector: ({ name }) => name,
  maxLength: 4,
})

describe('pages over several sources', () => {
  it('give every event once, in one order, whatever the size of the page', () => {
    fc.assert(
      fc.property(anySources, fc.integer({ min: 1, max: 12 }), (lists, limit) => {
        const sources = lists.map(({ name, events }) =>
          sourceOf(
            name,
            events.map(({ id, at, kind }) => event(id, at, kind)),
          ),
        )
        const keys = allPages(sources, { ...everything, limit })
        const expected = lists.flatMap(({ name, events }) =>
          events.map(({ id, at }) => ({ at, name, id, key: `${at}|${name}|${id}` })),
        )
        const ordered = expected.toSorted(
          (x, y) => y.at.localeCompare(x.at) || y.name.localeCompare(x.name) || y.id - x.id,
        )
        expect(keys).toEqual(ordered.map(({ key }) => key))
      }),
      { numRuns: 400 },
    )
  })

  it('of some kinds ask only the sources that have them', () => {
    const calls = sourceOf('calls', [event(1, instants[0] ?? '', 'call')], ['call'])
    const never: TimelineSource = {
      name: 'never',
      kinds: ['price'],
      events: () => expect.fail('asked in vain'),
      actors: () => [],
    }
    expect(allPages([calls, never], { ...everything, kinds: new Set(['call']) })).toHaveLength(1)
  })

  it('stay inside the days, the person and the text asked for', () => {
    const source = sourceOf('a', [
      event(1, '2026-01-01T00:00:00.000Z', 'call', { actor: '王芳', text: '谈价格' }),
      event(2, '2026-01-02T00:00:00.000Z', 'call', { actor: '李强', text: '谈价格' }),
      event(3, '2026-01-03T00:00:00.000Z', 'call', { actor: '王芳', text: 'Price Talk' }),
    ])
    const ids = (window: Partial<PageWindow>) =>
      mergeSources([source], account, { ...everything, ...window }, null).events.map(({ id }) => id)
    expect(ids({ actor: '王芳' })).toEqual([3, 1])
    expect(ids({ text: 'price' })).toEqual([3])
    expect(ids({ from: '2026-01-02T00:00:00.000Z', to: '2026-01-03T00:00:00.000Z' })).toEqual([2])
  })
})
