import type { AccountCostInput } from '#shared/contract/profit'
import { newRecord } from '../../db/new-record'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { costColumns } from './cost-columns'
import * as repository from './profit.repository'

/** Writes many costs inside the caller's transaction. */
export function insertCosts(
  { db, book }: Pick<WorkerKernel, 'db' | 'book'>,
  costs: readonly AccountCostInput[],
  hlc: string,
): void {
  for (const cost of costs) repository.insertCost(db, { ...costColumns(cost), ...newRecord(book, hlc) })
}

/** Deletes everything this feature holds of these accounts; inside the caller's transaction. */
export function takeBackProfit({ db }: Pick<WorkerKernel, 'db'>, accountIds: readonly number[]): void {
  repository.deleteOfAccounts(db, accountIds)
}
