import { z } from 'zod'
import { day, empty, id, instant, listInput, listOf, procedure } from './base'
import { startedJob } from './jobs'

/** Why two customers may be one. `name`: written the same; `core`: the same without region and legal form; `sound`: read the same. */
export const duplicateReasons = ['uscc', 'code', 'name', 'core', 'phone', 'sound'] as const
export const duplicateReason = z.enum(duplicateReasons)
export type DuplicateReason = z.infer<typeof duplicateReason>

export const duplicateStrengths = ['strong', 'likely', 'weak'] as const
export const duplicateStrength = z.enum(duplicateStrengths)
export type DuplicateStrength = z.infer<typeof duplicateStrength>

const party = z.object({
  id,
  version: z.int(),
  code: z.string(),
  name: z.string(),
  city: z.string(),
  manager: z.string(),
  uscc: z.string(),
  createdAt: instant,
  /** Of all months, from the rollups. */
  tickets: z.int(),
  lastShippedOn: day.nullable(),
})

export const duplicatePair = z.object({
  /** The customer with more waybills first, of equals the older: he is proposed to be kept. */
  first: party,
  second: party,
  /** `text` is what both have: a code, a name, a telephone (masked without `personal.read`). */
  reasons: z.array(z.object({ reason: duplicateReason, text: z.string() })),
  strength: duplicateStrength,
  /** Who said that they are two, and when; null: nobody. */
  apart: z.object({ actor: z.string(), at: instant }).nullable(),
})
export type DuplicatePair = z.infer<typeof duplicatePair>

const pairInput = z.object({ first: id, second: id })

/** A value of a customer as it is compared: text, figure, or the entries of a list as they are read. */
const comparedValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
export type ComparedValue = z.infer<typeof comparedValue>

export const mergeSide = z.enum(['kept', 'other'])
export type MergeSide = z.infer<typeof mergeSide>

export const comparison = z.object({
  kept: party,
  other: party,
  fields: z.array(
    z.object({
      /** A key of the account's input, `custom.<uid>` for custom fields. */
      field: z.string(),
      /** Name of a custom field; '' where the catalogues name it. */
      label: z.string(),
      /** `choose`: one of both values; `unite`: both lists together, `united` shows how. */
      how: z.enum(['choose', 'unite']),
      kept: comparedValue,
      other: comparedValue,
      united: z.array(z.string()),
      /** What is proposed: the kept value unless it is empty. */
      proposed: mergeSide,
    }),
  ),
  /** Rows that go over, and those that stay with the merged customer because the kept one has its own. */
  rows: z.array(z.object({ link: z.string(), moved: z.int(), stays: z.int() })),
})
export type Comparison = z.infer<typeof comparison>

export const mergeInput = z.object({
  keptId: id,
  keptVersion: z.int(),
  otherId: id,
  otherVersion: z.int(),
  /** Per field of `choose` whose value is taken; absent: as proposed. */
  choices: z.record(z.string(), mergeSide),
})
export type MergeInput = z.infer<typeof mergeInput>

export const mergeRecord = z.object({
  id,
  kept: z.object({ id, code: z.string(), name: z.string() }),
  other: z.object({ id, code: z.string(), name: z.string() }),
  actor: z.string(),
  mergedAt: instant,
  undoneAt: instant.nullable(),
  rows: z.array(z.object({ link: z.string(), moved: z.int(), stays: z.int() })),
})
export type MergeRecord = z.infer<typeof mergeRecord>

export const duplicatesContract = {
  /** Pairs that may be one customer, the surest first; nothing is ever merged without a person. */
  list: procedure('accounts.read')
    .input(
      listInput.extend({
        filter: z
          .object({
            reason: duplicateReason.optional(),
            strength: duplicateStrength.optional(),
            accountId: id.optional(),
            /** Only pairs of which somebody said that they are two; otherwise only the others. */
            apart: z.boolean().optional(),
          })
          .default({}),
      }),
    )
    .output(listOf(duplicatePair)),
  /** How many open pairs there are by strength. */
  count: procedure('accounts.read')
    .input(empty)
    .output(z.object({ strong: z.int(), likely: z.int(), weak: z.int() })),
  /** "These are two customers"; `together` takes it back. */
  apart: procedure('accounts.write').input(pairInput).output(empty),
  together: procedure('accounts.write').input(pairInput).output(empty),
  /** Both customers field by field, and what would go over. */
  compare: procedure('accounts.read')
    .input(z.object({ keptId: id, otherId: id }))
    .output(comparison),
  /** Merges as a job; its result names the merge. */
  merge: procedure('accounts.write').input(mergeInput).output(startedJob),
  merges: procedure('accounts.read').input(listInput).output(listOf(mergeRecord)),
  /** The merge by which a customer went into another one; null: he is his own. */
  mergeOf: procedure('accounts.read')
    .input(z.object({ accountId: id }))
    .output(mergeRecord.nullable()),
  /** Both customers as they were before; a job. */
  undo: procedure('accounts.write')
    .input(z.object({ merge: id }))
    .output(startedJob),
}
