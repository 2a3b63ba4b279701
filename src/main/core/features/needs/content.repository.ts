import type { Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { NeedsTable } from './needs.table'

/** Tables with one record per account whose content is one JSON document. */
export type ContentTable = 'needs' | 'white_space'
export type ContentRecord = Selectable<NeedsTable>

export function contentOf(db: Database, table: ContentTable, accountId: number): ContentRecord | undefined {
  return db.first(
    db.build.selectFrom(table).selectAll().where('account_id', '=', accountId).where('deleted_at', 'is', null),
  )
}

export function insertContent(
  db: Database,
  table: ContentTable,
  record: Omit<ContentRecord, 'id' | 'version' | 'deleted_at'>,
): number {
  return db.run(db.build.insertInto(table).values(record)).id
}

export function updateContent(
  db: Database,
  table: ContentTable,
  id: number,
  record: Pick<ContentRecord, 'content' | 'version' | 'hlc' | 'updated_at'>,
): void {
  db.run(db.build.updateTable(table).set(record).where('id', '=', id))
}
