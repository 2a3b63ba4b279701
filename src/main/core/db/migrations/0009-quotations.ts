/** Migration 9: quotations (报价单) with their versions. Amounts fen, days YYYY-MM-DD. */
export const quotations = `
CREATE TABLE quotation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  -- Without gaps by month: a number once given stays with its row, removed or not.
  month TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  revision INTEGER NOT NULL CHECK (revision > 0),
  number TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'won', 'lost')),
  account_id INTEGER REFERENCES account (id),
  company TEXT NOT NULL CHECK (company <> ''),
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  products TEXT NOT NULL,
  parts INTEGER NOT NULL,
  -- Gross estimate of a month; NULL: none was made, or a line of it has no price.
  total_fen INTEGER,
  lost_reason TEXT NOT NULL DEFAULT '',
  -- The draft price sheets made of it when it was won.
  sheets TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sheets)),
  owner TEXT NOT NULL,
  sent_at TEXT,
  closed_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (valid_to >= valid_from),
  CHECK (state <> 'lost' OR lost_reason <> ''),
  UNIQUE (month, sequence, revision)
) STRICT;
CREATE INDEX quotation_by_account ON quotation (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX quotation_by_number ON quotation (number, revision);
CREATE TRIGGER quotation_frozen BEFORE UPDATE OF content, company, contact, phone, valid_from, valid_to ON quotation
  WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'a quotation that was sent is never edited'); END;
`
