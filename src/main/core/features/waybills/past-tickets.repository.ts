import type { Database } from '../../db/database'
import type { PastTicket, PastTickets } from '../pricing/past-tickets'
import { latestMonth } from './rollups.repository'
import { placeOfText } from './waybill-places'
import { factsOf } from './waybill-pricing'

/** Rows read at once: no cursor stays open between two pieces. */
const piece = 1000

/** Shipments that happened, for checks of new prices. */
export function pastTickets(db: Database): PastTickets {
  return {
    latestMonth: () => latestMonth(db),
    shippers: (from, to) =>
      db.all(
        db.build
          .selectFrom('account_month')
          .where('month', '>=', from)
          .where('month', '<=', to)
          .where('account_id', '<>', 0)
          .where('tickets', '>', 0)
          .groupBy('account_id')
          .select((eb) => ['account_id as accountId', eb.fn.sum<number>('tickets').as('tickets')])
          .orderBy('tickets', 'desc')
          .orderBy('account_id'),
      ),
    ofMonth: (accountId, month) => ticketsOf(db, accountId, month),
  }
}

function* ticketsOf(db: Database, accountId: number, month: string): Generator<PastTicket> {
  let after = { shipped_on: `${month}-00`, number: '', id: 0 }
  for (;;) {
    const rows = db.all(pieceAfter(db, accountId, month, after))
    for (const row of rows) {
      const facts = factsOf(row, placeOfText(row.origin), placeOfText(row.destination))
      yield { ...facts, key: row.id, todayFen: row.revenue_fen }
    }
    const last = rows.at(-1)
    if (!last || rows.length < piece) return
    after = last
  }
}

function pieceAfter(
  db: Database,
  accountId: number,
  month: string,
  after: { shipped_on: string; number: string; id: number },
) {
  return db.build
    .selectFrom('waybill')
    .select([
      'id',
      'number',
      'account_id',
      'line_kind',
      'shipped_on',
      'product',
      'origin',
      'destination',
      'pieces',
      'actual_grams',
      'billed_grams',
      'volume_cm3',
      'size_l',
      'size_w',
      'size_h',
      'declared_fen',
      'cod_fen',
      'billed_fen',
      'revenue_fen',
    ])
    .where('account_id', '=', accountId)
    .where('shipped_on', '>=', after.shipped_on)
    .where('shipped_on', '<=', `${month}-31`)
    .where('line_kind', '=', 'freight')
    .where('batch_id', 'not in', db.build.selectFrom('hidden_batch').select('batch_id'))
    .where((eb) =>
      eb(eb.refTuple('shipped_on', 'number', 'id'), '>', eb.tuple(after.shipped_on, after.number, after.id)),
    )
    .orderBy('shipped_on')
    .orderBy('number')
    .orderBy('id')
    .limit(piece)
}
