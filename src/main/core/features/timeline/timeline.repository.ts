import type { Insertable, Selectable } from 'kysely'
import type { Database } from '../../db/database'
import { eventsWithin } from '../../db/event-window'
import type { TimelineWindow } from './timeline-source'
import type { TimelineNoteTable } from './timeline.table'

export type NoteRecord = Selectable<TimelineNoteTable>

export function insertNote(db: Database, note: Insertable<TimelineNoteTable>): void {
  db.run(db.build.insertInto('timeline_note').values(note))
}

export function updateNote(db: Database, uid: string, values: Partial<Insertable<TimelineNoteTable>>): void {
  db.run(db.build.updateTable('timeline_note').set(values).where('uid', '=', uid))
}

export function noteByUid(db: Database, uid: string): NoteRecord | undefined {
  return db.first(db.build.selectFrom('timeline_note').selectAll().where('uid', '=', uid))
}

export function deleteNote(db: Database, uid: string): void {
  db.run(db.build.deleteFrom('timeline_note').where('uid', '=', uid))
}

/** Removed ones too: their history stays. */
export function noteUids(db: Database, accountId: number): string[] {
  const query = db.build.selectFrom('timeline_note').select('uid').where('account_id', '=', accountId)
  return db.all(query).map(({ uid }) => uid)
}

export function noteActors(db: Database, accountId: number): string[] {
  const query = db.build.selectFrom('timeline_note').select('actor').distinct()
  return db.all(query.where('account_id', '=', accountId).where('deleted_at', 'is', null)).map(({ actor }) => actor)
}

/** One page of a customer's notes, the newest first. */
export function notePage(db: Database, accountId: number, window: TimelineWindow): NoteRecord[] {
  const events = `
    SELECT * FROM timeline_note
    WHERE account_id = @account AND deleted_at IS NULL AND kind IN (SELECT value FROM json_each(@kinds))`
  const values = { account: accountId, kinds: JSON.stringify([...window.kinds]) }
  return eventsWithin(db, { events, searched: 'text || char(10) || with_whom', values }, window)
}
