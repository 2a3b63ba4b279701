import { type Insertable, type Selectable, sql } from 'kysely'
import { contains } from '../../db/contains'
import type { Database } from '../../db/database'
import type { ContractMeasureTable, ContractReviewTable, ContractTable } from './contracts.table'

export type ContractRecord = Selectable<ContractTable>
export type ReviewRecord = Selectable<ContractReviewTable>
export type MeasureRecord = Selectable<ContractMeasureTable>

export interface ContractSearch {
  accountId?: number | undefined
  manager?: string | undefined
  search?: string
}

export type NamedContract = ReturnType<typeof contractsFound>[number]

function named(db: Database) {
  return db.build
    .selectFrom('contract as c')
    .innerJoin('account as a', 'a.id', 'c.account_id')
    .leftJoin('contract as next', (join) =>
      join.onRef('next.predecessor_id', '=', 'c.id').on('next.deleted_at', 'is', null),
    )
    .selectAll('c')
    .select([
      'a.name as account',
      'a.code as account_code',
      'a.pinyin as account_pinyin',
      'next.id as next_id',
      'next.number as next_number',
      'next.signed_on as next_signed_on',
    ])
}

/** Contracts that are not removed, of customers that are not removed. */
export function contractsFound(db: Database, { accountId, manager, search = '' }: ContractSearch) {
  let query = named(db).where('c.deleted_at', 'is', null).where('a.deleted_at', 'is', null)
  if (accountId !== undefined) query = query.where('c.account_id', '=', accountId)
  if (manager !== undefined) query = query.where('c.manager', '=', manager)
  const columns = ['c.number', 'c.title', 'c.parties', 'c.products', 'a.name', 'a.code', 'a.pinyin', 'a.initials']
  for (const word of contains(columns, search)) query = query.where(word)
  return db.all(query.orderBy('c.id'))
}

/** One of them, removed or not. */
export function namedContract(db: Database, id: number): NamedContract | undefined {
  return db.first(named(db).where('c.id', '=', id))
}

export function contractById(db: Database, id: number): ContractRecord | undefined {
  return db.first(db.build.selectFrom('contract').selectAll().where('id', '=', id))
}

/** `HT2026110001 年度合同`, by uid; null where there is none. */
export function contractTitle(db: Database, uid: string): string | null {
  const row = db.first(db.build.selectFrom('contract').select(['number', 'title']).where('uid', '=', uid))
  return row ? `${row.number} ${row.title}` : null
}

export function idOfNumber(db: Database, number: string): number | null {
  return db.first(db.build.selectFrom('contract').select('id').where('number', '=', number))?.id ?? null
}

/** The highest of the numbers given by the program in a month; 0: none. Removed ones count. */
export function lastSequence(db: Database, prefix: string): number {
  const row = db.first(
    db.build
      .selectFrom('contract')
      .select(sql<number | null>`max(CAST(substr(number, ${prefix.length + 1}) AS INTEGER))`.as('last'))
      .where('number', '>', prefix)
      .where('number', '<', `${prefix}:`),
  )
  return row?.last ?? 0
}

export function insertContract(db: Database, row: Insertable<ContractTable>): number {
  return db.run(db.build.insertInto('contract').values(row)).id
}

export function updateContract(db: Database, id: number, row: Partial<Insertable<ContractTable>>): void {
  db.run(db.build.updateTable('contract').set(row).where('id', '=', id))
}

export function distinctManagers(db: Database): string[] {
  const rows = db.all(
    db.build
      .selectFrom('contract')
      .select('manager')
      .distinct()
      .where('deleted_at', 'is', null)
      .where('manager', '<>', '')
      .orderBy('manager'),
  )
  return rows.map(({ manager }) => manager)
}

export function reviewsOf(db: Database, contractId: number): ReviewRecord[] {
  return db.all(
    db.build
      .selectFrom('contract_review')
      .selectAll()
      .where('contract_id', '=', contractId)
      .where('deleted_at', 'is', null)
      .orderBy('day', 'desc')
      .orderBy('id', 'desc'),
  )
}

export function reviewById(db: Database, id: number): ReviewRecord | undefined {
  return db.first(db.build.selectFrom('contract_review').selectAll().where('id', '=', id))
}

export function insertReview(db: Database, row: Insertable<ContractReviewTable>): number {
  return db.run(db.build.insertInto('contract_review').values(row)).id
}

export function updateReview(db: Database, id: number, row: Partial<Insertable<ContractReviewTable>>): void {
  db.run(db.build.updateTable('contract_review').set(row).where('id', '=', id))
}

export function measuresOf(db: Database, contractId: number): MeasureRecord[] {
  return db.all(db.build.selectFrom('contract_measure').selectAll().where('contract_id', '=', contractId))
}

export function putMeasure(db: Database, row: Insertable<ContractMeasureTable>): void {
  const { hlc, value, note, updated_at } = row
  db.run(
    db.build
      .insertInto('contract_measure')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['contract_id', 'month', 'promise']).doUpdateSet({ hlc, value, note, updated_at }),
      ),
  )
}

/** The customer and, where the contract covers them, those that stand below it in its group. */
export function coveredAccounts(db: Database, accountId: number, coversGroup: boolean): number[] {
  if (!coversGroup) return [accountId]
  return db.statement(coveredSql).pluck().all({ id: accountId }) as number[]
}

// A group's circle is refused when it is written, so that this ends.
const coveredSql = `
  WITH RECURSIVE below (id) AS (
    SELECT @id UNION SELECT account.id FROM account JOIN below ON account.group_id = below.id WHERE deleted_at IS NULL
  ) SELECT id FROM below`

/** What customers shipped in the months of a year, together. */
export function figuresOf(db: Database, accountIds: readonly number[], from: string, to: string) {
  return db.all(
    db.build
      .selectFrom('account_month')
      .where('account_id', 'in', [...accountIds])
      .where('month', '>=', from)
      .where('month', '<=', to)
      .select((eb) => [
        'month',
        eb.fn.sum<number>('pieces').as('pieces'),
        eb.fn.sum<number>('grams').as('grams'),
        eb.fn.sum<number>('revenue_fen').as('revenueFen'),
      ])
      .groupBy('month'),
  )
}

/** Claims (理赔) entered for customers, by month. */
export function claimsOf(db: Database, accountIds: readonly number[], from: string, to: string) {
  return db.all(
    db.build
      .selectFrom('account_cost')
      .where('kind', '=', 'claim')
      .where('deleted_at', 'is', null)
      .where('account_id', 'in', [...accountIds])
      .where('month', '>=', from)
      .where('month', '<=', to)
      .select((eb) => ['month', eb.fn.countAll<number>().as('count'), eb.fn.sum<number>('fen').as('fen')])
      .groupBy('month'),
  )
}

/** Takes contracts of these customers away for good, with all that belongs to them; only for what was never real. */
export function deleteOfAccounts(db: Database, accountIds: readonly number[]): void {
  for (const accountId of accountIds) {
    const own = db.build.selectFrom('contract').select('id').where('account_id', '=', accountId)
    db.run(db.build.deleteFrom('contract_measure').where('contract_id', 'in', own))
    db.run(db.build.deleteFrom('contract_review').where('contract_id', 'in', own))
    db.run(db.build.updateTable('contract').set({ predecessor_id: null }).where('account_id', '=', accountId))
    db.run(db.build.deleteFrom('contract').where('account_id', '=', accountId))
  }
}
