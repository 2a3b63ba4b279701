import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Database } from '#core/db/database'
import { migrations } from '#core/db/migrations/index'
import { bookFile, openBook } from '#core/db/open-book'
import { testFolder } from '../support/test-book'

/** A book of the first version with batches, their problems and images, accounts, contacts and waybills. */
const oldBook = `
INSERT INTO import_batch (id, uid, hlc, kind, file_name, file_hash, sheet, state, options, counts, actor, started_at)
  VALUES (1, 'b1', '1', 'accounts', 'a.xlsx', 'h1', 's', 'visible', '{}', '{}', 'x', 't'),
    (2, 'b2', '1', 'waybills', 'w.xlsx', 'h2', 's', 'visible', '{}', '{}', 'x', 't'),
    (9, 'b9', '1', 'prices', 'p.xlsx', 'h9', 's', 'undone', '{}', '{}', 'x', 't');
DELETE FROM import_batch WHERE id = 9;
INSERT INTO hidden_batch VALUES (2);
INSERT INTO import_problem (batch_id, row, code, params, severity) VALUES (1, 4, 'no-name', '{}', 'error');
INSERT INTO import_before (batch_id, entity, entity_id, before, after) VALUES (1, 'account', 1, '{}', '{}');
INSERT INTO account (id, uid, hlc, code, name, short_name, uscc, industry, lifecycle, manager, province, city, district, address,
  note, pinyin, initials, batch_id, created_at, updated_at)
  VALUES (1, 'a1', '7', 'KH1', '甲', '', '', '', 'active', '', '', '', '', '', '', 'jia', 'j', 1, '2026-01-01', '2026-01-01');
INSERT INTO contact (id, uid, account_id, name, title, phone, email, note, is_primary) VALUES (3, 'c3', 1, '李明', '', '138', '', '', 1);
INSERT INTO waybill (batch_id, source_row, source_hash, carrier, number, fee_kind, line_kind, shipped_on, month, customer_code,
  customer_name, product, origin, destination, province, pieces, note, status)
  VALUES (2, 2, '', '', 'YT1', '', 'freight', '2026-01-01', '2026-01', '', '', '', '', '', '', 1, '', 'unmatched');
`

describe('the migration of contacts', () => {
  it('takes a used book over whole: batches with all that hangs on them, numbers given, contacts', async () => {
    const folder = testFolder()
    const before = await openBook(folder, undefined, migrations.slice(0, 1))
    before.raw.exec(oldBook)
    before.close()
    const db = await openBook(folder)
    expect(db.raw.pragma('foreign_key_check')).toEqual([])
    expect(db.raw.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.raw.prepare('SELECT id, uid, kind, state FROM import_batch ORDER BY id').all()).toEqual([
      { id: 1, uid: 'b1', kind: 'accounts', state: 'visible' },
      { id: 2, uid: 'b2', kind: 'waybills', state: 'visible' },
    ])
    const counts = ['hidden_batch', 'import_problem', 'import_before', 'waybill'].map((table) =>
      db.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    )
    expect(counts).toEqual([1, 1, 1, 1])
    expect(db.raw.prepare('SELECT id, name, version, hlc, created_at, pinyin FROM contact').all()).toEqual([
      { id: 3, name: '李明', version: 1, hlc: '7', created_at: '2026-01-01', pinyin: null },
    ])
    // Number 9 was given once and is not given again; children still need their batch; the kind is free.
    const insert = `INSERT INTO import_batch (uid, hlc, kind, file_name, file_hash, sheet, state, options, counts, actor, started_at)
      VALUES ('b10', '1', 'contacts', 'c.xlsx', 'h', 's', 'visible', '{}', '{}', 'x', 't')`
    expect(db.raw.prepare(insert).run().lastInsertRowid).toBe(10)
    expect(() => db.raw.exec('INSERT INTO hidden_batch VALUES (99)')).toThrow(/FOREIGN KEY/)
    expect(() => db.raw.exec('DELETE FROM import_batch WHERE id = 1')).toThrow(/FOREIGN KEY/)
    expect(db.raw.prepare(`SELECT name FROM sqlite_master WHERE name = 'import_batch_by_file'`).get()).toBeTruthy()
    db.close()
  })

  it('keeps numbers once given where no batch is left', async () => {
    const folder = testFolder()
    const first = await openBook(folder, undefined, migrations.slice(0, 1))
    first.raw
      .exec(`INSERT INTO import_batch (id, uid, hlc, kind, file_name, file_hash, sheet, state, options, counts, actor, started_at)
      VALUES (5, 'b', '1', 'prices', 'p', 'h', 's', 'failed', '{}', '{}', 'x', 't'); DELETE FROM import_batch;`)
    first.close()
    ;(await openBook(folder)).close()
    const db = new Database(join(folder, bookFile))
    expect(db.raw.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'import_batch'`).pluck().get()).toBe(5)
    db.close()
  })
})
