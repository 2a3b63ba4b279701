import type { Database } from '../../db/database'

/** An account in a month; account null: nobody known. */
export interface AccountMonthKey {
  accountId: number | null
  month: string
}

const visible = 'batch_id NOT IN (SELECT batch_id FROM hidden_batch)'

const figures = `
  count(*) FILTER (WHERE line_kind = 'freight'),
  coalesce(sum(pieces), 0),
  coalesce(sum(coalesce(chargeable_grams, actual_grams, 0)) FILTER (WHERE line_kind = 'freight'), 0),
  coalesce(sum(revenue_fen), 0),
  coalesce(sum(cost_fen), 0),
  coalesce(sum(revenue_fen - cost_fen), 0)`

const unknowns = `
  count(*) FILTER (WHERE line_kind = 'freight' AND revenue_fen IS NULL),
  count(*) FILTER (WHERE line_kind = 'freight' AND revenue_fen IS NOT NULL AND cost_fen IS NULL)`

const monthSelect = `
  SELECT coalesce(account_id, 0), month, ${figures}, coalesce(sum(billed_fen), 0), ${unknowns}, max(shipped_on)
  FROM waybill WHERE ${visible}`

const laneSelect = `
  SELECT coalesce(account_id, 0), month, province, product, ${figures}, ${unknowns}
  FROM waybill WHERE ${visible}`

/**
 * Computes the figures of the given account-months anew from their waybills, never by adding to what was there.
 * Call it in the transaction that changed the waybills. One covering index answers it.
 */
export function recomputeRollups(db: Database, keys: Iterable<AccountMonthKey>): void {
  const clearMonth = db.statement('DELETE FROM account_month WHERE account_id = ? AND month = ?')
  const clearLanes = db.statement('DELETE FROM account_month_lane WHERE account_id = ? AND month = ?')
  const one = 'AND account_id IS ? AND month = ?'
  const fillMonth = db.statement(`INSERT INTO account_month ${monthSelect} ${one} GROUP BY account_id, month`)
  const fillLanes = db.statement(
    `INSERT INTO account_month_lane ${laneSelect} ${one} GROUP BY account_id, month, province, product`,
  )
  for (const { accountId, month } of keys) {
    clearMonth.run(accountId ?? 0, month)
    clearLanes.run(accountId ?? 0, month)
    fillMonth.run(accountId, month)
    fillLanes.run(accountId, month)
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

export function latestMonth(db: Database): string | null {
  const row = db.first(db.build.selectFrom('account_month').select((eb) => eb.fn.max('month').as('month')))
  return row?.month ?? null
}

export function rolledMonths(db: Database): string[] {
  return db
    .all(db.build.selectFrom('account_month').select('month').distinct().orderBy('month', 'desc'))
    .map((row) => row.month)
}
