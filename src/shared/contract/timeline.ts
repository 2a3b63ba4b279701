import { z } from 'zod'
import { day, empty, id, instant, madeFile, procedure } from './base'
import { fieldChange } from './history'

export const noteKinds = ['call', 'visit', 'meeting', 'wechat', 'other'] as const
export const noteKind = z.enum(noteKinds)
export type NoteKind = z.infer<typeof noteKind>

export const noteInput = z.object({
  kind: noteKind,
  happenedOn: day,
  withWhom: z.string().trim().max(80).default(''),
  text: z.string().trim().min(1).max(2000),
})
export type NoteInput = z.infer<typeof noteInput>

/**
 * One event of a customer's timeline. Its sentence is `timeline:event.<code>` with `params`; what people wrote and what
 * files are called stands in `text`.
 */
export const timelineEvent = z.object({
  /** Unique over all sources. */
  key: z.string(),
  at: instant,
  /** The business day it belongs to, where that is more than the day of `at`. */
  day: day.nullable(),
  /** What it can be filtered by; words are `timeline:kind.<kind>`. */
  kind: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string(),
  actor: z.string(),
  /** Place in the program where it can be seen, e.g. `/pricing/12`. */
  link: z.string().nullable(),
  /** Of changes: whose fields these are, and what they were and became. */
  entity: z.string(),
  changes: z.array(fieldChange.extend({ label: z.string() })),
  /** Of notes: what is needed to edit or remove one. */
  note: noteInput.extend({ uid: z.string(), version: z.int() }).nullable(),
})
export type TimelineEvent = z.infer<typeof timelineEvent>

export const timelineFilter = z.object({
  kinds: z.array(z.string().max(40)).max(40).default([]),
  from: day.optional(),
  to: day.optional(),
  actor: z.string().max(80).optional(),
  text: z.string().trim().max(100).default(''),
})
export type TimelineFilter = z.infer<typeof timelineFilter>

const uids = z.object({ uids: z.array(z.string()).min(1).max(500) })

export const timelineContract = {
  /** Newest first, from all sources, one page after the other: `cursor` is what the page before answered as `next`. */
  events: procedure('accounts.read')
    .input(
      z.object({
        accountId: id,
        filter: timelineFilter.prefault({}),
        cursor: z.string().max(200).optional(),
        limit: z.int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ rows: z.array(timelineEvent), next: z.string().nullable() })),
  choices: procedure('accounts.read')
    .input(z.object({ accountId: id }))
    .output(z.object({ kinds: z.array(z.string()), actors: z.array(z.string()) })),
  addNote: procedure('accounts.write')
    .input(z.object({ accountId: id, note: noteInput }))
    .output(z.object({ uid: z.string() })),
  updateNote: procedure('accounts.write')
    .input(z.object({ uid: z.string(), version: z.int(), note: noteInput }))
    .output(empty),
  removeNotes: procedure('accounts.write').input(uids).output(empty),
  restoreNotes: procedure('accounts.write').input(uids).output(empty),
  export: procedure('accounts.read')
    .input(z.object({ accountId: id, filter: timelineFilter.prefault({}), locale: z.enum(['zh-CN', 'en']) }))
    .output(madeFile),
}
