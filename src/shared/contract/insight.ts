import { z } from 'zod'
import { empty, fen, grams, id, madeFile, message, month, procedure, tier } from './base'

export const revenueRow = z.object({
  accountId: id.nullable(),
  accountCode: z.string(),
  account: z.string(),
  manager: z.string(),
  industry: z.string(),
  pieces: z.int(),
  grams,
  revenueFen: fen,
  /** Over the tickets that have a cost (`uncosted` counts the rest); null only if not one has. */
  costFen: fen.nullable(),
  marginFen: fen.nullable(),
  unrated: z.int(),
  uncosted: z.int(),
  /** Of the revenue of all rows, 0…1. */
  share: z.number(),
  cumulativeShare: z.number(),
  tier: tier.nullable(),
  previousRevenueFen: fen.nullable(),
})
export type RevenueRow = z.infer<typeof revenueRow>

export const revenueReport = z.object({
  from: month,
  to: month,
  rows: z.array(revenueRow),
  total: z.object({
    pieces: z.int(),
    grams,
    revenueFen: fen,
    costFen: fen.nullable(),
    marginFen: fen.nullable(),
    unrated: z.int(),
    uncosted: z.int(),
  }),
  /** Waybills of these months that no account is known for: shown below the table, in no row. */
  unmatched: z.object({ tickets: z.int(), billedFen: fen }),
})
export type RevenueReport = z.infer<typeof revenueReport>

/**
 * How tiers are computed from a month's report: accounts in order of revenue; those within the first `platinumShare`
 * of the revenue (including the one that crosses the line) are platinum, up to `goldShare` gold, the rest iron;
 * whoever costs more than he brings is lead, whatever his size.
 */
export const tierRule = z.object({
  basis: z.enum(['revenue', 'margin', 'pieces']),
  /** Basis points of the whole, 5000 = 50 %. */
  platinumShare: z.int().min(1).max(10_000),
  goldShare: z.int().min(1).max(10_000),
  /** Margin below this rate (basis points of revenue) makes lead; 0 = loses money. */
  leadMarginRate: z.int().min(-10_000).max(10_000),
})
export type TierRule = z.infer<typeof tierRule>

export const workbench = z.object({
  month,
  figures: z.object({
    revenueFen: fen,
    previousRevenueFen: fen,
    marginFen: fen,
    pieces: z.int(),
    previousPieces: z.int(),
    grams,
    activeAccounts: z.int(),
    unmatched: z.int(),
    unrated: z.int(),
    uncosted: z.int(),
  }),
  months: z.array(z.object({ month, revenueFen: fen, marginFen: fen, pieces: z.int() })),
  /** What needs doing today, with its reason and where to go. */
  tasks: z.array(
    message.extend({ severity: z.enum(['info', 'warning', 'danger']), accountId: id.nullable(), route: z.string() }),
  ),
  prospects: z.array(z.object({ name: z.string(), tickets: z.int(), pieces: z.int() })),
})
export type Workbench = z.infer<typeof workbench>

const reportInput = z.object({ from: month, to: month, accountId: id.optional() })

export const insightContract = {
  workbench: procedure('insight.read').input(z.object({ month })).output(workbench),
  revenue: procedure('insight.read').input(reportInput).output(revenueReport),
  exportRevenue: procedure('insight.read')
    .input(reportInput.extend({ format: z.enum(['xlsx', 'pdf']), locale: z.enum(['zh-CN', 'en']) }))
    .output(madeFile),
  tierRule: procedure('insight.read').input(empty).output(tierRule),
  setTierRule: procedure('insight.manage').input(tierRule).output(tierRule),
}
