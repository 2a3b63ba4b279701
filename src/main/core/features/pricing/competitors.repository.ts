import type { Database } from '../../db/database'

/** Archived sheets of competitors: those kept for an account first, then general ones; newest first. */
export function competitorSheets(db: Database, accountId: number | null) {
  return db.all(
    db.build
      .selectFrom('price_sheet')
      .select([
        'id',
        'name',
        'competitor',
        'version',
        'product',
        'account_id as accountId',
        'valid_from as validFrom',
        'valid_to as validTo',
      ])
      .where('competitor', '<>', '')
      .where('deleted_at', 'is', null)
      .where((eb) =>
        accountId === null
          ? eb('account_id', 'is', null)
          : eb.or([eb('account_id', 'is', null), eb('account_id', '=', accountId)]),
      )
      .orderBy('account_id', (order) => order.desc().nullsLast())
      .orderBy('valid_from', 'desc')
      .orderBy('id', 'desc'),
  )
}
