import { addMonths } from '#shared/domain/months'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { createAccountsService } from '../accounts/accounts.service'
import { createCreditService } from '../credit/credit.service'
import { createNeedsService, type NeedsService } from '../needs/needs.service'
import { type DemoCompetition, demoCompetitors, type DemoNeeds, makeNeeds } from './generator/demo-needs'
import { makeFinance } from './generator/demo-finance'
import { Random } from './generator/random'

const seed = 20_260_705
/** Of the grids that are filled: every other customer of those whose needs are told. */
const gridEvery = 2
const departments = ['电商部', '批发部']

/** Writes sites, needs, wallets, competitors, white space and accounts of the story's customers, once its waybills are in the book. */
export async function tellNeeds(
  kernel: WorkerKernel,
  lastMonth: string,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const { book, lease } = kernel
  const accounts = createAccountsService(kernel)
  const needs = createNeedsService(kernel, accounts)
  const credit = createCreditService(kernel, accounts)
  const random = new Random(seed)
  const month = addMonths(lastMonth, -1)
  await lease.run(() =>
    book.write((hlc) => {
      const competitors = demoCompetitors.map((name) => needs.competitors.insert(name, '虚构的承运商', hlc))
      const told = makeNeeds(random.branch('needs'))
      for (const [index, story] of told.entries()) {
        const accountId = ids.get(story.code)
        if (accountId === undefined) continue
        for (const site of story.sites) needs.sites.insert(accountId, site, hlc)
        if (story.content) needs.putNeeds(accountId, 0, story.content, hlc)
        tellWallet(needs, accountId, story, { lastMonth, paidFen: needs.wallets.revenueOf(accountId, month), hlc })
        for (const day of story.competitions) tellCompetition(needs, accountId, day, { lastMonth, competitors, hlc })
        if (story.content && index % gridEvery === 0) tellGrid(needs, accountId, story, hlc)
      }
      for (const { code, years } of makeFinance(random.branch('finance'), Number(lastMonth.slice(0, 4)) - 1)) {
        const accountId = ids.get(code)
        if (accountId === undefined) continue
        for (const year of years) credit.insertYear(accountId, year, hlc)
      }
      const audit = { action: 'create', entity: 'demo', entityUid: 'demo', summary: String(told.length) }
      return { result: undefined, audit }
    }),
  )
}

/** Inside the caller's write. */
export function takeBackNeeds(kernel: WorkerKernel, ids: Iterable<number>): void {
  createNeedsService(kernel, createAccountsService(kernel)).deleteRows([...ids])
}

function tellWallet(
  needs: NeedsService,
  accountId: number,
  { spendPermille }: DemoNeeds,
  { lastMonth, paidFen, hlc }: { lastMonth: string; paidFen: number; hlc: string },
): void {
  if (spendPermille === null || paidFen <= 0) return
  const month = addMonths(lastMonth, -1)
  // People say round figures: whole thousands of yuan.
  const totalFen = Math.max(1, Math.round((paidFen / 1000) * (spendPermille / 100_000))) * 100_000
  needs.wallets.insert(
    accountId,
    { period: month, totalFen, statedOn: `${lastMonth}-05`, source: '客户物流经理口述', note: '' },
    hlc,
  )
}

function tellCompetition(
  needs: NeedsService,
  accountId: number,
  { monthsAgo, shares }: DemoCompetition,
  { lastMonth, competitors, hlc }: { lastMonth: string; competitors: readonly number[]; hlc: string },
): void {
  needs.competitions.put(
    accountId,
    0,
    {
      statedOn: `${addMonths(lastMonth, -monthsAgo)}-10`,
      source: '拜访记录',
      shares: shares.map(({ competitor, ...share }) => ({ ...share, competitorId: competitors[competitor] ?? 0 })),
    },
    hlc,
  )
}

/** A grid by departments: half ours, a quarter with a competitor, the rest open or without need. */
function tellGrid(needs: NeedsService, accountId: number, { content }: DemoNeeds, hlc: string): void {
  const competitors = needs.competitors.live()
  const rows = [...(content?.products ?? []), '仓配一体', '退货取件'].filter((row, at, all) => all.indexOf(row) === at)
  const states = ['ours', 'ours', 'competitor', 'open', 'ours', 'none'] as const
  const cells = rows.flatMap((row, rowIndex) =>
    departments.map((column, columnIndex) => {
      const state = states[(rowIndex * 2 + columnIndex + accountId) % states.length] ?? 'open'
      const competitor = state === 'competitor' ? (competitors[accountId % competitors.length]?.uid ?? null) : null
      return { row, column, state, competitor }
    }),
  )
  needs.whiteSpace.put(accountId, 0, { rows, columnsBy: 'department', departments, cells }, hlc)
}
