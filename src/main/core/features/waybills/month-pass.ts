import type { Database } from '../../db/database'
import type { WorkerKernel } from '../../worker/worker-kernel'
import type { RatingBook } from '../pricing/rating-book'
import { rateMonth } from './rerate'
import { sheetsOfMonth } from './rerate.repository'
import type { AccountMonthKey } from './rollups.repository'
import { monthsOfBatch } from './waybill-writer.repository'

/**
 * Volume tiers look at an account's whole month (当月) or at the month before (上月): after waybills came or went, the
 * touched months of accounts with such sheets, and the months after them, are priced again.
 */
export async function rateTouchedMonths(
  kernel: WorkerKernel,
  ratings: RatingBook,
  touched: Iterable<AccountMonthKey>,
): Promise<void> {
  const months = new Map<string, AccountMonthKey>()
  for (const { accountId, month } of touched) {
    if (accountId === null) continue
    for (const one of [month, monthAfter(month)]) months.set(`${accountId} ${one}`, { accountId, month: one })
  }
  for (const key of months.values()) {
    const tiered = sheetsOfMonth(kernel.db, key).some((sheet) => ratings.needsMonthPass(sheet))
    if (tiered) await rateMonth(kernel, ratings, key)
  }
}

export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** The account-months whose waybills a batch holds or changed. */
export function monthsTouchedBy(db: Database, batch: number): AccountMonthKey[] {
  return monthsOfBatch(db, batch)
}
