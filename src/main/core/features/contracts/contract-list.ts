import type { ContractCounts, ContractFilter, ContractRow } from '#shared/contract/contracts'
import type { Database } from '../../db/database'
import { rowOf } from './contract-columns'
import * as repository from './contracts.repository'

export interface ContractQuery {
  filter: ContractFilter
  search: string
  sort?: string | undefined
  descending: boolean
  page: number
  pageSize: number
}

/** Those that still hold come first, the next to end before the others. */
const statusOrder: Readonly<Record<ContractRow['status'], number>> = {
  expiring: 0,
  expired: 1,
  active: 2,
  coming: 3,
  draft: 4,
  terminated: 5,
}
const openEnd = '9999-12-31'

const sortKeys: Readonly<Record<string, (row: ContractRow) => string | number>> = {
  number: (row) => row.number,
  title: (row) => row.title,
  account: (row) => row.account,
  manager: (row) => row.manager,
  status: (row) => statusOrder[row.status],
  signedOn: (row) => row.signedOn ?? '',
  validFrom: (row) => row.validFrom,
  endsOn: (row) => row.endsOn ?? openEnd,
  daysLeft: (row) => row.daysLeft ?? Number.MAX_SAFE_INTEGER,
  creditDays: (row) => row.creditDays ?? -1,
  creditLimit: (row) => row.creditLimitFen ?? -1,
  deposit: (row) => row.depositFen ?? -1,
  updatedAt: (row) => row.updatedAt,
}

/**
 * The contracts that pass the filters. Status and end follow from the day and from automatic prolongation, which SQL
 * cannot reckon; a branch has some hundred contracts, so they are judged one by one.
 */
export function listedContracts(db: Database, { filter, search, ...page }: ContractQuery, today: string) {
  const { accountId, manager } = filter
  const all = repository.contractsFound(db, { accountId, manager, search }).map((record) => rowOf(record, today))
  const rows = all.filter((row) => passes(row, filter)).toSorted(orderOf(page.sort, page.descending))
  const start = (page.page - 1) * page.pageSize
  return {
    rows: rows.slice(start, start + page.pageSize),
    total: rows.length,
    counts: countsOf(all),
    sums: {
      depositFen: rows.reduce(
        (sum, { depositFen, depositReceivedOn }) => sum + (depositReceivedOn === null ? 0 : (depositFen ?? 0)),
        0,
      ),
      creditLimitFen: rows.reduce((sum, { creditLimitFen }) => sum + (creditLimitFen ?? 0), 0),
    },
  }
}

function passes(row: ContractRow, { status, ending }: ContractFilter): boolean {
  return (status === undefined || row.status === status) && (ending === undefined || endsWithin(row, Number(ending)))
}

function endsWithin({ status, daysLeft }: ContractRow, days: number): boolean {
  return status === 'expiring' && daysLeft !== null && daysLeft <= days
}

function countsOf(rows: readonly ContractRow[]): ContractCounts {
  const count = (test: (row: ContractRow) => boolean) => rows.filter(test).length
  return {
    in30: count((row) => endsWithin(row, 30)),
    in60: count((row) => endsWithin(row, 60)),
    in90: count((row) => endsWithin(row, 90)),
    expired: count(({ status }) => status === 'expired'),
    active: count(({ status }) => status === 'active' || status === 'expiring'),
    draft: count(({ status }) => status === 'draft'),
  }
}

function orderOf(sort: string | undefined, descending: boolean) {
  const key = sort === undefined ? undefined : sortKeys[sort]
  const sign = descending ? -1 : 1
  return (a: ContractRow, b: ContractRow): number => {
    if (key) return sign * compare(key(a), key(b)) || a.id - b.id
    return (
      statusOrder[a.status] - statusOrder[b.status] || compare(a.endsOn ?? openEnd, b.endsOn ?? openEnd) || b.id - a.id
    )
  }
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
