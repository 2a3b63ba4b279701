import type { QuotationFilter, QuotationState } from '#shared/contract/quotations'
import { type Selectable, sql } from 'kysely'
import { contains } from '../../db/contains'
import type { Database } from '../../db/database'
import type { QuotationTable } from './quotations.table'

export type QuotationRecord = Selectable<QuotationTable>

export interface QuotationQuery {
  filter: QuotationFilter
  search: string
  sort?: string | undefined
  descending: boolean
  page: number
  pageSize: number
}

/** The state as it is seen on a day. */
function stateOn(today: string) {
  return sql<QuotationState>`CASE
    WHEN q.state = 'sent' AND EXISTS (
      SELECT 1 FROM quotation later WHERE later.month = q.month AND later.sequence = q.sequence
        AND later.revision > q.revision AND later.deleted_at IS NULL
    ) THEN 'replaced'
    WHEN q.state = 'sent' AND q.valid_to < ${today} THEN 'expired'
    ELSE q.state END`
}

/** `BJ2026110001`, from the second version on with it: `BJ2026110001-2`. */
export const shownNumber = sql<string>`q.number || CASE WHEN q.revision > 1 THEN '-' || q.revision ELSE '' END`

const sortColumns: Readonly<Record<string, ReturnType<typeof sql>>> = {
  number: sql`q.number`,
  company: sql`coalesce(a.name, q.company)`,
  products: sql`q.products`,
  validFrom: sql`q.valid_from`,
  validTo: sql`q.valid_to`,
  totalFen: sql`q.total_fen`,
  owner: sql`q.owner`,
  sentAt: sql`q.sent_at`,
  updatedAt: sql`q.updated_at`,
}

function listed(db: Database) {
  return db.build
    .selectFrom('quotation as q')
    .leftJoin('account as a', 'a.id', 'q.account_id')
    .where('q.deleted_at', 'is', null)
}

function columns(today: string) {
  return [
    'q.id',
    'q.version',
    shownNumber.as('number'),
    'q.revision',
    stateOn(today).as('state'),
    'q.account_id as accountId',
    sql<string>`coalesce(a.name, q.company)`.as('company'),
    'q.contact',
    'q.products',
    'q.parts',
    'q.valid_from as validFrom',
    'q.valid_to as validTo',
    'q.total_fen as totalFen',
    'q.lost_reason as lostReason',
    'q.owner',
    'q.sent_at as sentAt',
    'q.updated_at as updatedAt',
  ] as const
}

function filtered(db: Database, { filter, search }: Pick<QuotationQuery, 'filter' | 'search'>, today: string) {
  let query = listed(db)
  if (filter.state !== undefined) query = query.where(stateOn(today), '=', filter.state)
  if (filter.accountId !== undefined) query = query.where('q.account_id', '=', filter.accountId)
  if (filter.month !== undefined) query = query.where('q.month', '=', filter.month)
  if (filter.owner !== undefined) query = query.where('q.owner', '=', filter.owner)
  const columns = ['q.number', 'q.company', 'q.contact', 'q.products', 'a.name', 'a.code', 'a.pinyin', 'a.initials']
  for (const word of contains(columns, search)) query = query.where(word)
  return query
}

export function quotationPage(db: Database, query: QuotationQuery, today: string) {
  const found = filtered(db, query, today)
  const sums = db.first(
    found.select((eb) => [
      eb.fn.countAll<number>().as('total'),
      eb.fn.sum<number | null>('q.total_fen').as('totalFen'),
      eb.fn.count<number>('q.total_fen').as('estimated'),
    ]),
  )
  const direction = query.descending ? 'desc' : 'asc'
  const sort = query.sort === 'state' ? stateOn(today) : sortColumns[query.sort ?? '']
  const sorted = sort
    ? found.orderBy(sort, direction).orderBy('q.id', direction)
    : found.orderBy('q.month', 'desc').orderBy('q.sequence', 'desc').orderBy('q.revision', 'desc')
  const rows = db.all(
    sorted
      .select(columns(today))
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize),
  )
  return { rows, total: sums?.total ?? 0, totalFen: sums?.totalFen ?? 0, estimated: sums?.estimated ?? 0 }
}

export function quotationRow(db: Database, id: number, today: string) {
  return db.first(listed(db).where('q.id', '=', id).select(columns(today)))
}

export function quotationById(db: Database, id: number): QuotationRecord | undefined {
  return db.first(db.build.selectFrom('quotation').selectAll().where('id', '=', id))
}

/** All versions of one number that were not removed, newest first. */
export function versionsOf(db: Database, { month, sequence }: QuotationRecord, today: string) {
  return db.all(
    listed(db)
      .where('q.month', '=', month)
      .where('q.sequence', '=', sequence)
      .orderBy('q.revision', 'desc')
      .select(['q.id', 'q.revision', stateOn(today).as('state'), 'q.updated_at as updatedAt']),
  )
}

/** The next number of a month. Removed ones count: no number is given twice, none is left out. */
export function nextSequence(db: Database, month: string): number {
  const row = db.first(
    db.build
      .selectFrom('quotation')
      .select((eb) => eb.fn.max('sequence').as('last'))
      .where('month', '=', month),
  )
  return (row?.last ?? 0) + 1
}

export function nextRevision(db: Database, { month, sequence }: QuotationRecord): number {
  const row = db.first(
    db.build
      .selectFrom('quotation')
      .select((eb) => eb.fn.max('revision').as('last'))
      .where('month', '=', month)
      .where('sequence', '=', sequence),
  )
  return (row?.last ?? 0) + 1
}

export function insertQuotation(
  db: Database,
  row: Omit<QuotationRecord, 'id' | 'version' | 'sheets' | 'lost_reason'>,
): number {
  return db.run(db.build.insertInto('quotation').values(row)).id
}

export function updateQuotation(db: Database, id: number, row: Partial<QuotationRecord>): void {
  db.run(db.build.updateTable('quotation').set(row).where('id', '=', id))
}

/** Takes rows away for good; only for those of an unfinished load. */
export function deleteQuotations(db: Database, ids: readonly number[]): void {
  if (ids.length > 0) db.run(db.build.deleteFrom('quotation').where('id', 'in', ids))
}

export function distinctMonths(db: Database): string[] {
  const query = db.build.selectFrom('quotation').select('month').distinct().where('deleted_at', 'is', null)
  return db.all(query.orderBy('month', 'desc')).map(({ month }) => month)
}

export function distinctOwners(db: Database): string[] {
  const query = db.build.selectFrom('quotation').select('owner').distinct().where('deleted_at', 'is', null)
  return db.all(query.orderBy('owner')).map(({ owner }) => owner)
}
