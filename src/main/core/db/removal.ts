import type { AuditRecord, Book } from './book'
import type { WriteLease } from './write-lease'

interface Removable {
  /** Tables without versions have none. */
  version?: number
  deleted_at: string | null
}

/** What a removal or its undo stores of a record. */
interface RemovalColumns {
  deleted_at: string | null
  version: number
  hlc: string
}

interface RemovableKind<Key, Row extends Removable> {
  /** The record, removed or not. @throws Refused `not-found` */
  found: (key: Key) => Row
  /** Refuses what stands in the way; asked only where something would change. */
  before?: (row: Row, removing: boolean) => void
  /** Stores it inside the write. */
  store: (row: Row, columns: RemovalColumns) => void
  audit: (row: Row, action: 'remove' | 'restore') => Omit<AuditRecord, 'action'>
}

/**
 * Soft removal and its undo for one kind of record: one write for all keys, each with its audit row `remove` or
 * `restore`. Those that are so already are left alone. Answers the records it changed, as they were.
 */
export function removal<Key, Row extends Removable>(
  { book, lease }: { book: Book; lease: Pick<WriteLease, 'run'> },
  kind: RemovableKind<Key, Row>,
) {
  const set = (keys: readonly Key[], removing: boolean): Promise<Row[]> =>
    lease.run(() =>
      book.write((hlc) => {
        const rows = keys.map(kind.found).filter((row) => (row.deleted_at === null) === removing)
        const deletedAt = removing ? book.now() : null
        for (const row of rows) {
          kind.before?.(row, removing)
          kind.store(row, { deleted_at: deletedAt, version: (row.version ?? 0) + 1, hlc })
        }
        const action = removing ? 'remove' : 'restore'
        const audit = rows.map((row) => ({ ...kind.audit(row, action), action }))
        return { result: rows, audit: audit.length === 0 ? null : audit }
      }),
    )
  return {
    removeAll: (keys: readonly Key[]) => set(keys, true),
    restoreAll: (keys: readonly Key[]) => set(keys, false),
    remove: async (key: Key): Promise<void> => void (await set([key], true)),
    restore: async (key: Key): Promise<void> => void (await set([key], false)),
  }
}
