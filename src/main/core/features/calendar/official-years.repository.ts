import type { Insertable, Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { OfficialYearTable } from './calendar.table'

export type OfficialYearRecord = Selectable<OfficialYearTable>

/** Imported years that are not removed, the newest import last. */
export function importedYears(db: Database): OfficialYearRecord[] {
  return db.all(db.build.selectFrom('official_year').selectAll().where('deleted_at', 'is', null).orderBy('id'))
}

export function officialYearById(db: Database, id: number): OfficialYearRecord | undefined {
  return db.first(db.build.selectFrom('official_year').selectAll().where('id', '=', id))
}

export function insertOfficialYear(db: Database, row: Insertable<OfficialYearTable>): number {
  return db.run(db.build.insertInto('official_year').values(row)).id
}

export function updateOfficialYear(db: Database, id: number, row: Partial<Insertable<OfficialYearTable>>): void {
  db.run(db.build.updateTable('official_year').set(row).where('id', '=', id))
}
