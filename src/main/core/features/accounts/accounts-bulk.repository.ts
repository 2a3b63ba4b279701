import type { Insertable, Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { AccountBulkRowTable, AccountBulkTable } from './accounts-bulk.table'

export type BulkRecord = Selectable<AccountBulkTable>
export type BulkRowRecord = Selectable<AccountBulkRowTable>

export function insertBulk(db: Database, bulk: Insertable<AccountBulkTable>): number {
  return db.run(db.build.insertInto('account_bulk').values(bulk)).id
}

export function bulkById(db: Database, id: number): BulkRecord | undefined {
  return db.first(db.build.selectFrom('account_bulk').selectAll().where('id', '=', id))
}

export function markUndone(db: Database, id: number, at: string): void {
  db.run(db.build.updateTable('account_bulk').set({ undone_at: at }).where('id', '=', id))
}

export function keepBefore(db: Database, row: Insertable<AccountBulkRowTable>): void {
  db.run(db.build.insertInto('account_bulk_row').values(row))
}

export function rowsOfBulk(db: Database, bulk: number): BulkRowRecord[] {
  return db.all(db.build.selectFrom('account_bulk_row').selectAll().where('bulk_id', '=', bulk).orderBy('account_id'))
}
