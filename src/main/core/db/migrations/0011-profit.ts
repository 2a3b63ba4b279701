/**
 * Migration 11: what a customer costs beside his waybills, and the rebates of a month's end, and what-if runs. Amounts fen, months
 * YYYY-MM, days YYYY-MM-DD.
 */
export const profit = `
-- 专属服务成本 and 理赔 of one customer in one month: positive is a cost.
CREATE TABLE account_cost (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  account_id INTEGER NOT NULL REFERENCES account (id),
  month TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('service', 'claim')),
  item TEXT NOT NULL CHECK (item <> ''),
  fen INTEGER NOT NULL CHECK (fen <> 0),
  waybill_number TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX account_cost_by_month ON account_cost (month, account_id) WHERE deleted_at IS NULL;
CREATE INDEX account_cost_by_account ON account_cost (account_id);

-- 月末返利: one line for each customer, sheet, month and tier table. Computed again it is the same line, or corrected.
CREATE TABLE rebate_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id),
  month TEXT NOT NULL,
  sheet_name TEXT NOT NULL,
  price_sheet_id INTEGER NOT NULL REFERENCES price_sheet (id),
  table_index INTEGER NOT NULL,
  -- As the sheet's prices are: gross where they hold tax. Zero or negative, as is its net part.
  fen INTEGER NOT NULL CHECK (fen <= 0),
  net_fen INTEGER NOT NULL CHECK (net_fen <= 0),
  derivation TEXT NOT NULL CHECK (json_valid(derivation)),
  computed_at TEXT NOT NULL,
  UNIQUE (account_id, month, sheet_name, table_index)
) STRICT;
CREATE INDEX rebate_line_by_month ON rebate_line (month);

-- What-if runs: what was asked and what came out, both as JSON. Nothing else is changed by them.
CREATE TABLE simulation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  name TEXT NOT NULL,
  input TEXT NOT NULL CHECK (json_valid(input)),
  result TEXT NOT NULL CHECK (json_valid(result)),
  tickets INTEGER NOT NULL,
  seconds REAL NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
`
