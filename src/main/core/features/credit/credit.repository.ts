import type { Insertable, Selectable } from 'kysely'
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
