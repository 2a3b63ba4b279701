import type { Tier } from '#shared/contract/base'
import type { Insertable, Selectable } from 'kysely'
import type { Database } from '../../db/database'
import { deletePartsOf } from './account-parts.repository'
import type { AccountKeyTable, AccountTable } from './accounts.table'

export type AccountRecord = Selectable<AccountTable>
export type AccountKeyRecord = Selectable<AccountKeyTable>

export function accountById(db: Database, id: number): AccountRecord | undefined {
  return db.first(db.build.selectFrom('account').selectAll().where('id', '=', id))
}

export function liveAccountByCode(db: Database, code: string): AccountRecord | undefined {
  return db.first(db.build.selectFrom('account').selectAll().where('code', '=', code).where('deleted_at', 'is', null))
}

export function liveAccounts(db: Database): AccountRecord[] {
  return db.all(db.build.selectFrom('account').selectAll().where('deleted_at', 'is', null).orderBy('code'))
}

export function keysOf(db: Database, accountId: number): AccountKeyRecord[] {
  return db.all(db.build.selectFrom('account_key').selectAll().where('account_id', '=', accountId).orderBy('id'))
}

/** The keys of all accounts that are not removed: what waybills are matched against. */
export function liveKeys(db: Database): AccountKeyRecord[] {
  return db.all(
    db.build
      .selectFrom('account_key')
      .innerJoin('account', 'account.id', 'account_key.account_id')
      .where('account.deleted_at', 'is', null)
      .selectAll('account_key'),
  )
}

/** The highest number given so far in codes of the form KH000001, live or removed, so that none is given twice. */
export function highestCodeNumber(db: Database): number {
  const row = db.raw
    .prepare(`SELECT max(CAST(substr(code, 3) AS INTEGER)) AS highest FROM account WHERE code GLOB 'KH[0-9]*'`)
    .get() as { highest: number | null }
  return row.highest ?? 0
}

/** True if a customer has or had this code, removed ones too: no code is given twice. */
export function codeWasGiven(db: Database, code: string): boolean {
  return db.first(db.build.selectFrom('account').select('id').where('code', '=', code).limit(1)) !== undefined
}

export function insertAccount(db: Database, account: Insertable<AccountTable>): number {
  return db.run(db.build.insertInto('account').values(account)).id
}

export function updateAccount(db: Database, id: number, account: Partial<Insertable<AccountTable>>): void {
  db.run(db.build.updateTable('account').set(account).where('id', '=', id))
}

export function deleteAccountRows(db: Database, id: number): void {
  deletePartsOf(db, id)
  db.run(db.build.deleteFrom('contact').where('account_id', '=', id))
  db.run(db.build.deleteFrom('account_key').where('account_id', '=', id))
  db.run(db.build.deleteFrom('account_tier').where('account_id', '=', id))
  db.run(db.build.deleteFrom('account').where('id', '=', id))
}

export function replaceKeys(
  db: Database,
  accountId: number,
  keys: Omit<Insertable<AccountKeyTable>, 'account_id'>[],
): void {
  db.run(db.build.deleteFrom('account_key').where('account_id', '=', accountId))
  for (const key of keys) db.run(db.build.insertInto('account_key').values({ ...key, account_id: accountId }))
}

/** The tier in force from a day on. */
export function setTier(db: Database, accountId: number, validFrom: string, tier: Tier | null): void {
  db.run(
    db.build
      .insertInto('account_tier')
      .values({ account_id: accountId, valid_from: validFrom, tier })
      .onConflict((conflict) => conflict.columns(['account_id', 'valid_from']).doUpdateSet({ tier })),
  )
}

export function hasTierHistory(db: Database, accountId: number): boolean {
  return (
    db.first(db.build.selectFrom('account_tier').select('valid_from').where('account_id', '=', accountId).limit(1)) !==
    undefined
  )
}

export function accountsOfBatch(db: Database, batch: number): AccountRecord[] {
  return db.all(db.build.selectFrom('account').selectAll().where('batch_id', '=', batch).orderBy('id'))
}

/** The words that stand in a column at customers that are not removed. */
export function wordsOf(db: Database, column: 'industry' | 'stage' | 'source' | 'manager' | 'province'): string[] {
  const query = db.build.selectFrom('account').select(`${column} as word`).distinct().where('deleted_at', 'is', null)
  return db.all(query.where(column, '<>', '').orderBy(column)).map((row) => row.word)
}

export function tagWords(db: Database): string[] {
  return db.all(db.build.selectFrom('account_tag').select('tag').distinct().orderBy('tag')).map(({ tag }) => tag)
}

export function memberNames(db: Database): string[] {
  return db.all(db.build.selectFrom('account_member').select('name').distinct().orderBy('name')).map(({ name }) => name)
}

/** How many rows elsewhere speak of this account; such an account is hidden on removal, never deleted. */
export function dependents(db: Database, id: number): number {
  const row = db.first(
    db.build.selectNoFrom((eb) => [
      eb
        .selectFrom('waybill')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .where('account_id', '=', id)
        .as('waybills'),
      eb
        .selectFrom('price_sheet')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .where('account_id', '=', id)
        .as('sheets'),
      eb
        .selectFrom('plan')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .where('account_id', '=', id)
        .as('plans'),
    ]),
  )
  return (
    Number(row?.waybills ?? 0) + Number(row?.sheets ?? 0) + Number(row?.plans ?? 0) + recordsOf(db, id, knownByAccount)
  )
}

/** What others wrote down about an account, removed rows too: their undo needs the account. */
const knownByAccount = [
  'site',
  'needs',
  'wallet',
  'competition',
  'white_space',
  'financial_year',
  'credit_rating',
  'anniversary',
  'task',
]

function recordsOf(db: Database, id: number, tables: readonly string[]): number {
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table} WHERE account_id = @id)`)
  // A merge needs both its customers, also after it was undone.
  counts.push('(SELECT count(*) FROM account_merge WHERE @id IN (kept_id, merged_id))')
  const row = db.statement(`SELECT ${counts.join(' + ')} AS count`).get({ id }) as { count: number }
  return row.count
}
