import type { Place } from '#shared/domain/region/place'
import { resolveParts } from '#shared/domain/region/resolve-parts'
import { resolvePlace, type PlaceResolution } from '#shared/domain/region/resolve-place'

/** A place as written, and what it was taken for. */
export interface PlaceAnswer {
  text: string
  place: Place | null
  problem: 'unknown-place' | 'ambiguous-place' | null
}

export interface PlaceColumns {
  place: string
  province: string
  city: string
  district: string
}

const nowhere: PlaceAnswer = { text: '', place: null, problem: null }

/** The place of a row from its columns; the text kept is what the file says, levels joined by a blank. */
export function placeOf({ place, province, city, district }: PlaceColumns): PlaceAnswer {
  const text = [province, city, district, place].filter((part) => part !== '').join(' ')
  if (text === '') return nowhere
  return answer(text, resolveParts({ province, city, district, address: place }))
}

/** The place of a stored text. */
export function placeOfText(text: string): PlaceAnswer {
  return text === '' ? nowhere : answer(text, resolvePlace(text))
}

function answer(text: string, resolution: PlaceResolution): PlaceAnswer {
  if (resolution.status === 'found') return { text, place: resolution.place, problem: null }
  return { text, place: null, problem: resolution.status === 'ambiguous' ? 'ambiguous-place' : 'unknown-place' }
}
