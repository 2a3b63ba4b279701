import type { TimelineEvent } from '#shared/contract/timeline'
import type { EventWindow } from '../../db/event-window'

export interface TimelineAccount {
  id: number
  uid: string
}

/** An event as a source tells it: its id is unique within the source, and orders events of one instant. */
export interface SourceEvent extends Omit<TimelineEvent, 'key'> {
  id: number
}

/** Which part of its events a source is asked for. */
export interface TimelineWindow extends EventWindow {
  /** Never empty; of the source's own kinds. */
  kinds: ReadonlySet<string>
  /** Whether personal data may be told. */
  seesPersonal: boolean
}

/**
 * Where events of a customer come from. Every feature that has some gives one at `router.ts`: price sheets, imports,
 * attachments, later contracts, quotations and complaints.
 *
 * A source answers at most `limit` events inside the window, by `at` and then `id`, the greatest first, and answers the
 * same events for the same window. Ids are not negative.
 */
export interface TimelineSource {
  name: string
  kinds: readonly string[]
  events(account: TimelineAccount, window: TimelineWindow): readonly SourceEvent[]
  /** Who appears in its events. */
  actors(account: TimelineAccount): readonly string[]
}

/** What most events leave empty. */
export const plainEvent = {
  day: null,
  params: {},
  text: '',
  actor: '',
  link: null,
  entity: '',
  changes: [],
  note: null,
} satisfies Partial<SourceEvent>

/** For sources that work their few events out by themselves: the part of them inside the window. */
export function withinWindow(events: readonly SourceEvent[], window: TimelineWindow): SourceEvent[] {
  const text = window.text.toLowerCase()
  return events
    .filter(
      (event) =>
        window.kinds.has(event.kind) &&
        isBefore(event, window.before) &&
        event.at >= window.from &&
        event.at < window.to &&
        (window.actor === null || event.actor === window.actor) &&
        (text === '' || event.text.toLowerCase().includes(text)),
    )
    .toSorted((one, other) => (isBefore(one, other) ? 1 : -1))
    .slice(0, window.limit)
}

function isBefore(one: { at: string; id: number }, other: { at: string; id: number }): boolean {
  return one.at < other.at || (one.at === other.at && one.id < other.id)
}
