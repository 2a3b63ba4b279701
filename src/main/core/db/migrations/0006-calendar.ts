/** Migration 6: anniversaries of customers, tasks, and the official holidays that were imported. */
export const calendar = `
CREATE TABLE anniversary (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  account_id INTEGER NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL CHECK (kind IN ('founding', 'opening', 'cooperation', 'milestone', 'honour', 'contract', 'custom')),
  title TEXT NOT NULL,
  calendar TEXT NOT NULL CHECK (calendar IN ('solar', 'lunar')),
  year INTEGER CHECK (year BETWEEN 1900 AND 2100),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
  leap INTEGER NOT NULL DEFAULT 0 CHECK (leap IN (0, 1)),
  yearly INTEGER NOT NULL CHECK (yearly IN (0, 1)),
  lead_days INTEGER CHECK (lead_days BETWEEN 0 AND 180),
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (yearly = 1 OR year IS NOT NULL),
  CHECK (calendar = 'lunar' OR leap = 0),
  CHECK (calendar = 'solar' OR day <= 30)
) STRICT;
CREATE INDEX anniversary_by_account ON anniversary (account_id);
CREATE INDEX anniversary_by_month ON anniversary (calendar, month) WHERE deleted_at IS NULL;

-- A task somebody wrote, or what became of a reminder that was made from a date. A reminder nobody has touched has no row:
-- it is made anew from its source whenever tasks are asked for, under the same source and key.
CREATE TABLE task (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  source TEXT NOT NULL,
  source_key TEXT,
  account_id INTEGER REFERENCES account (id),
  code TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  route TEXT NOT NULL,
  about_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  assignee TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'done', 'dropped')),
  snoozed_to TEXT,
  note TEXT NOT NULL,
  closed_at TEXT,
  closed_by TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((source = 'manual') = (source_key IS NULL)),
  CHECK ((status = 'open') = (closed_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX task_by_source ON task (source, source_key) WHERE source_key IS NOT NULL;
CREATE INDEX task_by_account ON task (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX task_by_day ON task (about_on);
CREATE INDEX task_closed ON task (closed_at) WHERE closed_at IS NOT NULL;

-- Arrangements of official holidays that were imported. The newest that is not removed counts for its year, before the
-- one that comes with the program; so removing it is the undo of its import.
CREATE TABLE official_year (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  source TEXT NOT NULL,
  days TEXT NOT NULL CHECK (json_valid(days)),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX official_year_by_year ON official_year (year) WHERE deleted_at IS NULL;
`
