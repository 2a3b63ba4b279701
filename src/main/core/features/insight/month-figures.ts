import type { MonthFigure } from '#shared/contract/accounts'
import type { Database } from '../../db/database'
import * as repository from './insight.repository'

/** The months of a span in which an account has figures. */
export function monthsOfAccount(db: Database, id: number, from: string, to: string): Map<string, MonthFigure> {
  const rows = repository.accountMonths(db, from, to, id)
  return new Map(rows.map(({ accountId: _id, ...row }) => [row.month, row]))
}

/** A month without shipments. */
export function noFigures(month: string): MonthFigure {
  return { month, tickets: 0, pieces: 0, grams: 0, revenueFen: 0, costFen: 0, marginFen: 0, unrated: 0, uncosted: 0 }
}

/** The figures of both; what else the first one says stays. */
export function added<T extends repository.Sums>(one: T, other: repository.Sums): T {
  return {
    ...one,
    tickets: one.tickets + other.tickets,
    pieces: one.pieces + other.pieces,
    grams: one.grams + other.grams,
    revenueFen: one.revenueFen + other.revenueFen,
    costFen: one.costFen + other.costFen,
    marginFen: one.marginFen + other.marginFen,
    unrated: one.unrated + other.unrated,
    uncosted: one.uncosted + other.uncosted,
  }
}
