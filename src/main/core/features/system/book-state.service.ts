import type { AuditRecord } from '../../db/book'
import type { Database } from '../../db/database'
import * as repository from './system.repository'

/** True if neither customers nor price sheets nor waybills are in the book. */
export function isBookEmpty(db: Database): boolean {
  return repository.isEmpty(db)
}

/** Names the book and marks it as holding invented data, inside the caller's write; its audit entry. */
export function markDemoBook(db: Database, name: string): AuditRecord {
  const head = repository.bookHead(db)
  repository.renameBook(db, name)
  repository.markDemo(db)
  const changes = [
    { field: 'name', old: head.name, new: name },
    { field: 'demo', old: head.demo === 1, new: true },
  ]
  return { action: 'load-demo', entity: 'book', entityUid: head.uid, summary: name, changes }
}
