/**
 * Migration 3: contacts become records of their own: part in the decision, org line, birthday, version, soft delete and
 * the trace of an erased person. Kinds of imports are checked by the program from here on, so that a new kind needs no
 * new table: `import_batch` is made anew without its list. Its children keep their keys; references are checked at the end
 * of the transaction, and numbers once given to batches stay given.
 */
export const people = `
ALTER TABLE contact ADD COLUMN hlc TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE contact ADD COLUMN department TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN wechat TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN role TEXT
  CHECK (role IN ('decision-maker', 'sponsor', 'user', 'influencer', 'purchasing', 'finance', 'shipping', 'gatekeeper', 'other'));
ALTER TABLE contact ADD COLUMN stance TEXT CHECK (stance IN ('support', 'neutral', 'oppose'));
ALTER TABLE contact ADD COLUMN influence INTEGER CHECK (influence BETWEEN 1 AND 5);
ALTER TABLE contact ADD COLUMN relationship INTEGER CHECK (relationship BETWEEN 1 AND 5);
ALTER TABLE contact ADD COLUMN reports_to INTEGER REFERENCES contact (id);
ALTER TABLE contact ADD COLUMN channel TEXT CHECK (channel IN ('phone', 'wechat', 'email', 'visit', 'sms'));
ALTER TABLE contact ADD COLUMN birth_calendar TEXT CHECK (birth_calendar IN ('solar', 'lunar'));
ALTER TABLE contact ADD COLUMN birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2100);
ALTER TABLE contact ADD COLUMN birth_month INTEGER CHECK (birth_month BETWEEN 1 AND 12);
ALTER TABLE contact ADD COLUMN birth_day INTEGER CHECK (birth_day BETWEEN 1 AND 31);
ALTER TABLE contact ADD COLUMN birth_leap INTEGER NOT NULL DEFAULT 0 CHECK (birth_leap IN (0, 1));
ALTER TABLE contact ADD COLUMN last_contact_on TEXT;
ALTER TABLE contact ADD COLUMN map_x INTEGER;
ALTER TABLE contact ADD COLUMN map_y INTEGER;
-- How the name is typed; NULL until the program has read it (books of before this migration).
ALTER TABLE contact ADD COLUMN pinyin TEXT;
ALTER TABLE contact ADD COLUMN initials TEXT;
ALTER TABLE contact ADD COLUMN created_at TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN updated_at TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN deleted_at TEXT;
ALTER TABLE contact ADD COLUMN erased_at TEXT;
ALTER TABLE contact ADD COLUMN erased_by TEXT NOT NULL DEFAULT '';
UPDATE contact SET
  hlc = (SELECT hlc FROM account WHERE account.id = contact.account_id),
  created_at = (SELECT created_at FROM account WHERE account.id = contact.account_id),
  updated_at = (SELECT updated_at FROM account WHERE account.id = contact.account_id);
CREATE INDEX contact_by_boss ON contact (reports_to) WHERE reports_to IS NOT NULL;

PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE kept_batch AS SELECT * FROM import_batch;
CREATE TEMP TABLE kept_sequence AS SELECT seq FROM sqlite_sequence WHERE name = 'import_batch';
DROP TABLE import_batch;
CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  sheet TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('staging', 'visible', 'undone', 'failed')),
  options TEXT NOT NULL CHECK (json_valid(options)),
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  header TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(header)),
  actor TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  seconds REAL NOT NULL DEFAULT 0
) STRICT;
INSERT INTO import_batch SELECT id, uid, hlc, kind, file_name, file_hash, sheet, state, options, counts, header, actor,
  started_at, finished_at, seconds FROM kept_batch;
CREATE INDEX import_batch_by_file ON import_batch (file_hash);
DELETE FROM sqlite_sequence WHERE name = 'import_batch';
INSERT INTO sqlite_sequence (name, seq) SELECT 'import_batch', seq FROM kept_sequence;
DROP TABLE kept_batch;
DROP TABLE kept_sequence;

ALTER TABLE contact ADD COLUMN batch_id INTEGER REFERENCES import_batch (id);
CREATE INDEX contact_by_batch ON contact (batch_id) WHERE batch_id IS NOT NULL;
`
