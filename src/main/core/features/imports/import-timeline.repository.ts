import type { Database } from '../../db/database'
import { eventsWithin } from '../../db/event-window'
import { plainEvent, type TimelineSource } from '../timeline/timeline-source'

interface Row {
  id: number
  at: string
  actor: string
  batch: number
  file_name: string
  what: 'waybills' | 'created' | 'changed'
  count: number
}

/** Batches that brought a customer's waybills, brought himself, or changed him. What was undone is not told. */
const touching = `
  SELECT batch_id AS batch, 'waybills' AS what, 0 AS rank, count(*) AS count FROM waybill
    WHERE account_id = @account AND batch_id NOT IN (SELECT batch_id FROM hidden_batch) GROUP BY batch_id
  UNION ALL
  SELECT batch_id, 'created', 1, 1 FROM account WHERE id = @account AND batch_id IS NOT NULL
  UNION ALL
  SELECT DISTINCT batch_id, 'changed', 2, 1 FROM import_before WHERE entity = 'account' AND entity_id = @account`

const told = `
  SELECT batch.id * 4 + touched.rank AS id, coalesce(batch.finished_at, batch.started_at) AS at, batch.actor,
      batch.id AS batch, batch.file_name, touched.what, touched.count
    FROM (${touching}) touched JOIN import_batch batch ON batch.id = touched.batch AND batch.state = 'visible'`

/** Imports in a customer's timeline; waybills by the index on account and batch. */
export function importTimeline(db: Database): TimelineSource {
  return {
    name: 'import',
    kinds: ['import'],
    events: (account, window) => {
      const query = { events: told, searched: 'file_name', values: { account: account.id } }
      return eventsWithin<Row>(db, query, window).map((row) => ({
        ...plainEvent,
        id: row.id,
        at: row.at,
        actor: row.actor,
        kind: 'import',
        code: `import.${row.what}`,
        params: { count: row.count },
        text: row.file_name,
        link: row.what === 'waybills' ? `/waybills?period=all&batch=${row.batch}&accountId=${account.id}` : '/imports',
      }))
    },
    actors: (account) =>
      db
        .statement(
          `SELECT DISTINCT actor FROM import_batch WHERE state = 'visible' AND id IN (SELECT batch FROM (${touching}))`,
        )
        .pluck()
        .all({ account: account.id }) as string[],
  }
}

export interface ImportImage {
  key: string
  at: string
  actor: string
  summary: string
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/** What imports changed of a customer, from the images they kept; the newest first. */
export function accountImages(db: Database, accountId: number): ImportImage[] {
  const rows = db
    .statement(
      `SELECT kept.id, kept.before, kept.after, coalesce(batch.finished_at, batch.started_at) AS at, batch.actor, batch.file_name
       FROM import_before kept JOIN import_batch batch ON batch.id = kept.batch_id
       WHERE kept.entity = 'account' AND kept.entity_id = ? AND batch.state = 'visible'
         AND batch.id NOT IN (SELECT batch_id FROM hidden_batch)
       ORDER BY at DESC, kept.id DESC`,
    )
    .all(accountId) as { id: number; before: string; after: string; at: string; actor: string; file_name: string }[]
  return rows.map((row) => ({
    key: `import-${row.id}`,
    at: row.at,
    actor: row.actor,
    summary: row.file_name,
    before: JSON.parse(row.before) as Record<string, unknown>,
    after: JSON.parse(row.after) as Record<string, unknown>,
  }))
}
