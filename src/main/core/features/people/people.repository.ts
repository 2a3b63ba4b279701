import type { DecisionRole, Stance } from '#shared/domain/people/person'
import type { Insertable, Selectable } from 'kysely'
import { contains } from '../../db/contains'
import type { Database } from '../../db/database'
import type { ContactTable } from './people.table'

export type ContactRecord = Selectable<ContactTable>

export function contactById(db: Database, id: number): ContactRecord | undefined {
  return db.first(db.build.selectFrom('contact').selectAll().where('id', '=', id))
}

/** The customer a contact belongs to; also one that was removed. */
export function accountHead(db: Database, accountId: number) {
  return db.first(
    db.build.selectFrom('account').select(['id', 'uid', 'code', 'name', 'deleted_at']).where('id', '=', accountId),
  )
}

/** Contacts that are neither removed nor erased, the main one first. */
export function liveContacts(db: Database, accountId: number): ContactRecord[] {
  return db.all(
    db.build
      .selectFrom('contact')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('deleted_at', 'is', null)
      .orderBy('is_primary', 'desc')
      .orderBy('id'),
  )
}

export function erasedContacts(db: Database, accountId: number) {
  return db.all(
    db.build
      .selectFrom('contact')
      .select(['id', 'erased_at', 'erased_by'])
      .where('account_id', '=', accountId)
      .where('erased_at', 'is not', null)
      .orderBy('id'),
  )
}

export function insertContact(db: Database, contact: Insertable<ContactTable>): number {
  return db.run(db.build.insertInto('contact').values(contact)).id
}

export function updateContact(db: Database, id: number, values: Partial<Insertable<ContactTable>>): void {
  db.run(db.build.updateTable('contact').set(values).where('id', '=', id))
}

export function deleteContact(db: Database, id: number): void {
  db.run(db.build.updateTable('contact').set({ reports_to: null }).where('reports_to', '=', id))
  db.run(db.build.deleteFrom('contact').where('id', '=', id))
}

/** One contact of a customer is the main one. */
export function onlyPrimary(db: Database, accountId: number, id: number): void {
  db.run(
    db.build
      .updateTable('contact')
      .set({ is_primary: 0 })
      .where('account_id', '=', accountId)
      .where('id', '<>', id)
      .where('is_primary', '=', 1),
  )
}

/** Those who reported to somebody that goes stay without a superior until a person draws another line. */
export function releaseReports(db: Database, boss: number): void {
  db.run(db.build.updateTable('contact').set({ reports_to: null }).where('reports_to', '=', boss))
}

export function contactsOfBatch(db: Database, batch: number): ContactRecord[] {
  return db.all(db.build.selectFrom('contact').selectAll().where('batch_id', '=', batch).orderBy('id'))
}

/** Contacts of a customer that did not come with the batch, or were changed since. */
export function laterContacts(db: Database, accountId: number, batch: number): number {
  const row = db.first(
    db.build
      .selectFrom('contact')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('account_id', '=', accountId)
      .where((eb) => eb.or([eb('batch_id', 'is', null), eb('batch_id', '<>', batch), eb('version', '>', 1)])),
  )
  return row?.count ?? 0
}

export function unread(db: Database, limit: number) {
  return db.all(db.build.selectFrom('contact').select(['id', 'name']).where('pinyin', 'is', null).limit(limit))
}

export interface PeopleQuery {
  page: number
  pageSize: number
  sort?: string | undefined
  descending: boolean
  search: string
  filter: {
    accountId?: number | undefined
    role?: DecisionRole | undefined
    stance?: Stance | undefined
    birthMonth?: number | undefined
    stale?: boolean | undefined
  }
}

const sortColumns = {
  name: 'contact.pinyin',
  account: 'account.pinyin',
  title: 'contact.title',
  role: 'contact.role',
  stance: 'contact.stance',
  influence: 'contact.influence',
  relationship: 'contact.relationship',
  lastContactOn: 'contact.last_contact_on',
} as const

export interface ListScope {
  /** Contacts last spoken to before this day are stale. */
  staleBefore: string
  /** Parts of telephone numbers find nobody: only whole ones do. */
  wholeNumbers: boolean
}

/** One page of all contacts of all customers, and how many there are. */
export function listContacts(db: Database, query: PeopleQuery, scope: ListScope) {
  const filtered = filteredContacts(db, query, scope)
  const sort =
    query.sort !== undefined && query.sort in sortColumns ? (query.sort as keyof typeof sortColumns) : 'account'
  const rows = db.all(
    filtered
      .leftJoin('contact as boss', 'boss.id', 'contact.reports_to')
      .selectAll('contact')
      .select(['account.name as account_name', 'account.code as account_code', 'boss.name as boss_name'])
      .orderBy(sortColumns[sort], query.descending ? 'desc' : 'asc')
      .orderBy('contact.account_id')
      .orderBy('contact.is_primary', 'desc')
      .orderBy('contact.id')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize),
  )
  const total = db.first(filtered.select((eb) => eb.fn.countAll<number>().as('count')))?.count ?? 0
  return { rows, total }
}

function filteredContacts(db: Database, { filter, search }: PeopleQuery, { staleBefore, wholeNumbers }: ListScope) {
  let query = db.build
    .selectFrom('contact')
    .innerJoin('account', 'account.id', 'contact.account_id')
    .where('contact.deleted_at', 'is', null)
    .where('account.deleted_at', 'is', null)
  if (filter.accountId !== undefined) query = query.where('contact.account_id', '=', filter.accountId)
  if (filter.role !== undefined) query = query.where('contact.role', '=', filter.role)
  if (filter.stance !== undefined) query = query.where('contact.stance', '=', filter.stance)
  if (filter.birthMonth !== undefined) query = query.where('contact.birth_month', '=', filter.birthMonth)
  if (filter.stale === true) {
    query = query.where((eb) =>
      eb.or([eb('contact.last_contact_on', 'is', null), eb('contact.last_contact_on', '<', staleBefore)]),
    )
  }
  const names = ['contact.name', 'contact.pinyin', 'contact.initials', 'account.name', 'account.code']
  for (const word of search.split(/\s+/).filter(Boolean)) {
    const whole = wholeNumbers && /^\d[\d-]{6,}$/.test(word)
    const found = contains(wholeNumbers ? names : [...names, 'contact.phone', 'contact.wechat'], word)
    query = query.where((eb) =>
      eb.or([...found, ...(whole ? [eb('contact.phone', '=', word), eb('contact.wechat', '=', word)] : [])]),
    )
  }
  return query
}
