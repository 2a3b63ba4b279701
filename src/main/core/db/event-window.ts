import type { Database } from './database'

/** Which part of a line of events is asked for. */
export interface EventWindow {
  /** Only events with `(at, id)` before this pair; both are compared as they stand. */
  before: { at: string; id: number }
  /** Instants, `from` included, `to` not. */
  from: string
  to: string
  actor: string | null
  /** Part of what is written in the event, in any case; empty: all. */
  text: string
  limit: number
}

interface EventQuery {
  /** A query for events with their `id`, `at`, `actor` and whatever they are told by. */
  events: string
  /** SQL for what is searched in an event; may be empty, never null. */
  searched: string
  /** The query's own parameters. */
  values: Record<string, string | number>
}

/** The events of a query inside a window, by `at` and then `id`, the greatest first. */
export function eventsWithin<Row>(
  db: Database,
  { events, searched, values }: EventQuery,
  { before, from, to, actor, text, limit }: EventWindow,
): Row[] {
  return db
    .statement(
      `SELECT * FROM (${events})
       WHERE (at, id) < (@at, @id) AND at >= @from AND at < @to AND (@actor IS NULL OR actor = @actor)
         AND (@text = '' OR instr(lower(${searched}), lower(@text)) > 0)
       ORDER BY at DESC, id DESC LIMIT @limit`,
    )
    .all({ ...values, at: before.at, id: before.id, from, to, actor, text, limit }) as Row[]
}
