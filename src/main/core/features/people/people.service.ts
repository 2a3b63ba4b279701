import type { FirstContact, PeopleOfAccount, PersonDetail, PersonInput } from '#shared/contract/people'
import { personInput } from '#shared/contract/people'
import { addDays } from '#shared/domain/months'
import { peopleGaps, staleDays } from '#shared/domain/people/gaps'
import { closesCircle } from '#shared/domain/people/org'
import type { AuditRecord, FieldChange } from '../../db/book'
import { expectVersion } from '../../db/expect-version'
import { fieldChanges } from '../../db/field-changes'
import { newRecord } from '../../db/new-record'
import { removal } from '../../db/removal'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import * as repository from './people.repository'
import { checked, detailOf, inputOf, masked, personColumns, rowOf, unmasked } from './person-record'
import { loadSurnames, type SpellPerson } from './person-reading'

export type PeopleService = ReturnType<typeof createPeopleService>

/** How a write reaches the book: under which time, of which import, with which reading of names. */
export interface PersonWrite {
  hlc: string
  batch: number | null
  spell: SpellPerson
}

const readAtOnce = 2000

export function createPeopleService(kernel: Pick<WorkerKernel, 'db' | 'book' | 'lease'>) {
  const { db, book, lease } = kernel

  function recordOf(id: number): repository.ContactRecord {
    const record = repository.contactById(db, id)
    if (!record) throw new Refused('not-found', { what: 'contact' })
    if (record.erased_at !== null) throw new Refused('contact-erased')
    return record
  }

  function accountOf(accountId: number) {
    const account = repository.accountHead(db, accountId)
    if (!account) throw new Refused('not-found', { what: 'account' })
    return account
  }

  function refuseBadBoss(accountId: number, id: number | null, name: string, boss: number | null): void {
    if (boss === null) return
    const people = repository.liveContacts(db, accountId)
    if (!people.some((one) => one.id === boss)) throw new Refused('contact-other-customer', {}, 'reportsTo')
    const lines = people.map((one) => ({ id: one.id, reportsTo: one.reports_to }))
    if (id !== null && closesCircle(lines, id, boss)) throw new Refused('contact-circle', { name }, 'reportsTo')
  }

  /** Writes inside the caller's transaction. The first contact of a customer is the main one. */
  function insert(accountId: number, sent: PersonInput, { hlc, batch, spell }: PersonWrite): number {
    const input = checked(sent)
    refuseBadBoss(accountId, null, input.name, input.reportsTo)
    const primary = input.primary || repository.liveContacts(db, accountId).length === 0
    const id = repository.insertContact(db, {
      ...personColumns({ ...input, primary }),
      ...spell(input.name),
      ...newRecord(book, hlc),
      account_id: accountId,
      map_x: null,
      map_y: null,
      batch_id: batch,
      erased_at: null,
    })
    if (primary) repository.onlyPrimary(db, accountId, id)
    return id
  }

  function change(id: number, sent: PersonInput, { hlc, spell }: Pick<PersonWrite, 'hlc' | 'spell'>): FieldChange[] {
    const record = recordOf(id)
    const before = inputOf(record)
    const after = checked(sent, before)
    if (after.reportsTo !== before.reportsTo) refuseBadBoss(record.account_id, id, after.name, after.reportsTo)
    const changes = fieldChanges(before, after)
    if (changes.length === 0) return changes
    repository.updateContact(db, id, {
      ...personColumns(after),
      ...spell(after.name),
      version: record.version + 1,
      hlc,
      updated_at: book.now(),
    })
    if (after.primary) repository.onlyPrimary(db, record.account_id, id)
    return changes
  }

  function audit(action: string, record: repository.ContactRecord, changes: FieldChange[] = []): AuditRecord {
    return { action, entity: 'contact', entityUid: record.uid, summary: record.name, changes }
  }

  const { removeAll, restoreAll } = removal(kernel, {
    found: recordOf,
    store: ({ id }, columns) => repository.updateContact(db, id, columns),
    audit: (record, action) => audit(action, record),
  })

  /** Reads the names of a book of before names were read; once. */
  async function readNames(): Promise<void> {
    if (repository.unread(db, 1).length === 0) return
    const spell = await loadSurnames()
    for (let left = readAtOnce; left === readAtOnce;) {
      left = await lease.run(() =>
        db.transaction(() => {
          const some = repository.unread(db, readAtOnce)
          for (const { id, name } of some) repository.updateContact(db, id, spell(name))
          return some.length
        }),
      )
    }
  }

  /** An org line drawn by an import: of a contact the import made no version of its own, so that its undo finds it. */
  function drawLine(id: number, boss: number, { hlc }: PersonWrite): void {
    repository.updateContact(db, id, { reports_to: boss, hlc })
  }

  return {
    insert,
    change,
    drawLine,
    readNames,
    record: recordOf,
    input: (id: number): PersonInput => inputOf(recordOf(id)),
    /** Contacts of a customer that are in use, as rows of the book. */
    live: (accountId: number) => repository.liveContacts(db, accountId),
    ofBatch: (batch: number) => repository.contactsOfBatch(db, batch),
    laterThan: (batch: number, accountId: number) => repository.laterContacts(db, accountId, batch),
    deleteRow: (id: number) => repository.deleteContact(db, id),
    async list(query: repository.PeopleQuery, seesAll: boolean) {
      await readNames()
      const today = book.today()
      const scope = { staleBefore: addDays(today, -staleDays), wholeNumbers: !seesAll }
      const { rows, total } = repository.listContacts(db, query, scope)
      return {
        total,
        rows: rows.map(({ account_name, account_code, boss_name, ...record }) =>
          rowOf(record, { account: account_name, accountCode: account_code, reportsToName: boss_name ?? '', today }),
        ),
      }
    },
    /** One page with whole inputs, for the export: in full or masked. */
    async page(query: repository.PeopleQuery, seesAll: boolean) {
      await readNames()
      const scope = { staleBefore: addDays(book.today(), -staleDays), wholeNumbers: !seesAll }
      return repository
        .listContacts(db, query, scope)
        .rows.map(({ account_name: account, account_code: accountCode, boss_name, ...record }) => {
          const input = inputOf(record)
          const shown = seesAll ? input : { ...masked(input), birthday: null }
          return { ...shown, account, accountCode, reportsToName: boss_name ?? '' }
        })
    },
    ofAccount(accountId: number): PeopleOfAccount {
      const { name: account, code: accountCode } = accountOf(accountId)
      const records = repository.liveContacts(db, accountId)
      const names = new Map(records.map(({ id, name }) => [id, name]))
      const today = book.today()
      return {
        people: records.map((record) =>
          rowOf(record, { account, accountCode, reportsToName: names.get(record.reports_to ?? 0) ?? '', today }),
        ),
        gaps: peopleGaps(records.map(inputOf), today),
        erased: repository
          .erasedContacts(db, accountId)
          .map(({ id, erased_at, erased_by }) => ({ id, at: erased_at ?? '', by: erased_by })),
      }
    },
    get(id: number): PersonDetail {
      const record = recordOf(id)
      return detailOf(record, accountOf(record.account_id).name, false)
    },
    /** In full, and entered in the audit trail in the same transaction. */
    reveal: (id: number): Promise<PersonDetail> =>
      lease.run(() =>
        book.write(() => {
          const record = recordOf(id)
          return { result: detailOf(record, accountOf(record.account_id).name, true), audit: audit('reveal', record) }
        }),
      ),
    async create(accountId: number, sent: PersonInput, seesAll: boolean): Promise<PersonDetail> {
      const spell = await loadSurnames()
      return lease.run(() =>
        book.write((hlc) => {
          const account = accountOf(accountId)
          const record = recordOf(insert(accountId, sent, { hlc, batch: null, spell }))
          return { result: detailOf(record, account.name, seesAll), audit: audit('create', record) }
        }),
      )
    },
    async update(id: number, version: number, sent: PersonInput, seesAll: boolean): Promise<PersonDetail> {
      const spell = await loadSurnames()
      return lease.run(() =>
        book.write((hlc) => {
          const record = recordOf(id)
          expectVersion(record, version)
          const changes = change(id, unmasked(inputOf(record), sent, seesAll), { hlc, spell })
          const after = recordOf(id)
          return {
            result: detailOf(after, accountOf(after.account_id).name, seesAll),
            audit: changes.length === 0 ? null : audit('update', after, changes),
          }
        }),
      )
    },
    remove: async (ids: readonly number[]) => (await removeAll(ids)).map(({ id }) => id),
    restore: async (ids: readonly number[]) => (await restoreAll(ids)).map(({ id }) => id),
    /** Draws or takes away one org line; answers whom the contact reported to before. */
    setReportsTo: (id: number, boss: number | null): Promise<{ before: number | null }> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = recordOf(id)
          const before = record.reports_to
          refuseBadBoss(record.account_id, id, record.name, boss)
          if (before === boss) return { result: { before }, audit: null }
          repository.updateContact(db, id, {
            reports_to: boss,
            version: record.version + 1,
            hlc,
            updated_at: book.now(),
          })
          const changes = [{ field: 'reportsTo', old: before, new: boss }]
          return { result: { before }, audit: audit('update', record, changes) }
        }),
      ),
    /** How the map looks; like a preference it leaves no audit row and no version. */
    arrange: (accountId: number, places: readonly { id: number; place: { x: number; y: number } | null }[]) =>
      lease.run(() =>
        book.write(() => {
          const own = new Set(repository.liveContacts(db, accountId).map(({ id }) => id))
          for (const { id, place } of places) {
            if (!own.has(id)) throw new Refused('contact-other-customer')
            repository.updateContact(db, id, { map_x: place?.x ?? null, map_y: place?.y ?? null })
          }
          return { result: undefined, audit: null }
        }),
      ),
    /** Writes the first contact of a new customer inside the transaction that makes the customer. */
    async firstContact(contact: FirstContact): Promise<(accountId: number, hlc: string) => AuditRecord[]> {
      const spell = await loadSurnames()
      return (accountId, hlc) => {
        const input = personInput.parse({ ...contact, primary: true })
        return [audit('create', recordOf(insert(accountId, input, { hlc, batch: null, spell })))]
      }
    },
  }
}
