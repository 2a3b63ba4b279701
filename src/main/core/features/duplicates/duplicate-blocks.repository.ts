import type { DuplicateReason } from '#shared/contract/duplicates'
import type { Database } from '../../db/database'

/** A customer and what he may have in common with another one; only keys that several customers have. */
export interface BlockRow {
  key: string
  account_id: number
}

const sharedKey = (key: string, from: string, where: string) => `
  SELECT ${key} AS key, account_id FROM ${from} WHERE ${where} AND ${key} IN (
    SELECT ${key} FROM ${from} WHERE ${where} GROUP BY ${key} HAVING min(account_id) <> max(account_id))`

const codes = `kind IN ('code', 'month-account')`
const names = `kind NOT IN ('code', 'month-account')`

/** One reading of an index each, never every customer against every other. */
const queries: Readonly<Record<Exclude<DuplicateReason, 'phone'>, string>> = {
  uscc: `SELECT upper(uscc) AS key, id AS account_id FROM account WHERE uscc <> '' AND deleted_at IS NULL AND upper(uscc) IN (
    SELECT upper(uscc) FROM account WHERE uscc <> '' AND deleted_at IS NULL GROUP BY upper(uscc) HAVING count(*) > 1)`,
  code: sharedKey('match_key', 'account_key', codes),
  name: sharedKey('match_key', 'account_key', names),
  core: sharedKey('core', 'account_key', `core <> ''`),
  sound: sharedKey('core_pinyin', 'account_key', `core_pinyin <> ''`),
}

export function blockRows(db: Database, reason: Exclude<DuplicateReason, 'phone'>): BlockRow[] {
  return db.statement(queries[reason]).all() as BlockRow[]
}

export function phonesOfContacts(db: Database): { account_id: number; phone: string }[] {
  return db.all(
    db.build
      .selectFrom('contact')
      .select(['account_id', 'phone'])
      .where('phone', '<>', '')
      .where('deleted_at', 'is', null),
  )
}

export interface BriefAccount {
  id: number
  uscc: string
  city: string
  group_id: number | null
}

/** What weighs for or against two customers being one, of all that are not removed. */
export function briefAccounts(db: Database): BriefAccount[] {
  return db.all(
    db.build.selectFrom('account').select(['id', 'uscc', 'city', 'group_id']).where('deleted_at', 'is', null),
  )
}

/** Both customers of a pair as a person compares them. */
export function partiesOf(db: Database, ids: readonly number[]) {
  return db.all(
    db.build
      .selectFrom('account')
      .where('id', 'in', [...ids])
      .select(['id', 'version', 'code', 'name', 'city', 'manager', 'uscc', 'created_at'])
      .select((eb) => [
        eb
          .selectFrom('account_month')
          .select((inner) => inner.fn.coalesce(inner.fn.sum<number>('tickets'), inner.lit(0)).as('tickets'))
          .whereRef('account_month.account_id', '=', 'account.id')
          .as('tickets'),
        eb
          .selectFrom('account_month')
          .select((inner) => inner.fn.max('last_shipped_on').as('last'))
          .whereRef('account_month.account_id', '=', 'account.id')
          .as('last_shipped_on'),
      ]),
  )
}

export function pairsApart(db: Database) {
  return db.all(
    db.build
      .selectFrom('not_duplicate')
      .select(['first_id', 'second_id', 'actor', 'said_at'])
      .where('taken_back_at', 'is', null),
  )
}

/** Remembers that two customers are two, or (with a time) that this was taken back. False: it was so already. */
export function writeApart(
  db: Database,
  pair: { first: number; second: number },
  said: { uid: string; hlc: string; actor: string; at: string },
  takenBack: boolean,
): boolean {
  const [first_id, second_id] = pair.first < pair.second ? [pair.first, pair.second] : [pair.second, pair.first]
  const row = db.first(
    db.build
      .selectFrom('not_duplicate')
      .selectAll()
      .where('first_id', '=', first_id)
      .where('second_id', '=', second_id),
  )
  if ((row?.taken_back_at ?? null) === null ? (row !== undefined) !== takenBack : takenBack) return false
  if (!row) {
    const { uid, hlc, actor, at } = said
    const fresh = { uid, hlc, actor, said_at: at, first_id, second_id, taken_back_at: null }
    db.run(db.build.insertInto('not_duplicate').values(fresh))
    return true
  }
  const values = takenBack
    ? { hlc: said.hlc, taken_back_at: said.at }
    : { hlc: said.hlc, taken_back_at: null, actor: said.actor, said_at: said.at }
  db.run(db.build.updateTable('not_duplicate').set(values).where('id', '=', row.id))
  return true
}

/** A mark that moves with every write of the book: what was found under it still holds. */
export function bookStamp(db: Database): string {
  return db.first(db.build.selectFrom('book').select('hlc'))?.hlc ?? ''
}
