import type { Database } from '../../db/database'
import { Refused } from '../../refused'

/**
 * Tables whose rows belong to a customer, found in the schema: they have `uid` (what the audit trail calls a record) and
 * `account_id`. A feature that comes later belongs by making its table so.
 */
function belongingTables(db: Database): string[] {
  return db.raw
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table'
         AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_schema.name) WHERE name = 'uid')
         AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_schema.name) WHERE name = 'account_id')
       ORDER BY name`,
    )
    .pluck()
    .all() as string[]
}

export interface Belongings {
  tables: readonly string[]
  /** Of one customer, in the tables asked for; removed records too, since their history stays. */
  uidsOf(accountId: number, wanted?: (table: string) => boolean): string[]
}

export function accountBelongings(db: Database): Belongings {
  const tables = belongingTables(db)
  return {
    tables,
    uidsOf: (accountId, wanted = () => true) => {
      const chosen = tables.filter(wanted)
      if (chosen.length === 0) return []
      const sql = chosen.map((table) => `SELECT uid FROM "${table}" WHERE account_id = @id`).join(' UNION ALL ')
      return db.statement(sql).pluck().all({ id: accountId }) as string[]
    },
  }
}

/** Names of what changes speak of, removed ones too. */
export function historyNames(db: Database) {
  const text = (sql: string, key: string | number): string | null =>
    (db.statement(sql).pluck().get(key) as string | undefined) ?? null
  return {
    account: (id: number) => text('SELECT name FROM account WHERE id = ?', id),
    contact: (id: number) => text('SELECT name FROM contact WHERE id = ?', id),
    /** What a customer is found by, without the rest of him. @throws Refused `not-found` */
    accountHead: (id: number): { id: number; uid: string } => {
      const uid = text('SELECT uid FROM account WHERE id = ?', id)
      if (uid === null) throw new Refused('not-found', { what: 'account' })
      return { id, uid }
    },
    /** `KH000001 某某公司`, by uid. */
    accountTitle: (uid: string) => text(`SELECT code || ' ' || name FROM account WHERE uid = ?`, uid),
    /** The branch's name of a field it defined itself; empty for all others. */
    ownField: (field: string) =>
      field.startsWith('custom.') ? (text('SELECT name FROM custom_field WHERE uid = ?', field.slice(7)) ?? '') : '',
  }
}
