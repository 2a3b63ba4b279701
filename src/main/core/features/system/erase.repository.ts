import type { Database } from '../../db/database'

/**
 * Erasing personal data where the ground keeps it (个人信息保护法 Art. 47). The audit chain hashes only salted commitments to
 * its values, which lie beside it: a value that goes leaves the chain as it was.
 */

/** What the audit trail holds of one thing: the values of its entries as JSON. */
export function valuesOf(db: Database, entity: string, uid: string): string[] {
  return db
    .all(
      db.build
        .selectFrom('audit_entry')
        .innerJoin('audit_value', 'audit_value.seq', 'audit_entry.seq')
        .select('value')
        .where('entity', '=', entity)
        .where('entity_uid', '=', uid),
    )
    .map(({ value }) => value)
}

/** Erases the values of all entries of one thing; that they happened, when and by whom, stays. */
export function eraseAuditOf(db: Database, entity: string, uid: string): void {
  const own = db.build
    .selectFrom('audit_entry')
    .select('seq')
    .where('entity', '=', entity)
    .where('entity_uid', '=', uid)
  db.run(db.build.deleteFrom('audit_value').where('seq', 'in', own))
}

/**
 * Erases the values of entries of other things that hold one of the texts: numbers and addresses, which are one person's
 * alone; `holds` decides on what else was found, given the entity and the value.
 */
export function eraseAuditHolding(
  db: Database,
  texts: readonly string[],
  holds: (entity: string, entityUid: string, value: string) => boolean,
): void {
  if (texts.length === 0) return
  const found = db.all(
    db.build
      .selectFrom('audit_value')
      .innerJoin('audit_entry', 'audit_entry.seq', 'audit_value.seq')
      .select(['audit_value.seq', 'entity', 'entity_uid', 'value'])
      .where((eb) => eb.or(texts.map((text) => eb(eb.fn<number>('instr', ['value', eb.val(text)]), '>', 0)))),
  )
  for (const { seq, entity, entity_uid, value } of found) {
    if (holds(entity, entity_uid, value)) db.run(db.build.deleteFrom('audit_value').where('seq', '=', seq))
  }
}

/** Drops what was typed into forms and not saved, where it holds one of the texts. */
export function dropDrafts(db: Database, texts: readonly string[]): void {
  const drafts = db.all(db.build.selectFrom('setting').selectAll().where('key', 'like', 'preference.draft.%'))
  for (const { key, value } of drafts) {
    if (texts.some((text) => value.includes(text))) db.run(db.build.deleteFrom('setting').where('key', '=', key))
  }
}

/** In which tables texts people wrote still hold one of the texts, and in how many rows. */
export function textsHolding(db: Database, texts: readonly string[]): { place: string; count: number }[] {
  const tables = db.raw
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .all() as { name: string }[]
  return tables.flatMap(({ name }) => {
    const columns = (db.raw.pragma(`table_info("${name}")`) as { name: string; type: string }[])
      .filter(({ type }) => type === 'TEXT' || type === 'ANY')
      .map((column) => column.name)
    if (columns.length === 0 || texts.length === 0) return []
    const tests = columns.flatMap((column) => texts.map(() => `instr("${column}", ?) > 0`))
    const values = columns.flatMap(() => texts)
    const row = db.raw.prepare(`SELECT count(*) AS count FROM "${name}" WHERE ${tests.join(' OR ')}`).get(...values)
    const { count } = row as { count: number }
    return count > 0 ? [{ place: name, count }] : []
  })
}
