import { z } from 'zod'
import { day, empty, fen, grams, id, instant, listInput, listOf, madeFile, procedure, tier } from './base'
import { priceEditorContract } from './price-editor'
import { priceReviewContract } from './price-review'
import { quoteLinesContract } from './quote-lines'
import { sheetTables } from './price-tables'

export const sheetUsage = z.enum(['sale', 'cost'])
/** `competitor`: archived to compare with; it never comes into force. */
export const sheetStatus = z.enum(['draft', 'submitted', 'returned', 'approved', 'superseded', 'expired', 'competitor'])

export const sheetRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  usage: sheetUsage,
  version: z.int(),
  status: sheetStatus,
  /** Whom it prices: own account, tier or everyone. */
  level: z.enum(['account', 'group', 'tier', 'general']),
  accountId: id.nullable(),
  account: z.string().nullable(),
  tier: tier.nullable(),
  product: z.string(),
  validFrom: day,
  validTo: day.nullable(),
  zones: z.int(),
  /** A draft that was saved with errors: it prices nothing until they are mended. */
  faulty: z.boolean(),
  /** Whose prices these are, where they are a competitor's. */
  competitor: z.string(),
  /** Who handed it in for approval, while it waits. */
  submittedBy: z.string().nullable(),
  updatedAt: instant,
})
export type SheetRow = z.infer<typeof sheetRow>

/** One step of a price: what it is, the sum with the numbers used, and what it came to. */
export const explanationLine = z.object({ item: z.string(), formula: z.string(), fen: fen.nullable() })

export const priceExplanation = z.object({
  sheet: z.string().nullable(),
  sheetId: id.nullable(),
  version: z.int().nullable(),
  /** Why this sheet: own, group, tier or general, and its validity. */
  chosenBecause: z.string(),
  zone: z.string().nullable(),
  chargeableGrams: grams.nullable(),
  lines: z.array(explanationLine),
  totalFen: fen.nullable(),
  netFen: fen.nullable(),
  taxFen: fen.nullable(),
  /** Set instead of a price. */
  reason: z.object({ code: z.string(), text: z.string() }).nullable(),
})
export type PriceExplanation = z.infer<typeof priceExplanation>

export const quoteInput = z.object({
  to: z.string().trim().min(1).max(120),
  from: z.string().trim().max(120).default(''),
  grams: grams.min(0),
  accountId: id.nullable().default(null),
  /** A sheet by id; drafts can be quoted too. Without it the sheet in force is chosen. */
  sheetId: id.nullable().default(null),
  product: z.string().max(40).default(''),
  /** Millimetres of one piece. */
  size: z.object({ l: z.int().positive(), w: z.int().positive(), h: z.int().positive() }).nullable().default(null),
  pieces: z.int().min(1).max(100_000).default(1),
  declaredFen: fen.min(0).nullable().default(null),
  codFen: fen.min(0).nullable().default(null),
  date: day,
  locale: z.enum(['zh-CN', 'en']),
})
export type QuoteInput = z.infer<typeof quoteInput>

const sheetFilter = z
  .object({
    usage: sheetUsage.optional(),
    /** `scheduled`: approved, and its first day is still ahead. */
    status: z.enum([...sheetStatus.options, 'scheduled']).optional(),
    accountId: id.optional(),
    product: z.string().optional(),
  })
  .default({})

export const pricingContract = {
  ...priceReviewContract,
  ...quoteLinesContract,
  ...priceEditorContract,
  list: procedure('pricing.read')
    .input(listInput.extend({ filter: sheetFilter }))
    .output(listOf(sheetRow)),
  /** The list as filtered, as a workbook. */
  exportList: procedure('pricing.read')
    .input(listInput.extend({ filter: sheetFilter, locale: z.enum(['zh-CN', 'en']) }))
    .output(madeFile),
  get: procedure('pricing.read')
    .input(z.object({ id, locale: z.enum(['zh-CN', 'en']).default('zh-CN') }))
    .output(
      sheetRow.extend({
        tables: sheetTables,
        warnings: z.array(z.string()),
        /** The live example table beside the rounding rule: actual → rounded kg. */
        roundingExamples: z.array(z.object({ kg: z.string(), rounded: z.string() })),
        versions: z.array(
          z.object({ id, version: z.int(), status: sheetStatus, validFrom: day, validTo: day.nullable() }),
        ),
      }),
    ),
  /** Puts a draft in force. The answer names the older version its validity closes. */
  approve: procedure('pricing.approve')
    .input(
      z.object({
        ids: z.array(id).min(1),
        /** Why a sheet below the approver's own floor is put in force all the same; needed only then. */
        reason: z.string().trim().max(500).default(''),
      }),
    )
    .output(z.object({ approved: z.array(id), closed: z.array(z.object({ id, name: z.string(), validTo: day })) })),
  /** Drafts only: an approved version is never taken away. */
  remove: procedure('pricing.write').input(z.object({ id })).output(empty),
  restore: procedure('pricing.write').input(z.object({ id })).output(empty),
  export: procedure('pricing.read').input(z.object({ id })).output(madeFile),
  quote: procedure('pricing.read')
    .input(quoteInput)
    .output(
      z.object({
        price: priceExplanation,
        cost: priceExplanation.nullable(),
        marginFen: fen.nullable(),
        /** The customer's own sheets in force that did not price it, because they are for another product. */
        ownElsewhere: z.array(z.object({ sheetId: id, sheet: z.string(), product: z.string() })),
      }),
    ),
  choices: procedure('pricing.read')
    .input(empty)
    .output(z.object({ products: z.array(z.string()) })),
}
