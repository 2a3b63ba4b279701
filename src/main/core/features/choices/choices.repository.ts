import type { ChoiceList } from '#shared/contract/choices'
import type { Insertable, Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { ChoiceTable } from './choices.table'

export type ChoiceRecord = Selectable<ChoiceTable>

export function allChoices(db: Database): ChoiceRecord[] {
  return db.all(db.build.selectFrom('choice').selectAll().orderBy('list').orderBy('position').orderBy('id'))
}

export function choicesOf(db: Database, list: ChoiceList): ChoiceRecord[] {
  return db.all(db.build.selectFrom('choice').selectAll().where('list', '=', list).orderBy('position').orderBy('id'))
}

export function choiceById(db: Database, id: number): ChoiceRecord | undefined {
  return db.first(db.build.selectFrom('choice').selectAll().where('id', '=', id))
}

export function insertChoice(db: Database, choice: Insertable<ChoiceTable>): number {
  return db.run(db.build.insertInto('choice').values(choice)).id
}

export function updateChoice(db: Database, id: number, choice: Partial<Insertable<ChoiceTable>>): void {
  db.run(db.build.updateTable('choice').set(choice).where('id', '=', id))
}
