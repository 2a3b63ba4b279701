import type { ViewList } from '#shared/contract/views'
import type { Insertable, Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { ListViewTable } from './views.table'

export type ViewRecord = Selectable<ListViewTable>

/** Those not removed, by name. */
export function viewsOf(db: Database, list: ViewList): ViewRecord[] {
  return db.all(
    db.build
      .selectFrom('list_view')
      .selectAll()
      .where('list', '=', list)
      .where('deleted_at', 'is', null)
      .orderBy('name')
      .orderBy('id'),
  )
}

export function viewById(db: Database, id: number): ViewRecord | undefined {
  return db.first(db.build.selectFrom('list_view').selectAll().where('id', '=', id))
}

export function insertView(db: Database, view: Insertable<ListViewTable>): number {
  return db.run(db.build.insertInto('list_view').values(view)).id
}

export function updateView(db: Database, id: number, view: Partial<Insertable<ListViewTable>>): void {
  db.run(db.build.updateTable('list_view').set(view).where('id', '=', id))
}

export function deleteView(db: Database, id: number): void {
  db.run(db.build.deleteFrom('list_view').where('id', '=', id))
}
