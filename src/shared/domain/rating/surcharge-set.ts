import { covers, placeLevel, type Place } from '../region/place'
import { fractionOfPpm, type Fraction } from './exact'
import type { PlaceResolver } from './place-resolver'
import type { Surcharge } from './price-sheet'
import type { RuleId } from './result'

export interface CompiledSurcharge {
  row: Surcharge
  rule: RuleId
  places: readonly Place[] | null
  /** `value` as a fraction of the basis, for kind `rate`. */
  share: Fraction
}

/** Surcharge rows by 项目 in the order of first appearance; of each group one row applies. */
export type SurchargeGroups = readonly (readonly CompiledSurcharge[])[]

/** The surcharges of a sheet, ready for tickets. */
export interface SurchargeSet {
  groups: SurchargeGroups
  hasPlaces: boolean
  /** A name in 适用目的地 that is no place; such a sheet cannot be rated with. */
  unknownPlace: string | null
  /** What `surchargesAt` has answered, by the code of the destination. */
  byPlace: Map<string, SurchargeGroups>
}

export function compileSurcharges(rows: readonly Surcharge[], resolvePlaces: PlaceResolver): SurchargeSet {
  const groups = new Map<string, CompiledSurcharge[]>()
  let unknownPlace: string | null = null
  for (const [index, row] of rows.entries()) {
    const resolved = row.places === null ? null : resolvePlaces(row.places)
    if (resolved && (resolved.unknown.length > 0 || resolved.places.length === 0))
      unknownPlace ??= resolved.unknown[0] ?? row.places
    const share = fractionOfPpm(row.kind === 'rate' ? row.value : 0)
    const compiled = { row, rule: `surcharge:${index}`, places: resolved?.places ?? null, share }
    const group = groups.get(row.item)
    if (group) group.push(compiled)
    else groups.set(row.item, [compiled])
  }
  return {
    groups: [...groups.values()],
    hasPlaces: rows.some((row) => row.places !== null),
    unknownPlace,
    byPlace: new Map(),
  }
}

/**
 * Of each 项目 the rows that can apply at a destination, the most specific place first and of equally specific ones in
 * the order of the sheet. Answers are remembered: there are few destinations and many tickets.
 */
export function surchargesAt(set: SurchargeSet, destination: Place | null): SurchargeGroups {
  if (!set.hasPlaces || destination === null) return set.groups
  const code = destination.district ?? destination.city ?? destination.province
  let groups = set.byPlace.get(code)
  if (!groups) {
    groups = set.groups.map((group) => rowsAt(group, destination)).filter((group) => group.length > 0)
    set.byPlace.set(code, groups)
  }
  return groups
}

function rowsAt(group: readonly CompiledSurcharge[], destination: Place): CompiledSurcharge[] {
  return group
    .map((surcharge) => ({ surcharge, level: matchLevel(surcharge, destination) }))
    .filter(({ level }) => level >= 0)
    .toSorted((a, b) => b.level - a.level)
    .map(({ surcharge }) => surcharge)
}

/** How exact the most specific of the row's places is that the destination lies in; 0 any place, -1 none of them. */
function matchLevel({ places }: CompiledSurcharge, destination: Place): number {
  if (places === null) return 0
  let best = -1
  for (const place of places) if (covers(place, destination)) best = Math.max(best, placeLevel(place))
  return best
}
