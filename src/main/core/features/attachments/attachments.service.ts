import type { AttachmentOwner, AttachmentRow, AttachmentText, AttachmentUsage } from '#shared/contract/attachments'
import { fileKind, opensWithWarning } from '#shared/domain/attachments/file-kind'
import { expectVersion } from '../../db/expect-version'
import { fieldChanges } from '../../db/field-changes'
import { removal } from '../../db/removal'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { AttachmentStore, type StoredContent } from './attachment-store'
import * as repository from './attachments.repository'

export type AttachmentsService = ReturnType<typeof createAttachmentsService>

export interface NewAttachment extends Partial<AttachmentText> {
  /** Where the file lies now; it is copied. */
  path: string
  /** What it is called. */
  name: string
}

/** Files attached to records: who may do what is asked where procedures enter (attachment-access.ts). */
export function createAttachmentsService(kernel: Pick<WorkerKernel, 'db' | 'book' | 'lease' | 'dataDir'>) {
  const { db, book, lease, dataDir } = kernel
  const store = new AttachmentStore(dataDir)

  function known(uid: string): repository.AttachmentRecord {
    const record = repository.attachmentByUid(db, uid)
    if (!record) throw new Refused('not-found', { what: 'attachment' })
    return record
  }

  function rowOf(record: repository.AttachmentRecord): AttachmentRow {
    return {
      uid: record.uid,
      version: record.version,
      fileName: record.file_name,
      title: record.title,
      category: record.category,
      note: record.note,
      kind: fileKind(record.file_name),
      warns: opensWithWarning(record.file_name),
      bytes: record.bytes,
      sha256: record.sha256,
      actor: record.actor,
      createdAt: record.created_at,
      updatedAt: record.updated_at,
      state: store.state(record),
    }
  }

  const auditOf = (record: { uid: string; file_name: string }, owner = '') => ({
    entity: 'attachment',
    entityUid: record.uid,
    summary: owner === '' ? record.file_name : `${record.file_name} · ${owner}`,
  })

  /** Writes inside the caller's transaction; the content has its name by then. */
  function insert(owner: AttachmentOwner, content: StoredContent, file: Omit<NewAttachment, 'path'>, hlc: string) {
    const now = book.now()
    const uid = book.uid()
    repository.insertAttachment(db, {
      uid,
      hlc,
      entity: owner.entity,
      entity_uid: owner.entityUid,
      sha256: content.sha256,
      bytes: content.bytes,
      file_name: shownName(file.name),
      title: file.title ?? '',
      category: file.category ?? 'other',
      note: file.note ?? '',
      actor: book.actor,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    })
    return known(uid)
  }

  const { removeAll, restoreAll } = removal(kernel, {
    found: known,
    store: ({ uid }, columns) => repository.updateAttachment(db, uid, columns),
    audit: (record) => auditOf(record),
  })

  return {
    store,
    known,
    insert,
    list(owner: AttachmentOwner): { rows: AttachmentRow[]; bytes: number } {
      const records = repository.attachmentsOf(db, owner.entity, owner.entityUid)
      return { rows: records.map(rowOf), bytes: records.reduce((sum, { bytes }) => sum + bytes, 0) }
    },

    /**
     * Copies a file into the book and attaches it. The bytes are on the disk under their name before the row says so.
     * @throws Refused `file-empty`, `attachment-too-large`, `disk-full`, `file-unreadable`, `file-not-found`
     */
    async add(owner: AttachmentOwner, ownerName: string, file: NewAttachment): Promise<AttachmentRow> {
      const incoming = await store.take(file.path, shownName(file.name))
      return lease.run(() => {
        store.place(incoming)
        return book.write((hlc) => {
          const record = insert(owner, incoming, file, hlc)
          return { result: rowOf(record), audit: { ...auditOf(record, ownerName), action: 'create' } }
        })
      })
    },

    /** @throws Refused `changed-meanwhile` */
    update: (uid: string, version: number, text: AttachmentText): Promise<AttachmentRow> =>
      lease.run(() =>
        book.write((hlc) => {
          const before = known(uid)
          expectVersion(before, version)
          const changes = fieldChanges(before, text, ['title', 'category', 'note'])
          if (changes.length === 0) return { result: rowOf(before), audit: null }
          repository.updateAttachment(db, uid, { ...text, version: version + 1, hlc, updated_at: book.now() })
          return { result: rowOf(known(uid)), audit: { ...auditOf(before), action: 'update', changes } }
        }),
      ),

    remove: async (uids: readonly string[]): Promise<void> => void (await removeAll(uids)),
    restore: async (uids: readonly string[]): Promise<void> => void (await restoreAll(uids)),

    /** A checked copy of an attachment's file at `path`. @throws Refused `attachment-missing`, `attachment-altered` */
    async copyTo(path: string, uid: string): Promise<void> {
      const record = known(uid)
      await store.copyTo(path, record, record.file_name)
    },

    usage: (): AttachmentUsage => repository.usage(db),

    /** Deletes removed attachments for good, and the files no other attachment shares. */
    clearRemoved: (): Promise<{ attachments: number; freedBytes: number }> =>
      lease.run(() => {
        const removed = repository.removedAttachments(db)
        if (removed.length === 0) return { attachments: 0, freedBytes: 0 }
        book.write(() => {
          for (const { uid } of removed) repository.deleteAttachmentRow(db, uid)
          return { result: undefined, audit: removed.map((record) => ({ ...auditOf(record), action: 'clear' })) }
        })
        const gone = new Map(removed.map(({ sha256, bytes }) => [sha256, bytes]))
        let freedBytes = 0
        for (const [sha256, bytes] of gone) {
          if (repository.isReferenced(db, sha256)) continue
          store.delete(sha256)
          freedBytes += bytes
        }
        return { attachments: removed.length, freedBytes }
      }),

    /** Reads every stored file and compares it with its hash. */
    verify: async (): Promise<{ checked: number; missing: number; altered: number }> => {
      const found = { checked: 0, missing: 0, altered: 0 }
      for (const content of repository.contents(db)) {
        const state = await store.check(content)
        found.checked++
        if (state !== 'present') found[state]++
      }
      return found
    },

    contents: () => repository.contents(db),
    uidsOf: (entity: string, entityUid: string) => repository.uidsOf(db, entity, entityUid),

    /** Takes rows and files of a demonstration back, inside the caller's lease. */
    discard(uids: readonly string[]): void {
      const records = uids.map(known)
      for (const { uid } of records) repository.deleteAttachmentRow(db, uid)
      for (const { sha256 } of records) if (!repository.isReferenced(db, sha256)) store.delete(sha256)
    },

    /** At start: files without a row, of a program that was killed while it attached or cleared. */
    clearLeftovers: (): number => store.clearLeftovers((sha256) => repository.isReferenced(db, sha256)),
  }
}

/** The name as the user knows it, without path or marks that cannot be seen; never empty. */
function shownName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()
  return clean === '' ? '_' : clean.slice(0, 255)
}
