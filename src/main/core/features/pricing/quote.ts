import type { PriceExplanation, QuoteInput } from '#shared/contract/pricing'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import { placeName } from '#shared/domain/region/place-name'
import { resolvePlace } from '#shared/domain/region/resolve-place'
import type { Database } from '../../db/database'
import { Refused } from '../../refused'
import { readySheet } from './compiled-entry'
import { explainWith } from './price-explanation'
import { ownSheetsInForce } from './own-sheets.repository'
import type { TicketFacts, TicketPlace } from './price-ticket'
import { storedSheet } from './pricing.repository'
import { loadRatingBook, type RatingBook } from './rating-book'
import { draftState } from './sheet-editor.repository'

export interface Quote {
  price: PriceExplanation
  cost: PriceExplanation | null
  /** Net revenue less net cost; null where either is unknown. */
  marginFen: number | null
  /** Sheets of the customer's own in force that day which did not price it, because they are for another product. */
  ownElsewhere: { sheetId: number; sheet: string; product: string }[]
}

/**
 * Prices a shipment that has not happened, with the sheet in force or with the one named (a draft as well).
 * @throws Refused `not-found` for a sheet that is not there, `sheet-has-errors` for a draft that was saved with errors
 */
export function quoteShipment(db: Database, input: QuoteInput): Quote {
  const facts = factsOf(input)
  const book = loadRatingBook(db)
  const { revenue, cost } =
    input.sheetId === null
      ? book.explainTicket(facts, input.locale)
      : { revenue: quoteNamed(db, input.sheetId, facts, input), cost: costOf(book, facts, input) }
  const costFen = cost?.netFen ?? null
  const marginFen = revenue.netFen === null || costFen === null ? null : revenue.netFen - costFen
  return { price: revenue, cost, marginFen, ownElsewhere: ownElsewhere(db, input, revenue.sheetId) }
}

/** Said only where another sheet was chosen although the customer has one of his own. */
function ownElsewhere(db: Database, input: QuoteInput, sheetId: number | null): Quote['ownElsewhere'] {
  if (input.accountId === null || input.sheetId !== null) return []
  const own = ownSheetsInForce(db, input.accountId, input.date)
  return own.some((sheet) => sheet.sheetId === sheetId) ? [] : own
}

function quoteNamed(db: Database, sheetId: number, facts: TicketFacts, { locale }: QuoteInput): PriceExplanation {
  const stored = storedSheet(db, sheetId)
  if (!stored || stored.deletedAt !== null) throw new Refused('not-found', { what: 'price-sheet' })
  if ((draftState(db, sheetId)?.form ?? null) !== null)
    throw new Refused('sheet-has-errors', { count: 1, first: stored.name })
  const ready = readySheet(JSON.parse(stored.sheet) as PriceSheet)
  return explainWith(ready, { ...stored, level: 'named' }, facts, null, locale)
}

function costOf(book: RatingBook, facts: TicketFacts, { locale }: QuoteInput): PriceExplanation | null {
  return book.explainTicket(facts, locale).cost
}

function factsOf(input: QuoteInput): TicketFacts {
  return {
    accountId: input.accountId,
    product: input.product,
    shippedOn: input.date,
    origin: quotedPlace(input.from),
    destination: quotedPlace(input.to),
    actualGrams: input.grams,
    billedGrams: input.grams,
    volumeCm3: null,
    pieces: input.pieces,
    // The form speaks millimetres, the engine tenths of them.
    size: input.size && { length: input.size.l * 10, width: input.size.w * 10, height: input.size.h * 10 },
    declaredFen: input.declaredFen,
    codFen: input.codFen,
  }
}

/** The place a text means; of an ambiguous one the answer shows what it could mean. */
export function quotedPlace(text: string): TicketPlace {
  const answer = resolvePlace(text)
  if (answer.status === 'found') return { text, place: answer.place, problem: null }
  if (answer.status === 'unknown') return { text, place: null, problem: 'unknown-place' }
  const candidates = answer.candidates.map((place) => placeName(place, 'zh-CN')).join('、')
  return { text: `${text}（${candidates}）`, place: null, problem: 'ambiguous-place' }
}
