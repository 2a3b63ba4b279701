import type { AccountOverview, MonthFigure } from '#shared/contract/accounts'
import type { RevenueReport } from '#shared/contract/insight'
import { addMonths, monthsFrom } from '#shared/domain/months'
import { PROVINCE_NAMES } from '#shared/domain/region/province-names'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import { AlertBook, type ContractLookup } from './alert-book'
import * as repository from './insight.repository'
import { added, monthsOfAccount, noFigures } from './month-figures'
import { knownCost } from './revenue-report'

const shownMonths = 24
const laneMonths = 12

/**
 * One look at a customer (客户 360): how much, growing or shrinking, where to, what it earns, what needs doing.
 * `report` is the month's report over all customers: it knows the place among them.
 * @throws Refused `not-found`
 */
export function accountOverview(
  { db, book }: Pick<Kernel, 'db' | 'book'>,
  id: number,
  month: string,
  report: RevenueReport,
  contracts?: ContractLookup,
): AccountOverview {
  const alerts = new AlertBook(db, month, book.today(), contracts)
  const account = alerts.accounts.get(id)
  if (!account) throw new Refused('not-found', { what: 'account' })
  const place = report.rows.findIndex((row) => row.accountId === id)
  const row = report.rows[place]
  const lanes = repository.laneSums(db, id, addMonths(month, 1 - laneMonths), month)
  return {
    months: accountMonths(db, id, addMonths(month, 1 - shownMonths), month),
    lanes: byProvince(lanes),
    products: byProduct(lanes),
    lastShippedOn: alerts.lastShippedOn(id),
    alerts: alerts.alerts(account),
    sheets: alerts.sheetsOf(account),
    rank: place < 0 ? null : place + 1,
    share: row?.share ?? null,
    computedTier: row?.tier ?? null,
  }
}

/** Every month of the span, those without shipments as zeros. */
export function accountMonths(db: Kernel['db'], id: number, from: string, to: string): MonthFigure[] {
  const known = monthsOfAccount(db, id, from, to)
  return monthsFrom(from, to).map((month) => known.get(month) ?? noFigures(month))
}

type LaneSums = ReturnType<typeof repository.laneSums>

function byProvince(lanes: LaneSums): AccountOverview['lanes'] {
  return grouped(lanes, (lane) => lane.province).map(([province, { tickets, grams, revenueFen, ...cost }]) => ({
    province,
    name: PROVINCE_NAMES[province]?.short ?? '',
    tickets,
    grams,
    revenueFen,
    marginFen: knownCost({ tickets, grams, revenueFen, ...cost }).marginFen,
  }))
}

function byProduct(lanes: LaneSums): AccountOverview['products'] {
  return grouped(lanes, (lane) => lane.product).map(([product, { tickets, revenueFen }]) => ({
    product,
    tickets,
    revenueFen,
  }))
}

/** Sums of lanes under a key, the biggest revenue first. */
function grouped(lanes: LaneSums, keyOf: (lane: LaneSums[number]) => string): [string, repository.Sums][] {
  const groups = new Map<string, repository.Sums>()
  for (const lane of lanes) {
    const sums = groups.get(keyOf(lane))
    groups.set(keyOf(lane), sums ? added(sums, lane) : lane)
  }
  return [...groups].toSorted(([a, one], [b, other]) => other.revenueFen - one.revenueFen || a.localeCompare(b))
}
