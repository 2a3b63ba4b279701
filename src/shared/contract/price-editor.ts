import { z } from 'zod'
import { day, id, madeFile, procedure, tier } from './base'
import { sheetTables } from './price-tables'

/** 批量调价 (domain/rating/mass-change): ppm and 10^-4 yuan. */
export const massChange = z.object({
  percentPpm: z.int().min(-900_000).max(9_000_000),
  perTicketUnits: z.int().min(-1_000_000_000).max(1_000_000_000),
  perKgUnits: z.int().min(-1_000_000_000).max(1_000_000_000),
  rows: z.array(z.string()).readonly().nullable(),
  columns: z.array(z.string()).readonly().nullable(),
  roundToUnits: z.int().min(1).max(1_000_000),
})

/** What only the book knows to be wrong with a draft: code and key of 报价信息. */
const bookProblem = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  params: z.record(z.string(), z.string()),
  key: z.string(),
})

const savedDraft = z.object({
  id,
  name: z.string(),
  version: z.int(),
  /** To be given back with the next save: somebody else's save in between is refused. */
  token: z.string(),
  /** Errors of any kind; with one the draft is kept as it is written, but prices nothing and cannot be approved. */
  errors: z.int(),
  problems: z.array(bookProblem),
})
export type SavedDraft = z.infer<typeof savedDraft>

export const priceEditorContract = {
  /** A sheet for editing or copying, as it was last written. */
  written: procedure('pricing.read')
    .input(z.object({ id }))
    .output(
      savedDraft.extend({
        tables: sheetTables,
        /** Drafts that nobody has submitted. */
        editable: z.boolean(),
        accountId: id.nullable(),
        tier: tier.nullable(),
      }),
    ),
  /** Stores a new draft: a new sheet, the next version of a name that is there, or a copy under another one. */
  createDraft: procedure('pricing.write')
    .input(z.object({ tables: sheetTables, from: id.nullable().default(null) }))
    .output(savedDraft),
  saveDraft: procedure('pricing.write')
    .input(z.object({ id, token: z.string(), tables: sheetTables }))
    .output(savedDraft),
  /** A new draft version with changed prices; the sheet itself stays. */
  createMassChange: procedure('pricing.write')
    .input(z.object({ id, change: massChange, validFrom: day }))
    .output(savedDraft.extend({ changed: z.int() })),
  exportComparison: procedure('pricing.read')
    .input(
      z.object({
        before: id,
        after: id,
        onlyDifferences: z.boolean(),
        locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
      }),
    )
    .output(madeFile),
}
