import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { empty, procedure } from './base'
import { errorCodes } from './errors'

/** One report of a running job. `phase` is a key of the jobs catalogue; `total` is null while it is not known. */
export const jobEvent = z.object({
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  phase: z.string(),
  done: z.int(),
  total: z.int().nullable(),
  /** With `done`: what the job made, e.g. the batch of an import. */
  result: z
    .object({
      batch: z.int().optional(),
      merge: z.int().optional(),
      simulation: z.int().optional(),
      count: z.int().optional(),
    })
    .optional(),
  /** With `failed`: the refusal. */
  error: z
    .object({ code: z.enum(errorCodes), params: z.record(z.string(), z.union([z.string(), z.number()])).default({}) })
    .optional(),
})
export type JobEvent = z.infer<typeof jobEvent>

export const startedJob = z.object({ job: z.string() })

export const jobsContract = {
  /** Streams progress until the job ends; the last event is `done`, `failed` or `cancelled`. Can be called again after a reload. */
  watch: procedure('system.read')
    .input(z.object({ job: z.string() }))
    .output(eventIterator(jobEvent)),
  cancel: procedure('system.read')
    .input(z.object({ job: z.string() }))
    .output(empty),
  running: procedure('system.read')
    .input(empty)
    .output(
      z.array(
        z.object({ job: z.string(), kind: z.string(), phase: z.string(), done: z.int(), total: z.int().nullable() }),
      ),
    ),
  /** Fills an empty book with the labelled demonstration data. */
  loadDemo: procedure('system.manage').input(empty).output(startedJob),
}
