import { z } from 'zod'
import { day, id, instant, listOf, madeFile, procedure } from './base'

/** One field of a record: what it was, what it became, as stored. */
export const fieldChange = z.object({ field: z.string(), old: z.unknown(), new: z.unknown() })
export type FieldChange = z.infer<typeof fieldChange>

/** A change of one field, or an action that changed none (`field` empty). */
export const historyRow = z.object({
  /** Unique within an answer. */
  key: z.string(),
  at: instant,
  actor: z.string(),
  action: z.string(),
  entity: z.string(),
  entityUid: z.string(),
  summary: z.string(),
  field: z.string(),
  /** The branch's own name of a field it defined itself; empty: the catalogues have its words. */
  label: z.string(),
  old: z.unknown(),
  new: z.unknown(),
  /** The values were erased for good (personal data); that it happened stays. */
  erased: z.boolean(),
})
export type HistoryRow = z.infer<typeof historyRow>

/** Whose history: a customer with all that belongs to it, or records by their uid. */
export const historySubject = z.union([
  z.object({ accountId: id }),
  z.object({ entityUids: z.array(z.string().min(1).max(80)).min(1).max(500) }),
])
export type HistorySubject = z.infer<typeof historySubject>

export const historyFilter = z.object({
  /** `entity.field`. */
  field: z.string().max(120).optional(),
  actor: z.string().max(80).optional(),
  from: day.optional(),
  to: day.optional(),
})
export type HistoryFilter = z.infer<typeof historyFilter>

const locale = z.enum(['zh-CN', 'en'])

export const trailRow = z.object({
  seq: z.int(),
  at: instant,
  actor: z.string(),
  action: z.string(),
  entity: z.string(),
  entityUid: z.string(),
  summary: z.string(),
  /** How many fields the entry changed; null: its values were erased. */
  fields: z.int().nullable(),
})
export type TrailRow = z.infer<typeof trailRow>

export const trailFilter = z.object({
  entity: z.string().max(40).optional(),
  actor: z.string().max(80).optional(),
  action: z.string().max(40).optional(),
  from: day.optional(),
  to: day.optional(),
  text: z.string().trim().max(100).default(''),
})
export type TrailFilter = z.infer<typeof trailFilter>

export const historyContract = {
  /** Change by change, newest first. Personal values are masked without permission `personal.read`. */
  changes: procedure('accounts.read')
    .input(
      z.object({
        subject: historySubject,
        filter: historyFilter.prefault({}),
        page: z.int().min(1).default(1),
        pageSize: z.int().min(1).max(200).default(50),
      }),
    )
    .output(
      listOf(historyRow).extend({
        /** Of the whole history, for the filters: `entity.field`, and who changed something. */
        fields: z.array(z.string()),
        actors: z.array(z.string()),
      }),
    ),
  exportChanges: procedure('accounts.read')
    .input(
      z.object({ subject: historySubject, filter: historyFilter.prefault({}), title: z.string().max(120), locale }),
    )
    .output(madeFile),
  /** The audit trail of the whole book, newest first. */
  trail: procedure('system.read')
    .input(
      z.object({
        filter: trailFilter.prefault({}),
        page: z.int().min(1).default(1),
        pageSize: z.int().min(1).max(200).default(50),
      }),
    )
    .output(listOf(trailRow)),
  trailChoices: procedure('system.read')
    .input(z.object({}))
    .output(z.object({ entities: z.array(z.string()), actors: z.array(z.string()), actions: z.array(z.string()) })),
  /** What one entry of the trail changed. */
  entry: procedure('system.read')
    .input(z.object({ seq: z.int().positive() }))
    .output(z.object({ rows: z.array(historyRow) })),
  exportTrail: procedure('system.read')
    .input(z.object({ filter: trailFilter.prefault({}), locale }))
    .output(madeFile),
}
