/** Migration 10: contracts (合同), what was measured of their promises, and what was thought of their clauses. */
export const contracts = `
CREATE TABLE contract (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  -- A number once given stays with its row, removed or not.
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),
  account_id INTEGER NOT NULL REFERENCES account (id),
  title TEXT NOT NULL CHECK (title <> ''),
  parties TEXT NOT NULL CHECK (json_valid(parties)),
  manager TEXT NOT NULL,
  -- NULL: a draft.
  signed_on TEXT,
  valid_from TEXT NOT NULL,
  -- NULL: open end.
  valid_to TEXT,
  products TEXT NOT NULL CHECK (json_valid(products)),
  sheets TEXT NOT NULL CHECK (json_valid(sheets)),
  credit_days INTEGER CHECK (credit_days >= 0),
  credit_limit_fen INTEGER CHECK (credit_limit_fen >= 0),
  billing_day INTEGER CHECK (billing_day BETWEEN 1 AND 31),
  promises TEXT NOT NULL CHECK (json_valid(promises)),
  minimum_unit TEXT CHECK (minimum_unit IN ('pieces', 'grams', 'fen')),
  minimum_amount INTEGER CHECK (minimum_amount > 0),
  minimum_period TEXT CHECK (minimum_period IN ('month', 'year')),
  covers_group INTEGER NOT NULL CHECK (covers_group IN (0, 1)),
  deposit_fen INTEGER CHECK (deposit_fen >= 0),
  deposit_due_on TEXT,
  deposit_received_on TEXT,
  renew_months INTEGER CHECK (renew_months > 0),
  notice_days INTEGER CHECK (notice_days >= 0),
  terminated_on TEXT,
  termination_reason TEXT NOT NULL DEFAULT '',
  predecessor_id INTEGER REFERENCES contract (id),
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CHECK ((minimum_unit IS NULL) = (minimum_amount IS NULL) AND (minimum_unit IS NULL) = (minimum_period IS NULL)),
  CHECK (terminated_on IS NULL OR (signed_on IS NOT NULL AND termination_reason <> ''))
) STRICT;
CREATE INDEX contract_by_account ON contract (account_id);
CREATE INDEX contract_by_predecessor ON contract (predecessor_id) WHERE predecessor_id IS NOT NULL;

-- What was measured of a promise in a month; 10^-3 of the promise's unit.
CREATE TABLE contract_measure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  contract_id INTEGER NOT NULL REFERENCES contract (id),
  month TEXT NOT NULL,
  promise TEXT NOT NULL,
  value INTEGER CHECK (value >= 0),
  note TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (contract_id, month, promise)
) STRICT;

CREATE TABLE contract_review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  contract_id INTEGER NOT NULL REFERENCES contract (id),
  day TEXT NOT NULL,
  reviewer TEXT NOT NULL CHECK (reviewer <> ''),
  clause TEXT NOT NULL CHECK (clause <> ''),
  assessment TEXT NOT NULL CHECK (assessment IN ('favourable', 'neutral', 'unfavourable')),
  risk TEXT NOT NULL,
  suggestion TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX contract_review_by_contract ON contract_review (contract_id);
`
