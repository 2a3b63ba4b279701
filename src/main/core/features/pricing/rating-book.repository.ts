import type { Tier } from '#shared/contract/base'
import type { Database } from '../../db/database'
import type { SheetEntry } from './compiled-entry'

/** What the rating book is made from: approved sheets, who belongs to which group, who had which tier since when. */
export function ratingBookData(db: Database) {
  const sheets: SheetEntry[] = db.all(
    db.build
      .selectFrom('price_sheet')
      .select([
        'id',
        'name',
        'version',
        'usage',
        'account_id as accountId',
        'tier',
        'product',
        'valid_from as validFrom',
        'valid_to as validTo',
        'sheet as json',
      ])
      .where('status', '=', 'approved')
      .where('deleted_at', 'is', null)
      .orderBy('id'),
  )
  const members = db.all(db.build.selectFrom('account').select(['id', 'group_id']).where('group_id', 'is not', null))
  const groups = new Map<number, number>()
  for (const { id, group_id } of members) if (group_id !== null) groups.set(id, group_id)
  const tiers = new Map<number, { validFrom: string; tier: Tier | null }[]>()
  const history = db.build.selectFrom('account_tier').select(['account_id', 'valid_from', 'tier'])
  for (const { account_id, valid_from, tier } of db.all(history.orderBy('valid_from', 'desc'))) {
    const known = tiers.get(account_id)
    const entry = { validFrom: valid_from, tier }
    if (known) known.push(entry)
    else tiers.set(account_id, [entry])
  }
  return { sheets, groups, tiers }
}
