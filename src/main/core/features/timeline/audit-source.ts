import type { Database } from '../../db/database'
import { entryActors, entryEvents } from '../history/entry-events'
import type { ShowFacts } from '../history/shown-change'
import { plainEvent, type TimelineAccount, type TimelineSource } from './timeline-source'

export interface AuditedRecords {
  /** Source name, unique among all sources. */
  name: string
  /** The kind of event under which changes of these records stand. */
  kind: string
  uidsOf(account: TimelineAccount): readonly string[]
  /** Where such a record is seen; null: on the customer's own page. */
  link(account: TimelineAccount): string | null
}

/** Changes of a customer's records as the audit trail has them. */
export function auditSource(db: Database, facts: ShowFacts, records: AuditedRecords): TimelineSource {
  return {
    name: records.name,
    kinds: [records.kind],
    events: (account, window) =>
      entryEvents(db, facts, records.uidsOf(account), window).map((entry) => ({
        ...plainEvent,
        id: entry.seq,
        at: entry.at,
        kind: records.kind,
        code: entry.entity === 'account' ? 'audit.account' : 'audit',
        params: { action: entry.action, entity: entry.entity },
        text: entry.erased || entry.entity === 'account' ? '' : entry.summary,
        actor: entry.actor,
        link: records.link(account),
        entity: entry.entity,
        changes: entry.changes,
      })),
    actors: (account) => entryActors(db, records.uidsOf(account)),
  }
}
