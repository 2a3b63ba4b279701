import type { Insertable, Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { AttachmentTable } from './attachments.table'

export type AttachmentRecord = Selectable<AttachmentTable>

export function insertAttachment(db: Database, attachment: Insertable<AttachmentTable>): void {
  db.run(db.build.insertInto('attachment').values(attachment))
}

export function updateAttachment(db: Database, uid: string, values: Partial<Insertable<AttachmentTable>>): void {
  db.run(db.build.updateTable('attachment').set(values).where('uid', '=', uid))
}

export function attachmentByUid(db: Database, uid: string): AttachmentRecord | undefined {
  return db.first(db.build.selectFrom('attachment').selectAll().where('uid', '=', uid))
}

/** What is attached to one record, the newest first. */
export function attachmentsOf(db: Database, entity: string, entityUid: string): AttachmentRecord[] {
  return db.all(
    db.build
      .selectFrom('attachment')
      .selectAll()
      .where('entity', '=', entity)
      .where('entity_uid', '=', entityUid)
      .where('deleted_at', 'is', null)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc'),
  )
}

/** Removed ones too: their history stays. */
export function uidsOf(db: Database, entity: string, entityUid: string): string[] {
  const query = db.build.selectFrom('attachment').select('uid')
  return db.all(query.where('entity', '=', entity).where('entity_uid', '=', entityUid)).map(({ uid }) => uid)
}

/** Every stored content once. */
export function contents(db: Database): { sha256: string; bytes: number }[] {
  return db.all(db.build.selectFrom('attachment').select(['sha256', 'bytes']).distinct().orderBy('sha256'))
}

export function isReferenced(db: Database, sha256: string): boolean {
  return db.first(db.build.selectFrom('attachment').select('id').where('sha256', '=', sha256).limit(1)) !== undefined
}

export function usage(db: Database) {
  return db
    .statement(
      `SELECT
        (SELECT count(*) FROM attachment WHERE deleted_at IS NULL) AS attachments,
        (SELECT coalesce(sum(bytes), 0) FROM (SELECT DISTINCT sha256, bytes FROM attachment WHERE deleted_at IS NULL)) AS bytes,
        (SELECT count(*) FROM attachment WHERE deleted_at IS NOT NULL) AS removed,
        (SELECT coalesce(sum(bytes), 0) FROM (SELECT DISTINCT sha256, bytes FROM attachment gone WHERE deleted_at IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM attachment WHERE sha256 = gone.sha256 AND deleted_at IS NULL))) AS freeableBytes`,
    )
    .get() as { attachments: number; bytes: number; removed: number; freeableBytes: number }
}

export function removedAttachments(db: Database): AttachmentRecord[] {
  return db.all(db.build.selectFrom('attachment').selectAll().where('deleted_at', 'is not', null))
}

export function deleteAttachmentRow(db: Database, uid: string): void {
  db.run(db.build.deleteFrom('attachment').where('uid', '=', uid))
}
