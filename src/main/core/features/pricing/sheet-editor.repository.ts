import type { Database } from '../../db/database'
import type { SheetScope } from './pricing.repository'

/** What an edit of a draft writes. `form` is the JSON of the tables while there are errors. */
export interface DraftRow extends SheetScope {
  code: string
  name: string
  version: number
  validFrom: string
  validTo: string | null
  sheet: string
  form: string | null
  zones: number
}

export function saveDraftRow(db: Database, id: number, row: DraftRow, { at, hlc }: { at: string; hlc: string }): void {
  db.run(
    db.build
      .updateTable('price_sheet')
      .set({
        hlc,
        code: row.code,
        name: row.name,
        version: row.version,
        usage: row.usage,
        account_id: row.accountId,
        tier: row.tier,
        product: row.product,
        valid_from: row.validFrom,
        valid_to: row.validTo,
        sheet: row.sheet,
        form: row.form,
        zones: row.zones,
        updated_at: at,
      })
      .where('id', '=', id),
  )
}

/** The form as it was typed where a draft has errors, and the logical time of its last change. */
export function draftState(db: Database, id: number): { form: string | null; hlc: string } | undefined {
  return db.first(db.build.selectFrom('price_sheet').select(['form', 'hlc']).where('id', '=', id))
}
