import { z } from 'zod'
import { day, fen, grams, id, madeFile, procedure } from './base'

const locale = z.enum(['zh-CN', 'en'])

/** Lines priced in one call. */
export const mostQuoteLines = 5_000

export const quoteLine = z.object({
  /** Line of the text or row of the file. */
  row: z.int(),
  label: z.string().max(60),
  to: z.string().max(120),
  from: z.string().max(120),
  grams: grams.min(0).nullable(),
  /** Millimetres of one piece. */
  size: z.object({ l: z.int().positive(), w: z.int().positive(), h: z.int().positive() }).nullable(),
  pieces: z.int().min(1).max(100_000),
  declaredFen: fen.min(0).nullable(),
  codFen: fen.min(0).nullable(),
  product: z.string().max(40),
})

export const quoteLinesInput = z.object({
  lines: z.array(quoteLine).max(mostQuoteLines),
  accountId: id.nullable().default(null),
  /** For lines that name none. */
  product: z.string().max(40).default(''),
  date: day,
  /** An archived sheet of a competitor to compare with. */
  competitorSheetId: id.nullable().default(null),
  locale,
})
export type QuoteLinesInput = z.infer<typeof quoteLinesInput>

/** A price of a line, gross, or why there is none. */
export const linePrice = z.object({ fen: fen.nullable(), reason: z.string().nullable() })

export const pricedLine = z.object({
  row: z.int(),
  zone: z.string().nullable(),
  chargeableGrams: grams.nullable(),
  /** The sheet of the customer's price and why it was taken. */
  sheet: z.string().nullable(),
  sheetId: id.nullable(),
  level: z.enum(['account', 'group', 'tier', 'general']).nullable(),
  /** The steps of the customer's price in one line. */
  how: z.string(),
  own: linePrice,
  general: linePrice,
  /** null: none was asked for. */
  competitor: linePrice.nullable(),
  /** Net; null where unknown, or for who may not see costs. */
  costFen: fen.nullable(),
  marginFen: fen.nullable(),
})
export type PricedLine = z.infer<typeof pricedLine>

/** Sum over the lines that have the figure, and how many have none. */
const sum = z.object({ fen, missing: z.int() })
/** The customer's price beside another, over the lines that have both. */
const against = z.object({ ownFen: fen, otherFen: fen, lines: z.int() })

export const quoteLinesAnswer = z.object({
  lines: z.array(pricedLine),
  /** The customer's own sheets in force that priced no line although others did: they are for another product. */
  ownElsewhere: z.array(z.object({ sheetId: id, sheet: z.string(), product: z.string() })),
  sums: z.object({
    own: sum,
    general: sum,
    competitor: sum.nullable(),
    /** null for who may not see costs. */
    cost: sum.nullable(),
    margin: sum.nullable(),
    /** Net revenue of the lines that have a margin. */
    marginNetFen: fen,
    againstGeneral: against,
    againstCompetitor: against.nullable(),
  }),
})
export type QuoteLinesAnswer = z.infer<typeof quoteLinesAnswer>

const readProblem = z.object({ row: z.int(), text: z.string() })

export const competitorSheet = z.object({
  id,
  name: z.string(),
  competitor: z.string(),
  version: z.int(),
  product: z.string(),
  accountId: id.nullable(),
  validFrom: day,
  validTo: day.nullable(),
})

/** Pricing of many shipments at once: part of the contract of prices. */
export const quoteLinesContract = {
  /** Shipments from a pasted text or a file; what cannot be read is told by line. */
  readQuoteLines: procedure('pricing.read')
    .input(
      z.object({
        from: z.union([z.object({ text: z.string().max(2_000_000) }), z.object({ ticket: z.string() })]),
        locale,
      }),
    )
    .output(
      z.object({
        lines: z.array(quoteLine),
        problems: z.array(readProblem),
        headed: z.boolean(),
        /** Rows beyond the most that are priced at once. */
        left: z.int(),
      }),
    ),
  quoteLines: procedure('pricing.read').input(quoteLinesInput).output(quoteLinesAnswer),
  exportQuoteLines: procedure('pricing.read').input(quoteLinesInput).output(madeFile),
  /** Archived sheets of competitors: the customer's own first, then general ones, newest first. */
  competitors: procedure('pricing.read')
    .input(z.object({ accountId: id.nullable().default(null) }))
    .output(z.object({ rows: z.array(competitorSheet) })),
}
