import type { SheetRow } from '#shared/contract/pricing'
import { sql } from 'kysely'
import { contains } from '../../db/contains'
import type { Database } from '../../db/database'

export interface SheetFilter {
  usage?: 'sale' | 'cost' | undefined
  status?: SheetRow['status'] | 'scheduled' | undefined
  accountId?: number | undefined
  product?: string | undefined
}

export interface SheetPage {
  filter: SheetFilter
  search: string
  sort?: string | undefined
  descending: boolean
  page: number
  pageSize: number
  /** `YYYY-MM-DD`: what is in force, superseded or expired is said as of this day. */
  today: string
}

/** How far a draft is on its way to approval, or approved; an approved one is superseded once a later version of its scope has begun, else expired when over. */
function statusOf(today: string) {
  return sql<SheetRow['status']>`CASE
    WHEN p.competitor <> '' THEN 'competitor'
    WHEN p.status = 'draft' THEN p.stage
    WHEN EXISTS (
      SELECT 1 FROM price_sheet later
      WHERE later.status = 'approved' AND later.deleted_at IS NULL AND later.usage = p.usage
        AND later.account_id IS p.account_id AND later.tier IS p.tier AND later.product = p.product
        AND later.valid_from > p.valid_from AND later.valid_from <= ${today}
    ) THEN 'superseded'
    WHEN p.valid_to < ${today} THEN 'expired'
    ELSE 'approved' END`
}

const level = sql<SheetRow['level']>`CASE
  WHEN p.account_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM account member WHERE member.group_id = p.account_id AND member.deleted_at IS NULL
  ) THEN 'group'
  WHEN p.account_id IS NOT NULL THEN 'account'
  WHEN p.tier IS NOT NULL THEN 'tier'
  ELSE 'general' END`

/** What a list may be sorted by. */
const sortColumns: Readonly<Record<string, ReturnType<typeof sql>>> = {
  code: sql`p.code`,
  name: sql`p.name`,
  usage: sql`p.usage`,
  version: sql`p.version`,
  account: sql`coalesce(a.name, '')`,
  product: sql`p.product`,
  validFrom: sql`p.valid_from`,
  validTo: sql`coalesce(p.valid_to, '9999-12-31')`,
  zones: sql`p.zones`,
  updatedAt: sql`p.updated_at`,
}

function listed(db: Database) {
  return db.build
    .selectFrom('price_sheet as p')
    .leftJoin('account as a', 'a.id', 'p.account_id')
    .where('p.deleted_at', 'is', null)
}

function columns(today: string) {
  return [
    'p.id',
    'p.code',
    'p.name',
    'p.usage',
    'p.version',
    statusOf(today).as('status'),
    level.as('level'),
    'p.account_id as accountId',
    'a.name as account',
    'p.tier',
    'p.product',
    'p.valid_from as validFrom',
    'p.valid_to as validTo',
    'p.zones',
    'p.competitor',
    sql<number>`p.form IS NOT NULL`.as('faulty'),
    'p.submitted_by as submittedBy',
    'p.updated_at as updatedAt',
  ] as const
}

export function sheetPage(db: Database, page: SheetPage): { rows: SheetRow[]; total: number } {
  const { filter, today } = page
  let query = listed(db)
  if (filter.usage !== undefined) query = query.where('p.usage', '=', filter.usage)
  if (filter.accountId !== undefined) query = query.where('p.account_id', '=', filter.accountId)
  if (filter.product !== undefined) query = query.where('p.product', '=', filter.product)
  if (filter.status === 'scheduled') query = query.where('p.status', '=', 'approved').where('p.valid_from', '>', today)
  else if (filter.status !== undefined) query = query.where(statusOf(today), '=', filter.status)
  const search = page.search.trim()
  for (const word of contains(searched, search)) query = query.where(word)
  const total = db.first(query.select((eb) => eb.fn.countAll<number>().as('count')))?.count ?? 0
  const direction = page.descending ? 'desc' : 'asc'
  const sort = page.sort === 'status' ? statusOf(today) : sortColumns[page.sort ?? '']
  const sorted = sort
    ? query.orderBy(sort, direction)
    : query.orderBy('p.usage', 'desc').orderBy('p.name').orderBy('p.version', 'desc')
  const rows = db.all(
    sorted
      .orderBy('p.id', direction)
      .select(columns(today))
      .limit(page.pageSize)
      .offset((page.page - 1) * page.pageSize),
  )
  return { rows: rows.map(asSheetRow), total }
}

const searched = ['p.name', 'p.code', 'p.product', 'a.name', 'a.short_name', 'a.code', 'a.pinyin', 'a.initials']

export function sheetRow(db: Database, id: number, today: string): SheetRow | undefined {
  const row = db.first(listed(db).where('p.id', '=', id).select(columns(today)))
  return row && asSheetRow(row)
}

/** SQLite has no truth values. */
function asSheetRow(row: Omit<SheetRow, 'faulty'> & { faulty: number }): SheetRow {
  return { ...row, faulty: row.faulty === 1 }
}

/** The versions of one name and use, newest first. */
export function sheetVersions(db: Database, name: string, usage: 'sale' | 'cost', today: string) {
  return db.all(
    listed(db)
      .where('p.name', '=', name)
      .where('p.usage', '=', usage)
      .select(['p.id', 'p.version', statusOf(today).as('status'), 'p.valid_from as validFrom', 'p.valid_to as validTo'])
      .orderBy('p.version', 'desc'),
  )
}
