import { rateAmounts } from '#shared/domain/rating/rate'
import type { RatedAmounts } from '#shared/domain/rating/result'
import type { PieceSize, RatingContext, Ticket } from '#shared/domain/rating/ticket'
import type { ZoneIndex } from '#shared/domain/rating/zone-index'
import type { Place } from '#shared/domain/region/place'
import type { ReadySheet } from './compiled-entry'

/** A place as written and what it was taken for; `problem` says why it was taken for nothing. */
export interface TicketPlace {
  text: string
  place: Place | null
  problem: 'unknown-place' | 'ambiguous-place' | null
}

/** What a price depends on. Grams, cm³, fen; `size` of one piece in tenths of a millimetre. */
export interface TicketFacts {
  accountId: number | null
  product: string
  /** Business day of shipping, `YYYY-MM-DD`. */
  shippedOn: string
  origin: TicketPlace
  destination: TicketPlace
  actualGrams: number | null
  billedGrams: number | null
  volumeCm3: number | null
  pieces: number
  size: PieceSize | null
  declaredFen: number | null
  codFen: number | null
}

/** Why there is no price or no cost; the words are in the catalogue as `pricing:reason.<code>`. */
export type PriceReason =
  | 'no-price'
  | 'unknown-place'
  | 'ambiguous-place'
  | 'unknown-origin'
  | 'place-not-in-sheet'
  | 'not-served'
  | 'weight-missing'
  | 'billed-weight-missing'
  | 'volume-missing'
  | 'surcharge-place-unknown'
  | 'sheet-has-errors'
  | 'too-large'

export type CostReason = Exclude<PriceReason, 'no-price'> | 'no-cost-sheet'

export interface PriceException {
  code: PriceReason
  params: Record<string, string>
}

const scratch: Ticket = { actualGrams: null, pieces: 1, shippedOn: '' }

/** The facts as the engine takes them. One object serves call after call: the engine keeps none. */
export function ticketOf(facts: TicketFacts): Ticket {
  scratch.actualGrams = facts.actualGrams
  scratch.pieces = facts.pieces
  scratch.size = facts.size
  scratch.volumeCm3 = facts.volumeCm3
  scratch.billedGrams = facts.billedGrams
  scratch.declaredFen = facts.declaredFen
  scratch.codFen = facts.codFen
  scratch.shippedOn = facts.shippedOn
  scratch.destination = facts.destination.place
  return scratch
}

/** The row of the sheet for the ticket's places, or why there is none. */
export function rowFor(ready: ReadySheet, facts: TicketFacts): number | PriceException {
  const { zones, rowsByDestination } = ready
  if (!zones) return { code: 'sheet-has-errors', params: {} }
  const { place } = facts.destination
  if (place === null || zones.asksOrigin) return searchedRow(ready, zones, facts)
  const number = placeNumber(place)
  const known = rowsByDestination[number]
  if (known !== undefined) return known
  const row = searchedRow(ready, zones, facts)
  if (typeof row === 'number') rowsByDestination[number] = row
  return row
}

/** Places met so far, numbered from 0, so that every sheet can keep its rows in a short list. */
const placeNumbers = new Map<string, number>()

function placeNumber(place: Place): number {
  const code = place.district ?? place.city ?? place.province
  const known = placeNumbers.get(code)
  if (known !== undefined) return known
  placeNumbers.set(code, placeNumbers.size)
  return placeNumbers.size - 1
}

function searchedRow(
  { origin }: ReadySheet,
  zones: ZoneIndex,
  { origin: from, destination }: TicketFacts,
): number | PriceException {
  if (destination.place === null && destination.text !== '') {
    const literal = zones.lookupLiteral(destination.text)
    if (literal !== undefined) return literal
  }
  const found = zones.lookup(destination.place, from.text === '' ? origin : from.place)
  if ('rowIndex' in found) return found.rowIndex
  if (found.exception === 'unknown-origin') return { code: 'unknown-origin', params: { place: from.text } }
  const code = found.exception === 'unknown-place' ? (destination.problem ?? 'unknown-place') : found.exception
  return { code, params: { place: destination.text } }
}

/** Rates the ticket with one sheet. An unknown place or `-` is an exception: no other sheet is tried (PRICING §1). */
export function priceWith(
  ready: ReadySheet,
  facts: TicketFacts,
  context: RatingContext | null,
): RatedAmounts | PriceException {
  const row = rowFor(ready, facts)
  if (typeof row !== 'number') return row
  const result = rateAmounts(ready.compiled, row, ticketOf(facts), context)
  if (result.rated) return result
  return { code: result.code, params: { ...result.params, place: facts.destination.text } }
}
