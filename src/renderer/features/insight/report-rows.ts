import type { Tier } from '#shared/contract/base'
import type { RevenueReport, RevenueRow } from '#shared/contract/insight'

/** A row with its place by revenue in the whole report, whatever the order it is shown in. */
export interface RankedRow extends RevenueRow {
  rank: number
}

export const tiers: readonly Tier[] = ['platinum', 'gold', 'iron', 'lead']

/** Margin on the revenue whose cost is known; null where that is nothing, so that no rate can be said. */
export function marginRate({
  uncosted,
  revenueFen,
  costFen,
  marginFen,
}: Pick<RevenueRow, 'uncosted' | 'revenueFen' | 'costFen' | 'marginFen'>): number | null {
  if (marginFen === null || costFen === null) return null
  const base = uncosted > 0 ? costFen + marginFen : revenueFen
  return base <= 0 ? null : marginFen / base
}

/** Growth against the period before; null without one to compare with. */
export function changeOf({ revenueFen, previousRevenueFen }: RevenueRow): number | null {
  return previousRevenueFen === null || previousRevenueFen <= 0 ? null : revenueFen / previousRevenueFen - 1
}

type SortValue = string | number | null

/** What each column is sorted by; a value that is not known stands last either way. */
const sortValues: Readonly<Record<string, (row: RankedRow) => SortValue>> = {
  rank: (row) => row.rank,
  account: (row) => row.account,
  accountCode: (row) => row.accountCode,
  manager: (row) => row.manager,
  industry: (row) => row.industry,
  tier: (row) => (row.tier === null ? null : tiers.indexOf(row.tier)),
  pieces: (row) => row.pieces,
  grams: (row) => row.grams,
  revenueFen: (row) => row.revenueFen,
  previous: (row) => row.previousRevenueFen,
  change: changeOf,
  costFen: (row) => row.costFen,
  marginFen: (row) => row.marginFen,
  rate: marginRate,
}

export interface RowsAsked {
  search: string
  tier?: Tier | undefined
  sort?: string | undefined
  descending: boolean
}

/** The rows that match, in the order asked for; without one by revenue as the core ranks them. */
export function rowsFor(
  report: Pick<RevenueReport, 'rows'>,
  { search, tier, sort, descending }: RowsAsked,
): RankedRow[] {
  const wanted = search.trim().toLowerCase()
  const rows = report.rows
    .map((row, at) => ({ ...row, rank: at + 1 }))
    .filter((row) => tier === undefined || row.tier === tier)
    .filter((row) =>
      [row.account, row.accountCode, row.manager, row.industry].some((text) => text.toLowerCase().includes(wanted)),
    )
  const value = sort === undefined ? undefined : sortValues[sort]
  if (!value) return rows
  const turn = descending ? -1 : 1
  return rows.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)]
    if (one === null || other === null) return one === other ? a.rank - b.rank : one === null ? 1 : -1
    return turn * compare(one, other) || a.rank - b.rank
  })
}

function compare(one: string | number, other: string | number): number {
  return typeof one === 'string' || typeof other === 'string'
    ? String(one).localeCompare(String(other), 'zh-CN')
    : one - other
}

export interface Sums {
  count: number
  pieces: number
  grams: number
  revenueFen: number
  costFen: number | null
  marginFen: number | null
  unrated: number
  uncosted: number
  share: number
}

/** Sums of rows; cost and margin are unknown where no row knows them. */
export function sumsOf(rows: readonly RevenueRow[]): Sums {
  const sum = (figure: (row: RevenueRow) => number) => rows.reduce((total, row) => total + figure(row), 0)
  const known = rows.some((row) => row.costFen !== null)
  return {
    count: rows.length,
    pieces: sum((row) => row.pieces),
    grams: sum((row) => row.grams),
    revenueFen: sum((row) => row.revenueFen),
    costFen: known ? sum((row) => row.costFen ?? 0) : null,
    marginFen: known ? sum((row) => row.marginFen ?? 0) : null,
    unrated: sum((row) => row.unrated),
    uncosted: sum((row) => row.uncosted),
    share: sum((row) => row.share),
  }
}
