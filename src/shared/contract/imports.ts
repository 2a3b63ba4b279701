import { z } from 'zod'
import { empty, id, instant, listInput, listOf, madeFile, procedure, type Permission } from './base'
import { startedJob } from './jobs'

export const importKind = z.enum(['accounts', 'contacts', 'prices', 'waybills'])
export type ImportKind = z.infer<typeof importKind>

/** An import writes what a form would write, so it takes the permission of that form. */
export const importPermission: Readonly<Record<ImportKind, Permission>> = {
  accounts: 'accounts.write',
  contacts: 'accounts.write',
  prices: 'pricing.write',
  waybills: 'waybills.write',
}

/** Column index (0-based) per field key; a field that has no column is absent. */
export const columnMapping = z.record(z.string(), z.int().min(0))

export const sheetChoice = z.object({
  name: z.string(),
  hidden: z.boolean(),
  rows: z.int().nullable(),
  /** How well the header fits the kind, 0…1; the best visible sheet is proposed. */
  fit: z.number(),
})

export const inspectedColumn = z.object({
  index: z.int(),
  header: z.string(),
  samples: z.array(z.string()),
  /** Unit named in the header: kg, g, m3, cm3, yuan, fen … */
  unit: z.string().nullable(),
})

export const inspection = z.object({
  sheets: z.array(sheetChoice),
  sheet: z.string(),
  /** 1-based Excel rows of the header found; null: none found, the clerk names it. */
  headerRow: z.int().nullable(),
  columns: z.array(inspectedColumn),
  mapping: columnMapping,
  /** Fields for which two columns fit equally well: asked, never guessed. */
  ambiguous: z.array(z.object({ field: z.string(), columns: z.array(z.int()) })),
  /** True if the mapping was remembered from an earlier file of the same layout. */
  remembered: z.boolean(),
  missing: z.array(z.string()),
})
export type Inspection = z.infer<typeof inspection>

export const importProblem = z.object({
  /** 1-based row of the sheet; null: the file as a whole. */
  row: z.int().nullable(),
  column: z.string().nullable(),
  sheet: z.string().nullable().default(null),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  severity: z.enum(['error', 'warning']),
  /** The words in the language asked for. */
  text: z.string(),
})
export type ImportProblem = z.infer<typeof importProblem>

export const importCounts = z.object({
  read: z.int(),
  imported: z.int(),
  updated: z.int(),
  rejected: z.int(),
  duplicates: z.int(),
  /** Totals rows, blank rows and repeated headers that are no data rows. */
  skipped: z.int(),
  unmatched: z.int(),
  unrated: z.int(),
})
export type ImportCounts = z.infer<typeof importCounts>

/** Kinds whose rows the clerk accepts or refuses one by one. */
export const decidedKinds: ReadonlySet<ImportKind> = new Set<ImportKind>(['accounts', 'contacts'])

/** The most rows a preview brings along; of longer files the first ones. */
export const previewLimit = 20_000

/** What to do with a row whose key is known but whose content differs. */
export const conflictPolicy = z.enum(['keep', 'update'])

export const importOptions = z.object({
  kind: importKind,
  ticket: z.string(),
  sheet: z.string().optional(),
  headerRow: z.int().optional(),
  mapping: columnMapping.optional(),
  conflicts: conflictPolicy.default('keep'),
  /** Carrier of rows that name none. */
  carrier: z.string().max(40).default(''),
  /** Price sheets: put into force at once (needs pricing.approve). */
  approve: z.boolean().default(false),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  /** Customers and contacts: rows the clerk refused in the preview, 1-based as in the sheet. They go to the rejects. */
  skipRows: z.array(z.int().min(1)).max(previewLimit).optional(),
})
export type ImportOptions = z.infer<typeof importOptions>

export const preview = z.object({
  rows: z.array(
    z.object({
      row: z.int(),
      action: z.enum(['import', 'update', 'duplicate', 'conflict', 'reject', 'skip']),
      cells: z.array(z.string()),
      /** The customer the row was recognised as. */
      target: z.object({ id, code: z.string(), name: z.string(), by: z.enum(['code', 'uscc', 'name']) }).optional(),
      /** Of an update: what changes field by field, in words. */
      changes: z.array(z.object({ field: z.string(), label: z.string(), old: z.string(), new: z.string() })).optional(),
    }),
  ),
  counts: importCounts,
  problems: z.array(importProblem),
  /** True if only the first rows of a long file were looked at. */
  partial: z.boolean(),
})
export type Preview = z.infer<typeof preview>

export const batchRow = z.object({
  batch: id,
  kind: importKind,
  file: z.string(),
  sheet: z.string(),
  state: z.enum(['staging', 'visible', 'undone', 'failed']),
  counts: importCounts,
  at: instant,
  seconds: z.number(),
  undone: z.boolean(),
  actor: z.string(),
})
export type BatchRow = z.infer<typeof batchRow>

export const importsContract = {
  inspect: procedure('waybills.read')
    .input(
      z.object({ kind: importKind, ticket: z.string(), sheet: z.string().optional(), headerRow: z.int().optional() }),
    )
    .output(inspection),
  /** The whole file is read and judged, nothing is written; at most `limit` rows come back. */
  preview: procedure('waybills.read')
    .input(importOptions.extend({ limit: z.int().min(1).max(previewLimit).default(100) }))
    .output(preview),
  /** Takes `importPermission` of its kind, as do `undo` and `forgetMapping`. */
  start: procedure('waybills.read').input(importOptions).output(startedJob),
  batches: procedure('waybills.read')
    .input(listInput.extend({ kind: importKind.optional() }))
    .output(listOf(batchRow)),
  batch: procedure('waybills.read')
    .input(z.object({ batch: id, locale: z.enum(['zh-CN', 'en']).default('zh-CN') }))
    .output(
      batchRow.extend({
        problems: z.array(importProblem),
        problemTotal: z.int(),
        problemCodes: z.array(z.object({ code: z.string(), count: z.int(), text: z.string() })),
        sheets: z.array(z.object({ id, name: z.string(), version: z.int() })),
      }),
    ),
  undo: procedure('waybills.read')
    .input(z.object({ batch: id }))
    .output(startedJob),
  /** The rejected rows in the original layout with a reason column. */
  rejects: procedure('waybills.read')
    .input(z.object({ batch: id, locale: z.enum(['zh-CN', 'en']).default('zh-CN') }))
    .output(madeFile),
  /** A sample workbook that fits this kind, to fill in or to look at. */
  sample: procedure('waybills.read')
    .input(z.object({ kind: importKind }))
    .output(madeFile),
  forgetMapping: procedure('waybills.read')
    .input(z.object({ kind: importKind }))
    .output(empty),
}
