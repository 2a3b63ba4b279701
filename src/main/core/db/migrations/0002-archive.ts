/**
 * Migration 2: what an account holds beside its first columns. Standard choices have the same fixed uid in every book, so
 * that merging two books does not double them.
 */
const standardChoices: readonly (readonly [list: string, names: string])[] = [
  [
    'industry',
    '电商 零售 制造 服务 食品 生鲜农产 家电 IT 图书 药品 医疗器械 服装 鞋包 母婴 化妆品 日用品 家居 汽配 五金 化工 印刷 珠宝 金融 政务',
  ],
  ['stage', '初创 成长 成熟 政府机构'],
  ['source', '老客户介绍 上门拜访 电话开发 网络咨询 展会 招投标 运单发现 其他'],
  ['team-role', '项目经理 客户经理 运营 客服 结算 仓储 技术支持'],
  ['tag', '战略合作 重点保障 价格敏感 季节性强 夜间取件 需要开票提醒'],
]

const choiceRows = standardChoices
  .flatMap(([list, names], number) =>
    names.split(' ').map((name, position) => {
      const tail = ((number + 1) * 0x1_0000 + position).toString(16).padStart(12, '0')
      return `('00000000-0000-7000-8000-${tail}', '000000000000-0000', '${list}', '${name}', ${position})`
    }),
  )
  .join(',\n')

export const archive = `
ALTER TABLE account ADD COLUMN stage TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN source TEXT NOT NULL DEFAULT '';
CREATE INDEX account_by_industry ON account (industry);
CREATE INDEX account_by_manager ON account (manager);

-- Every state of a customer with the day it began and why. The newest is the one in force.
CREATE TABLE account_lifecycle (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id),
  lifecycle TEXT NOT NULL CHECK (lifecycle IN ('prospect', 'developing', 'active', 'paused', 'lost', 'won-back')),
  since TEXT NOT NULL,
  reason TEXT NOT NULL,
  actor TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX account_lifecycle_by_account ON account_lifecycle (account_id, id);
INSERT INTO account_lifecycle (uid, hlc, account_id, lifecycle, since, reason, actor, recorded_at)
  SELECT lower(substr(stamp, 1, 8) || '-' || substr(stamp, 9, 4) || '-7' || substr(hex(randomblob(2)), 2) || '-8' ||
    substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), hlc, id, lifecycle, date(created_at, '+8 hours'), '', '', created_at
  FROM (SELECT *, printf('%012x', CAST(strftime('%s', created_at) AS INTEGER) * 1000) AS stamp FROM account);

CREATE TABLE account_tag (
  account_id INTEGER NOT NULL REFERENCES account (id),
  tag TEXT NOT NULL CHECK (tag <> ''),
  position INTEGER NOT NULL,
  PRIMARY KEY (account_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_tag_by_tag ON account_tag (tag, account_id);

-- 项目组: who works for this customer in which role; until NULL: still does.
CREATE TABLE account_member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL,
  since TEXT,
  until TEXT,
  CHECK (since IS NULL OR until IS NULL OR until >= since)
) STRICT;
CREATE INDEX account_member_by_account ON account_member (account_id, position);
CREATE INDEX account_member_by_name ON account_member (name, account_id);

-- Lists a branch edits. A retired choice stays where it is used and is offered no more.
CREATE TABLE choice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  list TEXT NOT NULL CHECK (list IN ('industry', 'stage', 'source', 'team-role', 'tag')),
  name TEXT NOT NULL CHECK (name <> ''),
  position INTEGER NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  UNIQUE (list, name)
) STRICT;
INSERT INTO choice (uid, hlc, list, name, position) VALUES
${choiceRows};

-- Fields a branch defines for itself. Removing one keeps its values: restoring brings them back.
CREATE TABLE custom_field (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (name <> ''),
  type TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'choice')),
  unit TEXT NOT NULL,
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 6),
  options TEXT NOT NULL CHECK (json_valid(options)),
  required INTEGER NOT NULL CHECK (required IN (0, 1)),
  in_list INTEGER NOT NULL CHECK (in_list IN (0, 1)),
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX custom_field_name ON custom_field (name) WHERE deleted_at IS NULL;

-- A number is an integer of 10^-decimals of its field; everything else is text.
CREATE TABLE custom_value (
  account_id INTEGER NOT NULL REFERENCES account (id),
  field_id INTEGER NOT NULL REFERENCES custom_field (id),
  text TEXT,
  number INTEGER,
  PRIMARY KEY (account_id, field_id),
  CHECK ((text IS NULL) <> (number IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX custom_value_by_field ON custom_value (field_id, text, number, account_id);

-- Removed customers too: no code is given twice.
CREATE INDEX account_by_code ON account (code);
`
