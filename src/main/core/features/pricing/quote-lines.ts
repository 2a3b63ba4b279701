import type { PricedLine, QuoteLinesAnswer, QuoteLinesInput } from '#shared/contract/quote-lines'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import type { Locale } from '#shared/i18n/index'
import { joinClauses } from '#shared/i18n/join-clauses'
import type { Database } from '../../db/database'
import { Refused } from '../../refused'
import { readySheet, type ReadySheet } from './compiled-entry'
import { ownSheetsInForce } from './own-sheets.repository'
import { explainWith, reasonText } from './price-explanation'
import { priceWith, type TicketFacts, type TicketPlace } from './price-ticket'
import { storedSheet } from './pricing.repository'
import { quotedPlace } from './quote'
import { loadRatingBook, type RatingBook } from './rating-book'

type Line = QuoteLinesInput['lines'][number]

/** The core stays free for others: after so many milliseconds it lets them have their turn. */
const turnMilliseconds = 25

/**
 * Prices many shipments in one go: the customer's price, the general one, an archived competitor's, and the cost. A line
 * without a price says why and stops no other.
 *
 * @throws Refused `not-found` if the competitor's sheet is none
 */
export async function quoteLines(db: Database, input: QuoteLinesInput): Promise<QuoteLinesAnswer> {
  const pricing = new LinePricing(db, input)
  const lines: PricedLine[] = []
  const sums = new Sums(input.competitorSheetId !== null)
  let since = performance.now()
  for (const line of input.lines) {
    const priced = pricing.price(line)
    lines.push(priced.line)
    sums.add(priced.line, priced.netFen)
    if (performance.now() - since < turnMilliseconds) continue
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
  return { lines, sums: sums.told(), ownElsewhere: ownElsewhere(db, input, lines) }
}

function ownElsewhere(
  db: Database,
  { accountId, date }: QuoteLinesInput,
  lines: readonly PricedLine[],
): QuoteLinesAnswer['ownElsewhere'] {
  const used = new Set(lines.flatMap(({ sheetId }) => (sheetId === null ? [] : [sheetId])))
  const own = accountId === null || used.size === 0 ? [] : ownSheetsInForce(db, accountId, date)
  return own.some(({ sheetId }) => used.has(sheetId)) ? [] : own
}

class LinePricing {
  readonly #book: RatingBook
  readonly #competitor: ReadySheet | null
  readonly #locale: Locale
  /** Places are resolved once: a list names few of them many times. */
  readonly #places = new Map<string, TicketPlace>()

  constructor(
    db: Database,
    private readonly input: QuoteLinesInput,
  ) {
    this.#book = loadRatingBook(db)
    this.#locale = input.locale
    this.#competitor = input.competitorSheetId === null ? null : competitorSheet(db, input.competitorSheetId)
  }

  price(line: Line): { line: PricedLine; netFen: number | null } {
    const facts = this.#facts(line)
    const choice = this.#book.choose('sale', facts)
    const own = choice
      ? explainWith(this.#book.ready(choice.entry), { ...choice.entry, level: choice.level }, facts, null, this.#locale)
      : null
    const cost = this.#cost(facts)
    const netFen = own?.netFen ?? null
    return {
      netFen,
      line: {
        row: line.row,
        zone: own?.zone ?? null,
        chargeableGrams: own?.chargeableGrams ?? null,
        sheet: own?.sheet ?? null,
        sheetId: own?.sheetId ?? null,
        level: choice?.level ?? null,
        how: own ? howOf(own.lines, this.#locale) : '',
        own: own
          ? { fen: own.totalFen, reason: own.reason?.text ?? null }
          : { fen: null, reason: reasonText(this.#book.noPrice(facts), this.#locale) },
        general: this.#general(facts),
        competitor: this.#competitor && this.#gross(this.#competitor, facts),
        costFen: cost,
        marginFen: netFen === null || cost === null ? null : netFen - cost,
      },
    }
  }

  #general(facts: TicketFacts): PricedLine['general'] {
    const anybody = { ...facts, accountId: null }
    const choice = this.#book.choose('sale', anybody)
    if (choice) return this.#gross(this.#book.ready(choice.entry), anybody)
    return { fen: null, reason: reasonText(this.#book.noPrice(anybody), this.#locale) }
  }

  #gross(ready: ReadySheet, facts: TicketFacts): PricedLine['general'] {
    const priced = priceWith(ready, facts, null)
    return 'rated' in priced
      ? { fen: priced.totalFen, reason: null }
      : { fen: null, reason: reasonText(priced, this.#locale) }
  }

  #cost(facts: TicketFacts): number | null {
    const choice = this.#book.choose('cost', facts)
    const priced = choice && priceWith(this.#book.ready(choice.entry), facts, null)
    return priced && 'rated' in priced ? priced.netFen : null
  }

  #facts(line: Line): TicketFacts {
    const { accountId, product, date } = this.input
    return {
      accountId,
      product: line.product === '' ? product : line.product,
      shippedOn: date,
      origin: this.#place(line.from),
      destination: this.#place(line.to),
      actualGrams: line.grams,
      billedGrams: line.grams,
      volumeCm3: null,
      pieces: line.pieces,
      size: line.size && { length: line.size.l * 10, width: line.size.w * 10, height: line.size.h * 10 },
      declaredFen: line.declaredFen,
      codFen: line.codFen,
    }
  }

  #place(text: string): TicketPlace {
    let place = this.#places.get(text)
    if (!place) this.#places.set(text, (place = quotedPlace(text)))
    return place
  }
}

function competitorSheet(db: Database, id: number): ReadySheet {
  const stored = storedSheet(db, id)
  if (!stored || stored.deletedAt !== null || stored.competitor === '') {
    throw new Refused('not-found', { what: 'price-sheet' })
  }
  return readySheet(JSON.parse(stored.sheet) as PriceSheet)
}

/** The steps that made an amount, in one line. */
function howOf(lines: readonly { item: string; formula: string; fen: number | null }[], locale: Locale): string {
  const told = lines.filter(({ formula, fen }) => formula !== '' || fen !== null)
  return joinClauses(
    locale,
    told.map(({ item, formula }) => [item, formula].filter(Boolean).join(' ')),
  )
}

/** Sums that never count an unknown figure as 0. */
class Sums {
  readonly #own = { fen: 0, missing: 0 }
  readonly #general = { fen: 0, missing: 0 }
  readonly #competitor = { fen: 0, missing: 0 }
  readonly #cost = { fen: 0, missing: 0 }
  readonly #margin = { fen: 0, missing: 0 }
  #marginNetFen = 0
  readonly #againstGeneral = { ownFen: 0, otherFen: 0, lines: 0 }
  readonly #againstCompetitor = { ownFen: 0, otherFen: 0, lines: 0 }

  constructor(private readonly compared: boolean) {}

  add(line: PricedLine, netFen: number | null): void {
    count(this.#own, line.own.fen)
    count(this.#general, line.general.fen)
    count(this.#competitor, line.competitor?.fen ?? null)
    count(this.#cost, line.costFen)
    count(this.#margin, line.marginFen)
    if (line.marginFen !== null) this.#marginNetFen += netFen ?? 0
    compare(this.#againstGeneral, line.own.fen, line.general.fen)
    compare(this.#againstCompetitor, line.own.fen, line.competitor?.fen ?? null)
  }

  told(): QuoteLinesAnswer['sums'] {
    return {
      own: this.#own,
      general: this.#general,
      competitor: this.compared ? this.#competitor : null,
      cost: this.#cost,
      margin: this.#margin,
      marginNetFen: this.#marginNetFen,
      againstGeneral: this.#againstGeneral,
      againstCompetitor: this.compared ? this.#againstCompetitor : null,
    }
  }
}

function count(sum: { fen: number; missing: number }, fen: number | null): void {
  if (fen === null) sum.missing++
  else sum.fen += fen
}

function compare(sum: { ownFen: number; otherFen: number; lines: number }, own: number | null, other: number | null) {
  if (own === null || other === null) return
  sum.ownFen += own
  sum.otherFen += other
  sum.lines++
}

/** The answer for somebody who may not see costs. */
export function linesWithoutCosts({ lines, sums, ownElsewhere: own }: QuoteLinesAnswer): QuoteLinesAnswer {
  return {
    ownElsewhere: own,
    lines: lines.map((line) => ({ ...line, costFen: null, marginFen: null })),
    sums: { ...sums, cost: null, margin: null, marginNetFen: 0 },
  }
}
