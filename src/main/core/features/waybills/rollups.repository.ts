import { sql } from 'kysely'
import type { Database } from '../../db/database'

/** An account in a month; account null: nobody known. */
export interface AccountMonthKey {
  accountId: number | null
  month: string
}

const visible = 'batch_id NOT IN (SELECT batch_id FROM hidden_batch)'

/** The lanes of account-months, from their waybills. */
const laneSelect = `
  SELECT coalesce(account_id, 0), month, province, product,
    count(*) FILTER (WHERE line_kind = 'freight'),
    coalesce(sum(pieces), 0),
    coalesce(sum(coalesce(chargeable_grams, actual_grams, 0)) FILTER (WHERE line_kind = 'freight'), 0),
    coalesce(sum(revenue_fen), 0),
    coalesce(sum(cost_fen), 0),
    coalesce(sum(revenue_fen - cost_fen), 0),
    coalesce(sum(billed_fen), 0),
    count(*) FILTER (WHERE line_kind = 'freight' AND revenue_fen IS NULL),
    count(*) FILTER (WHERE line_kind = 'freight' AND revenue_fen IS NOT NULL AND cost_fen IS NULL),
    max(shipped_on)
  FROM waybill WHERE ${visible}`

/** The account-months, from their lanes: one reading of the waybills serves both tables. */
const monthSelect = `
  SELECT account_id, month, sum(tickets), sum(pieces), sum(grams), sum(revenue_fen), sum(cost_fen), sum(margin_fen),
    sum(billed_fen), sum(unrated), sum(uncosted), max(last_shipped_on)
  FROM account_month_lane`

/**
 * Computes the figures of the given account-months anew from their waybills, never by adding to what was there.
 * Call it in the transaction that changed the waybills.
 */
export function recomputeRollups(db: Database, keys: Iterable<AccountMonthKey>): void {
  const clearMonth = db.statement('DELETE FROM account_month WHERE account_id = ? AND month = ?')
  const clearLanes = db.statement('DELETE FROM account_month_lane WHERE account_id = ? AND month = ?')
  // The month as a range of days, which the index by account and day serves.
  const fillLanes = db.statement(
    `INSERT INTO account_month_lane ${laneSelect} AND account_id IS ? AND shipped_on BETWEEN ? AND ?
     GROUP BY account_id, month, province, product`,
  )
  const fillMonth = db.statement(
    `INSERT INTO account_month ${monthSelect} WHERE account_id = ? AND month = ? GROUP BY account_id, month`,
  )
  for (const { accountId, month } of keys) {
    clearMonth.run(accountId ?? 0, month)
    clearLanes.run(accountId ?? 0, month)
    fillLanes.run(accountId, `${month}-01`, `${month}-31`)
    fillMonth.run(accountId ?? 0, month)
  }
}

/** Compares every stored figure with its waybills. `wrong` counts rows that differ, are missing or should not be there. */
export function verifyRollups(db: Database): { checked: number; wrong: number } {
  const compare = (table: string, select: string, group: string) => {
    const fresh = `${select} GROUP BY ${group}`
    const row = db.raw
      .prepare(
        `SELECT (SELECT count(*) FROM ${table}) AS checked,
          (SELECT count(*) FROM (SELECT * FROM ${table} EXCEPT ${fresh})) +
          (SELECT count(*) FROM (${fresh} EXCEPT SELECT * FROM ${table})) AS wrong`,
      )
      .get() as { checked: number; wrong: number }
    return row
  }
  const months = compare('account_month', monthSelect, 'account_id, month')
  const lanes = compare('account_month_lane', laneSelect, 'account_id, month, province, product')
  return { checked: months.checked + lanes.checked, wrong: months.wrong + lanes.wrong }
}

/** The newest month that has waybills of anybody. */
export function latestMonth(db: Database): string | null {
  const row = db.first(db.build.selectFrom('account_month').select((eb) => eb.fn.max('month').as('month')))
  return row?.month ?? null
}

export function rolledMonths(db: Database): string[] {
  return db
    .all(db.build.selectFrom('account_month').select('month').distinct().orderBy('month', 'desc'))
    .map((row) => row.month)
}

/** Net revenue of an account in months from … to, and how many of them have waybills. */
export function revenueOf(db: Database, accountId: number, from: string, to: string) {
  const row = db.first(
    db.build
      .selectFrom('account_month')
      .where('account_id', '=', accountId)
      .where('month', '>=', from)
      .where('month', '<=', to)
      .select((eb) => [
        eb.fn.coalesce(eb.fn.sum<number>('revenue_fen'), sql<number>`0`).as('revenueFen'),
        eb.fn.coalesce(eb.fn.sum<number>('unrated'), sql<number>`0`).as('unrated'),
        eb.fn.countAll<number>().as('months'),
      ]),
  )
  return row ?? { revenueFen: 0, unrated: 0, months: 0 }
}
