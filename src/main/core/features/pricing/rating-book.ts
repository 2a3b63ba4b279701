import type { PriceExplanation } from '#shared/contract/pricing'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import type { RatedAmounts } from '#shared/domain/rating/result'
import { RuleShare } from '#shared/domain/rating/rule-share'
import type { RatingContext } from '#shared/domain/rating/ticket'
import type { Locale } from '#shared/i18n/index'
import type { Database } from '../../db/database'
import { readySheet, type ReadySheet, type SheetEntry } from './compiled-entry'
import { MonthQuantities, type TicketSource } from './month-quantities'
import { explainWith, unpriced } from './price-explanation'
import { type CostReason, type PriceException, priceWith, type TicketFacts } from './price-ticket'
import { ratingBookData } from './rating-book.repository'
import { type AccountStanding, type SheetChoice, SheetShelf } from './sheet-shelf'

/** Amounts are fen. With an `exception` there is no amount; without a cost there is its reason. Never 0 for "unknown". */
export interface PricedTicket {
  sheetId: number | null
  exception: PriceException | null
  chargeableGrams: number | null
  netFen: number | null
  grossFen: number | null
  taxFen: number | null
  costSheetId: number | null
  /** Net of tax, as all costs in reports. */
  costFen: number | null
  costReason: CostReason | null
}

/** What the choice of a sheet looks at. */
type ShipmentFacts = Pick<TicketFacts, 'accountId' | 'product' | 'shippedOn'>

export interface TicketExplanation {
  revenue: PriceExplanation
  cost: PriceExplanation | null
}

export interface RatingBookData extends AccountStanding {
  /** Approved sheets of both uses. */
  sheets: readonly SheetEntry[]
}

/**
 * Everything a book's prices and costs come from, compiled when first needed. It is a snapshot: make a new one after
 * sheets, groups or tiers changed. Good on any thread with a connection of its own.
 *
 * A cost is the answer of one cost sheet, chosen like a price: its freight is the transfer to the destination, its
 * surcharges are the other parts (面单费, 操作费, 派费 …). Several cost sheets of one level never add up, as several price
 * sheets do not.
 */
export class RatingBook {
  readonly #shelf: SheetShelf
  /** By the sheet's key. */
  readonly #ready: ReadySheet[] = []
  readonly #entries = new Map<number, SheetEntry>()
  readonly #share = new RuleShare()
  readonly #quantities: MonthQuantities

  /** `tickets`: the freight tickets of an account's month in order of date and number; for 当票 tier tables. */
  constructor(data: RatingBookData, tickets: TicketSource | null = null) {
    for (const entry of data.sheets) this.#entries.set(entry.id, entry)
    this.#shelf = new SheetShelf(data.sheets, data)
    this.#quantities = new MonthQuantities(this, tickets)
  }

  /** Prices and costs one ticket. */
  price(facts: TicketFacts): PricedTicket {
    return this.#priced(facts, null)
  }

  /** True if the sheet has a 当票 tier table, so that an account's month is to be priced again once it is complete. */
  needsMonthPass(sheetId: number): boolean {
    const entry = this.#entries.get(sheetId)
    return entry !== undefined && this.ready(entry).compiled.tier !== null
  }

  /**
   * Prices all freight tickets of one account and month together, in order of date, then number (PRICING §6): 当月 tiers
   * see the whole month, 上月 tiers the month before through the ticket source.
   */
  priceMonth(tickets: readonly TicketFacts[]): PricedTicket[] {
    const contexts = this.#quantities.ofMonth(tickets)
    return tickets.map((facts, index) => this.#priced(facts, contexts[index] ?? null))
  }

  /** The sheet for a ticket, or null where none is in force on its shipping day. */
  choose(usage: 'sale' | 'cost', facts: ShipmentFacts): SheetChoice | null {
    const choice = this.#shelf.choose(usage, facts.accountId, facts.product, facts.shippedOn)
    return typeof choice === 'string' ? null : choice
  }

  ready(entry: SheetEntry): ReadySheet {
    return (this.#ready[entry.id] ??= readySheet(JSON.parse(entry.json) as PriceSheet, this.#share))
  }

  /** The exception of a ticket for which no sheet is in force, with the nearest miss as `why`. */
  noPrice({ accountId, product, shippedOn }: ShipmentFacts): PriceException {
    const why = this.#shelf.choose('sale', accountId, product, shippedOn)
    return { code: 'no-price', params: { date: shippedOn, product, why: typeof why === 'string' ? why : '' } }
  }

  /** The tier quantity of a ticket alone: last month's from the source; this month's only where `key` finds its place. */
  contextOf(choice: SheetChoice, facts: TicketFacts, key: number | null): RatingContext | null {
    return this.#quantities.ofTicket(choice, facts, key)
  }

  /**
   * Price and cost of a ticket, line by line, with which sheet and why; `cost` is null where no cost sheet applies.
   * `key` is the stored ticket's, for 当月 tiers.
   */
  explainTicket(facts: TicketFacts, locale: Locale, key: number | null = null): TicketExplanation {
    const cost = this.choose('cost', facts)
    return {
      revenue: this.#explained('sale', facts, locale, key),
      cost: cost && this.#explained('cost', facts, locale, key),
    }
  }

  #explained(usage: 'sale' | 'cost', facts: TicketFacts, locale: Locale, key: number | null): PriceExplanation {
    const choice = this.choose(usage, facts)
    if (!choice) return unpriced(this.noPrice(facts), locale)
    const { entry, level } = choice
    return explainWith(this.ready(entry), { ...entry, level }, facts, this.contextOf(choice, facts, key), locale)
  }

  #priced(facts: TicketFacts, context: RatingContext | null): PricedTicket {
    const choice = this.choose('sale', facts)
    const sale = choice ? this.#sold(choice, facts, context) : this.noPrice(facts)
    const costChoice = this.choose('cost', facts)
    const cost = costChoice ? priceWith(this.ready(costChoice.entry), facts, null) : null
    const rated = 'rated' in sale ? sale : null
    return {
      sheetId: choice?.entry.id ?? null,
      exception: 'rated' in sale ? null : sale,
      chargeableGrams: rated?.grams ?? null,
      netFen: rated?.netFen ?? null,
      grossFen: rated?.totalFen ?? null,
      taxFen: rated?.taxFen ?? null,
      costSheetId: costChoice?.entry.id ?? null,
      costFen: cost && 'rated' in cost ? cost.netFen : null,
      costReason: !cost ? 'no-cost-sheet' : 'rated' in cost ? null : (cost.code as CostReason),
    }
  }

  #sold(choice: SheetChoice, facts: TicketFacts, context: RatingContext | null): RatedAmounts | PriceException {
    const ready = this.ready(choice.entry)
    if (ready.compiled.tier === null) return priceWith(ready, facts, null)
    return priceWith(ready, facts, context ?? this.contextOf(choice, facts, null))
  }
}

/** Reads a book's approved sheets, groups and tier history. */
export function loadRatingBook(db: Database, tickets: TicketSource | null = null): RatingBook {
  return new RatingBook(ratingBookData(db), tickets)
}
