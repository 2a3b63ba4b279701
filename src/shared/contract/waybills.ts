import { z } from 'zod'
import { day, empty, fen, grams, id, listInput, listOf, madeFile, month, procedure } from './base'
import { startedJob } from './jobs'
import { priceExplanation } from './pricing'

/** freight: rated by the contract; fee: another charge of the same waybill, kept as billed; credit: 理赔, 折让. */
export const lineKind = z.enum(['freight', 'fee', 'credit'])
export const waybillStatus = z.enum(['rated', 'unmatched', 'exception', 'recorded'])
export type WaybillStatus = z.infer<typeof waybillStatus>

export const waybillRow = z.object({
  id,
  number: z.string(),
  carrier: z.string(),
  feeKind: z.string(),
  lineKind,
  shippedOn: day,
  accountId: id.nullable(),
  accountCode: z.string().nullable(),
  account: z.string().nullable(),
  /** As written in the file. */
  customer: z.string(),
  product: z.string(),
  origin: z.string(),
  destination: z.string(),
  pieces: z.int(),
  actualGrams: grams.nullable(),
  chargeableGrams: grams.nullable(),
  /** Net of tax; gross is what the customer pays. */
  revenueFen: fen.nullable(),
  grossFen: fen.nullable(),
  costFen: fen.nullable(),
  marginFen: fen.nullable(),
  billedFen: fen.nullable(),
  status: waybillStatus,
  /** Why there is no price, no account or no cost: a code of the rating catalogue. */
  reason: z.string().nullable(),
  reasonParams: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  costReason: z.string().nullable(),
  batch: id,
})
export type WaybillRow = z.infer<typeof waybillRow>

export const waybillFilter = z.object({
  month: month.optional(),
  accountId: id.optional(),
  status: waybillStatus.optional(),
  reason: z.string().optional(),
  product: z.string().optional(),
  carrier: z.string().optional(),
  province: z.string().optional(),
  batch: id.optional(),
  from: day.optional(),
  to: day.optional(),
  /** Only tickets whose price is below their cost. */
  loss: z.boolean().optional(),
})
export type WaybillFilter = z.infer<typeof waybillFilter>

export const unmatchedGroup = z.object({
  /** As written in the file: code or month account, and name. */
  code: z.string(),
  name: z.string(),
  tickets: z.int(),
  pieces: z.int(),
  firstOn: day,
  lastOn: day,
  billedFen: fen,
  /** Accounts that might be meant, nearest first; never chosen without a person. */
  candidates: z.array(z.object({ id, code: z.string(), name: z.string(), reason: z.enum(['ambiguous', 'similar']) })),
})
export type UnmatchedGroup = z.infer<typeof unmatchedGroup>

export const waybillsContract = {
  list: procedure('waybills.read')
    .input(listInput.extend({ filter: waybillFilter.default({}) }))
    .output(
      listOf(waybillRow).extend({
        sums: z.object({ pieces: z.int(), grams, revenueFen: fen, costFen: fen, marginFen: fen, billedFen: fen }),
      }),
    ),
  explain: procedure('waybills.read')
    .input(z.object({ id, locale: z.enum(['zh-CN', 'en']) }))
    .output(z.object({ waybill: waybillRow, revenue: priceExplanation, cost: priceExplanation.nullable() })),
  choices: procedure('waybills.read')
    .input(empty)
    .output(z.object({ months: z.array(month), products: z.array(z.string()), carriers: z.array(z.string()) })),
  unmatched: procedure('waybills.read').input(listInput).output(listOf(unmatchedGroup)),
  /** Learns the written name (and code) as an alias of the account and rates its waiting waybills. */
  assign: procedure('waybills.write')
    .input(z.object({ code: z.string(), name: z.string(), accountId: id }))
    .output(z.object({ matched: z.int() })),
  /** Opens a new account under the written name and assigns its waiting waybills. */
  createAccount: procedure('waybills.write')
    .input(z.object({ code: z.string(), name: z.string() }))
    .output(z.object({ accountId: id, matched: z.int() })),
  /** Rates a period again, e.g. after a price change. */
  rate: procedure('waybills.write')
    .input(z.object({ from: month, to: month, accountId: id.optional() }))
    .output(startedJob),
  export: procedure('waybills.read')
    .input(listInput.extend({ filter: waybillFilter.default({}), locale: z.enum(['zh-CN', 'en']) }))
    .output(madeFile),
}
