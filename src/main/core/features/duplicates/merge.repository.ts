import type { MergeRecord } from '#shared/contract/duplicates'
import type { Selectable } from 'kysely'
import type { AccountLink } from '../../db/account-links'
import type { Database } from '../../db/database'
import type { AccountMergeTable } from './duplicates.table'

export type Row = Record<string, string | number | null>

export interface Party {
  id: number
  uid: string
}

export type MergeRow = Selectable<AccountMergeTable>

export function linkName({ table, column }: AccountLink): string {
  return column === 'account_id' ? table : `${table}.${column}`
}

/** How the rows of a link are found and told apart. Names come from the registry and the book itself, never from outside. */
function shapeOf(db: Database, { table, column, byUid, where }: AccountLink) {
  const columns = db.raw.pragma(`table_info(${table})`) as { name: string; pk: number }[]
  const key = columns.filter(({ pk, name }) => pk > 0 && name !== column).map(({ name }) => name)
  const stamped = columns.some(({ name }) => name === 'hlc')
  return {
    rowKey: key.length === 1 && key[0] === 'id' ? 'id' : `json_array(${key.join(', ')})`,
    side: (party: Party) => (byUid ? party.uid : party.id),
    owned: where === undefined ? `${column} = @from` : `${column} = @from AND ${where}`,
    // A customer whose group changes is a changed customer; elsewhere nothing but the owner changes.
    stamp: table === 'account' ? ', hlc = @hlc, version = version + 1' : stamped ? ', hlc = @hlc' : '',
  }
}

export function countRows(db: Database, link: AccountLink, party: Party): number {
  const { side, owned } = shapeOf(db, link)
  const row = db.statement(`SELECT count(*) AS count FROM ${link.table} WHERE ${owned}`).get({ from: side(party) })
  return (row as { count: number }).count
}

/**
 * Gives the rows of one customer to another and writes down which went. Rows that a unique key keeps out stay; so does a
 * contact whom the other customer has with the same name and telephone and of whom nothing else speaks.
 */
export function moveRows(
  db: Database,
  link: AccountLink,
  { merge, from, to, hlc }: { merge: number; from: Party; to: Party; hlc: string },
): { moved: number; stays: number } {
  const { rowKey, side, owned, stamp } = shapeOf(db, link)
  const values = { from: side(from), to: side(to), merge, name: linkName(link), hlc }
  const listed = db
    .statement(
      `INSERT INTO account_merge_row (merge_id, link, row_key)
       SELECT @merge, @name, ${rowKey} FROM ${link.table} WHERE ${owned} AND ${goes(db, link)}`,
    )
    .run(values).changes
  const moved = db
    .statement(
      `UPDATE OR IGNORE ${link.table} SET ${link.column} = @to${stamp} WHERE ${owned} AND ${rowKey} IN (
         SELECT row_key FROM account_merge_row WHERE merge_id = @merge AND link = @name)`,
    )
    .run(values).changes
  if (moved < listed) {
    db.statement(
      `DELETE FROM account_merge_row WHERE merge_id = @merge AND link = @name
         AND row_key IN (SELECT ${rowKey} FROM ${link.table} WHERE ${owned})`,
    ).run(values)
  }
  return { moved, stays: countRows(db, link, from) }
}

/** Which rows of a link go over. */
function goes(db: Database, { table }: AccountLink): string {
  if (table === 'account') return 'id <> @to'
  if (table !== 'contact') return '1'
  const spoken = referencesTo(db, 'contact').map(
    ({ table: other, column }) => `EXISTS (SELECT 1 FROM ${other} r WHERE r.${column} = contact.id)`,
  )
  return `(${['contact.deleted_at IS NOT NULL', 'contact.reports_to IS NOT NULL', ...spoken].join(' OR ')} OR NOT EXISTS (
    SELECT 1 FROM contact twin WHERE twin.account_id = @to AND twin.deleted_at IS NULL
      AND twin.name = contact.name AND twin.phone = contact.phone))`
}

function referencesTo(db: Database, target: string): { table: string; column: string }[] {
  const tables = db.raw.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all() as { name: string }[]
  return tables.flatMap(({ name }) =>
    (db.raw.pragma(`foreign_key_list(${name})`) as { table: string; from: string }[])
      .filter(({ table }) => table === target)
      .map(({ from }) => ({ table: name, column: from })),
  )
}

/** Of two main contacts the kept customer's stays the main one. */
export function demoteContacts(db: Database, merge: number, kept: number): void {
  const mine = db
    .statement(
      `SELECT 1 FROM contact WHERE account_id = ? AND is_primary = 1 AND deleted_at IS NULL
       AND id NOT IN (SELECT row_key FROM account_merge_row WHERE merge_id = ? AND link = 'contact')`,
    )
    .get(kept, merge)
  if (!mine) return
  const gone = `id IN (SELECT row_key FROM account_merge_row WHERE merge_id = @merge AND link = 'contact') AND is_primary = 1`
  db.statement(
    `UPDATE account_merge_row SET before = '{"is_primary":1}'
     WHERE merge_id = @merge AND link = 'contact' AND row_key IN (SELECT id FROM contact WHERE ${gone})`,
  ).run({ merge })
  db.statement(`UPDATE contact SET is_primary = 0 WHERE ${gone}`).run({ merge })
}

/** Gives back what went over and is still with the kept customer; how many rows. */
export function moveRowsBack(
  db: Database,
  link: AccountLink,
  { merge, from, to, hlc }: { merge: number; from: Party; to: Party; hlc: string },
): number {
  const { rowKey, side, owned, stamp } = shapeOf(db, link)
  const values = { from: side(from), to: side(to), merge, name: linkName(link), hlc }
  if (link.table === 'contact') {
    db.statement(
      `UPDATE contact SET is_primary = 1 WHERE account_id = ? AND id IN (
         SELECT row_key FROM account_merge_row WHERE merge_id = ? AND link = 'contact' AND before IS NOT NULL)`,
    ).run(from.id, merge)
  }
  return db
    .statement(
      `UPDATE ${link.table} SET ${link.column} = @to${stamp} WHERE ${owned} AND ${rowKey} IN (
         SELECT row_key FROM account_merge_row WHERE merge_id = @merge AND link = @name)`,
    )
    .run(values).changes
}

/** Rows of a customer in a table that follows from his fields. */
export function writtenRows(db: Database, { table, column }: AccountLink, id: number): Row[] {
  return db.statement(`SELECT * FROM ${table} WHERE ${column} = ?`).all(id) as Row[]
}

export function deleteRow(db: Database, { table, column, key = [] }: AccountLink, row: Row): void {
  const columns = [column, ...key]
  db.statement(`DELETE FROM ${table} WHERE ${columns.map((name) => `${name} = ?`).join(' AND ')}`).run(
    ...columns.map((name) => row[name]),
  )
}

export function insertRow(db: Database, { table }: AccountLink, row: Row): void {
  const columns = Object.keys(row)
  db.statement(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
    ...Object.values(row),
  )
}

export function accountRow(db: Database, id: number): Row | undefined {
  return db.statement('SELECT * FROM account WHERE id = ?').get(id) as Row | undefined
}

export function setAccount(db: Database, id: number, values: Row): void {
  const columns = Object.keys(values)
  db.statement(`UPDATE account SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`).run(
    ...Object.values(values),
    id,
  )
}

/** The tiers of who is merged, as far as the kept customer has no history of his own. */
export function copyTiers(db: Database, from: number, to: number): void {
  db.statement(
    `INSERT INTO account_tier (account_id, valid_from, tier)
     SELECT @to, valid_from, tier FROM account_tier WHERE account_id = @from
       AND NOT EXISTS (SELECT 1 FROM account_tier WHERE account_id = @to)`,
  ).run({ from, to })
}

export function insertMerge(
  db: Database,
  merge: { uid: string; hlc: string; kept: number; other: number; actor: string; at: string },
): number {
  const { uid, hlc, kept, other, actor, at } = merge
  return db.run(
    db.build.insertInto('account_merge').values({
      uid,
      hlc,
      kept_id: kept,
      merged_id: other,
      images: '{}',
      counts: '[]',
      actor,
      merged_at: at,
      undone_at: null,
    }),
  ).id
}

export function finishMerge(db: Database, id: number, images: unknown, counts: MergeRecord['rows']): void {
  const values = { images: JSON.stringify(images), counts: JSON.stringify(counts) }
  db.run(db.build.updateTable('account_merge').set(values).where('id', '=', id))
}

export function closeMerge(db: Database, id: number, hlc: string, undoneAt: string): void {
  db.run(db.build.updateTable('account_merge').set({ hlc, undone_at: undoneAt }).where('id', '=', id))
  db.statement('DELETE FROM account_merge_row WHERE merge_id = ?').run(id)
}

export function mergeById(db: Database, id: number): MergeRow | undefined {
  return db.first(db.build.selectFrom('account_merge').selectAll().where('id', '=', id))
}

/** The merge by which a customer went into another one and still is there. */
export function mergeOf(db: Database, accountId: number): MergeRow | undefined {
  const query = db.build.selectFrom('account_merge').selectAll().where('merged_id', '=', accountId)
  return db.first(query.where('undone_at', 'is', null).orderBy('id', 'desc').limit(1))
}

export function mergePage(db: Database, page: number, pageSize: number): { rows: MergeRow[]; total: number } {
  const query = db.build.selectFrom('account_merge')
  const total = db.first(query.select((eb) => eb.fn.countAll<number>().as('count')))?.count ?? 0
  const rows = db.all(
    query
      .selectAll()
      .orderBy('id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize),
  )
  return { rows, total }
}

/** A merge after this one in which the kept customer took part and which still holds; the customer it went with. */
export function laterMerge(db: Database, merge: number, kept: number): { name: string } | undefined {
  return db
    .statement(
      `SELECT account.name FROM account_merge m
       JOIN account ON account.id = iif(m.kept_id = @kept, m.merged_id, m.kept_id)
       WHERE m.id > @merge AND m.undone_at IS NULL AND @kept IN (m.kept_id, m.merged_id) ORDER BY m.id DESC LIMIT 1`,
    )
    .get({ merge, kept }) as { name: string } | undefined
}
