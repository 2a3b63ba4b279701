import type { Insertable, Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { CustomFieldTable, CustomValueTable } from './custom-fields.table'

export type CustomFieldRecord = Selectable<CustomFieldTable>
export type CustomValueRecord = Selectable<CustomValueTable>

/** All definitions in their order, removed ones behind. */
export function allFields(db: Database): CustomFieldRecord[] {
  return db.all(
    db.build
      .selectFrom('custom_field')
      .selectAll()
      .orderBy((eb) => eb('deleted_at', 'is not', null))
      .orderBy('position')
      .orderBy('id'),
  )
}

export function fieldByUid(db: Database, uid: string): CustomFieldRecord | undefined {
  return db.first(db.build.selectFrom('custom_field').selectAll().where('uid', '=', uid))
}

export function insertField(db: Database, field: Insertable<CustomFieldTable>): number {
  return db.run(db.build.insertInto('custom_field').values(field)).id
}

export function updateField(db: Database, id: number, field: Partial<Insertable<CustomFieldTable>>): void {
  db.run(db.build.updateTable('custom_field').set(field).where('id', '=', id))
}

/** A definition and all its values, for good: only what the demonstration data brought is taken back so. */
export function deleteField(db: Database, id: number): void {
  db.run(db.build.deleteFrom('custom_value').where('field_id', '=', id))
  db.run(db.build.deleteFrom('custom_field').where('id', '=', id))
}

/** How many live customers have a value of each field. */
export function valueCounts(db: Database): Map<number, number> {
  const rows = db.all(
    db.build
      .selectFrom('custom_value')
      .innerJoin('account', 'account.id', 'custom_value.account_id')
      .where('account.deleted_at', 'is', null)
      .select((eb) => ['field_id', eb.fn.countAll<number>().as('count')])
      .groupBy('field_id'),
  )
  return new Map(rows.map(({ field_id, count }) => [field_id, count]))
}

/** All values of a field, of removed customers too: a change of decimals or options has to hold for each. */
export function valuesOfField(db: Database, fieldId: number): CustomValueRecord[] {
  return db.all(db.build.selectFrom('custom_value').selectAll().where('field_id', '=', fieldId))
}

export function valuesOfAccounts(db: Database, accountIds: readonly number[]): CustomValueRecord[] {
  return db.all(
    db.build
      .selectFrom('custom_value')
      .selectAll()
      .where('account_id', 'in', [...accountIds]),
  )
}

export function setValue(db: Database, value: Insertable<CustomValueTable>): void {
  const { text, number } = value
  db.run(
    db.build
      .insertInto('custom_value')
      .values(value)
      .onConflict((conflict) => conflict.columns(['account_id', 'field_id']).doUpdateSet({ text, number })),
  )
}

export function clearValue(db: Database, accountId: number, fieldId: number): void {
  db.run(db.build.deleteFrom('custom_value').where('account_id', '=', accountId).where('field_id', '=', fieldId))
}

export function deleteValuesOf(db: Database, accountId: number): void {
  db.run(db.build.deleteFrom('custom_value').where('account_id', '=', accountId))
}

export function renameOption(db: Database, fieldId: number, from: string, to: string): number {
  return db.run(
    db.build.updateTable('custom_value').set({ text: to }).where('field_id', '=', fieldId).where('text', '=', from),
  ).changes
}
