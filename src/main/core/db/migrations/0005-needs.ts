/**
 * Migration 5: sites, needs, wallet, competitors, white space and financial health of customers.
 * Money fen, shares ppm, days YYYY-MM-DD. Lists inside one record (pick-up windows, lanes, cells) are JSON: they are read
 * and written whole. `contact_id` is no foreign key: contacts are kept by another feature, which may erase a person.
 */
export const needs = `
CREATE TABLE site (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  account_id INTEGER NOT NULL REFERENCES account (id),
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('pickup', 'warehouse', 'office', 'store', 'returns', 'other')),
  province TEXT NOT NULL,
  city TEXT NOT NULL,
  district TEXT NOT NULL,
  address TEXT NOT NULL,
  windows TEXT NOT NULL CHECK (json_valid(windows)),
  contact_id INTEGER,
  contact TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX site_by_account ON site (account_id);

CREATE TABLE needs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  account_id INTEGER NOT NULL REFERENCES account (id),
  content TEXT NOT NULL CHECK (json_valid(content)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX needs_by_account ON needs (account_id) WHERE deleted_at IS NULL;

-- What a customer says he spends on shipping, over all carriers, in a month (YYYY-MM) or a year (YYYY).
CREATE TABLE wallet (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  account_id INTEGER NOT NULL REFERENCES account (id),
  period TEXT NOT NULL CHECK (length(period) IN (4, 7)),
  total_fen INTEGER NOT NULL CHECK (total_fen >= 0),
  stated_on TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX wallet_by_account ON wallet (account_id, stated_on);

-- The branch's list of competitors; customers' shares name them by it.
CREATE TABLE competitor (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (name <> ''),
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX competitor_name ON competitor (name) WHERE deleted_at IS NULL;

-- Who else ships for a customer, as known on a day. A change is a new day; earlier days stay as history.
CREATE TABLE competition (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  account_id INTEGER NOT NULL REFERENCES account (id),
  stated_on TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX competition_by_account ON competition (account_id, stated_on);

CREATE TABLE competition_share (
  id INTEGER PRIMARY KEY,
  competition_id INTEGER NOT NULL REFERENCES competition (id),
  competitor_id INTEGER NOT NULL REFERENCES competitor (id),
  share_ppm INTEGER CHECK (share_ppm BETWEEN 0 AND 1000000),
  products TEXT NOT NULL,
  lanes TEXT NOT NULL,
  price_note TEXT NOT NULL,
  price_per_kg TEXT NOT NULL,
  price_per_ticket TEXT NOT NULL,
  strengths TEXT NOT NULL,
  weaknesses TEXT NOT NULL,
  UNIQUE (competition_id, competitor_id)
) STRICT;
CREATE INDEX competition_share_by_competitor ON competition_share (competitor_id);

CREATE TABLE white_space (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  account_id INTEGER NOT NULL REFERENCES account (id),
  content TEXT NOT NULL CHECK (json_valid(content)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX white_space_by_account ON white_space (account_id) WHERE deleted_at IS NULL;

-- Figures of a customer's annual accounts. NULL: not known. Red entries can make revenue and cost negative.
CREATE TABLE financial_year (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  account_id INTEGER NOT NULL REFERENCES account (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  current_assets_fen INTEGER CHECK (current_assets_fen >= 0),
  current_liabilities_fen INTEGER CHECK (current_liabilities_fen >= 0),
  revenue_fen INTEGER,
  net_profit_fen INTEGER,
  average_assets_fen INTEGER CHECK (average_assets_fen >= 0),
  receivables_fen INTEGER CHECK (receivables_fen >= 0),
  inventory_fen INTEGER CHECK (inventory_fen >= 0),
  cost_fen INTEGER,
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX financial_year_by_account ON financial_year (account_id, year) WHERE deleted_at IS NULL;

-- Ratings that were taken over into the archive, each with all it was derived from. Never changed.
CREATE TABLE credit_rating (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id),
  year INTEGER NOT NULL,
  rated_on TEXT NOT NULL,
  grade TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D')),
  limit_fen INTEGER NOT NULL CHECK (limit_fen >= 0),
  credit_days INTEGER NOT NULL CHECK (credit_days >= 0),
  derivation TEXT NOT NULL CHECK (json_valid(derivation)),
  actor TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX credit_rating_by_account ON credit_rating (account_id, rated_on);
`
