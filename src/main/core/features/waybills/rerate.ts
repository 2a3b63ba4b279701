import type { Database } from '../../db/database'
import type { TicketFacts } from '../pricing/price-ticket'
import { loadRatingBook, type RatingBook } from '../pricing/rating-book'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { accountMonths, differs, type RateableRow, rowsOfMonth, storePrice } from './rerate.repository'
import { type AccountMonthKey, recomputeRollups } from './rollups.repository'
import { ticketSource } from './ticket-source.repository'
import { placeOfText } from './waybill-places'
import { columnsOf, factsOf, type PricedColumns } from './waybill-pricing'

export interface RateInput {
  from: string
  to: string
  accountId?: number
}

/** The book's prices with the tickets that volume tiers count. */
export function createRatings(db: Database): RatingBook {
  return loadRatingBook(db, ticketSource(db))
}

/** The stored freight tickets of an account's month, in the order in which volume tiers count them. */
export const storedTickets = ticketSource

/** Rows written while the lease is held once: well under 100 ms. */
const rowsPerLease = 1000

/**
 * Rates a period again. An account-month is priced as a whole (volume tiers look at it whole), and only rows whose
 * price changed are written, with the rollups of that account-month in the same transaction.
 */
export async function rateTask(kernel: WorkerKernel, input: RateInput, handle: TaskHandle): Promise<{ count: number }> {
  const months = accountMonths(kernel.db, input)
  const total = months.reduce((sum, { tickets }) => sum + tickets, 0)
  const ratings = createRatings(kernel.db)
  let done = 0
  let changed = 0
  for (const month of months) {
    handle.signal.throwIfAborted()
    changed += await rateMonth(kernel, ratings, month)
    done += month.tickets
    handle.report('rating', done, total)
  }
  await kernel.lease.run(() =>
    kernel.book.write(() => ({
      result: undefined,
      audit: {
        action: 'rate',
        entity: 'waybills',
        entityUid: `${input.from}..${input.to}`,
        summary: `${input.from} – ${input.to}`,
        changes: [{ field: 'changed', old: null, new: changed }],
      },
    })),
  )
  return { count: changed }
}

/** How many rows of the account-month got another price. */
export async function rateMonth(kernel: WorkerKernel, ratings: RatingBook, month: AccountMonthKey): Promise<number> {
  const rows = rowsOfMonth(kernel.db, month)
  const priced = priceRows(ratings, rows)
  const changes = rows.flatMap((row, index) => {
    const price = priced[index]
    return price && differs(row, price) ? [{ row, price }] : []
  })
  for (let start = 0; start < changes.length; start += rowsPerLease) {
    await kernel.lease.run(() =>
      kernel.db.transaction(() => {
        for (const { row, price } of changes.slice(start, start + rowsPerLease)) {
          storePrice(kernel.db, row.id, row.account_id, price)
        }
        recomputeRollups(kernel.db, [month])
      }),
    )
  }
  return changes.length
}

/**
 * Prices the rows of one account-month, in order of day and number. Where a sheet has volume tiers, its freight tickets
 * are priced together.
 */
export function priceRows(ratings: RatingBook, rows: readonly RateableRow[]): PricedColumns[] {
  return priceFacts(ratings, rows, rows.map(factsOfRow))
}

function factsOfRow(row: RateableRow): TicketFacts {
  return factsOf(row, placeOfText(row.origin), placeOfText(row.destination))
}

function priceFacts(ratings: RatingBook, rows: readonly RateableRow[], facts: readonly TicketFacts[]): PricedColumns[] {
  const freight = rows.flatMap((row, index) => (row.line_kind === 'freight' ? [index] : []))
  const alone = freight.map((index) => ratings.price(facts[index] as TicketFacts))
  const tiered = alone.some(({ sheetId }) => sheetId !== null && ratings.needsMonthPass(sheetId))
  const tickets = tiered ? ratings.priceMonth(freight.map((index) => facts[index] as TicketFacts)) : alone
  const priced = new Map(freight.map((index, position) => [index, tickets[position]]))
  return rows.map((row, index) => columnsOf(row, priced.get(index) ?? null, row.reason === 'ambiguous-account'))
}

export interface RepricedRow {
  row: RateableRow
  facts: TicketFacts
  price: PricedColumns
}

/** How many tickets the known customers have in a period, by the rollups. */
export function ticketsOf(db: Database, period: RateInput): number {
  return knownMonths(db, period).reduce((sum, { tickets }) => sum + tickets, 0)
}

/**
 * Every freight ticket of a period with the price other sheets would give it, one account-month after the other. Nothing
 * is written.
 */
export function* repriced(db: Database, ratings: RatingBook, period: RateInput): Generator<RepricedRow[]> {
  for (const month of knownMonths(db, period)) {
    const rows = rowsOfMonth(db, month)
    const facts = rows.map(factsOfRow)
    const prices = priceFacts(ratings, rows, facts)
    yield rows.flatMap((row, index) => {
      const [price, fact] = [prices[index], facts[index]]
      return row.line_kind === 'freight' && price && fact ? [{ row, price, facts: fact }] : []
    })
  }
}

function knownMonths(db: Database, period: RateInput) {
  return accountMonths(db, period).filter(({ accountId }) => accountId !== null)
}
