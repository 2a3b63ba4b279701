import type { CompetitionInput, CompetitionRow, CompetitionShare } from '#shared/contract/needs'
import { formatDecimal } from '#shared/domain/decimal'
import { knownSum, wholePpm } from '#shared/domain/needs/shares'
import { expectVersion } from '../../db/expect-version'
import { fieldChanges } from '../../db/field-changes'
import { removal } from '../../db/removal'
import { Refused } from '../../refused'
import type { NeedsKernel } from './needs-kernel'
import * as repository from './wallet.repository'

/** Who else ships for a customer, by the day it was known; a change is a new day, what was known before stays. */
export function createCompetitionService(kernel: NeedsKernel) {
  const { db, book, lease } = kernel

  function onDay(accountId: number, day: string): repository.CompetitionRecord | undefined {
    return repository.competitionsOf(db, accountId).find((record) => record.stated_on === day)
  }

  function check({ shares }: CompetitionInput): void {
    const known = new Map(repository.allCompetitors(db).map(({ id, name }) => [id, name]))
    const seen = new Set<number>()
    for (const [index, { competitorId }] of shares.entries()) {
      const name = known.get(competitorId)
      if (name === undefined) throw new Refused('not-found', { what: 'competitor' }, `shares.${index}.competitorId`)
      if (seen.has(competitorId)) throw new Refused('duplicate-name', { name }, `shares.${index}.competitorId`)
      seen.add(competitorId)
    }
    const sum = knownSum(shares.map(({ sharePpm }) => sharePpm))
    if (sum > wholePpm) throw new Refused('shares-above-whole', { sum: formatDecimal(sum, 4) }, 'shares')
  }

  /** Inside the caller's transaction. */
  function put(accountId: number, version: number, input: CompetitionInput, hlc: string) {
    check(input)
    const record = onDay(accountId, input.statedOn)
    expectVersion(record, version)
    const before = record ? inputOf(record, repository.sharesOf(db, [record.id])) : { shares: [] }
    const changes = changesOf(before, input)
    if (record && changes.length === 0) return { id: record.id, uid: record.uid, version, changes }
    const now = book.now()
    const stamp = { hlc, source: input.source, updated_at: now }
    const uid = record?.uid ?? book.uid()
    const id =
      record?.id ??
      repository.insertCompetition(db, {
        ...stamp,
        uid,
        account_id: accountId,
        stated_on: input.statedOn,
        created_at: now,
        deleted_at: null,
      })
    if (record) repository.updateCompetition(db, id, { ...stamp, version: version + 1 })
    repository.replaceShares(db, id, input.shares.map(columnsOf))
    return { id, uid, version: version + 1, changes }
  }

  /** Shares by the competitor's name, as the history shows them. */
  function changesOf(before: Partial<CompetitionInput>, after: CompetitionInput) {
    const names = new Map(repository.allCompetitors(db).map(({ id, name }) => [id, name]))
    const flat = ({ shares = [], ...head }: Partial<CompetitionInput>) => ({
      ...head,
      ...Object.fromEntries(
        shares.map(({ competitorId, ...rest }) => [`share.${names.get(competitorId) ?? competitorId}`, rest]),
      ),
    })
    const old = flat(before)
    const gone = Object.fromEntries(Object.keys(old).map((key) => [key, null]))
    return fieldChanges(old, { ...gone, ...flat(after) })
  }

  const found = (id: number) => {
    const record = repository.competitionById(db, id)
    if (!record) throw new Refused('not-found', { what: 'competition' })
    return record
  }

  const { remove, restore } = removal(kernel, {
    found,
    before({ account_id: accountId, stated_on: day }, removing) {
      if (!removing && onDay(accountId, day)) throw new Refused('duplicate-name', { name: day })
    },
    store: ({ id }, columns) => repository.updateCompetition(db, id, columns),
    audit: ({ uid, stated_on: day }) => ({ entity: 'competition', entityUid: uid, summary: day }),
  })

  return {
    put,
    remove,
    restore,
    list(accountId: number): CompetitionRow[] {
      const records = repository.competitionsOf(db, accountId)
      const shares = repository.sharesOf(
        db,
        records.map(({ id }) => id),
      )
      return records.map((record) => {
        const own = shares.filter((share) => share.competition_id === record.id)
        return { ...inputOf(record, own), id: record.id, version: record.version, updatedAt: record.updated_at }
      })
    },
    /** @throws Refused `shares-above-whole` naming the sum, `duplicate-name`, `changed-meanwhile` */
    save: (accountId: number, version: number, input: CompetitionInput) =>
      lease.run(() =>
        book.write((hlc) => {
          const { uid, changes, ...result } = put(accountId, version, input, hlc)
          const action = version === 0 ? 'create' : 'update'
          const audit = { action, entity: 'competition', entityUid: uid, summary: input.statedOn, changes }
          return { result, audit: version > 0 && changes.length === 0 ? null : audit }
        }),
      ),
  }
}

export type CompetitionService = ReturnType<typeof createCompetitionService>

function inputOf(record: repository.CompetitionRecord, shares: readonly repository.ShareRecord[]): CompetitionInput {
  return { statedOn: record.stated_on, source: record.source, shares: shares.map(shareOf) }
}

function shareOf(record: repository.ShareRecord): CompetitionShare {
  return {
    competitorId: record.competitor_id,
    sharePpm: record.share_ppm,
    products: record.products,
    lanes: record.lanes,
    priceNote: record.price_note,
    pricePerKg: record.price_per_kg,
    pricePerTicket: record.price_per_ticket,
    strengths: record.strengths,
    weaknesses: record.weaknesses,
  }
}

function columnsOf(share: CompetitionShare) {
  return {
    competitor_id: share.competitorId,
    share_ppm: share.sharePpm,
    products: share.products,
    lanes: share.lanes,
    price_note: share.priceNote,
    price_per_kg: share.pricePerKg,
    price_per_ticket: share.pricePerTicket,
    strengths: share.strengths,
    weaknesses: share.weaknesses,
  }
}
