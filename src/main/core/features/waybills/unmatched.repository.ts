import { sql } from 'kysely'
import { contains } from '../../db/contains'
import type { Database } from '../../db/database'

/** Waybills nobody is known for, grouped by what the file says of the customer. */
export function unmatchedGroups(db: Database, query: { page: number; pageSize: number; search: string }) {
  const groups = waiting(db, query.search).groupBy(['customer_code', 'customer_name'])
  const rows = db.all(
    groups
      .select((eb) => [
        'customer_code as code',
        'customer_name as name',
        sql<number>`count(*) filter (where line_kind = 'freight')`.as('tickets'),
        eb.fn.sum<number>('pieces').as('pieces'),
        eb.fn.min<string>('shipped_on').as('firstOn'),
        eb.fn.max<string>('shipped_on').as('lastOn'),
        sql<number>`coalesce(sum(billed_fen), 0)`.as('billedFen'),
      ])
      .orderBy('tickets', 'desc')
      .orderBy('customer_name')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize),
  )
  const counted = db.build.selectFrom(groups.select('customer_name').as('g'))
  const total = db.first(counted.select((eb) => eb.fn.countAll<number>().as('count')))?.count ?? 0
  return { rows, total }
}

/** Ids of the waiting waybills under a written name and code. */
export function waitingIds(db: Database, code: string, name: string): number[] {
  return db
    .all(waiting(db, '').where('customer_code', '=', code).where('customer_name', '=', name).select('id'))
    .map((row) => row.id)
}

function waiting(db: Database, search: string) {
  let query = db.build
    .selectFrom('waybill')
    .where('account_id', 'is', null)
    .where('batch_id', 'not in', db.build.selectFrom('hidden_batch').select('batch_id'))
  for (const word of contains(['customer_name', 'customer_code'], search)) query = query.where(word)
  return query
}
