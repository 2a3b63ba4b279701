import { z } from 'zod'
import { empty, instant, month, procedure, role } from './base'

export const bookInfo = z.object({
  version: z.string(),
  bookName: z.string(),
  bookPath: z.string(),
  userName: z.string(),
  role,
  permissions: z.array(z.string()),
  host: z.enum(['electron', 'browser', 'cli', 'test']),
  /** `dialog`: the host shows native file dialogs; `transfer`: files are uploaded and downloaded by the page. */
  files: z.enum(['dialog', 'transfer']),
  /** True if nothing has been entered yet: first run offers the demonstration book. */
  empty: z.boolean(),
  demo: z.boolean(),
  /** Newest month that has waybills, or the current month. */
  latestMonth: month,
  /** What start-up had to clear away, e.g. an import that was cut off. */
  recovered: z.array(z.object({ batch: z.int(), file: z.string(), kind: z.string() })),
})
export type BookInfo = z.infer<typeof bookInfo>

/** Kept per book for the user of this machine: language, theme, columns, month, window. */
export const preferences = z.record(z.string().max(80), z.unknown())

export const auditEntry = z.object({
  seq: z.int(),
  at: instant,
  actor: z.string(),
  action: z.string(),
  entity: z.string(),
  entityUid: z.string(),
  summary: z.string(),
  /** Present only where one entity was asked for: field by field, what it was and what it became. */
  changes: z.array(z.object({ field: z.string(), old: z.unknown(), new: z.unknown() })),
})

export const verifyResult = z.object({
  ok: z.boolean(),
  integrity: z.string(),
  foreignKeys: z.int(),
  rollups: z.object({ checked: z.int(), wrong: z.int() }),
  audit: z.object({ entries: z.int(), broken: z.int().nullable() }),
  /** Stored contents of attachments; missing and altered files are counted, never touched. */
  attachments: z.object({ checked: z.int(), missing: z.int(), altered: z.int() }),
})
export type VerifyResult = z.infer<typeof verifyResult>

export const backupResult = z.object({
  path: z.string(),
  bytes: z.int(),
  attachments: z.object({
    /** Beside the copy of the book; null: nothing is attached. */
    folder: z.string().nullable(),
    files: z.int(),
    bytes: z.int(),
    /** Not copied, because they are gone from the book's folder or are no longer what was attached. */
    missing: z.int(),
    altered: z.int(),
  }),
})
export type BackupResult = z.infer<typeof backupResult>

export const systemContract = {
  info: procedure('system.read').input(empty).output(bookInfo),
  preferences: procedure('system.read').input(empty).output(preferences),
  setPreference: procedure('system.read')
    .input(z.object({ key: z.string().max(80), value: z.unknown() }))
    .output(empty),
  renameBook: procedure('system.manage')
    .input(z.object({ name: z.string().trim().min(1).max(60) }))
    .output(empty),
  /**
   * Chooses the role in which the local user works from now on; kept in the book and audited. There is no sign-in yet, so
   * this guards against slips and shows what a role sees, not against a person of ill will.
   */
  workAs: procedure('system.read').input(z.object({ role })).output(empty),
  audit: procedure('system.read')
    .input(
      z.object({
        entity: z.string().optional(),
        entityUid: z.string().optional(),
        page: z.int().min(1).default(1),
        pageSize: z.int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ rows: z.array(auditEntry), total: z.int() })),
  verify: procedure('system.manage').input(empty).output(verifyResult),
  /** A verified copy of the book; attached files are copied into a folder beside it, `<path>.attachments`. */
  backup: procedure('system.manage')
    .input(z.object({ path: z.string().min(1) }))
    .output(backupResult),
}
