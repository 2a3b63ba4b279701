import type { DayCodes } from '#shared/domain/calendar/yearly-date'
import { type Insertable, type Selectable, sql, type SqlBool } from 'kysely'
import type { Database } from '../../db/database'
import type { AnniversaryTable } from './calendar.table'

export type AnniversaryRecord = Selectable<AnniversaryTable>

export function anniversaryById(db: Database, id: number): AnniversaryRecord | undefined {
  return db.first(db.build.selectFrom('anniversary').selectAll().where('id', '=', id))
}

export function anniversariesOf(db: Database, accountId: number): AnniversaryRecord[] {
  return db.all(
    db.build
      .selectFrom('anniversary')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('deleted_at', 'is', null)
      .orderBy('id'),
  )
}

export function insertAnniversary(db: Database, row: Insertable<AnniversaryTable>): number {
  return db.run(db.build.insertInto('anniversary').values(row)).id
}

export function updateAnniversary(db: Database, id: number, row: Partial<Insertable<AnniversaryTable>>): void {
  db.run(db.build.updateTable('anniversary').set(row).where('id', '=', id))
}

/** Takes all out for good; for the demonstration book given up while it is told. */
export function deleteAnniversaries(db: Database): void {
  db.run(db.build.deleteFrom('anniversary'))
}

/** Most lead days that any anniversary has of its own; 0: none has. */
export function longestOwnLead(db: Database): number {
  const row = db.first(
    db.build
      .selectFrom('anniversary')
      .select((eb) => eb.fn.max('lead_days').as('longest'))
      .where('deleted_at', 'is', null),
  )
  return row?.longest ?? 0
}

/** Which of two columns say one of these days. One text for any number of days, so that the statement is made once. */
function saysOneOf(table: 'anniversary' | 'contact', { solar, lunar }: DayCodes) {
  const prefix = table === 'contact' ? 'birth_' : ''
  const column = (name: string) => sql.ref(`${table}.${prefix}${name}`)
  const one = (codes: number[]) =>
    sql<SqlBool>`${column('month')} * 100 + ${column('day')} IN (SELECT value FROM json_each(${JSON.stringify(codes)}))`
  return sql<SqlBool>`CASE ${column('calendar')} WHEN 'solar' THEN ${one(solar)} ELSE ${one(lunar)} END`
}

/** Anniversaries said as one of these days, of customers that are not removed, with name and manager. */
export function anniversariesSaid(db: Database, codes: DayCodes) {
  return db.all(
    db.build
      .selectFrom('anniversary')
      .innerJoin('account', 'account.id', 'anniversary.account_id')
      .selectAll('anniversary')
      .select(['account.name as account', 'account.manager'])
      .where('anniversary.deleted_at', 'is', null)
      .where('account.deleted_at', 'is', null)
      .where(saysOneOf('anniversary', codes)),
  )
}

/** Birthdays of contacts said as one of these days; neither removed nor erased people, nor removed customers. */
export function birthdaysSaid(db: Database, codes: DayCodes) {
  return db.all(birthdays(db).where(saysOneOf('contact', codes)))
}

export function birthdaysOf(db: Database, accountId: number) {
  return db.all(birthdays(db).where('contact.account_id', '=', accountId).orderBy('contact.id'))
}

export type BirthdayRecord = ReturnType<typeof birthdaysOf>[number]

function birthdays(db: Database) {
  return db.build
    .selectFrom('contact')
    .innerJoin('account', 'account.id', 'contact.account_id')
    .select([
      'contact.uid',
      'contact.name',
      'contact.birth_calendar as calendar',
      'contact.birth_year as year',
      'contact.birth_month as month',
      'contact.birth_day as day',
      'contact.birth_leap as leap',
      'account.id as accountId',
      'account.name as account',
      'account.manager',
    ])
    .where('contact.birth_month', 'is not', null)
    .where('contact.birth_day', 'is not', null)
    .where('contact.deleted_at', 'is', null)
    .where('contact.erased_at', 'is', null)
    .where('account.deleted_at', 'is', null)
}

/** Customers that may be greeted: neither lost nor yet to be won. */
function greetable(db: Database) {
  return db.build
    .selectFrom('account')
    .select(['account.id', 'account.tier'])
    .where('account.deleted_at', 'is', null)
    .where('account.lifecycle', 'not in', ['lost', 'prospect'])
}

export function tiersToGreet(db: Database) {
  return db.all(greetable(db))
}

/** Customers with tier and first contact, by name; what a festival's greeting list is made from. */
export function customersToGreet(db: Database) {
  const first = (column: 'name' | 'phone') =>
    sql<string | null>`(SELECT ${sql.ref(`contact.${column}`)} FROM contact WHERE contact.account_id = account.id
      AND contact.deleted_at IS NULL ORDER BY contact.is_primary DESC, contact.id LIMIT 1)`
  return db.all(
    greetable(db)
      .select(['account.code', 'account.name', 'account.manager'])
      .select([first('name').as('contact'), first('phone').as('phone')])
      .orderBy('account.pinyin')
      .orderBy('account.id'),
  )
}
