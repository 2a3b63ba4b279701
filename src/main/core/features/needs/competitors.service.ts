import type { Competitor } from '#shared/contract/needs'
import { expectVersion } from '../../db/expect-version'
import { fieldChanges } from '../../db/field-changes'
import { newRecord } from '../../db/new-record'
import { removal } from '../../db/removal'
import { Refused } from '../../refused'
import type { NeedsKernel } from './needs-kernel'
import * as repository from './wallet.repository'

export interface CompetitorInput {
  id: number | null
  version: number
  name: string
  note: string
}

/** The branch's list of competitors. */
export function createCompetitorsService(kernel: NeedsKernel) {
  const { db, book, lease } = kernel

  function found(id: number): repository.CompetitorRecord {
    const record = repository.competitorById(db, id)
    if (!record) throw new Refused('not-found', { what: 'competitor' })
    return record
  }

  function refuseTakenName(name: string, own: number | null): void {
    const taken = repository.liveCompetitorByName(db, name)
    if (taken && taken.id !== own) throw new Refused('duplicate-name', { name }, 'name')
  }

  /** Inside the caller's transaction. */
  function insert(name: string, note: string, hlc: string): number {
    refuseTakenName(name, null)
    return repository.insertCompetitor(db, { ...newRecord(book, hlc), name, note })
  }

  const { remove, restore } = removal(kernel, {
    found,
    before({ id, name }, removing) {
      if (!removing) refuseTakenName(name, id)
      else if (repository.customersByCompetitor(db).has(id)) throw new Refused('in-use', { name })
    },
    store: ({ id }, columns) => repository.updateCompetitor(db, id, columns),
    audit: ({ uid, name }) => ({ entity: 'competitor', entityUid: uid, summary: name }),
  })

  return {
    insert,
    remove,
    restore,
    list: (): (Competitor & { customers: number })[] => {
      const customers = repository.customersByCompetitor(db)
      return repository
        .liveCompetitors(db)
        .map((record) => ({ ...competitorOf(record), customers: customers.get(record.id) ?? 0 }))
    },
    /** Removed ones too, for naming what earlier days say. */
    all: (): Competitor[] => repository.allCompetitors(db).map(competitorOf),
    live: (): Competitor[] => repository.liveCompetitors(db).map(competitorOf),
    save: ({ id, version, name, note }: CompetitorInput): Promise<Competitor> =>
      lease.run(() =>
        book.write((hlc) => {
          if (id === null) {
            const made = competitorOf(found(insert(name, note, hlc)))
            const audit = { action: 'create', entity: 'competitor', entityUid: made.uid, summary: name }
            return { result: made, audit }
          }
          const record = found(id)
          expectVersion(record, version)
          refuseTakenName(name, id)
          const changes = fieldChanges(record, { name, note })
          if (changes.length > 0) {
            const stamp = { version: record.version + 1, hlc, updated_at: book.now() }
            repository.updateCompetitor(db, id, { name, note, ...stamp })
          }
          const audit = { action: 'update', entity: 'competitor', entityUid: record.uid, summary: name, changes }
          return { result: competitorOf(found(id)), audit: changes.length === 0 ? null : audit }
        }),
      ),
  }
}

export type CompetitorsService = ReturnType<typeof createCompetitorsService>

function competitorOf({ id, uid, version, name, note }: repository.CompetitorRecord): Competitor {
  return { id, uid, version, name, note }
}
