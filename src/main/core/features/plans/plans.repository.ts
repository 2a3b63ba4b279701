import type { Selectable } from 'kysely'
import { contains } from '../../db/contains'
import type { Database } from '../../db/database'
import type { PlanTable } from './plans.table'

export type PlanRecord = Selectable<PlanTable>

export function planOf(db: Database, accountId: number, period: string): PlanRecord | undefined {
  return db.first(
    db.build.selectFrom('plan').selectAll().where('account_id', '=', accountId).where('period', '=', period),
  )
}

export function insertPlan(db: Database, plan: Omit<PlanRecord, 'id'>): number {
  return db.run(db.build.insertInto('plan').values(plan)).id
}

export function updatePlan(db: Database, id: number, plan: Partial<PlanRecord>): void {
  db.run(db.build.updateTable('plan').set(plan).where('id', '=', id))
}

export interface PlanQuery {
  page: number
  pageSize: number
  search: string
  sort?: string | undefined
  descending: boolean
}

const sortColumns = {
  account: 'account.pinyin',
  accountCode: 'account.code',
  manager: 'account.manager',
  period: 'plan.period',
  updatedAt: 'plan.updated_at',
} as const

export function listPlans(db: Database, query: PlanQuery) {
  const known = query.sort !== undefined && query.sort in sortColumns
  const sort = known ? sortColumns[query.sort as keyof typeof sortColumns] : 'plan.updated_at'
  const direction = !known || query.descending ? 'desc' : 'asc'
  let plans = db.build
    .selectFrom('plan')
    .innerJoin('account', 'account.id', 'plan.account_id')
    .where('account.deleted_at', 'is', null)
  const columns = ['account.name', 'account.code', 'account.manager', 'account.pinyin', 'account.initials']
  for (const word of contains(columns, query.search)) plans = plans.where(word)
  const total = db.first(plans.select((eb) => eb.fn.countAll<number>().as('count')))?.count ?? 0
  const rows = db.all(
    plans
      .select([
        'plan.id',
        'plan.account_id',
        'plan.period',
        'plan.content',
        'plan.updated_at',
        'account.name',
        'account.code',
        'account.manager',
      ])
      .orderBy(sort, direction)
      .orderBy('plan.id', direction)
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize),
  )
  return { rows, total }
}
