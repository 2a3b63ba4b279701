import { z } from 'zod'
import { day, empty, fen, grams, id, instant, listInput, listOf, madeFile, procedure } from './base'

const locale = z.enum(['zh-CN', 'en'])
const text = (most: number) => z.string().max(most)
const line = z.record(z.string().max(20), text(200))

/** `replaced`: a later version of the same number was made; `expired`: sent, and its last day is over. */
export const quotationState = z.enum(['draft', 'sent', 'won', 'lost', 'expired', 'replaced'])
export type QuotationState = z.infer<typeof quotationState>

/**
 * One product or lane with its prices, in the notation of the price workbook (PRICING §3, §4), so that it becomes a price
 * sheet as it stands. `info` holds the terms (进位, 抛比, 含税 …), never whom, what and when.
 */
export const quotationPart = z.object({
  product: text(40),
  origin: text(60),
  note: text(500),
  /** The sheet its prices were taken from; null: typed. */
  source: z.object({ sheetId: id, name: z.string(), version: z.int() }).nullable(),
  info: line,
  columns: z.array(text(40)).max(40),
  rows: z.array(z.object({ key: text(120), cells: z.array(text(40)).max(40) })).max(400),
  zones: z.array(z.object({ zone: text(60), places: text(4000) })).max(400),
  surcharges: z.array(line).max(60),
  tiers: z.array(line).max(60),
})
export type QuotationPart = z.infer<typeof quotationPart>

/** A stated monthly volume: so many tickets of so much weight to one place, priced with one part. */
export const estimateLine = z.object({
  part: z.int().min(0),
  to: text(120),
  grams: grams.min(0),
  tickets: z.int().min(0).max(10_000_000),
})

export const quotationContent = z.object({
  parts: z.array(quotationPart).max(20),
  estimate: z.array(estimateLine).max(100),
  paymentTerms: text(2000),
  serviceTerms: text(4000),
  notes: text(4000),
})
export type QuotationContent = z.infer<typeof quotationContent>

export const quotationHead = z.object({
  accountId: id.nullable(),
  company: z.string().trim().min(1).max(120),
  contact: text(60),
  phone: text(40),
  validFrom: day,
  validTo: day,
})
export type QuotationHead = z.infer<typeof quotationHead>

export const quotationRow = z.object({
  id,
  version: z.int(),
  /** `BJ2026110001`, from the second version on `BJ2026110001-2`. */
  number: z.string(),
  revision: z.int(),
  state: quotationState,
  accountId: id.nullable(),
  /** Name of the account, or what was written for a prospect. */
  company: z.string(),
  contact: z.string(),
  products: z.string(),
  parts: z.int(),
  validFrom: day,
  validTo: day,
  totalFen: fen.nullable(),
  lostReason: z.string(),
  owner: z.string(),
  sentAt: instant.nullable(),
  updatedAt: instant,
})
export type QuotationRow = z.infer<typeof quotationRow>

/** A line of the estimate with its price; all amounts of the month but `unitFen`, which is one ticket's gross. */
export const pricedEstimate = estimateLine.extend({
  unitFen: fen.nullable(),
  grossFen: fen.nullable(),
  netFen: fen.nullable(),
  taxFen: fen.nullable(),
  zone: z.string().nullable(),
  chargeableGrams: grams.nullable(),
  /** Why there is no price. */
  reason: z.string().nullable(),
})

export const quotationDetail = quotationRow.extend({
  uid: z.string(),
  head: quotationHead,
  content: quotationContent,
  /** By part: what is wrong with its prices, and its terms in words. */
  partNotes: z.array(z.object({ problems: z.array(z.string()), terms: z.array(z.string()) })),
  estimate: z.array(pricedEstimate),
  /** Sum of the estimate where every line has a price; the words are of the gross amount. */
  sum: z
    .object({ grossFen: fen, netFen: fen, taxFen: fen, taxed: z.boolean(), words: z.string(), tickets: z.int() })
    .nullable(),
  sheets: z.array(z.object({ id, name: z.string() })),
  versions: z.array(z.object({ id, revision: z.int(), state: quotationState, updatedAt: instant })),
})
export type QuotationDetail = z.infer<typeof quotationDetail>

export const quotationFilter = z.object({
  state: quotationState.optional(),
  accountId: id.optional(),
  month: z.string().optional(),
  owner: z.string().optional(),
})
export type QuotationFilter = z.infer<typeof quotationFilter>

const one = z.object({ id, locale })
const versioned = z.object({ id, version: z.int(), locale })

export const quotationsContract = {
  list: procedure('pricing.read')
    .input(listInput.extend({ filter: quotationFilter.default({}) }))
    .output(listOf(quotationRow).extend({ sums: z.object({ totalFen: fen, estimated: z.int() }) })),
  get: procedure('pricing.read').input(one).output(quotationDetail),
  choices: procedure('pricing.read')
    .input(empty)
    .output(z.object({ months: z.array(z.string()), owners: z.array(z.string()) })),
  create: procedure('pricing.write')
    .input(z.object({ head: quotationHead, content: quotationContent, locale }))
    .output(quotationDetail),
  /** Drafts only. */
  save: procedure('pricing.write')
    .input(versioned.extend({ head: quotationHead, content: quotationContent }))
    .output(quotationDetail),
  /** The prices of a sheet as a part of a quotation; nothing is stored. */
  partOfSheet: procedure('pricing.read')
    .input(z.object({ sheetId: id }))
    .output(quotationPart),
  send: procedure('pricing.write').input(versioned).output(quotationDetail),
  /** A new draft of the same number. */
  revise: procedure('pricing.write').input(versioned).output(quotationDetail),
  /** A new draft under a number of its own. */
  copy: procedure('pricing.write').input(one).output(quotationDetail),
  lose: procedure('pricing.write')
    .input(versioned.extend({ reason: z.string().trim().min(1).max(500) }))
    .output(quotationDetail),
  /** Takes a lost one back to sent. */
  reopen: procedure('pricing.write').input(versioned).output(quotationDetail),
  /** Makes draft price sheets of it, for the account named; without one an account is opened for the company. */
  win: procedure('pricing.write')
    .input(
      versioned.extend({
        customer: z.union([z.object({ accountId: id }), z.object({ open: z.literal(true) })]).nullable(),
        effectiveFrom: day,
      }),
    )
    .output(quotationDetail),
  /** Drafts only; the number stays taken. */
  remove: procedure('pricing.write').input(z.object({ id })).output(empty),
  restore: procedure('pricing.write').input(z.object({ id })).output(empty),
  print: procedure('pricing.read').input(one).output(madeFile),
  workbook: procedure('pricing.read').input(one).output(madeFile),
  export: procedure('pricing.read')
    .input(listInput.extend({ filter: quotationFilter.default({}), locale }))
    .output(madeFile),
}
