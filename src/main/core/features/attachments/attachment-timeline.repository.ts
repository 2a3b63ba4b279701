import type { Database } from '../../db/database'
import { eventsWithin } from '../../db/event-window'
import { plainEvent, type TimelineSource } from '../timeline/timeline-source'

interface Row {
  id: number
  at: string
  actor: string
  code: string
  category: string
  file_name: string
  title: string
}

const told = `
  SELECT id * 2 AS id, created_at AS at, actor, 'attachment.added' AS code, category, file_name, title
    FROM attachment WHERE entity = 'account' AND entity_uid = @uid
  UNION ALL
  SELECT id * 2 + 1, deleted_at, '', 'attachment.removed', category, file_name, title
    FROM attachment WHERE entity = 'account' AND entity_uid = @uid AND deleted_at IS NOT NULL`

/** Attachments of a customer in his timeline: when one was added, and when it was removed. */
export function attachmentTimeline(db: Database): TimelineSource {
  return {
    name: 'attachment',
    kinds: ['attachment'],
    events: (account, window) => {
      const query = { events: told, searched: 'file_name || char(10) || title', values: { uid: account.uid } }
      return eventsWithin<Row>(db, query, window).map(({ category, file_name, title, ...row }) => ({
        ...plainEvent,
        ...row,
        kind: 'attachment',
        params: { category },
        text: title === '' ? file_name : `${title} · ${file_name}`,
        link: `/accounts/${account.id}?tab=attachments`,
      }))
    },
    actors: (account) =>
      db
        .statement(`SELECT DISTINCT actor FROM attachment WHERE entity = 'account' AND entity_uid = ?`)
        .pluck()
        .all(account.uid) as string[],
  }
}
