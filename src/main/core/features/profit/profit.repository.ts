import type { Insertable, Selectable } from 'kysely'
import { contains } from '../../db/contains'
import type { Database } from '../../db/database'
import type { AccountCostTable, RebateLineTable } from './profit.table'

export type AccountCostRecord = Selectable<AccountCostTable>
export type RebateLineRecord = Selectable<RebateLineTable>

export interface CostQuery {
  page: number
  pageSize: number
  sort?: string | undefined
  descending: boolean
  search: string
  filter: {
    accountId?: number | undefined
    month?: string | undefined
    kind?: 'service' | 'claim' | undefined
  }
}

const costSorts = {
  month: 'cost.month',
  account: 'account.pinyin',
  kind: 'cost.kind',
  item: 'cost.item',
  fen: 'cost.fen',
  updatedAt: 'cost.updated_at',
} as const

function costsFiltered(db: Database, { filter, search }: Pick<CostQuery, 'filter' | 'search'>) {
  let query = db.build
    .selectFrom('account_cost as cost')
    .innerJoin('account', 'account.id', 'cost.account_id')
    .where('cost.deleted_at', 'is', null)
  if (filter.accountId !== undefined) query = query.where('cost.account_id', '=', filter.accountId)
  if (filter.month !== undefined) query = query.where('cost.month', '=', filter.month)
  if (filter.kind !== undefined) query = query.where('cost.kind', '=', filter.kind)
  const columns = ['cost.item', 'cost.note', 'cost.waybill_number', 'account.name', 'account.code', 'account.initials']
  for (const word of contains(columns, search)) query = query.where(word)
  return query
}

export function costPage(db: Database, query: CostQuery) {
  const filtered = costsFiltered(db, query)
  const sort = query.sort !== undefined && query.sort in costSorts ? (query.sort as keyof typeof costSorts) : null
  const direction = query.descending ? 'desc' : 'asc'
  const sorted = sort
    ? filtered.orderBy(costSorts[sort], direction)
    : filtered.orderBy('cost.month', 'desc').orderBy('account.code')
  const rows = db.all(
    sorted
      .orderBy('cost.id')
      .selectAll('cost')
      .select(['account.name as account', 'account.code as account_code'])
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize),
  )
  const sums = db.first(
    filtered.select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number | null>('cost.fen').as('fen')]),
  )
  return { rows, total: sums?.count ?? 0, fen: sums?.fen ?? 0 }
}

export function costById(db: Database, id: number) {
  return db.first(
    db.build
      .selectFrom('account_cost as cost')
      .innerJoin('account', 'account.id', 'cost.account_id')
      .selectAll('cost')
      .select(['account.name as account', 'account.code as account_code', 'account.uid as account_uid'])
      .where('cost.id', '=', id),
  )
}

export function insertCost(db: Database, cost: Insertable<AccountCostTable>): number {
  return db.run(db.build.insertInto('account_cost').values(cost)).id
}

export function updateCost(db: Database, id: number, cost: Partial<Insertable<AccountCostTable>>): void {
  db.run(db.build.updateTable('account_cost').set(cost).where('id', '=', id))
}

/** Services and claims by account and month. */
export function costSums(db: Database, from: string, to: string, accountId?: number) {
  let query = db.build
    .selectFrom('account_cost')
    .where('deleted_at', 'is', null)
    .where('month', '>=', from)
    .where('month', '<=', to)
  if (accountId !== undefined) query = query.where('account_id', '=', accountId)
  return db.all(
    query
      .select((eb) => ['account_id as accountId', 'month', 'kind', eb.fn.sum<number>('fen').as('fen')])
      .groupBy(['account_id', 'month', 'kind']),
  )
}

/** Net rebates by account and month. */
export function rebateSums(db: Database, from: string, to: string, accountId?: number) {
  let query = db.build.selectFrom('rebate_line').where('month', '>=', from).where('month', '<=', to)
  if (accountId !== undefined) query = query.where('account_id', '=', accountId)
  return db.all(
    query
      .select((eb) => ['account_id as accountId', 'month', eb.fn.sum<number>('net_fen').as('fen')])
      .groupBy(['account_id', 'month']),
  )
}

export interface RebateQuery {
  page: number
  pageSize: number
  sort?: string | undefined
  descending: boolean
  search: string
  filter: { month?: string | undefined; accountId?: number | undefined }
}

const rebateSorts = {
  account: 'account.pinyin',
  month: 'line.month',
  sheet: 'line.sheet_name',
  fen: 'line.fen',
  netFen: 'line.net_fen',
} as const

export function rebatePage(db: Database, { filter, search, ...page }: RebateQuery) {
  let query = db.build.selectFrom('rebate_line as line').innerJoin('account', 'account.id', 'line.account_id')
  if (filter.month !== undefined) query = query.where('line.month', '=', filter.month)
  if (filter.accountId !== undefined) query = query.where('line.account_id', '=', filter.accountId)
  const columns = ['line.sheet_name', 'account.name', 'account.code', 'account.initials']
  for (const word of contains(columns, search)) query = query.where(word)
  const sort = page.sort !== undefined && page.sort in rebateSorts ? (page.sort as keyof typeof rebateSorts) : null
  const direction = page.descending ? 'desc' : 'asc'
  const sorted = sort
    ? query.orderBy(rebateSorts[sort], direction)
    : query.orderBy('line.month', 'desc').orderBy('account.code')
  const rows = db.all(
    sorted
      .orderBy('line.id')
      .selectAll('line')
      .select(['account.name as account', 'account.code as account_code'])
      .limit(page.pageSize)
      .offset((page.page - 1) * page.pageSize),
  )
  const sums = db.first(
    query.select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number | null>('line.fen').as('fen')]),
  )
  return { rows, total: sums?.count ?? 0, fen: sums?.fen ?? 0 }
}

export function rebatesOfMonth(db: Database, month: string): RebateLineRecord[] {
  return db.all(db.build.selectFrom('rebate_line').selectAll().where('month', '=', month))
}

export function insertRebate(db: Database, line: Insertable<RebateLineTable>): void {
  db.run(db.build.insertInto('rebate_line').values(line))
}

export function updateRebate(db: Database, id: number, line: Partial<Insertable<RebateLineTable>>): void {
  db.run(db.build.updateTable('rebate_line').set(line).where('id', '=', id))
}

export function deleteRebate(db: Database, id: number): void {
  db.run(db.build.deleteFrom('rebate_line').where('id', '=', id))
}

/** The customers that have rated tickets in a month. */
export function accountsOfMonth(
  db: Database,
  month: string,
): { id: number; uid: string; code: string; name: string }[] {
  return db.all(
    db.build
      .selectFrom('account_month as figures')
      .innerJoin('account', 'account.id', 'figures.account_id')
      .select(['account.id', 'account.uid', 'account.code', 'account.name'])
      .where('figures.month', '=', month)
      .orderBy('account.code'),
  )
}

/** Takes everything of these accounts away for good; only for what was never real. */
export function deleteOfAccounts(db: Database, accountIds: readonly number[]): void {
  for (const id of accountIds) {
    db.run(db.build.deleteFrom('account_cost').where('account_id', '=', id))
    db.run(db.build.deleteFrom('rebate_line').where('account_id', '=', id))
  }
}
