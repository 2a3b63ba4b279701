import { join } from 'node:path'
import { Database } from '#core/db/database'
import { bookFile } from '#core/db/open-book'
import { createRatings } from '#core/features/waybills/rerate'
import { accountMonths, rowsOfMonth } from '#core/features/waybills/rerate.repository'
import { placeOfText } from '#core/features/waybills/waybill-places'
import { factsOf } from '#core/features/waybills/waybill-pricing'

/**
 * Seconds the engine alone needs for price and cost of a month's stored waybills: sheets chosen, rows found, amounts
 * reckoned; reading rows and places is not in it.
 */
export function engineSeconds(dataDir: string, month: string): { seconds: number; tickets: number } {
  const db = new Database(join(dataDir, bookFile))
  try {
    const ratings = createRatings(db)
    const facts = accountMonths(db, { from: month, to: month })
      .flatMap((accountMonth) => rowsOfMonth(db, accountMonth))
      .filter((row) => row.line_kind === 'freight')
      .map((row) => factsOf(row, placeOfText(row.origin), placeOfText(row.destination)))
    const start = performance.now()
    for (const fact of facts) ratings.price(fact)
    return { seconds: (performance.now() - start) / 1000, tickets: facts.length }
  } finally {
    db.close()
  }
}
