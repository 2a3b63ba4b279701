import type { Place } from '../region/place'
import { resolvePlaceList } from '../region/place-list'
import { placeName } from '../region/place-name'
import type { FormPosition } from './sheet-form'
import type { ZoneProblem, ZoneProblemCode } from './zone-problem'

/** What the index is built from: a `SheetForm` or a `PriceSheet`. */
export interface ZoneSource {
  rows: readonly { key: string }[]
  zones?: readonly { zone: string; places: string }[]
}

/** A row found, with the codes it was found by; `*` is any place. */
export interface ZoneHit {
  rowIndex: number
  destination: string
  origin: string
}

/**
 * Why there is no row: the destination is not known; rows depend on an origin that is not known; the place is in no row.
 */
export interface ZoneMiss {
  exception: 'unknown-place' | 'unknown-origin' | 'place-not-in-sheet'
}

export interface ZoneIndex {
  /** True if some row asks for the origin; otherwise a destination alone has its row. */
  asksOrigin: boolean
  lookup(destination: Place | null, origin: Place | null): ZoneHit | ZoneMiss
  /** The row with exactly this key, blanks and full-width forms aside. */
  lookupLiteral(key: string): number | undefined
  /** The same, only among keys that are no places (`z1`, `广东珠三角`): it may be asked before the place. */
  lookupOwnName(key: string): number | undefined
}

export interface BuiltZoneIndex {
  /** Absent where there is any problem of severity error. */
  index?: ZoneIndex
  problems: ZoneProblem[]
}

/** Any place: `*`, and the words branches use for it. */
const ANY = '*'
const ANY_WORDS = new Set(['*', '全国', '全部', '其他', '其它', '其余', '其他地区', '其它地区', '其余地区'])
const ARROW = /→|->|—>|–>|=>|⇒/

const UNKNOWN_PLACE: ZoneMiss = Object.freeze({ exception: 'unknown-place' })
const UNKNOWN_ORIGIN: ZoneMiss = Object.freeze({ exception: 'unknown-origin' })
const NOT_IN_SHEET: ZoneMiss = Object.freeze({ exception: 'place-not-in-sheet' })

/** Codes by destination, then by origin. */
type Hits = Map<string, Map<string, ZoneHit>>

/**
 * The rows of a sheet by place (PRICING §1 step 2). A row key is a zone of 分区, one or several places, `*`, or
 * `A→B` with any of these on either side. District beats city beats province beats `*`: the more exact destination
 * wins, among rows of one destination the more exact origin, last the row without origin. If no row of the most exact
 * destination takes the origin, the next coarser destination is tried. A place in two zones or two rows, and a name
 * that is no place or several, are errors; a key that is no place at all is kept for `lookupLiteral`, with a warning.
 */
export function buildZoneIndex(source: ZoneSource): BuiltZoneIndex {
  const builder = new ZoneIndexBuilder()
  builder.readZones(source.zones ?? [])
  for (const [row, { key }] of source.rows.entries()) builder.readRow(row, key)
  builder.checkUnusedZones()
  const { problems } = builder
  return problems.some((problem) => problem.severity === 'error') ? { problems } : { index: builder.finish(), problems }
}

interface Zone {
  name: string
  places: Place[]
  row: number
  used: boolean
}

class ZoneIndexBuilder {
  readonly problems: ZoneProblem[] = []
  private readonly zones = new Map<string, Zone>()
  private readonly hits: Hits = new Map()
  private readonly literals = new Map<string, number>()
  private readonly ownNames = new Map<string, number>()
  private readonly keys: string[] = []

  readZones(rows: readonly { zone: string; places: string }[]): void {
    const zoneOfPlace = new Map<string, Zone>()
    for (const [row, { zone: name, places: text }] of rows.entries()) {
      const where: FormPosition = { part: 'zones', row }
      if (name.trim() === '') this.report('error', 'zone-name-missing', {}, where)
      const zone = this.zoneOf(name.trim(), row)
      const places = this.readPlaces(text, where, { zone: zone.name })
      if (text.trim() === '') this.report('error', 'zone-empty', { zone: zone.name }, where)
      for (const place of places) {
        const code = codeOf(place)
        const first = zoneOfPlace.get(code)
        if (first === zone) continue
        const params = { place: placeName(place, 'zh-CN'), first: first?.name ?? '', second: zone.name }
        if (first) {
          this.report('error', 'place-in-two-zones', params, where)
          continue
        }
        zoneOfPlace.set(code, zone)
        zone.places.push(place)
      }
    }
  }

  readRow(row: number, key: string): void {
    const literal = literalKey(key)
    if (literal === '') return
    if (!this.literals.has(literal)) this.literals.set(literal, row)
    this.keys[row] = key.trim()
    const sides = key.normalize('NFKC').split(ARROW)
    if (sides.length > 2) {
      this.report('error', 'place-unknown', { place: key.trim() }, { part: 'rows', row })
      return
    }
    const destinations = this.readSide(sides.at(-1) ?? '', row)
    const origins = sides.length === 2 ? this.readSide(sides[0] ?? '', row) : [null]
    if (destinations.length === 0 || origins.length === 0) this.ownNames.set(literal, row)
    for (const destination of destinations) for (const origin of origins) this.enter(row, destination, origin)
  }

  checkUnusedZones(): void {
    for (const zone of this.zones.values())
      if (!zone.used) this.report('warning', 'zone-without-row', { zone: zone.name }, { part: 'zones', row: zone.row })
  }

  finish(): ZoneIndex {
    const { hits, literals, ownNames } = this
    const placeMatters = [...hits.keys()].some((code) => code !== ANY)
    const asksOrigin = [...hits.values()].some((byOrigin) => [...byOrigin.keys()].some((code) => code !== ANY))
    return {
      asksOrigin,
      lookup: (destination, origin) => (destination || !placeMatters ? find(hits, destination, origin) : UNKNOWN_PLACE),
      lookupLiteral: (key) => literals.get(literalKey(key)),
      lookupOwnName: (key) => (ownNames.size > 0 ? ownNames.get(literalKey(key)) : undefined),
    }
  }

  /** The places one side of a row key names; null is any place. Empty if the key is none, or names none rightly. */
  private readSide(side: string, row: number): (Place | null)[] {
    const text = side.trim()
    const zone = this.zones.get(literalKey(text))
    if (zone) {
      zone.used = true
      return zone.places
    }
    if (ANY_WORDS.has(text)) return [null]
    const list = resolvePlaceList(side)
    // Nothing of it is a place: a name of the branch's own, e.g. `z1` or `一档 ≤500km`.
    if (list.named.length === 0 && list.ambiguous.length === 0) {
      const code = this.zones.size > 0 ? 'zone-undefined' : 'row-literal'
      this.report(this.zones.size > 0 ? 'error' : 'warning', code, { key: text }, { part: 'rows', row })
      return []
    }
    return this.readPlaces(side, { part: 'rows', row }, {})
  }

  private readPlaces(text: string, where: FormPosition, params: Readonly<Record<string, string>>): Place[] {
    const list = resolvePlaceList(text)
    for (const name of list.unknown) {
      const several = list.ambiguous.find((one) => one.text === name)
      const candidates = several?.candidates.map((place) => placeName(place, 'zh-CN')).join('、') ?? ''
      if (several) this.report('error', 'place-ambiguous', { ...params, place: name, candidates }, where)
      else this.report('error', 'place-unknown', { ...params, place: name }, where)
    }
    return list.places
  }

  private enter(row: number, destination: Place | null, origin: Place | null): void {
    const hit = { rowIndex: row, destination: codeOf(destination), origin: codeOf(origin) }
    const byOrigin = this.hits.get(hit.destination) ?? new Map<string, ZoneHit>()
    this.hits.set(hit.destination, byOrigin)
    const there = byOrigin.get(hit.origin)
    if (!there) byOrigin.set(hit.origin, hit)
    else if (there.rowIndex !== row) {
      const place = [origin, destination].filter((side) => side !== null).map((side) => placeName(side, 'zh-CN'))
      const params = {
        place: place.join('→') || ANY,
        first: this.keys[there.rowIndex] ?? '',
        second: this.keys[row] ?? '',
      }
      this.report('error', 'place-in-two-rows', params, { part: 'rows', row })
    }
  }

  private zoneOf(name: string, row: number): Zone {
    const key = literalKey(name)
    const zone = this.zones.get(key) ?? { name, places: [], row, used: false }
    this.zones.set(key, zone)
    return zone
  }

  private report(
    severity: ZoneProblem['severity'],
    code: ZoneProblemCode,
    params: Readonly<Record<string, string>>,
    where: FormPosition,
  ): void {
    this.problems.push({ severity, code, params, where })
  }
}

function find(hits: Hits, destination: Place | null, origin: Place | null): ZoneHit | ZoneMiss {
  let originAsked = false
  for (const code of codesOf(destination)) {
    const byOrigin = hits.get(code)
    if (!byOrigin) continue
    for (const from of codesOf(origin)) {
      const hit = byOrigin.get(from)
      if (hit) return hit
    }
    originAsked ||= origin === null
  }
  return originAsked ? UNKNOWN_ORIGIN : NOT_IN_SHEET
}

const ONLY_ANY: readonly string[] = [ANY]
const codesKnown = new Map<string, readonly string[]>()

/** The codes a place is found under, the most exact first, `*` last. */
function codesOf(place: Place | null): readonly string[] {
  if (!place) return ONLY_ANY
  const exact = codeOf(place)
  const known = codesKnown.get(exact)
  if (known) return known
  const codes = [place.district, place.city, place.province, ANY].filter((code) => code !== undefined)
  codesKnown.set(exact, codes)
  return codes
}

function codeOf(place: Place | null): string {
  return place ? (place.district ?? place.city ?? place.province) : ANY
}

function literalKey(key: string): string {
  return key.normalize('NFKC').replaceAll(/\s/g, '')
}
