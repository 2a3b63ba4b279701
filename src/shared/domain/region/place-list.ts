import { covers, placeLevel, type Place } from './place'
import { provinceGroup } from './province-names'
import { placeOfCode } from './region-nodes'
import { resolvePlace, type PlaceResolution } from './resolve-place'

/** A name of a list and the place it means. */
export interface NamedPlace {
  text: string
  place: Place
}

export interface PlaceList {
  named: NamedPlace[]
  places: Place[]
  /** Names that are no place, not wholly understood, or ambiguous. */
  unknown: string[]
  /** Those of `unknown` that several places bear. */
  ambiguous: { text: string; candidates: Place[] }[]
}

const BETWEEN_PLACES = /[、，,;；\r\n]+/
const BETWEEN_LEVELS = /[\s/|]+/

/**
 * The places of a list (PRICING §4): names are separated by 、，, ; or line breaks; a blank joins levels if the right
 * part lies in the left (`广东 深圳`), else it separates (`广东 湖南`). Groups of provinces are read as their members
 * (`江浙沪`, `粤桂琼闽`, `东三省`).
 */
export function resolvePlaceList(text: string): PlaceList {
  const list: PlaceList = { named: [], places: [], unknown: [], ambiguous: [] }
  for (const part of text.split(BETWEEN_PLACES)) for (const name of joinLevels(part)) enter(list, name)
  list.places = list.named.map((named) => named.place)
  return list
}

function joinLevels(part: string): string[] {
  const names: string[] = []
  for (const word of part.split(BETWEEN_LEVELS)) {
    if (word === '') continue
    const left = names.at(-1)
    if (left !== undefined && joins(left, word)) names[names.length - 1] = `${left} ${word}`
    else names.push(word)
  }
  return names
}

/**
 * True if `right` lies in `left`, is `left` once more, or says which of several places `left` means. A bare name that
 * means a province of its own does not join: `天津 河北` is two provinces, not 河北区 of 天津.
 */
function joins(left: string, right: string): boolean {
  const both = whole(resolvePlace(`${left} ${right}`))
  const outer = resolvePlace(left)
  if (!both || outer.status === 'unknown') return false
  const alone = whole(resolvePlace(right))
  if (alone && placeLevel(alone) === 1 && alone.province !== both.province) return false
  const candidates = outer.status === 'found' ? [outer.place] : outer.candidates
  return candidates.some((candidate) => covers(candidate, both))
}

function whole(resolution: PlaceResolution): Place | null {
  return resolution.status === 'found' && resolution.rest === '' ? resolution.place : null
}

function enter(list: PlaceList, text: string): void {
  const resolution = resolvePlace(text)
  const place = whole(resolution)
  const group = place ? undefined : provinceGroup(text)
  if (place) list.named.push({ text, place })
  else if (group)
    for (const code of group) {
      const province = placeOfCode(code)
      if (province) list.named.push({ text, place: province })
    }
  else {
    list.unknown.push(text)
    if (resolution.status === 'ambiguous') list.ambiguous.push({ text, candidates: resolution.candidates })
  }
}
