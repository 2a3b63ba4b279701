import type { Database } from '../../db/database'

/** The sale sheets of an account itself that are in force on a day. */
export function ownSheetsInForce(db: Database, accountId: number, day: string) {
  return db.all(
    db.build
      .selectFrom('price_sheet')
      .select(['id as sheetId', 'name as sheet', 'product'])
      .where('account_id', '=', accountId)
      .where('usage', '=', 'sale')
      .where('status', '=', 'approved')
      .where('deleted_at', 'is', null)
      .where('valid_from', '<=', day)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
      .orderBy('product')
      .orderBy('id'),
  )
}
