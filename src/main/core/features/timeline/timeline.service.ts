import type { TimelineEvent, TimelineFilter } from '#shared/contract/timeline'
import type { Session } from '../../kernel'
import { Refused } from '../../refused'
import { dayRange } from '../history/day-range'
import { mergeSources, type Place } from './merge-sources'
import type { TimelineAccount, TimelineSource } from './timeline-source'

export type TimelineService = ReturnType<typeof createTimelineService>

export interface TimelineQuery {
  accountId: number
  filter: TimelineFilter
}

/** Everything that happened with a customer, out of all sources, the newest first. */
export function createTimelineService(accountOf: (id: number) => TimelineAccount, sources: readonly TimelineSource[]) {
  function page({ accountId, filter }: TimelineQuery, after: Place | null, limit: number, session: Session) {
    const { kinds, actor, text } = filter
    const window = {
      ...dayRange(filter),
      actor: actor ?? null,
      text,
      kinds: kinds.length === 0 ? null : new Set(kinds),
      limit,
      seesPersonal: session.permissions.has('personal.read'),
    }
    return mergeSources(sources, accountOf(accountId), window, after)
  }

  return {
    events(query: TimelineQuery, cursor: string | undefined, limit: number, session: Session) {
      const { events, next } = page(query, cursor === undefined ? null : placeOf(cursor), limit, session)
      return {
        rows: events.map(({ source, id, ...event }): TimelineEvent => ({ ...event, key: `${source}:${id}` })),
        next: next === null ? null : JSON.stringify([next.at, next.source, next.id]),
      }
    },
    /** All events that pass the filter, page by page. */
    *all(query: TimelineQuery, session: Session): Generator<Omit<TimelineEvent, 'key'>> {
      for (let after: Place | null = null, first = true; first || after !== null; first = false) {
        const { events, next } = page(query, after, 200, session)
        yield* events
        after = next
      }
    },
    choices(accountId: number) {
      const account = accountOf(accountId)
      const actors = new Set(sources.flatMap((source) => source.actors(account)))
      return {
        kinds: [...new Set(sources.flatMap(({ kinds }) => kinds))],
        actors: [...actors].filter((actor) => actor !== '').toSorted(),
      }
    },
  }
}

function placeOf(cursor: string): Place {
  try {
    const [at, source, id] = JSON.parse(cursor) as unknown[]
    if (typeof at === 'string' && typeof source === 'string' && typeof id === 'number') return { at, source, id }
  } catch {
    // Not one of ours: refused below.
  }
  throw new Refused('invalid-input', { why: 'cursor' }, 'cursor')
}
