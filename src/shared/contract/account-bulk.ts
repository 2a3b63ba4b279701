import { z } from 'zod'
import { accountFilter, lifecycle } from './accounts'
import { day, id, message, procedure } from './base'

/** Customers one bulk change may touch. */
export const bulkLimit = 5_000

/** Customers named one by one, or all that fit a filter at the time of the call. */
export const bulkTarget = z.union([
  z.object({ ids: z.array(id).min(1).max(bulkLimit) }),
  z.object({ filter: accountFilter, search: z.string().max(100).default('') }),
])
export type BulkTarget = z.infer<typeof bulkTarget>

const text = (max: number) => z.string().trim().max(max)
const tags = z.array(text(20).min(1)).max(20).default([])

/** One field of many customers. */
export const bulkEdit = z.discriminatedUnion('field', [
  z.object({ field: z.literal('manager'), value: text(40) }),
  z.object({ field: z.literal('industry'), value: text(20) }),
  z.object({ field: z.literal('stage'), value: text(20) }),
  z.object({ field: z.literal('source'), value: text(20) }),
  /** Day and reason as in a form: null is today, the reason is asked for where the state needs one. */
  z.object({
    field: z.literal('lifecycle'),
    value: lifecycle,
    since: day.nullable().default(null),
    reason: text(200).default(''),
  }),
  z.object({ field: z.literal('tags'), add: tags, remove: tags }),
  /** 账期, days; null: none agreed. */
  z.object({ field: z.literal('creditDays'), value: z.int().min(0).max(365).nullable() }),
  /** A field the branch defined, by its uid; '' empties it. */
  z.object({ field: z.literal('custom'), uid: z.string().min(1).max(60), value: z.string().max(500) }),
])
export type BulkEdit = z.infer<typeof bulkEdit>
export type BulkField = BulkEdit['field']

const named = z.object({ id, code: z.string(), name: z.string() })

export const bulkPlan = z.object({
  /** How many will change, and how many already are as wanted. */
  changing: z.int(),
  same: z.int(),
  /** Who cannot be changed, and why. */
  refused: z.array(named.extend({ reason: message })),
})
export type BulkPlan = z.infer<typeof bulkPlan>

const work = z.object({ target: bulkTarget, edit: bulkEdit })

export const accountBulkContract = {
  bulkPreview: procedure('accounts.write').input(work).output(bulkPlan),
  /** `expected`: how many the preview promised to change; another number is refused as `changed-meanwhile`. */
  bulkChange: procedure('accounts.write')
    .input(work.extend({ expected: z.int() }))
    .output(z.object({ bulk: id, changed: z.int(), refused: z.array(named) })),
  /** Puts back what nobody has touched since; `kept` are those somebody has. */
  bulkUndo: procedure('accounts.write')
    .input(z.object({ bulk: id }))
    .output(z.object({ undone: z.int(), kept: z.array(named) })),
}
