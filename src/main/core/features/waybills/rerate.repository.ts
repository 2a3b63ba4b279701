import type { Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { PricedColumns } from './waybill-pricing'
import type { WaybillTable } from './waybills.table'

export type RateableRow = Selectable<WaybillTable>

export interface RateScope {
  from: string
  to: string
  accountId?: number | undefined
}

function inScope(db: Database, { from, to, accountId }: RateScope) {
  let query = db.build
    .selectFrom('waybill')
    .where('shipped_on', '>=', `${from}-01`)
    .where('shipped_on', '<=', `${to}-31`)
    .where('batch_id', 'not in', db.build.selectFrom('hidden_batch').select('batch_id'))
  if (accountId !== undefined) query = query.where('account_id', '=', accountId)
  return query
}

export function countRateable(db: Database, scope: RateScope): number {
  return db.first(inScope(db, scope).select((eb) => eb.fn.countAll<number>().as('count')))?.count ?? 0
}

/** Rows of the scope after the given key, in the order of shipping. */
export function rateableAfter(db: Database, scope: RateScope, after: { day: string; id: number }, limit: number) {
  return db.all(
    inScope(db, scope)
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('shipped_on', '>', after.day),
          eb.and([eb('shipped_on', '=', after.day), eb('id', '>', after.id)]),
        ]),
      )
      .orderBy('shipped_on')
      .orderBy('id')
      .limit(limit),
  )
}

export function rateableByIds(db: Database, ids: readonly number[]): RateableRow[] {
  const one = db.statement('SELECT * FROM waybill WHERE id = ?')
  return ids.map((id) => one.get(id) as RateableRow)
}

/** True if the new price differs in anything from what is stored. */
export function differs(row: RateableRow, priced: PricedColumns, accountId: number | null): boolean {
  if (row.account_id !== accountId) return true
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
