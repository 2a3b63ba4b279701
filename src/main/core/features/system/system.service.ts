import { dirname, basename, resolve } from 'node:path'
import { statSync } from 'node:fs'
import type { Role } from '#shared/contract/base'
import type { BackupResult, BookInfo, VerifyResult } from '#shared/contract/system'
import packageJson from '../../../../../package.json'
import type { FieldChange } from '../../db/book'
import type { Database } from '../../db/database'
import { bookFile, verifiedBackup } from '../../db/open-book'
import type { Kernel, Session } from '../../kernel'
import { workAs } from '../../session'
import * as repository from './system.repository'

export { bookHead, isEmpty as isBookEmpty } from './system.repository'
export { dropDrafts, eraseAuditOf, eraseAuditHolding, textsHolding, valuesOf } from './erase.repository'

/** Names the book as invented; inside the caller's write. */
export function becomeDemoBook(db: Database, name: string): void {
  repository.renameBook(db, name)
  repository.markDemo(db)
}

interface AuditValue {
  summary: string
  changes: FieldChange[]
}

/** Facts other features add to what the system answers; handed in so that features do not import each other in a circle. */
export interface SystemFacts {
  latestMonth(): string | null
  verifyRollups(): { checked: number; wrong: number }
  verifyAttachments(): Promise<VerifyResult['attachments']>
  /** Copies attached files beside the copy of the book. */
  backUpAttachments(bookCopy: string): Promise<BackupResult['attachments']>
  /** A change as may be told to somebody with or without permission to see personal data. */
  shownChange(entity: string, change: FieldChange, seesPersonal: boolean): FieldChange
  recovered: BookInfo['recovered']
}

export type SystemService = ReturnType<typeof createSystemService>

export function createSystemService(kernel: Kernel, facts: SystemFacts) {
  const { db, book, lease, host, dataDir } = kernel
  return {
    info(session: Session): BookInfo {
      const head = repository.bookHead(db)
      return {
        version: packageJson.version,
        bookName: head.name,
        bookPath: resolve(dataDir, bookFile),
        userName: session.userName,
        role: session.role,
        permissions: [...session.permissions],
        host: host.kind,
        files: host.desktop ? 'dialog' : 'transfer',
        empty: repository.isEmpty(db),
        demo: head.demo === 1,
        latestMonth: facts.latestMonth() ?? book.today().slice(0, 7),
        recovered: facts.recovered,
      }
    },
    preferences: () => withPrefix(repository.settings(db), 'preference.'),
    /** Preferences are how the screen looks, not business data: they are stored without an audit row. */
    setPreference: (key: string, value: unknown) =>
      lease.run(() => repository.saveSetting(db, `preference.${key}`, value)),
    renameBook: (name: string) =>
      lease.run(() =>
        book.write(() => {
          const head = repository.bookHead(db)
          repository.renameBook(db, name)
          const changes = [{ field: 'name', old: head.name, new: name }]
          return {
            result: undefined,
            audit: { action: 'update', entity: 'book', entityUid: head.uid, summary: name, changes },
          }
        }),
      ),
    workAs: (role: Role) => workAs(kernel, role),
    audit(filter: repository.AuditFilter, seesPersonal: boolean) {
      const { rows, total } = repository.auditPage(db, filter)
      return {
        total,
        rows: rows.map(({ entity_uid, value, ...row }) => {
          const { summary, changes } = value ? (JSON.parse(value) as AuditValue) : { summary: '', changes: [] }
          const told = changes.map((change) => facts.shownChange(row.entity, change, seesPersonal))
          return { ...row, entityUid: entity_uid, summary, changes: filter.entityUid === undefined ? [] : told }
        }),
      }
    },
    async verify(): Promise<VerifyResult> {
      const { integrity, foreignKeys } = repository.integrity(db)
      const rollups = facts.verifyRollups()
      const audit = repository.verifyAuditChain(db)
      const attachments = await facts.verifyAttachments()
      const filesOk = attachments.missing === 0 && attachments.altered === 0
      const ok = integrity === 'ok' && foreignKeys === 0 && rollups.wrong === 0 && audit.broken === null && filesOk
      return { ok, integrity, foreignKeys, rollups, audit, attachments }
    },
    async backup(path: string): Promise<BackupResult> {
      const target = resolve(path)
      await lease.run(() => verifiedBackup(db, dirname(target), basename(target)))
      const attachments = await facts.backUpAttachments(target)
      return { path: target, bytes: statSync(target).size, attachments }
    },
  }
}

function withPrefix(settings: Record<string, unknown>, prefix: string): Record<string, unknown> {
  const own = Object.entries(settings).filter(([key]) => key.startsWith(prefix))
  return Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value]))
}
