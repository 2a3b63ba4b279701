import type { z } from 'zod'
import type { FieldChange } from '../../db/book'
import { expectVersion } from '../../db/expect-version'
import * as repository from './content.repository'
import type { NeedsKernel } from './needs-kernel'

interface Content<T> {
  table: repository.ContentTable
  entity: string
  form: z.ZodType<T>
  /** What an account has of which nothing was written down yet. */
  empty: T
  changes: (before: T, after: T, accountId: number) => FieldChange[]
}

/** One record per account, kept as one document with a version; what a write changed is recorded field by field. */
export function createContentRecord<T>({ db, book, lease }: NeedsKernel, kind: Content<T>) {
  function read(accountId: number) {
    const record = repository.contentOf(db, kind.table, accountId)
    if (!record) return { uid: null, version: 0, content: kind.empty, updatedAt: null }
    const content = kind.form.parse(JSON.parse(record.content))
    return { uid: record.uid, version: record.version, content, updatedAt: record.updated_at }
  }

  /** Inside the caller's transaction; null: nothing changed. */
  function put(accountId: number, version: number, after: T, hlc: string) {
    const record = repository.contentOf(db, kind.table, accountId)
    expectVersion(record, version)
    const changes = kind.changes(read(accountId).content, after, accountId)
    if (changes.length === 0) return null
    const now = book.now()
    const content = JSON.stringify(after)
    const uid = record?.uid ?? book.uid()
    if (record) {
      repository.updateContent(db, kind.table, record.id, { content, version: version + 1, hlc, updated_at: now })
    } else {
      const row = { uid, hlc, account_id: accountId, content, created_at: now, updated_at: now }
      repository.insertContent(db, kind.table, row)
    }
    return { uid, version: version + 1, changes, created: !record }
  }

  return {
    read,
    put,
    /** `change` gets the content as it is now. @throws Refused `changed-meanwhile` */
    save: (accountId: number, version: number, summary: string, change: (now: T) => T): Promise<{ version: number }> =>
      lease.run(() =>
        book.write((hlc) => {
          const written = put(accountId, version, change(read(accountId).content), hlc)
          if (!written) return { result: { version }, audit: null }
          const { uid, changes, created } = written
          const action = created ? 'create' : 'update'
          const audit = { action, entity: kind.entity, entityUid: uid, summary, changes }
          return { result: { version: written.version }, audit }
        }),
      ),
  }
}
