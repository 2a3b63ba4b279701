import type { Database } from '../../db/database'
import { accountMonths } from './rerate.repository'
import { recomputeRollups } from './rollups.repository'

export { latestMonth, revenueOf } from './rollups.repository'

/** The months in which a customer has waybills. */
export function monthsOfAccount(db: Database, accountId: number): string[] {
  return accountMonths(db, { from: '0000-01', to: '9999-12', accountId }).map(({ month }) => month)
}

/** Computes the figures of customers in months anew. Call it in the transaction that gave their waybills to each other. */
export function recomputeMonths(db: Database, accountIds: readonly number[], months: readonly string[]): void {
  recomputeRollups(
    db,
    accountIds.flatMap((accountId) => months.map((month) => ({ accountId, month }))),
  )
}
