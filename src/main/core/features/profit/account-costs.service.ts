import type { AccountCostInput, AccountCostRow } from '#shared/contract/profit'
import { expectVersion } from '../../db/expect-version'
import { fieldChanges } from '../../db/field-changes'
import { newRecord } from '../../db/new-record'
import { removal } from '../../db/removal'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import type { AccountsService } from '../accounts/accounts.service'
import { costColumns } from './cost-columns'
import * as repository from './profit.repository'

/** 专属服务成本 and 理赔: written by hand, changed by version, taken away and put back. */
export function createAccountCostsService(kernel: Kernel, accounts: AccountsService) {
  const { db, book, lease } = kernel

  function found(id: number) {
    const record = repository.costById(db, id)
    if (!record) throw new Refused('not-found', { what: 'cost' })
    return record
  }

  const { remove, restore } = removal(kernel, {
    found,
    store: ({ id }, columns) => repository.updateCost(db, id, { ...columns, updated_at: book.now() }),
    audit: auditOf,
  })

  return {
    list(query: repository.CostQuery) {
      const { rows, total, fen } = repository.costPage(db, query)
      return { rows: rows.map(rowOf), total, fen }
    },
    add(input: AccountCostInput): Promise<AccountCostRow> {
      return lease.run(() =>
        book.write((hlc) => {
          accounts.detail(input.accountId)
          const id = repository.insertCost(db, { ...costColumns(input), ...newRecord(book, hlc) })
          const record = found(id)
          return { result: rowOf(record), audit: { ...auditOf(record), action: 'create' } }
        }),
      )
    },
    change(id: number, version: number, input: AccountCostInput): Promise<AccountCostRow> {
      return lease.run(() =>
        book.write((hlc) => {
          const before = found(id)
          expectVersion(before, version)
          accounts.detail(input.accountId)
          const columns = costColumns(input)
          const changes = fieldChanges(before, columns)
          if (changes.length === 0) return { result: rowOf(before), audit: null }
          repository.updateCost(db, id, { ...columns, version: version + 1, hlc, updated_at: book.now() })
          const after = found(id)
          return { result: rowOf(after), audit: { ...auditOf(after), action: 'update', changes } }
        }),
      )
    },
    remove,
    restore,
  }
}

export type AccountCostsService = ReturnType<typeof createAccountCostsService>

type Found = NonNullable<ReturnType<typeof repository.costById>>

function auditOf(record: Found) {
  const { uid, account_code, account, month, item } = record
  return {
    entity: 'account-cost',
    entityUid: uid,
    summary: `${account_code} ${account} ${month} ${item}`,
    changes: [{ field: 'fen', old: null, new: record.fen }],
  }
}

function rowOf(record: Pick<Found, 'account' | 'account_code'> & repository.AccountCostRecord): AccountCostRow {
  return {
    id: record.id,
    version: record.version,
    accountId: record.account_id,
    accountCode: record.account_code,
    account: record.account,
    month: record.month,
    kind: record.kind,
    item: record.item,
    fen: record.fen,
    waybillNumber: record.waybill_number,
    note: record.note,
    updatedAt: record.updated_at,
  }
}
