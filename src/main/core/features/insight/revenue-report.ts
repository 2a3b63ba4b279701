import type { RevenueReport, RevenueRow, TierRule } from '#shared/contract/insight'
import { sharesOf } from '#shared/domain/tiering/shares'
import { tiersOf } from '#shared/domain/tiering/tiers'
import { type AccountFacts, type AccountSums, nobody, type Sums } from './insight.repository'

export interface ReportInput {
  from: string
  to: string
  /** Figures of the months, and of as many months before them. */
  sums: AccountSums[]
  previous: AccountSums[]
  accounts: ReadonlyMap<number, AccountFacts>
  rule: TierRule
  /** Only this account's row; its share, place and tier are still those among all. */
  accountId?: number | undefined
}

/** Customers in order of revenue with shares and tiers; the totals are the sums of the rows that are shown. */
export function revenueReport({ from, to, sums, previous, accounts, rule, accountId }: ReportInput): RevenueReport {
  const before = new Map(previous.map((row) => [row.accountId, row.revenueFen]))
  const known = sums
    .filter((row) => row.accountId !== nobody)
    .map((row) => ({ ...row, facts: accounts.get(row.accountId) }))
    .toSorted((a, b) => b.revenueFen - a.revenueFen || (a.facts?.code ?? '').localeCompare(b.facts?.code ?? ''))
  const shares = sharesOf(known.map((row) => row.revenueFen))
  const tiers = tiersOf(
    known.map((row) => ({ ...row, id: row.accountId, ...knownCost(row) })),
    rule,
  )
  const rows = known.map((row, at): RevenueRow => ({
    accountId: row.accountId,
    accountCode: row.facts?.code ?? '',
    account: row.facts?.name ?? '',
    manager: row.facts?.manager ?? '',
    industry: row.facts?.industry ?? '',
    pieces: row.pieces,
    grams: row.grams,
    revenueFen: row.revenueFen,
    ...knownCost(row),
    unrated: row.unrated,
    uncosted: row.uncosted,
    share: shares[at]?.share ?? 0,
    cumulativeShare: shares[at]?.cumulative ?? 0,
    tier: tiers.get(row.accountId) ?? null,
    previousRevenueFen: before.get(row.accountId) ?? null,
  }))
  const shown = rows.filter((row) => accountId === undefined || row.accountId === accountId)
  const waiting = sums.find((row) => row.accountId === nobody)
  return {
    from,
    to,
    rows: shown,
    total: totalOf(shown),
    unmatched: { tickets: waiting?.tickets ?? 0, billedFen: waiting?.billedFen ?? 0 },
  }
}

/** Customers that shipped in the period before and have no row in this one: no row shows them, but their loss is one. */
export interface Gone {
  accounts: number
  revenueFen: number
}

export function goneSince(previous: RevenueReport, report: RevenueReport): Gone {
  const here = new Set(report.rows.map((row) => row.accountId))
  const gone = previous.rows.filter((row) => !here.has(row.accountId))
  return { accounts: gone.length, revenueFen: gone.reduce((sum, row) => sum + row.revenueFen, 0) }
}

/** Cost and margin over the tickets that have a cost; unknown only where not one of them has. */
export function knownCost({ tickets, unrated, uncosted, costFen, marginFen }: Sums): {
  costFen: number | null
  marginFen: number | null
} {
  const known = tickets === 0 || unrated + uncosted < tickets
  return { costFen: known ? costFen : null, marginFen: known ? marginFen : null }
}

function totalOf(rows: readonly RevenueRow[]): RevenueReport['total'] {
  const sum = (figure: (row: RevenueRow) => number) => rows.reduce((total, row) => total + figure(row), 0)
  const known = rows.length === 0 || rows.some((row) => row.costFen !== null)
  return {
    pieces: sum((row) => row.pieces),
    grams: sum((row) => row.grams),
    revenueFen: sum((row) => row.revenueFen),
    costFen: known ? sum((row) => row.costFen ?? 0) : null,
    marginFen: known ? sum((row) => row.marginFen ?? 0) : null,
    unrated: sum((row) => row.unrated),
    uncosted: sum((row) => row.uncosted),
  }
}
