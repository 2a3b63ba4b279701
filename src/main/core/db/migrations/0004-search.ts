/**
 * Migration 4: one searched text per account, kept by triggers so that every writer keeps it right; keys by which
 * duplicates are found; merges of two accounts with all that their undo needs.
 *
 * In the searched texts every entry stands between a line feed and a sign of its kind, so that one `instr` tells where
 * an entry begins (line feed + text) and where it is whole (line feed + text + sign): 1 code, 2 name, 3 spelling,
 * 4 contact, 5 telephone.
 */
const entry = (text: string, kind: number) => `char(10) || ${text} || char(${kind})`

/** The entries of a row of account_key. Until a name was read (pinyin NULL) it is found by its characters only. */
const keyEntry = (row: string) => `
  CASE WHEN ${row}.kind IN ('code', 'month-account') THEN ${entry(`lower(${row}.match_key)`, 1)}
  ELSE ${entry(`lower(${row}.match_key)`, 2)} ||
    coalesce(${entry(`${row}.pinyin`, 3)} || ${entry(`${row}.initials`, 3)}, '') END`

const plain = (text: string, signs: string) =>
  signs.split('').reduce((inner, sign) => `replace(${inner}, '${sign}', '')`, `lower(${text})`)

/** Several numbers of one contact are separated by 、. */
const phoneEntries = (text: string) => entry(`replace(${plain(text, ' -+()（）')}, '、', char(5) || char(10))`, 5)

/** The entries of a contact; a removed or erased one has none. */
const contactEntry = (row: string) => `
  CASE WHEN ${row}.deleted_at IS NOT NULL THEN '' ELSE
    ${entry(plain(`${row}.name`, ' ·()（）'), 4)} ||
    coalesce(${entry(`${row}.pinyin`, 4)} || ${entry(`${row}.initials`, 4)}, '') ||
    CASE WHEN ${row}.phone = '' THEN '' ELSE ${phoneEntries(`${row}.phone`)} END END`

const usccEntry = (uscc: string) => `CASE WHEN ${uscc} = '' THEN '' ELSE ${entry(`lower(${uscc})`, 1)} END`

const ownOf = (account: string) => `
  coalesce((SELECT group_concat(${keyEntry('k')}, '') FROM account_key k WHERE k.account_id = ${account}), '') ||
  coalesce((SELECT ${usccEntry('a.uscc')} FROM account a WHERE a.id = ${account}), '')`

const peopleOf = (account: string) =>
  `coalesce((SELECT group_concat(${contactEntry('c')}, '') FROM contact c WHERE c.account_id = ${account}), '')`

const refresh = (column: 'own' | 'people', account: string) =>
  `UPDATE account_search SET ${column} = ${column === 'own' ? ownOf(account) : peopleOf(account)} WHERE account_id = ${account};`

const frozen = (name: string, columns: string, when: string) => `
CREATE TRIGGER ${name} BEFORE UPDATE OF ${columns} ON price_sheet
  WHEN OLD.status = 'approved'${when} BEGIN SELECT RAISE(ABORT, 'an approved price version is never edited'); END;`

export const search = `
-- How a name is typed, and what is left of it without region and legal form; NULL until the program has read it.
ALTER TABLE account_key ADD COLUMN pinyin TEXT;
ALTER TABLE account_key ADD COLUMN initials TEXT;
ALTER TABLE account_key ADD COLUMN core TEXT;
ALTER TABLE account_key ADD COLUMN core_pinyin TEXT;
UPDATE account_key SET pinyin = '', initials = '', core = '', core_pinyin = '' WHERE kind IN ('code', 'month-account');
CREATE INDEX account_key_unread ON account_key (id) WHERE pinyin IS NULL;
CREATE INDEX contact_unread ON contact (id) WHERE pinyin IS NULL;

-- Blocks in which duplicates are looked for: one ordered reading each, never every account against every other.
CREATE INDEX account_key_same ON account_key (match_key, account_id, kind);
CREATE INDEX account_key_core ON account_key (core, account_id) WHERE core <> '';
CREATE INDEX account_key_sound ON account_key (core_pinyin, account_id) WHERE core_pinyin <> '';
CREATE INDEX account_by_uscc ON account (uscc) WHERE uscc <> '';

CREATE TABLE account_search (
  account_id INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  own TEXT NOT NULL,
  people TEXT NOT NULL
) STRICT;
INSERT INTO account_search (account_id, own, people)
  SELECT id, ${ownOf('account.id')}, ${peopleOf('account.id')} FROM account WHERE deleted_at IS NULL;

CREATE TRIGGER account_searched AFTER INSERT ON account WHEN NEW.deleted_at IS NULL BEGIN
  INSERT INTO account_search (account_id, own, people) VALUES (NEW.id, ${usccEntry('NEW.uscc')}, '');
END;
CREATE TRIGGER account_search_uscc AFTER UPDATE OF uscc ON account WHEN OLD.uscc <> NEW.uscc BEGIN
  ${refresh('own', 'NEW.id')}
END;
CREATE TRIGGER account_search_removed AFTER UPDATE OF deleted_at ON account
  WHEN OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL BEGIN
  DELETE FROM account_search WHERE account_id = NEW.id;
END;
CREATE TRIGGER account_search_restored AFTER UPDATE OF deleted_at ON account
  WHEN OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NULL BEGIN
  INSERT INTO account_search (account_id, own, people) VALUES (NEW.id, ${ownOf('NEW.id')}, ${peopleOf('NEW.id')});
END;
CREATE TRIGGER account_key_searched AFTER INSERT ON account_key BEGIN
  UPDATE account_search SET own = own || ${keyEntry('NEW')} WHERE account_id = NEW.account_id;
END;
CREATE TRIGGER account_key_changed AFTER UPDATE ON account_key BEGIN
  ${refresh('own', 'OLD.account_id')}
  ${refresh('own', 'NEW.account_id')}
END;
CREATE TRIGGER account_key_forgotten AFTER DELETE ON account_key BEGIN
  ${refresh('own', 'OLD.account_id')}
END;
CREATE TRIGGER contact_searched AFTER INSERT ON contact BEGIN
  UPDATE account_search SET people = people || ${contactEntry('NEW')} WHERE account_id = NEW.account_id;
END;
CREATE TRIGGER contact_changed AFTER UPDATE OF account_id, name, phone, pinyin, initials, deleted_at ON contact BEGIN
  ${refresh('people', 'OLD.account_id')}
  ${refresh('people', 'NEW.account_id')}
END;
CREATE TRIGGER contact_forgotten AFTER DELETE ON contact BEGIN
  ${refresh('people', 'OLD.account_id')}
END;

-- Two customers of whom somebody said that they are not one. taken_back_at: it was taken back.
CREATE TABLE not_duplicate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  first_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  second_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  actor TEXT NOT NULL,
  said_at TEXT NOT NULL,
  taken_back_at TEXT,
  UNIQUE (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT;

-- The customer into whom this one was merged; set only together with deleted_at.
ALTER TABLE account ADD COLUMN merged_into INTEGER REFERENCES account (id);
CREATE INDEX account_by_merge ON account (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE account_merge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  kept_id INTEGER NOT NULL REFERENCES account (id),
  merged_id INTEGER NOT NULL REFERENCES account (id),
  -- Columns and rows of the kept customer that the merge wrote, before and after.
  images TEXT NOT NULL CHECK (json_valid(images)),
  -- How many rows of which table went over, and how many stayed because the kept customer has its own.
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  actor TEXT NOT NULL,
  merged_at TEXT NOT NULL,
  undone_at TEXT,
  CHECK (kept_id <> merged_id)
) STRICT;
CREATE INDEX account_merge_by_kept ON account_merge (kept_id);
CREATE INDEX account_merge_by_merged ON account_merge (merged_id);

-- Every row that went over. row_key: its id, or the rest of its key as a JSON list; before: what else was changed in it.
CREATE TABLE account_merge_row (
  merge_id INTEGER NOT NULL REFERENCES account_merge (id),
  link TEXT NOT NULL,
  row_key ANY NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  PRIMARY KEY (merge_id, link, row_key)
) STRICT, WITHOUT ROWID;

-- An approved version stays whose it is; only a merge may take it to the customer into whom its owner went, and back.
DROP TRIGGER price_sheet_frozen;
${frozen('price_sheet_frozen', 'sheet, valid_from, usage, tier, product, name, version', '')}
${frozen(
  'price_sheet_owner',
  'account_id',
  ` AND OLD.account_id IS NOT NEW.account_id AND NOT EXISTS (
    SELECT 1 FROM account WHERE (id = OLD.account_id AND merged_into = NEW.account_id)
      OR (id = NEW.account_id AND merged_into = OLD.account_id))`,
)}
`
