/** Migration 1, frozen once landed: the whole ground of a book. Money fen, weights grams, volumes cm³, sizes tenths of a millimetre, days YYYY-MM-DD. */
export const ground = `
CREATE TABLE book (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL,
  device TEXT NOT NULL,
  name TEXT NOT NULL,
  demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1)),
  hlc TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  hlc TEXT NOT NULL,
  device TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_uid TEXT NOT NULL,
  commitment TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_entity ON audit_entry (entity, entity_uid, seq);
CREATE TRIGGER audit_entry_keeps BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries are never removed'); END;

CREATE TABLE audit_value (
  seq INTEGER PRIMARY KEY REFERENCES audit_entry (seq),
  salt TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('accounts', 'prices', 'waybills')),
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
CREATE INDEX import_batch_by_file ON import_batch (file_hash);

-- Batches nobody may see: still staging, or undone and not yet cleared away. Nearly always empty.
CREATE TABLE hidden_batch (
  batch_id INTEGER PRIMARY KEY REFERENCES import_batch (id)
) STRICT;

CREATE TABLE import_problem (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id),
  row INTEGER,
  sheet TEXT,
  col TEXT,
  code TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
  cells TEXT CHECK (cells IS NULL OR json_valid(cells))
) STRICT;
CREATE INDEX import_problem_by_batch ON import_problem (batch_id, row);

-- What a batch changed in rows that were there before it, so that its undo can put them back.
CREATE TABLE import_before (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id),
  entity TEXT NOT NULL,
  entity_id INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after))
) STRICT;
CREATE INDEX import_before_by_batch ON import_before (batch_id);

CREATE TABLE import_mapping (
  kind TEXT NOT NULL,
  signature TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  used_at TEXT NOT NULL,
  PRIMARY KEY (kind, signature)
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL,
  uscc TEXT NOT NULL,
  industry TEXT NOT NULL,
  lifecycle TEXT NOT NULL CHECK (lifecycle IN ('prospect', 'developing', 'active', 'paused', 'lost', 'won-back')),
  tier TEXT CHECK (tier IN ('platinum', 'gold', 'iron', 'lead')),
  manager TEXT NOT NULL,
  group_id INTEGER REFERENCES account (id),
  province TEXT NOT NULL,
  city TEXT NOT NULL,
  district TEXT NOT NULL,
  address TEXT NOT NULL,
  credit_days INTEGER CHECK (credit_days >= 0),
  credit_limit_fen INTEGER CHECK (credit_limit_fen >= 0),
  note TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  initials TEXT NOT NULL,
  batch_id INTEGER REFERENCES import_batch (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX account_code ON account (code) WHERE deleted_at IS NULL;
CREATE INDEX account_by_name ON account (name);
CREATE INDEX account_by_batch ON account (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX account_by_group ON account (group_id) WHERE group_id IS NOT NULL;

-- Every text under which an account may be written in a file. match_key is the normalised form that is looked up.
CREATE TABLE account_key (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL CHECK (kind IN ('code', 'month-account', 'name', 'short-name', 'alias')),
  text TEXT NOT NULL,
  match_key TEXT NOT NULL
) STRICT;
CREATE INDEX account_key_by_account ON account_key (account_id);
CREATE INDEX account_key_by_match ON account_key (match_key);

-- The tier given by hand and since when: a ticket is priced with the tier in force on its shipping day.
CREATE TABLE account_tier (
  account_id INTEGER NOT NULL REFERENCES account (id),
  valid_from TEXT NOT NULL,
  tier TEXT CHECK (tier IN ('platinum', 'gold', 'iron', 'lead')),
  PRIMARY KEY (account_id, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES account (id),
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  note TEXT NOT NULL,
  is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1))
) STRICT;
CREATE INDEX contact_by_account ON contact (account_id);

CREATE TABLE price_sheet (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  version INTEGER NOT NULL,
  usage TEXT NOT NULL CHECK (usage IN ('sale', 'cost')),
  status TEXT NOT NULL CHECK (status IN ('draft', 'approved')),
  account_id INTEGER REFERENCES account (id),
  tier TEXT CHECK (tier IN ('platinum', 'gold', 'iron', 'lead')),
  product TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  sheet TEXT NOT NULL CHECK (json_valid(sheet)),
  zones INTEGER NOT NULL,
  batch_id INTEGER REFERENCES import_batch (id),
  approved_at TEXT,
  approved_by TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CHECK (account_id IS NULL OR tier IS NULL),
  UNIQUE (name, usage, version)
) STRICT;
CREATE INDEX price_sheet_by_account ON price_sheet (account_id);
CREATE TRIGGER price_sheet_frozen BEFORE UPDATE OF sheet, valid_from, usage, account_id, tier, product, name, version ON price_sheet
  WHEN OLD.status = 'approved' BEGIN SELECT RAISE(ABORT, 'an approved price version is never edited'); END;

CREATE TABLE waybill (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id),
  source_row INTEGER NOT NULL,
  source_hash TEXT NOT NULL,
  carrier TEXT NOT NULL,
  number TEXT NOT NULL CHECK (number <> ''),
  fee_kind TEXT NOT NULL,
  line_kind TEXT NOT NULL CHECK (line_kind IN ('freight', 'fee', 'credit')),
  shipped_on TEXT NOT NULL,
  month TEXT NOT NULL,
  customer_code TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  account_id INTEGER REFERENCES account (id),
  product TEXT NOT NULL,
  origin TEXT NOT NULL,
  destination TEXT NOT NULL,
  province TEXT NOT NULL,
  pieces INTEGER NOT NULL,
  actual_grams INTEGER,
  billed_grams INTEGER,
  volume_cm3 INTEGER,
  size_l INTEGER,
  size_w INTEGER,
  size_h INTEGER,
  declared_fen INTEGER,
  cod_fen INTEGER,
  billed_fen INTEGER,
  note TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('rated', 'unmatched', 'exception', 'recorded')),
  reason TEXT,
  reason_params TEXT,
  cost_reason TEXT,
  chargeable_grams INTEGER,
  revenue_fen INTEGER,
  gross_fen INTEGER,
  tax_fen INTEGER,
  cost_fen INTEGER,
  price_sheet_id INTEGER REFERENCES price_sheet (id),
  cost_sheet_id INTEGER REFERENCES price_sheet (id)
) STRICT;
CREATE UNIQUE INDEX waybill_key ON waybill (number, carrier, fee_kind);
CREATE INDEX waybill_by_batch ON waybill (batch_id);
CREATE INDEX waybill_by_day ON waybill (shipped_on, id);
CREATE INDEX waybill_by_account ON waybill (account_id, shipped_on);
CREATE INDEX waybill_waiting ON waybill (customer_name, customer_code) WHERE account_id IS NULL;
CREATE INDEX waybill_exception ON waybill (month, status) WHERE status = 'exception';

-- Figures of an account in a month (account 0: nobody known), recomputed whole whenever one of its tickets changes.
CREATE TABLE account_month (
  account_id INTEGER NOT NULL,
  month TEXT NOT NULL,
  tickets INTEGER NOT NULL,
  pieces INTEGER NOT NULL,
  grams INTEGER NOT NULL,
  revenue_fen INTEGER NOT NULL,
  cost_fen INTEGER NOT NULL,
  margin_fen INTEGER NOT NULL,
  billed_fen INTEGER NOT NULL,
  unrated INTEGER NOT NULL,
  uncosted INTEGER NOT NULL,
  last_shipped_on TEXT NOT NULL,
  PRIMARY KEY (account_id, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_month_by_month ON account_month (month);

CREATE TABLE account_month_lane (
  account_id INTEGER NOT NULL,
  month TEXT NOT NULL,
  province TEXT NOT NULL,
  product TEXT NOT NULL,
  tickets INTEGER NOT NULL,
  pieces INTEGER NOT NULL,
  grams INTEGER NOT NULL,
  revenue_fen INTEGER NOT NULL,
  cost_fen INTEGER NOT NULL,
  margin_fen INTEGER NOT NULL,
  billed_fen INTEGER NOT NULL,
  unrated INTEGER NOT NULL,
  uncosted INTEGER NOT NULL,
  last_shipped_on TEXT NOT NULL,
  PRIMARY KEY (account_id, month, province, product)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id),
  period TEXT NOT NULL,
  version INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (account_id, period)
) STRICT;
`
