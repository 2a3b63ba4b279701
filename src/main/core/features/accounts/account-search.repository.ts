import type { Tier } from '#shared/contract/base'
import { type Expression, sql, type SqlBool } from 'kysely'
import type { Database } from '../../db/database'
import type { SearchText } from './search-text'

export interface FoundAccount {
  id: number
  code: string
  name: string
  short_name: string
  uscc: string
  tier: Tier | null
}

const lineFeed = '\n'
/** Signs behind the entries of the searched texts; migration 4 says what they mean. */
const sign = { code: '\u0001', name: '\u0002', spelling: '\u0003', contact: '\u0004', phone: '\u0005' } as const

/**
 * How well a customer fits, the best first: whole code, whole name, whole spelling (or contact, telephone), beginning of
 * a code, name or spelling, beginning of a contact or telephone, part of the customer's own texts, anything else.
 */
const rank = `
  CASE
    WHEN instr(s.own, @beginning) THEN CASE
      WHEN instr(s.own, @wholeCode) THEN 0
      WHEN instr(s.own, @wholeName) THEN 1
      WHEN instr(s.own, @wholeSpelling) THEN 2
      ELSE 3 END
    WHEN instr(s.people, @beginning) THEN CASE
      WHEN instr(s.people, @wholeContact) OR instr(s.people, @wholePhone) THEN 2
      ELSE 4 END
    WHEN instr(s.own, @text) THEN 5
    ELSE 6 END`

/**
 * The customers found by a text, the best first; of equals the shorter entry, then the older. One reading of a narrow
 * table: an index could serve neither one character nor the middle of a number, and ten letters take no longer than one.
 */
export function searchAccounts(
  db: Database,
  { whole, words }: SearchText,
  limit: number,
  personal: boolean,
): FoundAccount[] {
  const conditions = words.map((_, index) => `(s.own GLOB @word${index} OR s.people GLOB @people${index})`)
  const statement = db.statement(
    `SELECT account.id, account.code, account.name, account.short_name, account.uscc, account.tier
     FROM (SELECT s.account_id, ${rank} AS fit, length(s.own) AS size FROM account_search s
       WHERE ${conditions.join(' AND ')} ORDER BY fit, size, s.account_id LIMIT @limit) AS found
     JOIN account ON account.id = found.account_id ORDER BY found.fit, found.size, found.account_id`,
  )
  return statement.all({
    ...Object.fromEntries(
      words.flatMap((word, index) => [
        [`word${index}`, anywhere(word)],
        [`people${index}`, amongPeople(word, personal)],
      ]),
    ),
    text: whole,
    beginning: lineFeed + whole,
    wholeCode: lineFeed + whole + sign.code,
    wholeName: lineFeed + whole + sign.name,
    wholeSpelling: lineFeed + whole + sign.spelling,
    wholeContact: lineFeed + whole + sign.contact,
    wholePhone: lineFeed + whole + sign.phone,
    limit,
  }) as FoundAccount[]
}

/** GLOB skips to the first character of what is sought, `instr` tries every one: a third of the time of a reading. */
function anywhere(word: string): string {
  return `*${word.replaceAll(/[*?[]/g, '[$&]')}*`
}

const digitsOnly = /^\d+$/

/**
 * Who may not see telephone numbers finds them only whole: by parts a masked number could be found out digit by digit.
 */
function amongPeople(word: string, personal: boolean): string {
  return personal || !digitsOnly.test(word) ? anywhere(word) : `*${lineFeed}${word}${sign.phone}*`
}

/** The first customers by code: what is offered before anything is typed. */
export function firstAccounts(db: Database, limit: number): FoundAccount[] {
  return db.all(
    db.build
      .selectFrom('account')
      .select(['id', 'code', 'name', 'short_name', 'uscc', 'tier'])
      .where('deleted_at', 'is', null)
      .orderBy('code')
      .limit(limit),
  )
}

/**
 * For lists that are searched and sorted otherwise: every word occurs in what the customer is found by. Signs that do not
 * count find nobody: a list that shows everybody behind a filter invites to change everybody.
 */
export function searchCondition({ words, onlySigns }: SearchText, personal: boolean): Expression<SqlBool>[] {
  if (onlySigns) return [sql<SqlBool>`0`]
  if (words.length === 0) return []
  const each = words.map((word) => sql`(own GLOB ${anywhere(word)} OR people GLOB ${amongPeople(word, personal)})`)
  return [sql<SqlBool>`account.id IN (SELECT account_id FROM account_search WHERE ${sql.join(each, sql` AND `)})`]
}

/** Every text a customer is found by, to say what fitted. */
export function searchedTexts(db: Database, accountId: number) {
  const keys = db.all(
    db.build
      .selectFrom('account_key')
      .select(['kind', 'text', 'match_key', 'pinyin', 'initials'])
      .where('account_id', '=', accountId)
      .orderBy('id'),
  )
  const contacts = db.all(
    db.build
      .selectFrom('contact')
      .select(['name', 'phone', 'pinyin', 'initials'])
      .where('account_id', '=', accountId)
      .where('deleted_at', 'is', null)
      .orderBy('is_primary', 'desc')
      .orderBy('id'),
  )
  return { keys, contacts }
}

/** Names nobody has read yet. */
export function unreadKeys(db: Database, limit: number) {
  return db.all(
    db.build
      .selectFrom('account_key')
      .select(['id', 'kind', 'text'])
      .where('pinyin', 'is', null)
      .orderBy('id')
      .limit(limit),
  )
}

export function storeReading(
  db: Database,
  id: number,
  reading: { pinyin: string; initials: string; core: string; core_pinyin: string },
): void {
  db.run(db.build.updateTable('account_key').set(reading).where('id', '=', id))
}
