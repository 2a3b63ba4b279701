import type { ContractDetail, ContractInput } from '#shared/contract/contracts'
import { followingTerm } from '#shared/domain/contracts/standing'
import type { AuditRecord, FieldChange } from '../../db/book'
import { expectVersion } from '../../db/expect-version'
import { newRecord } from '../../db/new-record'
import { removal } from '../../db/removal'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import type { AccountsService } from '../accounts/accounts.service'
import { bookHead } from '../system/system.service'
import { changesBetween, columnsOf, inputOf, standingFields, successorOf } from './contract-columns'
import { listedContracts, type ContractQuery } from './contract-list'
import * as repository from './contracts.repository'
import type { ContractRecord, NamedContract } from './contracts.repository'
import { createReviews, reviewRowOf } from './reviews'

export type ContractsService = ReturnType<typeof createContractsService>

interface Versioned {
  id: number
  version: number
}

/** Contracts with customers: terms, standing, what follows them, and what is thought of their clauses. */
export function createContractsService(
  kernel: Pick<WorkerKernel, 'db' | 'book' | 'lease'>,
  accounts: Pick<AccountsService, 'detail'>,
) {
  const { db, book, lease } = kernel

  function stored(id: number): NamedContract {
    const record = repository.namedContract(db, id)
    if (!record) throw new Refused('not-found', { what: 'contract' })
    return record
  }

  function current({ id, version }: Versioned): NamedContract {
    const record = stored(id)
    if (record.deleted_at !== null) throw new Refused('not-found', { what: 'contract' })
    expectVersion(record, version)
    return record
  }

  function detail(id: number): ContractDetail {
    const record = stored(id)
    const account = accounts.detail(record.account_id)
    const before = record.predecessor_id === null ? undefined : repository.contractById(db, record.predecessor_id)
    return {
      ...inputOf(record),
      id,
      uid: record.uid,
      version: record.version,
      accountCode: record.account_code,
      account: record.account,
      ...standingFields(record, book.today()),
      terminatedOn: record.terminated_on,
      terminationReason: record.termination_reason,
      predecessor: before && before.deleted_at === null ? { id: before.id, number: before.number } : null,
      successor: successorOf(record),
      archive: { creditDays: account.creditDays, creditLimitFen: account.creditLimitFen },
      reviews: repository.reviewsOf(db, id).map(reviewRowOf),
      createdAt: record.created_at,
      updatedAt: record.updated_at,
      removed: record.deleted_at !== null,
    }
  }

  /** `HT2026110001`, one more than the highest given in the month. */
  function newNumber(): string {
    const prefix = `HT${book.today().slice(0, 7).replace('-', '')}`
    return `${prefix}${String(repository.lastSequence(db, prefix) + 1).padStart(4, '0')}`
  }

  function assertFree(number: string, id: number | null): void {
    const holder = repository.idOfNumber(db, number)
    if (holder !== null && holder !== id) throw new Refused('duplicate-contract', { number }, 'number')
  }

  /** A new contract inside the caller's write. */
  function insert(input: ContractInput, hlc: string, predecessor: number | null = null): number {
    assertDates(input)
    accounts.detail(input.accountId)
    const number = input.number === '' ? newNumber() : input.number
    assertFree(number, null)
    return repository.insertContract(db, {
      ...columnsOf(input),
      number,
      ...newRecord(book, hlc),
      terminated_on: null,
      predecessor_id: predecessor,
    })
  }

  function update(record: ContractRecord, row: Partial<ContractRecord>, hlc: string): void {
    repository.updateContract(db, record.id, { ...row, version: record.version + 1, hlc, updated_at: book.now() })
  }

  const { remove, restore } = removal(kernel, {
    found: stored,
    store: (record, { deleted_at, hlc }) => update(record, { deleted_at }, hlc),
    audit: auditOf,
  })

  return {
    ...createReviews(kernel, stored),
    list: (query: ContractQuery) => listedContracts(db, query, book.today()),
    get: detail,
    stored,
    titleOf: (uid: string) => repository.contractTitle(db, uid),
    choices: () => ({
      managers: repository.distinctManagers(db),
      ourName: bookHead(db).name,
      user: book.actor,
    }),
    insert,
    /** @throws Refused `duplicate-contract`, `invalid-input` */
    create: (input: ContractInput): Promise<ContractDetail> =>
      lease.run(() =>
        book.write((hlc) => {
          const id = insert(input, hlc)
          return { result: detail(id), audit: auditOf(stored(id), 'create') }
        }),
      ),
    /** @throws Refused `changed-meanwhile`, `duplicate-contract`, `invalid-input` */
    save: (key: Versioned, written: ContractInput): Promise<ContractDetail> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = current(key)
          const input = { ...written, number: written.number === '' ? record.number : written.number }
          assertDates(input)
          assertFree(input.number, key.id)
          if (record.terminated_on !== null && input.signedOn === null) throw termFault('signedOn')
          if (input.accountId !== record.account_id) accounts.detail(input.accountId)
          const changes = changesBetween(inputOf(record), input)
          if (changes.length > 0) update(record, { ...columnsOf(input), number: input.number }, hlc)
          return { result: detail(key.id), audit: changes.length === 0 ? null : auditOf(record, 'update', changes) }
        }),
      ),
    /** @throws Refused `invalid-input` for a draft or a day outside its term */
    terminate: (key: Versioned, on: string, reason: string): Promise<ContractDetail> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = current(key)
          const { endsOn } = standingFields(record, book.today())
          if (record.signed_on === null || record.terminated_on !== null) throw termFault('status')
          if (on < record.valid_from || (endsOn !== null && record.renew_months === null && on > endsOn))
            throw termFault('on')
          update(record, { terminated_on: on, termination_reason: reason }, hlc)
          const changes = [
            { field: 'terminatedOn', old: null, new: on },
            { field: 'terminationReason', old: null, new: reason },
          ]
          return { result: detail(key.id), audit: auditOf(record, 'terminate', changes) }
        }),
      ),
    reinstate: (key: Versioned): Promise<ContractDetail> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = current(key)
          if (record.terminated_on === null) return { result: detail(key.id), audit: null }
          update(record, { terminated_on: null, termination_reason: '' }, hlc)
          const changes = [{ field: 'terminatedOn', old: record.terminated_on, new: null }]
          return { result: detail(key.id), audit: auditOf(record, 'reinstate', changes) }
        }),
      ),
    /** @throws Refused `contract-not-renewable` with an open end, `contract-renewed` if there is a following one */
    renew: (key: Versioned): Promise<ContractDetail> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = current(key)
          const { number, next_number } = record
          const { endsOn } = standingFields(record, book.today())
          if (next_number !== null) throw new Refused('contract-renewed', { number, next: next_number })
          if (record.valid_to === null || endsOn === null || record.signed_on === null || record.terminated_on !== null)
            throw new Refused('contract-not-renewable', { number })
          const { from, to } = followingTerm(record.valid_from, record.valid_to, endsOn)
          const terms = { ...inputOf(record), number: '', signedOn: null, validFrom: from, validTo: to }
          const id = insert(terms, hlc, record.id)
          const next = stored(id)
          const changes = [{ field: 'successor', old: null, new: next.number }]
          return { result: detail(id), audit: [auditOf(next, 'create'), auditOf(record, 'renew', changes)] }
        }),
      ),
    remove,
    restore,
    /** Takes contracts of an unfinished load away for good, inside the caller's write. */
    discard: (accountIds: readonly number[]) => repository.deleteOfAccounts(db, accountIds),
  }
}

function assertDates({ validFrom, validTo }: ContractInput): void {
  if (validTo !== null && validTo < validFrom) throw termFault('validTo')
}

function termFault(field: string): Refused {
  return new Refused('contract-dates', {}, field)
}

export function auditOf(
  record: Pick<ContractRecord, 'uid' | 'number' | 'title'>,
  action: string,
  changes: FieldChange[] = [],
): AuditRecord {
  const summary = `${record.number} ${record.title}`
  return { action, entity: 'contract', entityUid: record.uid, summary, changes }
}
