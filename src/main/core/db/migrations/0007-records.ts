/** Migration 7: files attached to anything in the book, notes in a customer's timeline, and the ways to find what happened to whom. */
export const records = `
-- The bytes lie under attachments/ in the book's folder, named by their hash; rows with the same hash share them.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  entity TEXT NOT NULL CHECK (entity <> ''),
  entity_uid TEXT NOT NULL CHECK (entity_uid <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  title TEXT NOT NULL,
  category TEXT NOT NULL
    CHECK (category IN ('contract', 'licence', 'quotation', 'statement', 'correspondence', 'picture', 'other')),
  note TEXT NOT NULL,
  actor TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX attachment_by_entity ON attachment (entity, entity_uid, created_at, id);
CREATE INDEX attachment_by_content ON attachment (sha256, bytes);

-- What people write down about a contact with a customer. at is where it stands in the timeline.
CREATE TABLE timeline_note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  account_id INTEGER NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL CHECK (kind IN ('call', 'visit', 'meeting', 'wechat', 'other')),
  happened_on TEXT NOT NULL,
  at TEXT NOT NULL,
  with_whom TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  actor TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX timeline_note_by_account ON timeline_note (account_id, at, id);

CREATE INDEX audit_by_uid ON audit_entry (entity_uid, at, seq);
CREATE INDEX waybill_by_account_batch ON waybill (account_id, batch_id) WHERE account_id IS NOT NULL;
CREATE INDEX import_before_by_entity ON import_before (entity, entity_id);
`
