import { z } from 'zod'
import { empty, fen, id, instant, listInput, listOf, madeFile, month, procedure, tier } from './base'
import { startedJob } from './jobs'

/** 专属服务成本 or 理赔 of one customer in one month; positive is a cost, negative takes one back. */
export const accountCostInput = z.object({
  accountId: id,
  month,
  kind: z.enum(['service', 'claim']),
  item: z.string().trim().min(1).max(40),
  fen: fen.refine((value) => value !== 0),
  waybillNumber: z.string().trim().max(60).default(''),
  note: z.string().trim().max(200).default(''),
})
export type AccountCostInput = z.infer<typeof accountCostInput>

export const accountCostRow = accountCostInput.extend({
  id,
  version: z.int(),
  account: z.string(),
  accountCode: z.string(),
  updatedAt: instant,
})
export type AccountCostRow = z.infer<typeof accountCostRow>

/** How a rebate came about, step by step; quantities in the table's basis: tickets, grams or fen. */
export const rebateDerivation = z.object({
  basis: z.enum(['tickets', 'weight', 'freight']),
  period: z.enum(['previous-month', 'this-month']),
  mode: z.enum(['progressive', 'whole']),
  quantity: z.int(),
  tickets: z.int(),
  parts: z.array(
    z.object({
      lower: z.int(),
      upper: z.int().nullable(),
      /** In the notation of the sheet: `95折`, `5%返`, `0.2元/票`. */
      benefit: z.string(),
      quantity: z.int(),
      freightFen: fen,
      rebateFen: fen,
    }),
  ),
})
export type RebateDerivation = z.infer<typeof rebateDerivation>

export const rebateRow = z.object({
  id,
  accountId: id,
  accountCode: z.string(),
  account: z.string(),
  month,
  sheetId: id,
  sheet: z.string(),
  /** Zero or negative; `netFen` without tax. */
  fen,
  netFen: fen,
  derivation: rebateDerivation,
  computedAt: instant,
})
export type RebateRow = z.infer<typeof rebateRow>

export const capitalRule = z.object({ ratePpm: z.int().min(0).max(1_000_000) })

const contributionParts = z.object({
  /** Null while no ticket has a price. */
  revenueFen: fen.nullable(),
  costedRevenueFen: fen,
  costFen: fen.nullable(),
  rebateFen: fen,
  claimFen: fen,
  serviceFen: fen,
  capitalFen: fen,
  contributionFen: fen.nullable(),
  /** Tickets without a price and without a cost. */
  unrated: z.int(),
  uncosted: z.int(),
})

export const contributionRow = contributionParts.extend({
  accountId: id,
  accountCode: z.string(),
  account: z.string(),
  tier: tier.nullable(),
  creditDays: z.int().nullable(),
  /** Places by revenue and by contribution, side by side; null where the contribution is not known. */
  revenueRank: z.int(),
  contributionRank: z.int().nullable(),
})
export type ContributionRow = z.infer<typeof contributionRow>

export const contributionReport = z.object({
  from: month,
  to: month,
  rule: capitalRule,
  rows: z.array(contributionRow),
  total: contributionParts,
})
export type ContributionReport = z.infer<typeof contributionReport>

/** A customer's contribution by destination province and product; what belongs to no lane is shared out by revenue. */
export const laneContribution = contributionParts.extend({
  province: z.string(),
  name: z.string(),
  product: z.string(),
})

export const accountContribution = z.object({
  from: month,
  to: month,
  rule: capitalRule,
  creditDays: z.int().nullable(),
  total: contributionParts,
  months: z.array(contributionParts.extend({ month })),
  lanes: z.array(laneContribution),
})
export type AccountContribution = z.infer<typeof accountContribution>

const period = z.object({ from: month, to: month })
const locale = z.enum(['zh-CN', 'en'])
const costFilter = z
  .object({ accountId: id.optional(), month: month.optional(), kind: z.enum(['service', 'claim']).optional() })
  .default({})

export const profitContract = {
  contribution: procedure('cost.read').input(period).output(contributionReport),
  account: procedure('cost.read')
    .input(period.extend({ accountId: id }))
    .output(accountContribution),
  export: procedure('cost.read').input(period.extend({ locale })).output(madeFile),
  rule: procedure('cost.read').input(empty).output(capitalRule),
  setRule: procedure('insight.manage').input(capitalRule).output(capitalRule),
  costs: procedure('cost.read')
    .input(listInput.extend({ filter: costFilter }))
    .output(listOf(accountCostRow).extend({ fen })),
  /** The list as filtered, as a workbook. */
  exportCosts: procedure('cost.read')
    .input(listInput.extend({ filter: costFilter, locale }))
    .output(madeFile),
  addCost: procedure('waybills.write').input(accountCostInput).output(accountCostRow),
  changeCost: procedure('waybills.write')
    .input(z.object({ id, version: z.int(), cost: accountCostInput }))
    .output(accountCostRow),
  removeCost: procedure('waybills.write').input(z.object({ id })).output(empty),
  restoreCost: procedure('waybills.write').input(z.object({ id })).output(empty),
  rebates: procedure('pricing.read')
    .input(listInput.extend({ filter: z.object({ month: month.optional(), accountId: id.optional() }).default({}) }))
    .output(listOf(rebateRow).extend({ fen })),
  /** Computes the month's rebates anew as a job; lines that are as they were are left alone. `count`: lines changed. */
  runRebates: procedure('pricing.write').input(z.object({ month })).output(startedJob),
  exportRebates: procedure('pricing.read').input(z.object({ month, locale })).output(madeFile),
}
