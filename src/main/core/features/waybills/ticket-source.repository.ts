import type { Database } from '../../db/database'
import type { TicketSource } from '../pricing/month-quantities'
import { rowsOfMonth } from './rerate.repository'
import { placeOfText } from './waybill-places'
import { factsOf } from './waybill-pricing'

/** The freight tickets of an account's month, as volume tiers count them. */
export function ticketSource(db: Database): TicketSource {
  return function* tickets(accountId, month) {
    for (const row of rowsOfMonth(db, { accountId, month })) {
      if (row.line_kind !== 'freight') continue
      yield { ...factsOf(row, placeOfText(row.origin), placeOfText(row.destination)), key: row.id }
    }
  }
}
