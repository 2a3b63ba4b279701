import { createHash, randomBytes } from 'node:crypto'
import { shanghaiDay } from '#shared/domain/shanghai-time'
import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '../host'
import type { Database } from './database'
import { nextHybridTime } from './hybrid-clock'

/** One field of one entity: what it was, what it became. */
export interface FieldChange {
  field: string
  old: unknown
  new: unknown
}

/** What an audit row says. `summary` is a name or number a person recognises; `changes` is the diff of the write. */
export interface AuditRecord {
  action: string
  entity: string
  entityUid: string
  summary: string
  changes?: FieldChange[]
}

/** An open book with who writes in it: gives keys and times, and puts each write with its audit row in one transaction. */
export class Book {
  readonly device: string

  constructor(
    readonly db: Database,
    readonly clock: Clock,
    readonly actor: string,
  ) {
    const row = db.first(db.build.selectFrom('book').select('device'))
    if (!row) throw new Error('the book has no head row')
    this.device = row.device
  }

  /** A new UUIDv7 for something that can travel between books. */
  uid(): string {
    return uuidv7({ msecs: this.clock.now() })
  }

  /** Now, UTC ISO text. */
  now(): string {
    return new Date(this.clock.now()).toISOString()
  }

  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  today(): string {
    return shanghaiDay(this.clock.now())
  }

  /** Moves the book's hybrid clock on. Other connections move it too, so it is read where it is kept. */
  #tick(): string {
    const row = this.db.first(this.db.build.selectFrom('book').select('hlc'))
    const hlc = nextHybridTime(row?.hlc ?? '', this.clock.now())
    this.db.run(this.db.build.updateTable('book').set({ hlc }).where('id', '=', 1))
    return hlc
  }

  /**
   * One write = one transaction = data + audit row. Call it while holding the write lease.
   * `work` does the writing and says what was done; null: nothing changed, so nothing is recorded.
   */
  write<T>(work: (hlc: string) => { result: T; audit: AuditRecord | AuditRecord[] | null }): T {
    return this.db.transaction(() => {
      const hlc = this.#tick()
      const { result, audit } = work(hlc)
      for (const record of audit === null ? [] : Array.isArray(audit) ? audit : [audit]) this.#record(record, hlc)
      return result
    })
  }

  #record(record: AuditRecord, hlc: string): void {
    const { db } = this
    const last = db.first(db.build.selectFrom('audit_entry').select('hash').orderBy('seq', 'desc').limit(1))
    const salt = randomBytes(16).toString('hex')
    const value = JSON.stringify({ summary: record.summary, changes: record.changes ?? [] })
    const entry = {
      at: this.now(),
      hlc,
      device: this.device,
      actor: this.actor,
      action: record.action,
      entity: record.entity,
      entity_uid: record.entityUid,
      commitment: sha256(salt + value),
      previous: last?.hash ?? '',
    }
    const { id } = db.run(db.build.insertInto('audit_entry').values({ ...entry, hash: auditHash(entry) }))
    db.run(db.build.insertInto('audit_value').values({ seq: id, salt, value }))
  }
}

/** What the chain hashes: everything about the entry but its values, which only their salted commitment stands for. */
export interface ChainedEntry {
  at: string
  hlc: string
  device: string
  actor: string
  action: string
  entity: string
  entity_uid: string
  commitment: string
  previous: string
}

export function auditHash(entry: ChainedEntry): string {
  const { previous, at, hlc, device, actor, action, entity, entity_uid, commitment } = entry
  return sha256(JSON.stringify([previous, at, hlc, device, actor, action, entity, entity_uid, commitment]))
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
