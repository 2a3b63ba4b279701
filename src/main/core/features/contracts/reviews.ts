import type { ReviewInput, ReviewRow } from '#shared/contract/contracts'
import type { AuditRecord } from '../../db/book'
import { expectVersion } from '../../db/expect-version'
import { newRecord } from '../../db/new-record'
import { removal } from '../../db/removal'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import * as repository from './contracts.repository'
import type { NamedContract, ReviewRecord } from './contracts.repository'

const fields = ['day', 'reviewer', 'clause', 'assessment', 'risk', 'suggestion'] as const

/** 合同条款评估: who thinks what of a clause. Told in the history of the contract they are about. */
export function createReviews(
  kernel: Pick<WorkerKernel, 'db' | 'book' | 'lease'>,
  contract: (id: number) => NamedContract,
) {
  const { db, book, lease } = kernel

  function found(id: number): ReviewRecord {
    const record = repository.reviewById(db, id)
    if (!record) throw new Refused('not-found', { what: 'review' })
    return record
  }

  function audit(record: ReviewRecord, action: string, before: ReviewRecord | null): AuditRecord {
    const { uid, number, title } = contract(record.contract_id)
    const changes = fields
      .filter((field) => before === null || before[field] !== record[field])
      .filter((field) => before !== null || record[field] !== '')
      .map((field) => ({ field, old: before?.[field] ?? null, new: record[field] }))
    return { action, entity: 'contract', entityUid: uid, summary: `${number} ${title} · ${record.clause}`, changes }
  }

  const { remove: removeReview, restore: restoreReview } = removal(kernel, {
    found,
    store: ({ id }, columns) => repository.updateReview(db, id, { ...columns, updated_at: book.now() }),
    audit: (record, action) => audit(record, action, record),
  })

  /** Inside the caller's write. */
  function insertReview(contractId: number, review: ReviewInput, hlc: string): number {
    if (contract(contractId).deleted_at !== null) throw new Refused('not-found', { what: 'contract' })
    return repository.insertReview(db, {
      ...review,
      ...newRecord(book, hlc),
      contract_id: contractId,
    })
  }

  return {
    insertReview,
    addReview: (contractId: number, review: ReviewInput): Promise<ReviewRow> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = found(insertReview(contractId, review, hlc))
          return { result: reviewRowOf(record), audit: audit(record, 'review', null) }
        }),
      ),
    /** @throws Refused `changed-meanwhile` */
    saveReview: (id: number, version: number, review: ReviewInput): Promise<ReviewRow> =>
      lease.run(() =>
        book.write((hlc) => {
          const before = found(id)
          expectVersion(before, version)
          repository.updateReview(db, id, { ...review, version: version + 1, hlc, updated_at: book.now() })
          const after = found(id)
          return { result: reviewRowOf(after), audit: audit(after, 'review', before) }
        }),
      ),
    removeReview,
    restoreReview,
  }
}

export function reviewRowOf(record: ReviewRecord): ReviewRow {
  const { id, version, day, reviewer, clause, assessment, risk, suggestion } = record
  return { id, version, day, reviewer, clause, assessment, risk, suggestion }
}
