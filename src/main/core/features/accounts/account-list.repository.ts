import type { AccountFilter } from '#shared/contract/accounts'
import { customUid } from '#shared/fields/custom-key'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../db/database'
import { filterConditions, type ListContext } from './account-filters.repository'
import { searchCondition } from './account-search.repository'
import { searchText } from './search-text'

export interface AccountListQuery {
  page: number
  pageSize: number
  sort?: string | undefined
  descending: boolean
  /** Part of a name, code, alias, month account, phone, pinyin or initials. */
  search: string
  /** Whether telephone numbers are found by a part of them; otherwise only whole. */
  personal?: boolean
  filter: AccountFilter
}

const groupName = sql<string | null>`(SELECT parent.name FROM account AS parent WHERE parent.id = account.group_id)`
const lifecycleSince = sql<string | null>`(
  SELECT since FROM account_lifecycle WHERE account_lifecycle.account_id = account.id
  ORDER BY account_lifecycle.id DESC LIMIT 1)`
const lastShippedOn = sql<string | null>`(
  SELECT max(last_shipped_on) FROM account_month WHERE account_month.account_id = account.id)`
const mainContact = (column: 'name' | 'phone') => sql<string | null>`(
  SELECT ${sql.ref(`contact.${column}`)} FROM contact
  WHERE contact.account_id = account.id AND contact.deleted_at IS NULL
  ORDER BY contact.is_primary DESC, contact.id LIMIT 1)`

const sortColumns = {
  code: sql.ref('account.code'),
  name: sql.ref('account.pinyin'),
  shortName: sql.ref('account.short_name'),
  industry: sql.ref('account.industry'),
  stage: sql.ref('account.stage'),
  source: sql.ref('account.source'),
  group: groupName,
  lifecycleSince,
  tier: sql.ref('account.tier'),
  lifecycle: sql.ref('account.lifecycle'),
  manager: sql.ref('account.manager'),
  updatedAt: sql.ref('account.updated_at'),
  pieces: sql.ref('figures.pieces'),
  revenueFen: sql.ref('figures.revenue_fen'),
  marginFen: sql.ref('figures.margin_fen'),
  lastShippedOn,
} as const

/** One page of the customer list with the month's figures, and count and sums of everything that fits the filter. */
export function listAccounts(db: Database, query: AccountListQuery, context: ListContext) {
  const filtered = filteredAccounts(db, query, context)
  // Sorted first and read after: what only the page shows is looked up for its rows alone, not for 20,000.
  const ids = db
    .all(
      filtered
        .select('account.id')
        .orderBy(sortExpression(query.sort, context), (by) =>
          query.descending ? by.desc().nullsLast() : by.asc().nullsLast(),
        )
        .orderBy('account.id')
        .limit(query.pageSize)
        .offset((query.page - 1) * query.pageSize),
    )
    .map(({ id }) => id)
  const places = new Map(ids.map((id, place) => [id, place]))
  const rows = db
    .all(accountsOfPage(db, ids, query.filter.month))
    .toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
  const total = db.first(
    filtered.select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number | null>('figures.revenue_fen').as('revenueFen'),
      eb.fn.sum<number | null>('figures.pieces').as('pieces'),
    ]),
  )
  return { rows, total: total?.count ?? 0, revenueFen: total?.revenueFen ?? 0, pieces: total?.pieces ?? 0 }
}

/** All that fit a filter, by id. */
export function accountIds(
  db: Database,
  { filter, search }: Pick<AccountListQuery, 'filter' | 'search'>,
  context: ListContext,
): number[] {
  return db
    .all(filteredAccounts(db, { filter, search }, context).select('account.id').orderBy('account.id'))
    .map(({ id }) => id)
}

function accountsOfPage(db: Database, ids: readonly number[], month: string | undefined) {
  return db.build
    .selectFrom('account')
    .leftJoin('account_month as figures', (join) =>
      join.onRef('figures.account_id', '=', 'account.id').on('figures.month', '=', month ?? ''),
    )
    .where('account.id', 'in', [...ids])
    .select([
      'account.id',
      'account.code',
      'account.name',
      'account.short_name',
      'account.industry',
      'account.stage',
      'account.source',
      'account.tier',
      'account.lifecycle',
      'account.manager',
      'account.province',
      'account.city',
      'account.updated_at',
      'figures.pieces',
      'figures.revenue_fen',
      'figures.cost_fen',
      'figures.margin_fen',
      'figures.tickets',
      'figures.uncosted',
      'figures.unrated',
    ])
    .select([
      groupName.as('group_name'),
      lifecycleSince.as('lifecycle_since'),
      lastShippedOn.as('last_shipped_on'),
      mainContact('name').as('contact'),
      mainContact('phone').as('phone'),
    ])
}

/** A named column, or the value of a custom field (`custom:<uid>`); anything else sorts by code. */
function sortExpression(sort: string | undefined, { fields }: ListContext): RawBuilder<unknown> {
  if (sort !== undefined && sort in sortColumns) return sortColumns[sort as keyof typeof sortColumns]
  const field = fields.find(({ uid }) => uid === customUid(sort ?? ''))
  if (!field) return sortColumns.code
  const column = sql.ref(field.type === 'number' ? 'number' : 'text')
  return sql`(select ${column} from custom_value where field_id = ${field.id} and account_id = account.id)`
}

function filteredAccounts(
  db: Database,
  { filter, search, personal }: Pick<AccountListQuery, 'filter' | 'search' | 'personal'>,
  context: ListContext,
) {
  let query = db.build
    .selectFrom('account')
    .leftJoin('account_month as figures', (join) =>
      join.onRef('figures.account_id', '=', 'account.id').on('figures.month', '=', filter.month ?? ''),
    )
    .where('account.deleted_at', 'is', null)
  for (const condition of filterConditions(filter, context)) query = query.where(condition)
  for (const condition of searchCondition(searchText(search), personal === true)) query = query.where(condition)
  return query
}
