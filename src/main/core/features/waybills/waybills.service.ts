import { accountInput } from '#shared/contract/accounts'
import type { UnmatchedGroup, WaybillRow } from '#shared/contract/waybills'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import { runInWorker } from '../../worker/run-in-worker'
import { loadPinyin } from '../accounts/account-pinyin'
import type { AccountsService } from '../accounts/accounts.service'
import { rateTouchedMonths } from './month-pass'
import { pastTickets } from './past-tickets.repository'
import { createRatings, priceRows, type RateInput } from './rerate'
import { rowsByIds, storePrice } from './rerate.repository'
import { type AccountMonthKey, latestMonth, recomputeRollups, rolledMonths, verifyRollups } from './rollups.repository'
import { similarAccounts } from './similar-accounts'
import { unmatchedGroups, waitingIds } from './unmatched.repository'
import { placeOfText } from './waybill-places'
import { factsOf } from './waybill-pricing'
import * as repository from './waybills.repository'

export type WaybillsService = ReturnType<typeof createWaybillsService>

/** Rows read at once while a list is exported. */
const exportPiece = 500

export function createWaybillsService(kernel: Kernel, accounts: AccountsService) {
  const { db, book, lease, jobs } = kernel

  /** Gives waiting waybills to an account and rates them, in the caller's transaction; the account-months touched. */
  function assignWaiting(ids: number[], accountId: number): AccountMonthKey[] {
    const ratings = createRatings(db)
    const rows = rowsByIds(db, ids).map((row) => ({ ...row, account_id: accountId }))
    const months = Map.groupBy(rows, ({ month }) => month)
    for (const own of months.values()) {
      const prices = priceRows(ratings, own)
      for (const [index, row] of own.entries()) {
        const price = prices[index]
        if (price) storePrice(db, row.id, accountId, price)
      }
    }
    const touched = [...months.keys()].flatMap((month) => [
      { accountId: null, month },
      { accountId, month },
    ])
    recomputeRollups(db, touched)
    return touched
  }

  function waiting(code: string, name: string): number[] {
    const ids = waitingIds(db, code, name)
    if (ids.length === 0) throw new Refused('not-found', { what: 'waybills' })
    return ids
  }

  return {
    list(query: repository.WaybillQuery) {
      const { total, ...sums } = repository.sumWaybills(db, query)
      return { rows: repository.listWaybills(db, query).map(rowOf), total, sums }
    },
    /**
     * All that fits the filter, piece by piece: no cursor stays open between two pieces, so others can write meanwhile.
     */
    *each(query: Omit<repository.WaybillQuery, 'page' | 'pageSize'>) {
      const ids = repository.waybillIds(db, query)
      for (let start = 0; start < ids.length; start += exportPiece) {
        yield* repository.waybillsByIds(db, ids.slice(start, start + exportPiece))
      }
    },
    /** Shipments that happened, for checks of new prices. */
    past: pastTickets(db),
    sums: (query: Pick<repository.WaybillQuery, 'search' | 'filter'>) => repository.sumWaybills(db, query),
    explain(id: number, locale: 'zh-CN' | 'en') {
      const record = repository.waybillById(db, id)
      if (!record) throw new Refused('not-found', { what: 'waybill' })
      const ticket = factsOf(record, placeOfText(record.origin), placeOfText(record.destination))
      return { waybill: rowOf(record), ...createRatings(db).explainTicket(ticket, locale, record.id) }
    },
    choices: () => ({
      months: rolledMonths(db),
      products: repository.distinctTexts(db, 'product'),
      carriers: repository.distinctTexts(db, 'carrier'),
    }),
    unmatched(query: { page: number; pageSize: number; search: string }) {
      const { rows, total } = unmatchedGroups(db, query)
      const known = [...accounts.accountsById().values()]
      const matcher = accounts.matcher()
      const withCandidates = rows.map((row): UnmatchedGroup => {
        const match = matcher.match(row.code, '', row.name)
        const ambiguous = match.kind === 'ambiguous' ? match.accountIds : []
        return { ...row, candidates: similarAccounts(row.name, known, ambiguous) }
      })
      return { rows: withCandidates, total }
    },
    async assign(code: string, name: string, accountId: number) {
      const spell = await loadPinyin()
      const { touched, ...result } = await lease.run(() =>
        book.write((hlc) => {
          const ids = waiting(code, name)
          const account = accounts.detail(accountId)
          if (account.deletedAt !== null) throw new Refused('not-found', { what: 'account' })
          const changes = accounts.learnAlias(accountId, [name === '' ? code : name], hlc, spell)
          return {
            result: { matched: ids.length, touched: assignWaiting(ids, accountId) },
            audit: {
              action: 'assign',
              entity: 'account',
              entityUid: account.uid,
              summary: `${name || code} → ${account.code} ${account.name}`,
              changes: [...changes, { field: 'waybills', old: null, new: ids.length }],
            },
          }
        }),
      )
      // Volume tiers look at whole months, which have more tickets now.
      await rateTouchedMonths(kernel, createRatings(db), touched)
      return result
    },
    async createAccount(code: string, name: string) {
      const spell = await loadPinyin()
      const { touched, ...result } = await lease.run(() =>
        book.write((hlc) => {
          const ids = waiting(code, name)
          const monthAccounts = code === '' || name === '' ? [] : [code]
          const accountId = accounts.insert(
            accountInput.parse({ name: name === '' ? code : name, monthAccounts }),
            hlc,
            null,
            spell,
          )
          const touched = assignWaiting(ids, accountId)
          const account = accounts.detail(accountId)
          return {
            result: { accountId, matched: ids.length, touched },
            audit: {
              action: 'create',
              entity: 'account',
              entityUid: account.uid,
              summary: `${account.code} ${account.name}`,
              changes: [{ field: 'waybills', old: null, new: ids.length }],
            },
          }
        }),
      )
      await rateTouchedMonths(kernel, createRatings(db), touched)
      return result
    },
    rate: (input: RateInput) =>
      jobs.start('rate', (handle) => runInWorker<{ count: number }>(kernel, 'rate', input, handle)),
    latestMonth: () => latestMonth(db),
    verifyRollups: () => verifyRollups(db),
  }
}

type JoinedRow = NonNullable<ReturnType<typeof repository.waybillById>>

export function rowOf(row: JoinedRow): WaybillRow {
  return {
    id: row.id,
    number: row.number,
    carrier: row.carrier,
    feeKind: row.fee_kind,
    lineKind: row.line_kind,
    shippedOn: row.shipped_on,
    accountId: row.account_id,
    accountCode: row.account_code,
    account: row.account_name,
    customer: [row.customer_code, row.customer_name].filter(Boolean).join(' '),
    product: row.product,
    origin: row.origin,
    destination: row.destination,
    pieces: row.pieces,
    actualGrams: row.actual_grams,
    chargeableGrams: row.chargeable_grams,
    revenueFen: row.revenue_fen,
    grossFen: row.gross_fen,
    costFen: row.cost_fen,
    marginFen: row.revenue_fen === null || row.cost_fen === null ? null : row.revenue_fen - row.cost_fen,
    billedFen: row.billed_fen,
    status: row.status,
    reason: row.reason,
    reasonParams: row.reason_params === null ? null : (JSON.parse(row.reason_params) as Record<string, string>),
    costReason: row.cost_reason,
    batch: row.batch_id,
  }
}
