import type { Database } from '../../db/database'
import type { TimelineWindow } from './timeline-source'

interface EventQuery {
  /** A query for events with their `id`, `at`, `actor` and whatever its source tells them by. */
  events: string
  /** SQL for what is searched in an event; may be empty, never null. */
  searched: string
  /** The query's own parameters. */
  values: Record<string, string | number>
}

/** What a source that keeps its events in the book answers for a window: rows of its query, the greatest first. */
export function windowRows<Row>(
  db: Database,
  { events, searched, values }: EventQuery,
  { before, from, to, actor, text, limit }: TimelineWindow,
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
