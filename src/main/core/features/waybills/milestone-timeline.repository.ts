import { addMonths, lastDayOf } from '#shared/domain/months'
import type { Database } from '../../db/database'
import { plainEvent, type SourceEvent, type TimelineSource, withinWindow } from '../timeline/timeline-source'

/** So many months have to lie behind a month before it can be a record: everything is one at the beginning. */
const monthsBeforeRecord = 3

/** The first shipment of a customer and the months in which his revenue was higher than in any before. */
export function milestoneTimeline(db: Database, today: () => string): TimelineSource {
  return {
    name: 'milestone',
    kinds: ['milestone'],
    events: (account, window) =>
      withinWindow([...firstShipment(db, account.id), ...records(db, account.id, today().slice(0, 7))], window),
    actors: () => [],
  }
}

function firstShipment(db: Database, accountId: number): SourceEvent[] {
  const day = db
    .statement(
      `SELECT shipped_on FROM waybill WHERE account_id = ? AND batch_id NOT IN (SELECT batch_id FROM hidden_batch)
       ORDER BY shipped_on LIMIT 1`,
    )
    .pluck()
    .get(accountId) as string | undefined
  if (day === undefined) return []
  const link = waybillsOf(accountId, day, day)
  return [{ ...plainEvent, id: 0, at: `${day}T04:00:00.000Z`, day, kind: 'milestone', code: 'milestone.first', link }]
}

/** Whole months only, from the rollups; a month without a price for any ticket is none. */
function records(db: Database, accountId: number, thisMonth: string): SourceEvent[] {
  const months = db
    .statement(
      'SELECT month, revenue_fen AS fen FROM account_month WHERE account_id = ? AND month < ? AND tickets > unrated ORDER BY month',
    )
    .all(accountId, thisMonth) as { month: string; fen: number }[]
  const first = months[0]?.month
  let highest = 0
  const found: SourceEvent[] = []
  for (const { month, fen } of months) {
    const settled = first !== undefined && month >= addMonths(first, monthsBeforeRecord)
    if (fen > highest && settled) {
      const day = lastDayOf(month)
      found.push({
        ...plainEvent,
        id: Number(month.replace('-', '')),
        at: `${day}T15:59:59.000Z`,
        day,
        kind: 'milestone',
        code: 'milestone.record',
        params: { month, amount: fen },
        link: waybillsOf(accountId, `${month}-01`, day),
      })
    }
    highest = Math.max(highest, fen)
  }
  return found
}

function waybillsOf(accountId: number, from: string, to: string): string {
  return `/waybills?period=all&accountId=${accountId}&from=${from}&to=${to}`
}
