/** Migration 12: views of lists kept under a name, and the bulk changes of customers with how each was before. */
export const views = `
-- A list's filters, search, sorting and columns. All users of the book share them.
CREATE TABLE list_view (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  list TEXT NOT NULL CHECK (list <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  -- JSON object: each filter as it stands in the address.
  filters TEXT NOT NULL CHECK (json_valid(filters)),
  search TEXT NOT NULL,
  sort TEXT NOT NULL,
  descending INTEGER NOT NULL CHECK (descending IN (0, 1)),
  -- JSON array of column keys.
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX list_view_name ON list_view (list, name) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX list_view_default ON list_view (list) WHERE is_default = 1 AND deleted_at IS NULL;

CREATE TABLE account_bulk (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  undone_at TEXT
) STRICT;

-- The fields as they were before, and the version the change gave the customer: a later one means somebody edited since.
CREATE TABLE account_bulk_row (
  bulk_id INTEGER NOT NULL REFERENCES account_bulk (id),
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  before TEXT NOT NULL CHECK (json_valid(before)),
  version INTEGER NOT NULL,
  PRIMARY KEY (bulk_id, account_id)
) STRICT, WITHOUT ROWID;
`
