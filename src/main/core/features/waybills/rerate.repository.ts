import type { Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { AccountMonthKey } from './rollups.repository'
import type { PricedColumns } from './waybill-pricing'
import type { WaybillTable } from './waybills.table'

export type RateableRow = Selectable<WaybillTable>

/** The account-months of a period, in order, from the rollups. */
export function accountMonths(
  db: Database,
  { from, to, accountId }: { from: string; to: string; accountId?: number | undefined },
): (AccountMonthKey & { tickets: number })[] {
  let query = db.build.selectFrom('account_month').where('month', '>=', from).where('month', '<=', to)
  if (accountId !== undefined) query = query.where('account_id', '=', accountId)
  return db
    .all(query.select(['account_id', 'month', 'tickets']).orderBy('month').orderBy('account_id'))
    .map(({ account_id, month, tickets }) => ({ accountId: account_id === 0 ? null : account_id, month, tickets }))
}

/** Visible rows of an account-month in the order tiers count them: by day, then number. */
export function rowsOfMonth(db: Database, { accountId, month }: AccountMonthKey): RateableRow[] {
  const query = db.build
    .selectFrom('waybill')
    .selectAll()
    .where('shipped_on', '>=', `${month}-01`)
    .where('shipped_on', '<=', `${month}-31`)
    .where('batch_id', 'not in', db.build.selectFrom('hidden_batch').select('batch_id'))
  return db.all(
    (accountId === null ? query.where('account_id', 'is', null) : query.where('account_id', '=', accountId))
      .orderBy('shipped_on')
      .orderBy('number')
      .orderBy('id'),
  )
}

export function rowsByIds(db: Database, ids: readonly number[]): RateableRow[] {
  const one = db.statement('SELECT * FROM waybill WHERE id = ?')
  return ids.map((id) => one.get(id) as RateableRow)
}

/** True if the new price differs in anything from what is stored. */
export function differs(row: RateableRow, priced: PricedColumns): boolean {
  return (Object.keys(priced) as (keyof PricedColumns)[]).some((column) => row[column] !== priced[column])
}

export function storePrice(db: Database, id: number, accountId: number | null, priced: PricedColumns): void {
  db.run(
    db.build
      .updateTable('waybill')
      .set({ ...priced, account_id: accountId })
      .where('id', '=', id),
  )
}

/** The sale sheets that priced an account's month. */
export function sheetsOfMonth(db: Database, { accountId, month }: AccountMonthKey): number[] {
  const rows = db.all(
    db.build
      .selectFrom('waybill')
      .select('price_sheet_id')
      .distinct()
      .where('account_id', '=', accountId)
      .where('shipped_on', '>=', `${month}-01`)
      .where('shipped_on', '<=', `${month}-31`)
      .where('price_sheet_id', 'is not', null),
  )
  return rows.map((row) => row.price_sheet_id as number)
}
