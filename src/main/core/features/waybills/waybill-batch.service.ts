import type { Database } from '../../db/database'
import { recomputeRollups } from './rollups.repository'
import { applyKept, countPricedWith, deleteSomeOfBatch, monthsOfBatch } from './waybill-writer.repository'

/** Rows deleted in one go: well under 100 ms. */
const chunk = 2000

/** Deletes some rows of a hidden batch; how many. 0: none are left. */
export function deleteBatchRows(db: Database, batch: number): number {
  return db.transaction(() => deleteSomeOfBatch(db, batch, chunk))
}

/**
 * Takes a batch's rows out of the figures and puts back what it had updated. The batch must be hidden in the same
 * transaction; its rows are deleted afterwards in chunks.
 */
export function withdrawBatch(db: Database, batch: number): void {
  const restored = applyKept(db, batch, 'before')
  recomputeRollups(db, uniqueMonths([...restored, ...monthsOfBatch(db, batch)]))
}

/** Applies a batch's updates and brings the rollups of all it touched up to date. The batch was shown before, in the same transaction. */
export function revealBatch(
  db: Database,
  batch: number,
  touched: Iterable<{ accountId: number | null; month: string }>,
) {
  const updated = applyKept(db, batch, 'after')
  recomputeRollups(db, uniqueMonths([...touched, ...updated]))
}

function uniqueMonths<T extends { accountId: number | null; month: string }>(keys: Iterable<T>): Iterable<T> {
  const unique = new Map<string, T>()
  for (const key of keys) unique.set(`${key.accountId} ${key.month}`, key)
  return unique.values()
}

/** How many waybills a price or cost sheet has had a part in. */
export function ticketsPricedWith(db: Database, sheetId: number): number {
  return countPricedWith(db, sheetId)
}
