import { type Insertable, type Selectable, sql } from 'kysely'
import type { Database } from '../../db/database'
import type { CreditRatingTable, FinancialYearTable } from './credit.table'

export type YearRecord = Selectable<FinancialYearTable>
export type RatingRow = Selectable<CreditRatingTable>

export function yearsOf(db: Database, accountId: number): YearRecord[] {
  return db.all(
    db.build
      .selectFrom('financial_year')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('deleted_at', 'is', null)
      .orderBy('year', 'desc'),
  )
}

export function yearById(db: Database, id: number): YearRecord | undefined {
  return db.first(db.build.selectFrom('financial_year').selectAll().where('id', '=', id))
}

export function insertYear(db: Database, year: Insertable<FinancialYearTable>): number {
  return db.run(db.build.insertInto('financial_year').values(year)).id
}

export function updateYear(db: Database, id: number, year: Partial<Insertable<FinancialYearTable>>): void {
  db.run(db.build.updateTable('financial_year').set(year).where('id', '=', id))
}

export function ratingsOf(db: Database, accountId: number): RatingRow[] {
  return db.all(
    db.build
      .selectFrom('credit_rating')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('rated_on', 'desc')
      .orderBy('id', 'desc'),
  )
}

export function insertRating(db: Database, rating: Insertable<CreditRatingTable>): number {
  return db.run(db.build.insertInto('credit_rating').values(rating)).id
}

/** The newest month before `month` that has waybills of anybody. */
export function latestMonthBefore(db: Database, month: string): string | null {
  const query = db.build.selectFrom('account_month').where('month', '<', month)
  return db.first(query.select((eb) => eb.fn.max('month').as('month')))?.month ?? null
}

/** Net revenue of an account in months from … to, and how many of them have waybills. */
export function billsOf(db: Database, accountId: number, from: string, to: string) {
  const row = db.first(
    db.build
      .selectFrom('account_month')
      .where('account_id', '=', accountId)
      .where('month', '>=', from)
      .where('month', '<=', to)
      .select((eb) => [
        eb.fn.coalesce(eb.fn.sum<number>('revenue_fen'), sql<number>`0`).as('sumFen'),
        eb.fn.countAll<number>().as('months'),
      ]),
  )
  return row ?? { sumFen: 0, months: 0 }
}
