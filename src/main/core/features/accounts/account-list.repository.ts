import type { AccountRow } from '#shared/contract/accounts'
import type { Tier } from '#shared/contract/base'
import type { Expression, SqlBool } from 'kysely'
import type { Database } from '../../db/database'

export interface AccountListQuery {
  page: number
  pageSize: number
  sort?: string | undefined
  descending: boolean
  /** Part of a name, code, alias, month account, phone, pinyin or initials. */
  search: string
  filter: {
    industry?: string | undefined
    tier?: Tier | undefined
    lifecycle?: AccountRow['lifecycle'] | undefined
    manager?: string | undefined
    month?: string | undefined
  }
}

const sortColumns = {
  code: 'account.code',
  name: 'account.pinyin',
  shortName: 'account.short_name',
  industry: 'account.industry',
  tier: 'account.tier',
  lifecycle: 'account.lifecycle',
  manager: 'account.manager',
  updatedAt: 'account.updated_at',
  pieces: 'figures.pieces',
  revenueFen: 'figures.revenue_fen',
  marginFen: 'figures.margin_fen',
  lastShippedOn: 'last_shipped_on',
} as const

/** One page of the customer list with the month's figures, and count and sums of everything that fits the filter. */
export function listAccounts(db: Database, query: AccountListQuery) {
  const filtered = filteredAccounts(db, query)
  const sort = query.sort !== undefined && query.sort in sortColumns ? (query.sort as keyof typeof sortColumns) : 'code'
  const rows = db.all(
    filtered
      .select([
        'account.id',
        'account.code',
        'account.name',
        'account.short_name',
        'account.industry',
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
      .select((eb) => [
        eb
          .selectFrom('account_month')
          .select((inner) => inner.fn.max('account_month.last_shipped_on').as('last'))
          .whereRef('account_month.account_id', '=', 'account.id')
          .as('last_shipped_on'),
        eb
          .selectFrom('contact')
          .select('contact.name')
          .whereRef('contact.account_id', '=', 'account.id')
          .orderBy('contact.is_primary', 'desc')
          .orderBy('contact.id')
          .limit(1)
          .as('contact'),
        eb
          .selectFrom('contact')
          .select('contact.phone')
          .whereRef('contact.account_id', '=', 'account.id')
          .orderBy('contact.is_primary', 'desc')
          .orderBy('contact.id')
          .limit(1)
          .as('phone'),
      ])
      .orderBy(sortColumns[sort], query.descending ? 'desc' : 'asc')
      .orderBy('account.id')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize),
  )
  const total = db.first(
    filtered.select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number | null>('figures.revenue_fen').as('revenueFen'),
      eb.fn.sum<number | null>('figures.pieces').as('pieces'),
    ]),
  )
  return { rows, total: total?.count ?? 0, revenueFen: total?.revenueFen ?? 0, pieces: total?.pieces ?? 0 }
}

function filteredAccounts(db: Database, { filter, search }: AccountListQuery) {
  let query = db.build
    .selectFrom('account')
    .leftJoin('account_month as figures', (join) =>
      join.onRef('figures.account_id', '=', 'account.id').on('figures.month', '=', filter.month ?? ''),
    )
    .where('account.deleted_at', 'is', null)
  if (filter.industry !== undefined) query = query.where('account.industry', '=', filter.industry)
  if (filter.tier !== undefined) query = query.where('account.tier', '=', filter.tier)
  if (filter.lifecycle !== undefined) query = query.where('account.lifecycle', '=', filter.lifecycle)
  if (filter.manager !== undefined) query = query.where('account.manager', '=', filter.manager)
  for (const word of search.toLowerCase().split(/\s+/).filter(Boolean)) {
    const like = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    query = query.where((eb) => {
      const has = (
        column: 'account.code' | 'account.name' | 'account.short_name' | 'account.pinyin' | 'account.initials',
      ) => eb(column, 'like', like)
      const parts: Expression<SqlBool>[] = [
        has('account.name'),
        has('account.code'),
        has('account.short_name'),
        has('account.pinyin'),
        has('account.initials'),
        eb.exists(
          eb
            .selectFrom('account_key')
            .select('account_key.id')
            .whereRef('account_key.account_id', '=', 'account.id')
            .where('account_key.text', 'like', like),
        ),
        eb.exists(
          eb
            .selectFrom('contact')
            .select('contact.id')
            .whereRef('contact.account_id', '=', 'account.id')
            .where((inner) => inner.or([inner('contact.name', 'like', like), inner('contact.phone', 'like', like)])),
        ),
      ]
      return eb.or(parts)
    })
  }
  return query
}
