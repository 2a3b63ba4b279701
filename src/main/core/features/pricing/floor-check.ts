import type { Floor, FloorCheck } from '#shared/contract/price-review'
import type { Role } from '#shared/contract/base'
import { addMonths } from '#shared/domain/months'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import type { Database } from '../../db/database'
import type { SheetEntry } from './compiled-entry'
import { belowFloors, FloorSums } from './floor-sums'
import type { PastTicket, PastTickets } from './past-tickets'
import { priceWith, rowFor, type TicketFacts } from './price-ticket'
import type { StoredSheet } from './pricing.repository'
import { type PricedTicket, RatingBook } from './rating-book'
import { ratingBookData } from './rating-book.repository'
import { typicalTickets } from './typical-tickets'

export interface FloorQuestion {
  sheet: StoredSheet
  role: Role
  floor: Floor
  /** `YYYY-MM-DD` */
  today: string
}

/** Months looked back at. */
const months = 3
/** Enough to know a general sheet by; a customer's own three months are looked at whole. */
const sampleTickets = 100_000
/** The core stays free for others: after so many milliseconds of rating it lets them have their turn. */
const turnMilliseconds = 25

/**
 * What a sheet comes to on the last three months of the customers it would apply to, rated again as if it had always been
 * in force; on typical tickets where there are none. Memory does not grow with the tickets.
 */
export async function checkFloors(db: Database, past: PastTickets, question: FloorQuestion): Promise<FloorCheck> {
  const { sheet, role, floor, today } = question
  const content = JSON.parse(sheet.sheet) as PriceSheet
  const rating = new Rating(db, past, sheet)
  const latest = sheet.usage === 'sale' ? past.latestMonth() : null
  const span = latest === null ? null : { from: addMonths(latest, 1 - months), to: latest }
  const sums = new FloorSums()
  let accounts = { looked: 0, all: 0 }
  if (span) accounts = await addPast(rating, past, sums, span, candidates(db, sheet, today))
  let basis: FloorCheck['basis'] = 'own'
  if (sums.tickets === 0 && sheet.usage === 'sale') {
    basis = 'typical'
    for (const facts of typicalTickets(content, sheet.accountId, today))
      rating.add(sums, facts, rating.price(facts), null)
  }
  if (sums.tickets === 0) basis = 'none'
  const figures = { ...sums.figures(), writtenDiscountPpm: writtenDiscount(content) }
  const findings = sheet.usage === 'sale' ? belowFloors(figures, floor) : []
  const known = figures.marginPpm !== null || figures.discountPpm !== null
  return {
    basis,
    verdict: findings.length > 0 ? 'below' : known ? 'within' : 'no-data',
    role,
    from: basis === 'own' && span ? span.from : null,
    to: basis === 'own' && span ? span.to : null,
    accounts: accounts.looked,
    accountsAll: accounts.all,
    ...figures,
    findings,
    parts: sums.parts(floor.marginPpm),
  }
}

/** The customers a sheet may apply to; null: whoever ships. */
function candidates(db: Database, sheet: StoredSheet, today: string): ReadonlySet<number> | null {
  if (sheet.accountId === null && sheet.tier === null) return null
  const { groups, tiers } = ratingBookData(db)
  if (sheet.accountId !== null) {
    const members = [...groups].filter(([, parent]) => parent === sheet.accountId).map(([member]) => member)
    return new Set([sheet.accountId, ...members])
  }
  const inTier = [...tiers].filter(
    ([, history]) => history.find(({ validFrom }) => validFrom <= today)?.tier === sheet.tier,
  )
  return new Set(inTier.map(([account]) => account))
}

async function addPast(
  rating: Rating,
  past: PastTickets,
  sums: FloorSums,
  { from, to }: { from: string; to: string },
  whom: ReadonlySet<number> | null,
): Promise<{ looked: number; all: number }> {
  const shippers = past.shippers(from, to).filter(({ accountId }) => whom === null || whom.has(accountId))
  let looked = 0
  let read = 0
  let since = performance.now()
  for (const { accountId } of shippers) {
    if (whom === null && read >= sampleTickets) break
    for (let month = from; month <= to; month = addMonths(month, 1)) {
      for (const [ticket, priced] of rating.ofMonth(past.ofMonth(accountId, month))) {
        read++
        if (priced) rating.add(sums, ticket, priced, ticket.todayFen)
        if (performance.now() - since < turnMilliseconds) continue
        await new Promise((resolve) => setImmediate(resolve))
        since = performance.now()
      }
    }
    looked++
  }
  return { looked, all: shippers.length }
}

/** The book's prices as they are, and as they would be with the sheet in place of its scope. */
class Rating {
  readonly #today: RatingBook
  readonly #draft: RatingBook
  readonly #entry: SheetEntry
  readonly #tiered: boolean

  constructor(db: Database, past: PastTickets, sheet: StoredSheet) {
    const data = ratingBookData(db)
    const source = (account: number, month: string) => past.ofMonth(account, month)
    const { id, name, version, usage, accountId, tier, product } = sheet
    this.#entry = {
      id,
      name,
      version,
      usage,
      accountId,
      tier,
      product,
      validFrom: '1970-01-01',
      validTo: null,
      json: sheet.sheet,
    }
    const others = data.sheets.filter(
      (one) => one.usage !== usage || one.accountId !== accountId || one.tier !== tier || one.product !== product,
    )
    this.#today = new RatingBook(data, source)
    this.#draft = new RatingBook({ ...data, sheets: [...others, this.#entry] }, source)
    this.#tiered = this.#draft.ready(this.#entry).compiled.tier !== null
  }

  price(facts: TicketFacts): PricedTicket {
    return this.#draft.price(facts)
  }

  /** The tickets of an account's month, priced where the sheet applies; with volume tiers the month is held whole. */
  *ofMonth(tickets: Iterable<PastTicket>): Generator<[PastTicket, PricedTicket | null]> {
    if (!this.#tiered) {
      for (const ticket of tickets) yield [ticket, this.#applies(ticket) ? this.#draft.price(ticket) : null]
      return
    }
    const month = [...tickets]
    const priced = this.#draft.priceMonth(month)
    for (const [index, ticket] of month.entries())
      yield [ticket, this.#applies(ticket) ? (priced[index] ?? null) : null]
  }

  add(sums: FloorSums, facts: TicketFacts, priced: PricedTicket, todayFen: number | null): void {
    if (priced.netFen === null) {
      sums.unrated++
      return
    }
    const ready = this.#draft.ready(this.#entry)
    const row = rowFor(ready, facts)
    const part = typeof row === 'number' ? (ready.sheet.rows[row]?.key ?? '') : ''
    const { netFen: revenueFen, costFen } = priced
    sums.add({ part, revenueFen, todayFen, generalFen: this.#general(facts), costFen })
  }

  #applies(facts: TicketFacts): boolean {
    return this.#draft.choose('sale', facts)?.entry.id === this.#entry.id
  }

  #general(facts: TicketFacts): number | null {
    const choice = this.#today.choose('sale', { ...facts, accountId: null })
    if (!choice) return null
    const priced = priceWith(this.#today.ready(choice.entry), facts, null)
    return 'rated' in priced ? priced.netFen : null
  }
}

/** The lowest discount a sheet writes: 折扣, and under it the lowest step of its volume tiers. */
export function writtenDiscount({ discountPpm, tiers }: PriceSheet): number | null {
  const steps = tiers.flatMap((table) =>
    table.steps.flatMap(({ benefit }) =>
      benefit.kind === 'discount' ? [benefit.ppm] : benefit.kind === 'rebate' ? [1_000_000 - benefit.ppm] : [],
    ),
  )
  if (discountPpm === null && steps.length === 0) return null
  return Math.floor(((discountPpm ?? 1_000_000) * Math.min(1_000_000, ...steps)) / 1_000_000)
}

/** The check for somebody who may not see costs: whether it goes below a floor stays, by how much of a margin does not. */
export function withoutCosts(check: FloorCheck): FloorCheck {
  return {
    ...check,
    costFen: null,
    marginFen: null,
    marginPpm: null,
    todayMarginPpm: null,
    findings: check.findings.map((finding) =>
      finding.kind === 'margin' ? { ...finding, actualPpm: null, shortFen: null } : finding,
    ),
    parts: check.parts
      .map((part) => ({ ...part, marginFen: null, marginPpm: null }))
      .toSorted((a, b) => b.revenueFen - a.revenueFen),
  }
}
