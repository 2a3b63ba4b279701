import type { WorkerKernel } from '../../worker/worker-kernel'
import { createAccountsService } from '../accounts/accounts.service'
import { createContractsService } from '../contracts/contracts.service'
import { createFulfilmentService } from '../contracts/fulfilment.service'
import { createPricingService } from '../pricing/pricing.service'
import { makeContracts } from './generator/demo-contracts'
import { Random } from './generator/random'

const seed = 20_261_010

/** Contracts of the biggest customers in every standing, what was measured of them, and two reviews. */
export async function tellContracts(
  kernel: WorkerKernel,
  { lastMonth, bookName }: { lastMonth: string; bookName: string },
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const { book, lease } = kernel
  const accounts = createAccountsService(kernel)
  const contracts = createContractsService(kernel, accounts)
  const fulfilment = createFulfilmentService(kernel, contracts)
  const stories = makeContracts(new Random(seed), book.today(), lastMonth, [...ids.keys()])
  const everySheet = { filter: { usage: 'sale' as const }, search: '', descending: false, page: 1, pageSize: 200 }
  const sheets = createPricingService(kernel)
    .list(everySheet)
    .rows.filter(({ status }) => status === 'approved')
  const ended = await lease.run(() =>
    book.write((hlc) => {
      const toEnd: { id: number; on: string; reason: string }[] = []
      for (const { code, contract, measures, reviews, terminated } of stories) {
        const accountId = ids.get(code) ?? 0
        const parties = [
          { side: 'ours' as const, name: bookName },
          { side: 'customer' as const, name: accounts.detail(accountId).name },
        ]
        const own = sheets.filter((sheet) => sheet.accountId === accountId)
        const general = sheets.filter(({ level }) => level === 'general').slice(0, 1)
        const priced = (own.length > 0 ? own : general).map(({ id: sheet, name }) => ({ id: sheet, name }))
        const id = contracts.insert({ ...contract, accountId, parties, sheets: priced }, hlc)
        for (const measure of measures) fulfilment.put({ contractId: id, ...measure }, hlc)
        for (const review of reviews) contracts.insertReview(id, review, hlc)
        if (terminated) toEnd.push({ id, ...terminated })
      }
      return { result: toEnd, audit: null }
    }),
  )
  for (const { id, on, reason } of ended) await contracts.terminate({ id, version: 1 }, on, reason)
}

/** Inside the caller's write. */
export function takeBackContracts(kernel: WorkerKernel, accountIds: readonly number[]): void {
  createContractsService(kernel, createAccountsService(kernel)).discard(accountIds)
}
