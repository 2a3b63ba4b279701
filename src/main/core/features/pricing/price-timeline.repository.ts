import type { Database } from '../../db/database'
import { eventsWithin } from '../../db/event-window'
import { plainEvent, type TimelineSource } from '../timeline/timeline-source'

interface Row {
  id: number
  at: string
  actor: string
  name: string
  version: number
  sheet: number
  valid_from: string
  valid_to: string | null
  expired: number
}

const told = `
  SELECT id * 2 AS id, approved_at AS at, coalesce(approved_by, '') AS actor, name, version, id AS sheet,
      valid_from, valid_to, 0 AS expired
    FROM price_sheet WHERE account_id = @account AND status = 'approved' AND usage = 'sale'
      AND deleted_at IS NULL AND approved_at IS NOT NULL
  UNION ALL
  SELECT id * 2 + 1, valid_to || 'T15:59:59.000Z', '', name, version, id, valid_from, valid_to, 1
    FROM price_sheet WHERE account_id = @account AND status = 'approved' AND usage = 'sale'
      AND deleted_at IS NULL AND valid_to < @today`

/** Price sheets made for a customer: when one was approved, and when one ran out. `today` as `YYYY-MM-DD`. */
export function priceTimeline(db: Database, today: () => string): TimelineSource {
  return {
    name: 'price',
    kinds: ['price'],
    events: (account, window) => {
      const query = { events: told, searched: 'name', values: { account: account.id, today: today() } }
      return eventsWithin<Row>(db, query, window).map((row) => ({
        ...plainEvent,
        id: row.id,
        at: row.at,
        actor: row.actor,
        day: row.expired === 1 ? row.valid_to : null,
        kind: 'price',
        code: row.expired === 1 ? 'price.expired' : row.valid_to === null ? 'price.approved' : 'price.approvedUntil',
        params: { from: row.valid_from, to: row.valid_to ?? '' },
        text: `${row.name} v${row.version}`,
        link: `/pricing/${row.sheet}`,
      }))
    },
    actors: (account) =>
      db
        .statement(
          `SELECT DISTINCT approved_by FROM price_sheet WHERE account_id = ? AND approved_by IS NOT NULL AND deleted_at IS NULL`,
        )
        .pluck()
        .all(account.id) as string[],
  }
}
