import { type Kysely, sql } from 'kysely'
import type { Database } from '../../db/database'
import type { Schema } from '../../db/schema'

/** Figures as the rollups keep them: sums over tickets; what has no price or no cost is counted, never zero. */
export interface Sums {
  tickets: number
  pieces: number
  grams: number
  revenueFen: number
  costFen: number
  marginFen: number
  unrated: number
  uncosted: number
}

export interface AccountSums extends Sums {
  accountId: number
  billedFen: number
}

/** The rollup's account of waybills nobody is known for. */
export const nobody = 0

const total = (column: string) => sql<number>`coalesce(sum(${sql.ref(column)}), 0)`

const sums = [
  total('tickets').as('tickets'),
  total('pieces').as('pieces'),
  total('grams').as('grams'),
  total('revenue_fen').as('revenueFen'),
  total('cost_fen').as('costFen'),
  total('margin_fen').as('marginFen'),
  total('unrated').as('unrated'),
  total('uncosted').as('uncosted'),
] as const

function inMonths(build: Kysely<Schema>, from: string, to: string) {
  return build.selectFrom('account_month').where('month', '>=', from).where('month', '<=', to)
}

/** One row per account that shipped in these months, `nobody` among them. */
export function accountSums(db: Database, from: string, to: string, accountId?: number): AccountSums[] {
  let query = inMonths(db.build, from, to)
  if (accountId !== undefined) query = query.where('account_id', '=', accountId)
  return db.all(
    query
      .select('account_id as accountId')
      .select([...sums, total('billed_fen').as('billedFen')])
      .groupBy('account_id'),
  )
}

/** Sums of all known accounts, one row per month that has any. */
export function monthSums(db: Database, from: string, to: string): (Sums & { month: string })[] {
  const query = inMonths(db.build, from, to).where('account_id', '<>', nobody)
  return db.all(query.select('month').select(sums).groupBy('month').orderBy('month'))
}

/** Every known account's single months, for comparing a month with those before it. */
export function accountMonths(
  db: Database,
  from: string,
  to: string,
  accountId?: number,
): (Sums & { accountId: number; month: string })[] {
  let query = inMonths(db.build, from, to).where('account_id', '<>', nobody)
  if (accountId !== undefined) query = query.where('account_id', '=', accountId)
  return db.all(
    query
      .select(['account_id as accountId', 'month', 'tickets', 'pieces', 'grams', 'unrated', 'uncosted'])
      .select(['revenue_fen as revenueFen', 'cost_fen as costFen', 'margin_fen as marginFen'])
      .orderBy('account_id')
      .orderBy('month'),
  )
}

export function laneSums(
  db: Database,
  accountId: number,
  from: string,
  to: string,
): (Sums & { province: string; product: string })[] {
  return db.all(
    db.build
      .selectFrom('account_month_lane')
      .where('account_id', '=', accountId)
      .where('month', '>=', from)
      .where('month', '<=', to)
      .select(['province', 'product'])
      .select(sums)
      .groupBy(['province', 'product']),
  )
}

/** The last shipping day of every account up to a month, and of the book (`nobody` included) up to it. */
export function lastShippedDays(db: Database, to: string): Map<number, string> {
  const rows = db.all(
    inMonths(db.build, '0000-01', to)
      .select((eb) => ['account_id', eb.fn.max('last_shipped_on').as('day')])
      .groupBy('account_id'),
  )
  return new Map(rows.map(({ account_id, day }) => [account_id, day]))
}

export type AccountFacts = ReturnType<typeof accountFacts>[number]

/** All accounts, removed ones too: their figures stay in the months they shipped in. */
export function accountFacts(db: Database) {
  return db.all(
    db.build
      .selectFrom('account')
      .select(['id', 'code', 'name', 'industry', 'manager', 'tier', 'lifecycle'])
      .select(['group_id as groupId', 'deleted_at as deletedAt']),
  )
}

export type SalesSheetFacts = ReturnType<typeof salesSheets>[number]

/** Approved price sheets for customers; what they hold is not read. */
export function salesSheets(db: Database) {
  return db.all(
    db.build
      .selectFrom('price_sheet')
      .where('usage', '=', 'sale')
      .where('status', '=', 'approved')
      .where('deleted_at', 'is', null)
      .select(['id', 'name', 'tier', 'product'])
      .select(['account_id as accountId', 'valid_from as validFrom', 'valid_to as validTo'])
      .orderBy('valid_from', 'desc')
      .orderBy('id', 'desc'),
  )
}

/** Written senders of a month that no account is known for, the biggest first: who might become a key account. */
export function waitingSenders(db: Database, month: string, limit: number) {
  return db.all(
    db.build
      .selectFrom('waybill')
      .where('account_id', 'is', null)
      .where('month', '=', month)
      .where('line_kind', '=', 'freight')
      .where('batch_id', 'not in', (eb) => eb.selectFrom('hidden_batch').select('batch_id'))
      .select((eb) => [
        sql<string>`coalesce(nullif(customer_name, ''), customer_code)`.as('name'),
        eb.fn.countAll<number>().as('tickets'),
        eb.fn.sum<number>('pieces').as('pieces'),
      ])
      .groupBy(['customer_name', 'customer_code'])
      .orderBy('tickets', 'desc')
      .orderBy('name')
      .limit(limit),
  )
}
