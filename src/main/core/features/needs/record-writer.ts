import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import * as repository from './record.repository'

export type NeedsKernel = Pick<WorkerKernel, 'db' | 'book' | 'lease'>

interface RecordWriter {
  table: repository.SoftTable
  /** Entity of the audit trail. */
  entity: string
  /** Checks before a removal, and before a removed record comes back. */
  beforeRemove?: (id: number) => void
  beforeRestore?: (id: number) => void
  summary: (id: number) => string
}

/** Soft removal and its undo, the same for every kind of record here. @throws Refused `not-found` */
export function removal({ db, book, lease }: NeedsKernel, record: RecordWriter) {
  const set = (id: number, deleted: boolean): Promise<void> =>
    lease.run(() =>
      book.write((hlc) => {
        const found = repository.softRecord(db, record.table, id)
        if (!found) throw new Refused('not-found', { what: record.entity })
        if ((found.deleted_at !== null) === deleted) return { result: undefined, audit: null }
        if (deleted) record.beforeRemove?.(id)
        else record.beforeRestore?.(id)
        repository.setDeleted(db, record.table, id, { deletedAt: deleted ? book.now() : null, hlc })
        return {
          result: undefined,
          audit: {
            action: deleted ? 'remove' : 'restore',
            entity: record.entity,
            entityUid: found.uid,
            summary: record.summary(id),
          },
        }
      }),
    )
  return { remove: (id: number) => set(id, true), restore: (id: number) => set(id, false) }
}

/** Field by field what differs; only fields of `after` are looked at. */
export function differences(before: object, after: object): { field: string; old: unknown; new: unknown }[] {
  const old = before as Record<string, unknown>
  return Object.entries(after)
    .filter(([field, value]) => JSON.stringify(old[field] ?? null) !== JSON.stringify(value ?? null))
    .map(([field, value]) => ({ field, old: old[field] ?? null, new: value ?? null }))
}

/** Refuses to overwrite what somebody else changed meanwhile. */
export function expectVersion(stored: number, expected: number): void {
  if (stored !== expected) throw new Refused('changed-meanwhile')
}
