import type { WaybillFilter } from '#shared/contract/waybills'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { contains } from '../../db/contains'
import type { Database } from '../../db/database'
import type { WaybillTable } from './waybills.table'

export type WaybillRecord = Selectable<WaybillTable>

export interface WaybillQuery {
  page: number
  pageSize: number
  sort?: string | undefined
  descending: boolean
  /** Part of a waybill number or of the customer as written. */
  search: string
  filter: WaybillFilter
}

const sortColumns = {
  number: 'waybill.number',
  shippedOn: 'waybill.shipped_on',
  account: 'account.pinyin',
  accountCode: 'account.code',
  customer: 'waybill.customer_name',
  product: 'waybill.product',
  carrier: 'waybill.carrier',
  destination: 'waybill.destination',
  pieces: 'waybill.pieces',
  actualGrams: 'waybill.actual_grams',
  chargeableGrams: 'waybill.chargeable_grams',
  revenueFen: 'waybill.revenue_fen',
  grossFen: 'waybill.gross_fen',
  costFen: 'waybill.cost_fen',
  billedFen: 'waybill.billed_fen',
  status: 'waybill.status',
} as const

export function listWaybills(db: Database, query: WaybillQuery) {
  return db.all(pageOf(db, query))
}

/** The keys of all rows that fit the filter, in the list's order; for the export, which reads the rows piece by piece. */
export function waybillIds(db: Database, query: Omit<WaybillQuery, 'page' | 'pageSize'>): number[] {
  return db.all(ordered(db, query).clearSelect().select('waybill.id')).map(({ id }) => id)
}

/** Rows by their keys, in the order of the keys. */
export function waybillsByIds(db: Database, ids: readonly number[]) {
  const rows = db.all(joined(db, { search: '', filter: {} }).where('waybill.id', 'in', ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export function waybillById(db: Database, id: number) {
  return db.first(joined(db, { search: '', filter: {} }).where('waybill.id', '=', id))
}

export function sumWaybills(db: Database, query: Pick<WaybillQuery, 'search' | 'filter'>) {
  const row = db.first(
    filtered(db, query).select((eb) => [
      eb.fn.countAll<number>().as('total'),
      eb.fn.coalesce(eb.fn.sum<number>('waybill.pieces'), sql<number>`0`).as('pieces'),
      sql<number>`coalesce(sum(coalesce(waybill.chargeable_grams, waybill.actual_grams)), 0)`.as('grams'),
      eb.fn.coalesce(eb.fn.sum<number>('waybill.revenue_fen'), sql<number>`0`).as('revenueFen'),
      eb.fn.coalesce(eb.fn.sum<number>('waybill.cost_fen'), sql<number>`0`).as('costFen'),
      sql<number>`coalesce(sum(waybill.revenue_fen - waybill.cost_fen), 0)`.as('marginFen'),
      eb.fn.coalesce(eb.fn.sum<number>('waybill.billed_fen'), sql<number>`0`).as('billedFen'),
    ]),
  )
  if (!row) throw new Error('a sum always has a row')
  return row
}

export function distinctTexts(db: Database, column: 'product' | 'carrier'): string[] {
  const query = db.build.selectFrom('waybill').select(column).distinct().where(column, '<>', '').orderBy(column)
  return db.all(query).map((row) => row[column])
}

function pageOf(db: Database, query: WaybillQuery) {
  return ordered(db, query)
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
}

function ordered(db: Database, query: Omit<WaybillQuery, 'page' | 'pageSize'>) {
  const known = query.sort !== undefined && query.sort in sortColumns
  const sort = known ? sortColumns[query.sort as keyof typeof sortColumns] : 'waybill.shipped_on'
  const direction = !known || query.descending ? 'desc' : 'asc'
  return joined(db, query).orderBy(sort, direction).orderBy('waybill.id', direction)
}

function joined(db: Database, query: Pick<WaybillQuery, 'search' | 'filter'>) {
  return filtered(db, query)
    .leftJoin('account', 'account.id', 'waybill.account_id')
    .selectAll('waybill')
    .select(['account.code as account_code', 'account.name as account_name'])
}

/** `substr(shipped_on, 1, 7) = month` is written as a range of days, so that the index by day serves it. */
function filtered(db: Database, { search, filter }: Pick<WaybillQuery, 'search' | 'filter'>) {
  let query = db.build
    .selectFrom('waybill')
    .where('waybill.batch_id', 'not in', db.build.selectFrom('hidden_batch').select('batch_id'))
  if (filter.month !== undefined) {
    query = query
      .where('waybill.shipped_on', '>=', `${filter.month}-01`)
      .where('waybill.shipped_on', '<=', `${filter.month}-31`)
  }
  if (filter.from !== undefined) query = query.where('waybill.shipped_on', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('waybill.shipped_on', '<=', filter.to)
  if (filter.accountId !== undefined) query = query.where('waybill.account_id', '=', filter.accountId)
  if (filter.status !== undefined) query = query.where('waybill.status', '=', filter.status)
  if (filter.reason !== undefined) query = query.where('waybill.reason', '=', filter.reason)
  if (filter.product !== undefined) query = query.where('waybill.product', '=', filter.product)
  if (filter.carrier !== undefined) query = query.where('waybill.carrier', '=', filter.carrier)
  if (filter.province !== undefined) query = query.where('waybill.province', '=', filter.province)
  if (filter.batch !== undefined) query = query.where('waybill.batch_id', '=', filter.batch)
  if (filter.loss === true) query = query.whereRef('waybill.revenue_fen', '<', 'waybill.cost_fen')
  for (const word of contains(['waybill.number', 'waybill.customer_name'], search)) query = query.where(word)
  return query
}
