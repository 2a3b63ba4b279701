import type { SourceTicket } from './month-quantities'

/** What the book knows of shipments that happened, as a check of new prices looks at them; handed in by the router. */
export interface PastTickets {
  /** The newest month that has waybills; null: none at all. */
  latestMonth(): string | null
  /** Accounts that shipped in these months, the one with most tickets first. */
  shippers(from: string, to: string): { accountId: number; tickets: number }[]
  /** Freight tickets of an account's month in order of date, then number, read piece by piece. */
  ofMonth(accountId: number, month: string): Iterable<PastTicket>
}

/** A stored ticket with what it is priced at today, net of tax in fen; null where it has no price. */
export interface PastTicket extends SourceTicket {
  todayFen: number | null
}
