import type { Bracket, PriceSheet } from '#shared/domain/rating/price-sheet'
import type { Place } from '#shared/domain/region/place'
import { resolvePlaceList } from '#shared/domain/region/place-list'
import type { TicketFacts, TicketPlace } from './price-ticket'

/** Beyond the lower edge of an open bracket, grams and cm³. */
const beyond = { kg: 2_000, m3: 1_000_000 } as const
/** Weight of a cubic metre of cargo, grams: an LTL ticket of so many m³ weighs so much. */
const cargoGrams = 200_000
/** Where `*` is tried. */
const anywhere = '湖北省'

/** One ticket for each bracket to each zone of a sheet: what stands in for waybills where there are none. */
export function* typicalTickets(sheet: PriceSheet, accountId: number | null, day: string): Generator<TicketFacts> {
  for (const { key } of sheet.rows) {
    const [origin, destination] = placesOf(sheet, key)
    if (!destination.place) continue
    for (const column of sheet.columns) {
      yield { accountId, product: sheet.product ?? '', shippedOn: day, origin, destination, ...loadOf(column) }
    }
  }
}

function loadOf({ unit, from, to }: Bracket) {
  const middle = to === null ? from + beyond[unit] : from + Math.round((to - from) / 2)
  const grams = unit === 'kg' ? middle : Math.round((middle * cargoGrams) / 1_000_000)
  return {
    actualGrams: grams,
    billedGrams: grams,
    volumeCm3: unit === 'kg' ? null : middle,
    pieces: 1,
    size: null,
    declaredFen: null,
    codFen: null,
  }
}

function placesOf(sheet: PriceSheet, key: string): [TicketPlace, TicketPlace] {
  const [left = '', right] = key.split('→')
  const nowhere: TicketPlace = { text: '', place: null, problem: null }
  if (right === undefined) return [nowhere, firstPlace(sheet, left)]
  return [firstPlace(sheet, left), firstPlace(sheet, right)]
}

function firstPlace({ zones }: PriceSheet, name: string): TicketPlace {
  const plain = name.trim()
  const own = zones.filter(({ zone }) => zone === plain).map(({ places }) => places)
  const text = plain === '*' ? anywhere : own.length > 0 ? own.join('、') : plain
  const place: Place | null = resolvePlaceList(text === '*' ? anywhere : text).places[0] ?? null
  return { text: plain, place, problem: place ? null : 'unknown-place' }
}
