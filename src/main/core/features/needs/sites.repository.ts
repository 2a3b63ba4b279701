import type { Insertable, Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { SiteTable } from './needs.table'

export type SiteRecord = Selectable<SiteTable>
export type SiteColumns = Omit<Insertable<SiteTable>, 'id' | 'uid' | 'account_id' | 'created_at' | 'deleted_at'>

export function sitesOf(db: Database, accountId: number): SiteRecord[] {
  return db.all(
    db.build
      .selectFrom('site')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('deleted_at', 'is', null)
      .orderBy('id'),
  )
}

export function siteById(db: Database, id: number): SiteRecord | undefined {
  return db.first(db.build.selectFrom('site').selectAll().where('id', '=', id))
}

export function insertSite(db: Database, site: Insertable<SiteTable>): number {
  return db.run(db.build.insertInto('site').values(site)).id
}

export function updateSite(db: Database, id: number, site: Partial<Insertable<SiteTable>>): void {
  db.run(db.build.updateTable('site').set(site).where('id', '=', id))
}

/** Names of the customer's contacts by key; a contact that is gone has none. */
export function contactNames(db: Database, accountId: number): Map<number, string> {
  const rows = db
    .statement('SELECT id, name FROM contact WHERE account_id = ? AND deleted_at IS NULL')
    .all(accountId) as { id: number; name: string }[]
  return new Map(rows.map(({ id, name }) => [id, name]))
}
