import type { PriceSheet } from '../rating/price-sheet'
import { buildZoneIndex, type ZoneIndex } from '../rating/zone-index'
import type { Place } from '../region/place'
import { resolvePlaceList } from '../region/place-list'
import { placeName } from '../region/place-name'

/** Rows of two sheets that hold for the same places. */
export interface AlignedRow {
  /** Row key where both have the same, otherwise null: then `places` says which places are meant. */
  key: string | null
  before: number | null
  after: number | null
  beforeKey: string | null
  afterKey: string | null
  /** Names of the places, for rows that were cut up or moved. */
  places: string[]
}

/**
 * Brings the rows of two sheets together. Rows with the same key and the same places belong together; whatever is left
 * is compared place by place (every place that either sheet names, at its own level), places with the same pair of rows
 * together. So a sheet by zones and a sheet by provinces can be compared, and a province that changed its zone shows.
 */
export function alignRows(before: PriceSheet, after: PriceSheet): AlignedRow[] {
  const [old, now] = [sideOf(before), sideOf(after)]
  const rows: AlignedRow[] = []
  const doneBefore = new Set<number>()
  const doneAfter = new Set<number>()
  for (const [index, row] of after.rows.entries()) {
    const twin = old.byKey.get(keyOf(row.key))
    if (twin === undefined || old.places[twin]?.signature !== now.places[index]?.signature) continue
    doneBefore.add(twin)
    doneAfter.add(index)
    rows.push({ key: row.key, before: twin, after: index, beforeKey: row.key, afterKey: row.key, places: [] })
  }
  const places = new Map<string, Place | null>()
  const addPlaces = (side: Side, done: ReadonlySet<number>) => {
    for (const [index, own] of side.places.entries())
      if (!done.has(index)) for (const [code, place] of own.places) places.set(code, place)
  }
  addPlaces(old, doneBefore)
  addPlaces(now, doneAfter)
  const pairs = new Map<string, AlignedRow>()
  const enter = (beforeRow: number | null, afterRow: number | null, name: string | null) => {
    const pair = `${beforeRow ?? ''} ${afterRow ?? ''}`
    const there = pairs.get(pair)
    if (there) {
      if (name !== null) there.places.push(name)
      return
    }
    const beforeKey = beforeRow === null ? null : (before.rows[beforeRow]?.key ?? null)
    const afterKey = afterRow === null ? null : (after.rows[afterRow]?.key ?? null)
    const key = beforeKey !== null && afterKey !== null && keyOf(beforeKey) === keyOf(afterKey) ? afterKey : null
    const row = { key, before: beforeRow, after: afterRow, beforeKey, afterKey, places: name === null ? [] : [name] }
    pairs.set(pair, row)
    rows.push(row)
  }
  for (const place of places.values()) {
    const [beforeRow, afterRow] = [old.rowFor(place), now.rowFor(place)]
    if (beforeRow !== null) doneBefore.add(beforeRow)
    if (afterRow !== null) doneAfter.add(afterRow)
    if (beforeRow !== null || afterRow !== null) enter(beforeRow, afterRow, place ? placeName(place, 'zh-CN') : '*')
  }
  // Keys that are no places (z1, A→B): by their text.
  for (const [index, { key }] of before.rows.entries()) {
    if (doneBefore.has(index)) continue
    const twin = now.byKey.get(keyOf(key)) ?? null
    if (twin !== null) doneAfter.add(twin)
    enter(index, twin, null)
  }
  for (const index of after.rows.keys()) if (!doneAfter.has(index)) enter(null, index, null)
  return rows.toSorted((a, b) => orderOf(a) - orderOf(b))
}

/** In the order of the newer sheet; what it no longer has comes where it was. */
function orderOf({ before, after }: AlignedRow): number {
  return after ?? (before ?? 0) - 0.5
}

interface Side {
  byKey: Map<string, number>
  places: { signature: string; places: Map<string, Place | null> }[]
  rowFor: (place: Place | null) => number | null
}

function sideOf(sheet: PriceSheet): Side {
  const index: ZoneIndex | undefined = buildZoneIndex(sheet).index
  const byKey = new Map(sheet.rows.map(({ key }, row) => [keyOf(key), row]))
  const places = sheet.rows.map(({ key }) => placesOf(sheet, key))
  return {
    byKey,
    places,
    rowFor: (place) => {
      const hit = index?.lookup(place, null)
      return hit && 'rowIndex' in hit ? hit.rowIndex : null
    },
  }
}

/** The places of a row by code. A row from an origin has none here: such rows are compared by their keys. */
function placesOf(sheet: PriceSheet, key: string): { signature: string; places: Map<string, Place | null> } {
  const zones = sheet.zones.filter(({ zone }) => keyOf(zone) === keyOf(key))
  const text = zones.length > 0 ? zones.map((zone) => zone.places).join('、') : key
  const places = new Map<string, Place | null>()
  if (keyOf(key) === '*') places.set('*', null)
  else if (!/→|->|—>|–>|=>|⇒/.test(key))
    for (const place of resolvePlaceList(text).places) places.set(place.district ?? place.city ?? place.province, place)
  return { signature: places.size > 0 ? [...places.keys()].toSorted().join(' ') : keyOf(key), places }
}

const ANY = new Set(['*', '全国', '全部', '其他', '其它', '其余', '其他地区', '其它地区', '其余地区'])

function keyOf(key: string): string {
  const plain = key.normalize('NFKC').replaceAll(/\s/g, '')
  return ANY.has(plain) ? '*' : plain
}
