import type { TierTable } from '#shared/domain/rating/price-sheet'
import type { RatingContext } from '#shared/domain/rating/ticket'
import type { ReadySheet, SheetEntry } from './compiled-entry'
import { priceWith, type TicketFacts } from './price-ticket'
import type { SheetChoice } from './sheet-shelf'

/** A stored ticket with its row's key. */
export interface SourceTicket extends TicketFacts {
  key: number
}

/** The freight tickets of an account in a shipping month, in order of date, then number. */
export type TicketSource = (accountId: number, month: string) => Iterable<SourceTicket>

/** The part of the rating book that quantities need. */
interface Sheets {
  choose(usage: 'sale', facts: TicketFacts): SheetChoice | null
  ready(entry: SheetEntry): ReadySheet
}

/**
 * The quantities that 当票 tier tables ask for (PRICING §6). Basis is account × sheet × shipping month: tickets,
 * chargeable grams or fen of freight before discount of what the same sheet (any version of it) priced in that month.
 */
export class MonthQuantities {
  readonly #months = new Map<string, number>()

  constructor(
    private readonly book: Sheets,
    private readonly source: TicketSource | null,
  ) {}

  /** The context of each ticket of one account's complete month, in its order. */
  ofMonth(tickets: readonly TicketFacts[]): (RatingContext | null)[] {
    // Last month's tickets may have come or gone since they were counted.
    this.#months.clear()
    const running = new Map<string, number>()
    const places = tickets.map((facts) => {
      const choice = this.book.choose('sale', facts)
      const table = choice ? this.#tableOf(choice) : null
      if (!choice || !table) return null
      const before = running.get(choice.entry.name) ?? 0
      running.set(choice.entry.name, before + this.#measure(choice, table, facts))
      return { choice, table, before, facts }
    })
    return places.map((place) => {
      if (!place) return null
      const { choice, table, before, facts } = place
      if (table.period === 'previous-month') return this.#previous(choice, table, facts)
      return { tierQuantity: table.mode === 'whole' ? (running.get(choice.entry.name) ?? 0) : before }
    })
  }

  /** The context of one stored ticket; without `key` the running month counts as not begun. */
  ofTicket(choice: SheetChoice, facts: TicketFacts, key: number | null): RatingContext | null {
    const table = this.#tableOf(choice)
    if (!table || facts.accountId === null || !this.source) return null
    if (table.period === 'previous-month') return this.#previous(choice, table, facts)
    if (key === null) return null
    const month = [...this.source(facts.accountId, facts.shippedOn.slice(0, 7))]
    const index = month.findIndex((ticket) => ticket.key === key)
    return index < 0 ? null : (this.ofMonth(month)[index] ?? null)
  }

  #tableOf({ entry }: SheetChoice): TierTable | null {
    return this.book.ready(entry).compiled.tier
  }

  #previous(choice: SheetChoice, table: TierTable, facts: TicketFacts): RatingContext | null {
    if (facts.accountId === null || !this.source) return null
    const month = monthBefore(facts.shippedOn)
    const memo = `${facts.accountId} ${choice.entry.name} ${table.basis} ${month}`
    let quantity = this.#months.get(memo)
    if (quantity === undefined) {
      quantity = 0
      for (const ticket of this.source(facts.accountId, month)) {
        const other = this.book.choose('sale', ticket)
        if (other?.entry.name === choice.entry.name) quantity += this.#measure(other, table, ticket)
      }
      this.#months.set(memo, quantity)
    }
    return { tierQuantity: quantity }
  }

  /** What one ticket adds to the basis; a ticket without a price adds nothing. */
  #measure(choice: SheetChoice, { basis }: TierTable, facts: TicketFacts): number {
    const priced = priceWith(this.book.ready(choice.entry), facts, null)
    if (!('rated' in priced)) return 0
    if (basis === 'tickets') return 1
    return basis === 'weight' ? priced.grams : priced.freightFen
  }
}

function monthBefore(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}
