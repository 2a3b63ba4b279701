import { covers, type Place } from './place'
import { resolvePlace, type PlaceResolution } from './resolve-place'

/** A place in separate columns, each as tolerant as a whole text. */
export interface PlaceParts {
  province?: string
  city?: string
  district?: string
  /** A street address, with or without the levels in front. */
  address?: string
}

/**
 * The place that separate columns name together. A column that contradicts the one before (`广东`, `上海`) makes the
 * answer ambiguous between the two; the address only makes a place more exact or settles an ambiguity.
 */
export function resolveParts({ province = '', city = '', district = '', address = '' }: PlaceParts): PlaceResolution {
  const columns = [province, city, district].map((part) => part.trim()).filter((part) => part !== '')
  const named = columns.length > 0 ? resolveColumns(columns) : resolvePlace(address)
  if (address.trim() === '' || columns.length === 0) return named
  const addressed = resolvePlace(address, named.status === 'found' ? named.place : undefined)
  if (addressed.status !== 'found') return named
  if (named.status === 'unknown') return addressed
  const places = named.status === 'found' ? [named.place] : named.candidates
  return places.some((place) => covers(place, addressed.place)) ? addressed : named
}

function resolveColumns(columns: readonly string[]): PlaceResolution {
  const whole = resolvePlace(columns.join(' '))
  if (whole.status !== 'found' || whole.rest === '') return whole
  const other = columns.map((column) => resolvePlace(column)).find((column) => contradicts(column, whole.place))
  return other?.status === 'found' ? { status: 'ambiguous', candidates: [whole.place, other.place] } : whole
}

function contradicts(column: PlaceResolution, place: Place): boolean {
  return column.status === 'found' && !covers(column.place, place) && !covers(place, column.place)
}
