import { z } from 'zod'
import { empty, instant, procedure } from './base'

export const customFieldType = z.enum(['text', 'number', 'date', 'choice'])
export type CustomFieldType = z.infer<typeof customFieldType>

/** Longest text a value may have. */
export const maxCustomText = 200
export const maxDecimals = 6

const optionName = z.string().trim().min(1).max(40)

export const customFieldInput = z.object({
  name: z.string().trim().min(1).max(20),
  type: customFieldType,
  /** Numbers: shown behind the figure. */
  unit: z.string().trim().max(10).default(''),
  /** Numbers: digits behind the point, 0…6. */
  decimals: z.int().min(0).max(maxDecimals).default(0),
  options: z
    .array(
      z.object({
        name: optionName,
        /** Its name until now; another name renames it at every customer. Empty: a new option. */
        was: z.string().default(''),
        retired: z.boolean().default(false),
      }),
    )
    .max(100)
    .default([]),
  required: z.boolean().default(false),
  /** A column of the list that is shown without being chosen. */
  inList: z.boolean().default(false),
})
export type CustomFieldInput = z.infer<typeof customFieldInput>

export const customField = customFieldInput.omit({ options: true }).extend({
  uid: z.string(),
  version: z.int(),
  options: z.array(z.object({ name: z.string(), retired: z.boolean() })),
  /** Customers that have a value. */
  used: z.int(),
  removedAt: instant.nullable(),
})
export type CustomField = z.infer<typeof customField>

const uid = z.string().min(1)

/** Fields a branch defines for its customers. They show in forms, lists, filters, imports and exports at once. */
export const customFieldsContract = {
  /** In their order; removed ones behind them where they are asked for. */
  list: procedure('accounts.read')
    .input(z.object({ removed: z.boolean().default(false) }))
    .output(z.array(customField)),
  create: procedure('system.manage').input(customFieldInput).output(customField),
  update: procedure('system.manage')
    .input(z.object({ uid, version: z.int(), field: customFieldInput }))
    .output(customField),
  /** Puts it before the one that now stands at `to` (from 0). */
  move: procedure('system.manage')
    .input(z.object({ uid, to: z.int().min(0) }))
    .output(empty),
  /** Takes it out of sight; its values are kept. `restore` is its undo. */
  remove: procedure('system.manage').input(z.object({ uid })).output(empty),
  restore: procedure('system.manage').input(z.object({ uid })).output(empty),
}
