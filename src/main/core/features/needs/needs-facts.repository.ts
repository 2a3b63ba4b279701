import { bracketEnds } from '#shared/domain/needs/weight-brackets'
import type { Database } from '../../db/database'

/** The newest month an account shipped in, from the monthly sums. */
export function latestMonthOf(db: Database, accountId: number): string | null {
  const query = db.build.selectFrom('account_month').where('account_id', '=', accountId)
  return db.first(query.select((eb) => eb.fn.max('month').as('month')))?.month ?? null
}

export function laneFigures(db: Database, accountId: number, from: string, to: string) {
  return db.all(
    db.build
      .selectFrom('account_month_lane')
      .where('account_id', '=', accountId)
      .where('month', '>=', from)
      .where('month', '<=', to)
      .select((eb) => [
        'province',
        'product',
        eb.fn.sum<number>('tickets').as('tickets'),
        eb.fn.sum<number>('grams').as('grams'),
      ])
      .groupBy(['province', 'product']),
  )
}

/**
 * Tickets of an account by weight bracket between two days, read through the index by account and day. Bracket −1: no
 * weight. The weight is the one the monthly sums add up: chargeable, else actual.
 */
export function weightCounts(
  db: Database,
  accountId: number,
  from: string,
  to: string,
): { bracket: number; tickets: number }[] {
  const cases = bracketEnds.map((end, index) => `WHEN w <= ${end} THEN ${index}`).join(' ')
  return db
    .statement(
      `SELECT CASE WHEN w <= 0 THEN -1 ${cases} ELSE ${bracketEnds.length} END AS bracket, count(*) AS tickets
       FROM (
         SELECT coalesce(chargeable_grams, actual_grams, 0) AS w FROM waybill
         WHERE account_id = ? AND shipped_on BETWEEN ? AND ? AND line_kind = 'freight'
           AND batch_id NOT IN (SELECT batch_id FROM hidden_batch)
       )
       GROUP BY bracket`,
    )
    .all(accountId, from, to) as { bracket: number; tickets: number }[]
}
