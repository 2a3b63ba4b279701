import type { SourceEvent, TimelineAccount, TimelineSource, TimelineWindow } from './timeline-source'

/** The last event of a page: the next page begins after it. */
export interface Place {
  at: string
  source: string
  id: number
}

export interface PlacedEvent extends SourceEvent {
  source: string
}

export interface MergedPage {
  events: PlacedEvent[]
  /** Null: nothing is earlier. */
  next: Place | null
}

/** Later than every instant, and than every id. */
const end = { at: '~', id: Number.MAX_SAFE_INTEGER }

export type PageWindow = Omit<TimelineWindow, 'before' | 'kinds'> & { kinds: ReadonlySet<string> | null }

/**
 * One page of all sources' events by time, the newest first. Events of one instant stand by the name of their source and
 * then by id, so that the order is total: pages neither repeat nor leave out an event. Every source is asked for one page
 * at most.
 */
export function mergeSources(
  sources: readonly TimelineSource[],
  account: TimelineAccount,
  window: PageWindow,
  after: Place | null,
): MergedPage {
  const { limit } = window
  const candidates = sources.flatMap((source) => {
    const kinds = new Set(source.kinds.filter((kind) => window.kinds === null || window.kinds.has(kind)))
    if (kinds.size === 0) return []
    const before = beginningFor(source.name, after)
    // One more than wanted, so that it is known whether anything follows.
    const events = source.events(account, { ...window, kinds, before, limit: limit + 1 })
    return events.map((event) => ({ ...event, source: source.name }))
  })
  const ordered = candidates.toSorted(newestFirst)
  const events = ordered.slice(0, limit)
  const last = events.at(-1)
  const more = last !== undefined && ordered.length > limit
  return { events, next: more ? { at: last.at, source: last.source, id: last.id } : null }
}

/** Where a source goes on after an event of any source: of the same instant, later names come first. */
function beginningFor(name: string, after: Place | null): { at: string; id: number } {
  if (after === null) return end
  if (name === after.source) return { at: after.at, id: after.id }
  return { at: after.at, id: name < after.source ? end.id : -1 }
}

function newestFirst(one: PlacedEvent, other: PlacedEvent): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1
  if (one.source !== other.source) return one.source < other.source ? 1 : -1
  return other.id - one.id
}
