import type { AccountCostInput, AccountCostRow } from '#shared/contract/profit'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import type { AccountsService } from '../accounts/accounts.service'
import { costColumns } from './cost-columns'
import * as repository from './profit.repository'

/** 专属服务成本 and 理赔: written by hand, changed by version, taken away and put back. */
export function createAccountCostsService({ db, book, lease }: Kernel, accounts: AccountsService) {
  function found(id: number) {
    const record = repository.costById(db, id)
    if (!record) throw new Refused('not-found', { what: 'cost' })
    return record
  }

  function setDeleted(id: number, deleted: boolean): Promise<void> {
    return lease.run(() =>
      book.write((hlc) => {
        const record = found(id)
        if ((record.deleted_at !== null) === deleted) return { result: undefined, audit: null }
        repository.updateCost(db, id, {
          deleted_at: deleted ? book.now() : null,
          version: record.version + 1,
          hlc,
          updated_at: book.now(),
        })
        return { result: undefined, audit: auditOf(deleted ? 'remove' : 'restore', record) }
      }),
    )
  }

  return {
    list(query: repository.CostQuery) {
      const { rows, total, fen } = repository.costPage(db, query)
      return { rows: rows.map(rowOf), total, fen }
    },
    add(input: AccountCostInput): Promise<AccountCostRow> {
      return lease.run(() =>
        book.write((hlc) => {
          accounts.detail(input.accountId)
          const at = book.now()
          const id = repository.insertCost(db, {
            ...costColumns(input),
            uid: book.uid(),
            hlc,
            created_at: at,
            updated_at: at,
            deleted_at: null,
          })
          const record = found(id)
          return { result: rowOf(record), audit: auditOf('create', record) }
        }),
      )
    },
    change(id: number, version: number, input: AccountCostInput): Promise<AccountCostRow> {
      return lease.run(() =>
        book.write((hlc) => {
          const before = found(id)
          if (before.version !== version || before.deleted_at !== null) throw new Refused('changed-meanwhile')
          accounts.detail(input.accountId)
          const columns = costColumns(input)
          const changes = (Object.keys(columns) as (keyof typeof columns)[])
            .filter((field) => before[field] !== columns[field])
            .map((field) => ({ field, old: before[field], new: columns[field] }))
          if (changes.length === 0) return { result: rowOf(before), audit: null }
          repository.updateCost(db, id, { ...columns, version: version + 1, hlc, updated_at: book.now() })
          const after = found(id)
          return { result: rowOf(after), audit: { ...auditOf('update', after), changes } }
        }),
      )
    },
    remove: (id: number) => setDeleted(id, true),
    restore: (id: number) => setDeleted(id, false),
  }
}

export type AccountCostsService = ReturnType<typeof createAccountCostsService>

type Found = NonNullable<ReturnType<typeof repository.costById>>

function auditOf(action: string, record: Found) {
  const { uid, account_code, account, month, item } = record
  return {
    action,
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
