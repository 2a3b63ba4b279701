import type { Place } from '../region/place'

/** The places a text names (separated as in PRICING §4) and the names that are none or ambiguous. */
export interface ResolvedPlaces {
  places: readonly Place[]
  unknown: readonly string[]
}

/** Turns 适用目的地 into places; given by the region list, so that the engine knows no names. */
export type PlaceResolver = (text: string) => ResolvedPlaces
