import { addMonths } from '#shared/domain/months'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { insertCosts, takeBackProfit } from '../profit/profit-rows'
import { rebateTask } from '../profit/rebate-task'
import { makeCosts } from './generator/demo-profit'
import { Random } from './generator/random'

const seed = 20_260_711
/** The biggest customers have services of their own. */
const served = 12

/** Dedicated costs and claims of the last three months, and the rebates of the last two. */
export async function tellProfit(
  kernel: WorkerKernel,
  lastMonth: string,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const { book, lease } = kernel
  const costs = makeCosts(new Random(seed), lastMonth, [...ids.keys()].slice(0, served))
  await lease.run(() =>
    book.write((hlc) => {
      insertCosts(
        kernel,
        costs.map(({ code, ...cost }) => ({ ...cost, accountId: ids.get(code) ?? 0 })),
        hlc,
      )
      return { result: undefined, audit: null }
    }),
  )
  const quiet = { report: () => {}, signal: new AbortController().signal }
  for (const month of [addMonths(lastMonth, -1), lastMonth]) await rebateTask(kernel, { month }, quiet)
}

export { takeBackProfit }
