import type { WalletInput, WalletRow } from '#shared/contract/needs'
import { monthsOfPeriod, shareOfWallet } from '#shared/domain/needs/shares'
import { expectVersion } from '../../db/expect-version'
import { fieldChanges } from '../../db/field-changes'
import { newRecord } from '../../db/new-record'
import { removal } from '../../db/removal'
import { Refused } from '../../refused'
import { revenueOf } from '../waybills/account-waybills'
import type { NeedsKernel } from './needs-kernel'
import * as repository from './wallet.repository'

/** What customers say they spend on shipping, and our share of it. */
export function createWalletService(kernel: NeedsKernel) {
  const { db, book, lease } = kernel

  function found(id: number): repository.WalletRecord {
    const record = repository.walletById(db, id)
    if (!record) throw new Refused('not-found', { what: 'wallet' })
    return record
  }

  function rowOf(record: repository.WalletRecord): WalletRow {
    const { from, to, months } = monthsOfPeriod(record.period)
    const ours = revenueOf(db, record.account_id, from, to)
    return {
      ...inputOf(record),
      id: record.id,
      version: record.version,
      revenueFen: ours.revenueFen,
      knownMonths: ours.months,
      months,
      unrated: ours.unrated,
      share: shareOfWallet(record.total_fen, ours.revenueFen, ours.months),
    }
  }

  /** Inside the caller's transaction. */
  function insert(accountId: number, wallet: WalletInput, hlc: string): number {
    return repository.insertWallet(db, {
      ...columnsOf(wallet),
      ...newRecord(book, hlc),
      account_id: accountId,
    })
  }

  const { remove, restore } = removal(kernel, {
    found,
    store: ({ id }, columns) => repository.updateWallet(db, id, columns),
    audit: ({ uid, period }) => ({ entity: 'wallet', entityUid: uid, summary: period }),
  })

  return {
    insert,
    remove,
    restore,
    /** Our net revenue of an account in a month, fen. */
    revenueOf: (accountId: number, month: string): number => revenueOf(db, accountId, month, month).revenueFen,
    list: (accountId: number): WalletRow[] => repository.walletsOf(db, accountId).map(rowOf),
    save: (accountId: number, id: number | null, version: number, wallet: WalletInput): Promise<{ id: number }> =>
      lease.run(() =>
        book.write((hlc) => {
          if (id === null) {
            const made = insert(accountId, wallet, hlc)
            const { uid } = found(made)
            const changes = fieldChanges({}, wallet)
            const audit = { action: 'create', entity: 'wallet', entityUid: uid, summary: wallet.period, changes }
            return { result: { id: made }, audit }
          }
          const record = found(id)
          if (record.account_id !== accountId || record.deleted_at !== null) {
            throw new Refused('not-found', { what: 'wallet' })
          }
          expectVersion(record, version)
          const changes = fieldChanges(inputOf(record), wallet)
          if (changes.length > 0) {
            const stamp = { version: record.version + 1, hlc, updated_at: book.now() }
            repository.updateWallet(db, id, { ...columnsOf(wallet), ...stamp })
          }
          const audit = { action: 'update', entity: 'wallet', entityUid: record.uid, summary: wallet.period, changes }
          return { result: { id }, audit: changes.length === 0 ? null : audit }
        }),
      ),
  }
}

export type WalletService = ReturnType<typeof createWalletService>

function inputOf(record: repository.WalletRecord): WalletInput {
  const { period, total_fen, stated_on, source, note } = record
  return { period, totalFen: total_fen, statedOn: stated_on, source, note }
}

function columnsOf({ period, totalFen, statedOn, source, note }: WalletInput) {
  return { period, total_fen: totalFen, stated_on: statedOn, source, note }
}
