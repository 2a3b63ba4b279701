import { z } from 'zod'
import { fileKinds } from '../domain/attachments/file-kind'
import { empty, instant, madeFile, procedure } from './base'
import { errorCodes } from './errors'

export const attachmentCategories = [
  'contract',
  'licence',
  'quotation',
  'statement',
  'correspondence',
  'picture',
  'other',
] as const
export const attachmentCategory = z.enum(attachmentCategories)
export type AttachmentCategory = z.infer<typeof attachmentCategory>

/** Largest file that can be attached, MB of 1024 × 1024 bytes. */
export const attachmentLimitMegabytes = 200

/** What something is attached to: a kind of record (`account`, `contract` …) and which one. */
export const attachmentOwner = z.object({
  entity: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  entityUid: z.string().min(1).max(80),
})
export type AttachmentOwner = z.infer<typeof attachmentOwner>

const uids = z.object({ uids: z.array(z.string()).min(1).max(500) })

export const attachmentText = z.object({
  title: z.string().trim().max(120).default(''),
  category: attachmentCategory.default('other'),
  note: z.string().trim().max(500).default(''),
})
export type AttachmentText = z.infer<typeof attachmentText>

export const attachmentRow = attachmentText.extend({
  uid: z.string(),
  /** Sent back with `update`; a different number means someone else changed it meanwhile. */
  version: z.int(),
  fileName: z.string(),
  kind: z.enum(fileKinds),
  /** Opening it may run something: the user is warned first. */
  warns: z.boolean(),
  bytes: z.int(),
  sha256: z.string(),
  actor: z.string(),
  createdAt: instant,
  updatedAt: instant,
  /** `altered`: the stored file no longer has the size or content it was attached with. */
  state: z.enum(['present', 'missing', 'altered']),
})
export type AttachmentRow = z.infer<typeof attachmentRow>

export const attachmentUsage = z.object({
  /** Attachments in sight, and the bytes their files take; one content is stored once. */
  attachments: z.int(),
  bytes: z.int(),
  /** Removed ones whose files are still kept for the undo, and what clearing them would free. */
  removed: z.int(),
  freeableBytes: z.int(),
})
export type AttachmentUsage = z.infer<typeof attachmentUsage>

/**
 * Files attached to records. Every procedure further checks the permission of what the file is attached to, which the
 * core knows from its list of owners.
 */
export const attachmentsContract = {
  list: procedure('system.read')
    .input(attachmentOwner)
    .output(z.object({ rows: z.array(attachmentRow), bytes: z.int() })),
  /** Copies the files behind the tickets into the book. Each stands for itself: what is refused says why, the rest is in. */
  add: procedure('system.read')
    .input(
      attachmentOwner.extend({
        files: z
          .array(attachmentText.partial().extend({ ticket: z.string() }))
          .min(1)
          .max(100),
      }),
    )
    .output(
      z.object({
        added: z.array(attachmentRow),
        refused: z.array(
          z.object({
            name: z.string(),
            code: z.enum(errorCodes),
            params: z.record(z.string(), z.union([z.string(), z.number()])),
          }),
        ),
      }),
    ),
  update: procedure('system.read')
    .input(z.object({ uid: z.string(), version: z.int(), text: attachmentText }))
    .output(attachmentRow),
  /** Takes attachments out of sight; the files stay until `clearRemoved`. `restore` is its undo. */
  remove: procedure('system.read').input(uids).output(empty),
  restore: procedure('system.read').input(uids).output(empty),
  /**
   * Opens a copy under its own name with the program the user has for it; where the host shows no dialogs the answer is a
   * file to be downloaded instead. What may run something is refused with `attachment-program` unless `warned`.
   */
  open: procedure('system.read')
    .input(z.object({ uid: z.string(), warned: z.boolean().default(false) }))
    .output(z.object({ download: madeFile.nullable() })),
  save: procedure('system.read')
    .input(z.object({ uid: z.string() }))
    .output(madeFile),
  /** All attachments of one record as a zip file, under their own names. `skipped`: missing or altered ones. */
  saveAll: procedure('system.read')
    .input(attachmentOwner)
    .output(madeFile.extend({ skipped: z.array(z.string()) })),
  usage: procedure('system.read').input(empty).output(attachmentUsage),
  /** Deletes the files of removed attachments for good. Cannot be undone. */
  clearRemoved: procedure('system.manage')
    .input(empty)
    .output(z.object({ attachments: z.int(), freedBytes: z.int() })),
}
