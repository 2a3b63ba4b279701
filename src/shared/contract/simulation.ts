import { z } from 'zod'
import { day, empty, fen, grams, id, instant, listInput, listOf, madeFile, month, procedure } from './base'
import { startedJob } from './jobs'
import { massChange } from './price-editor'

/**
 * Under which prices the months are rated again. `sheet`: one sheet, drafts too, as if it had always been in force for
 * those it is for, or for `accountId` alone; it takes the place of all versions of its scope. `change`: a mass change
 * of the sheets in force.
 */
export const scenario = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sheet'), sheetId: id, accountId: id.nullable().default(null) }),
  z.object({ kind: z.literal('change'), sheetIds: z.array(id).nullable().default(null), change: massChange }),
])
export type Scenario = z.infer<typeof scenario>

export const simulationInput = z.object({
  from: month,
  to: month,
  /** Null: all customers. */
  accountId: id.nullable().default(null),
  scenario,
})
export type SimulationInput = z.infer<typeof simulationInput>

/** Tickets that have a price before and after; cost and margin over those that have a cost on both sides. Fen, net. */
export const simulationSums = z.object({
  tickets: z.int(),
  beforeFen: fen,
  afterFen: fen,
  costed: z.int(),
  beforeCostFen: fen,
  afterCostFen: fen,
  beforeMarginFen: fen,
  afterMarginFen: fen,
})
export type SimulationSums = z.infer<typeof simulationSums>

export const simulationTicket = z.object({
  number: z.string(),
  shippedOn: day,
  accountId: id,
  account: z.string(),
  destination: z.string(),
  chargeableGrams: grams.nullable(),
  beforeFen: fen,
  afterFen: fen,
  costFen: fen.nullable(),
  marginFen: fen.nullable(),
})

export const simulationResult = z.object({
  total: simulationSums,
  /** Priced before and not any more, by reason; priced now and not before; on neither side. */
  lost: z.array(z.object({ reason: z.string(), tickets: z.int(), beforeFen: fen })),
  gained: z.object({ tickets: z.int(), afterFen: fen }),
  unpriced: z.int(),
  zones: z.array(simulationSums.extend({ name: z.string() })),
  brackets: z.array(simulationSums.extend({ name: z.string() })),
  /** True: zones and brackets are those of the one sheet; false: provinces and usual bands of weight. */
  ownZones: z.boolean(),
  accounts: z.array(simulationSums.extend({ accountId: id, code: z.string(), name: z.string() })),
  /** The tickets with the lowest margin afterwards; without costs those that lose most. */
  worst: z.array(simulationTicket),
  /** Share of the new prices at which nothing is earned any more, and at which as much is earned as before; ppm. */
  breakEvenPpm: z.int().nullable(),
  keepMarginPpm: z.int().nullable(),
})
export type SimulationResult = z.infer<typeof simulationResult>

export const simulationRow = z.object({
  id,
  name: z.string(),
  from: month,
  to: month,
  account: z.string().nullable(),
  tickets: z.int(),
  beforeFen: fen,
  afterFen: fen,
  seconds: z.number(),
  createdBy: z.string(),
  createdAt: instant,
})
export type SimulationRow = z.infer<typeof simulationRow>

const locale = z.enum(['zh-CN', 'en'])

export const simulationContract = {
  /** Rates the months again as a job on a thread of its own; nothing is changed. `simulation` of its result is the run. */
  start: procedure('pricing.read').input(simulationInput).output(startedJob),
  /** How many tickets a run would look at. */
  size: procedure('pricing.read')
    .input(simulationInput.pick({ from: true, to: true, accountId: true }))
    .output(z.object({ tickets: z.int() })),
  list: procedure('pricing.read').input(listInput).output(listOf(simulationRow)),
  /** Cost and margin are zero and uncounted for a session without `cost.read`. */
  get: procedure('pricing.read')
    .input(z.object({ id }))
    .output(simulationRow.extend({ input: simulationInput, result: simulationResult })),
  export: procedure('pricing.read').input(z.object({ id, locale })).output(madeFile),
  remove: procedure('pricing.write').input(z.object({ id })).output(empty),
  restore: procedure('pricing.write').input(z.object({ id })).output(empty),
}
