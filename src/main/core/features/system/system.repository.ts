import { auditHash, sha256 } from '../../db/book'
import type { Database } from '../../db/database'

export function bookHead(db: Database) {
  const row = db.first(db.build.selectFrom('book').select(['uid', 'name', 'demo']))
  if (!row) throw new Error('the book has no head row')
  return row
}

export function renameBook(db: Database, name: string): void {
  db.run(db.build.updateTable('book').set({ name }).where('id', '=', 1))
}

export function markDemo(db: Database): void {
  db.run(db.build.updateTable('book').set({ demo: 1 }).where('id', '=', 1))
}

/** True if neither customers nor price sheets nor waybills are in the book. */
export function isEmpty(db: Database): boolean {
  const row = db.first(
    db.build.selectNoFrom((eb) => [
      eb.exists(eb.selectFrom('account').select('id')).as('accounts'),
      eb.exists(eb.selectFrom('price_sheet').select('id')).as('sheets'),
      eb.exists(eb.selectFrom('waybill').select('id')).as('waybills'),
    ]),
  )
  return !row?.accounts && !row?.sheets && !row?.waybills
}

export function settings(db: Database): Record<string, unknown> {
  const rows = db.all(db.build.selectFrom('setting').selectAll())
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
}

export function setting(db: Database, key: string): unknown {
  const row = db.first(db.build.selectFrom('setting').select('value').where('key', '=', key))
  return row ? (JSON.parse(row.value) as unknown) : undefined
}

export function saveSetting(db: Database, key: string, value: unknown): void {
  const json = JSON.stringify(value ?? null)
  db.run(
    db.build
      .insertInto('setting')
      .values({ key, value: json })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json })),
  )
}

export interface AuditFilter {
  entity?: string | undefined
  entityUid?: string | undefined
  page: number
  pageSize: number
}

export function auditPage(db: Database, filter: AuditFilter) {
  let query = db.build.selectFrom('audit_entry')
  if (filter.entity !== undefined) query = query.where('entity', '=', filter.entity)
  if (filter.entityUid !== undefined) query = query.where('entity_uid', '=', filter.entityUid)
  const rows = db.all(
    query
      .leftJoin('audit_value', 'audit_value.seq', 'audit_entry.seq')
      .select(['audit_entry.seq', 'at', 'actor', 'action', 'entity', 'entity_uid', 'value'])
      .orderBy('audit_entry.seq', 'desc')
      .limit(filter.pageSize)
      .offset((filter.page - 1) * filter.pageSize),
  )
  const total = db.first(query.select((eb) => eb.fn.countAll<number>().as('count')))?.count ?? 0
  return { rows, total }
}

/** Walks the whole chain. `broken` is the first entry whose hash, link or value does not fit; null: all fit. */
export function verifyAuditChain(db: Database): { entries: number; broken: number | null } {
  const query = db.build
    .selectFrom('audit_entry')
    .leftJoin('audit_value', 'audit_value.seq', 'audit_entry.seq')
    .select([
      'audit_entry.seq',
      'at',
      'hlc',
      'device',
      'actor',
      'action',
      'entity',
      'entity_uid',
      'commitment',
      'previous',
      'hash',
      'salt',
      'value',
    ])
    .orderBy('audit_entry.seq')
  let entries = 0
  let previous = ''
  for (const row of db.each(query)) {
    entries++
    const valueFits = row.value === null || sha256(`${row.salt}${row.value}`) === row.commitment
    if (row.previous !== previous || auditHash(row) !== row.hash || !valueFits) return { entries, broken: row.seq }
    previous = row.hash
  }
  return { entries, broken: null }
}

export function integrity(db: Database): { integrity: string; foreignKeys: number } {
  const [first] = db.raw.pragma('integrity_check(1)') as { integrity_check: string }[]
  const broken = db.raw.pragma('foreign_key_check') as unknown[]
  return { integrity: first?.integrity_check ?? 'unknown', foreignKeys: broken.length }
}
