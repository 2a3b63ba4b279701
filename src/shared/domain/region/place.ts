/**
 * A place of the standard region list, as far down as it is known.
 * Codes are the six-digit GB/T 2260 codes: 440000 广东省, 440300 深圳市, 440305 南山区.
 */
export interface Place {
  province: string
  city?: string
  district?: string
}

/** How exact a place is: 3 district, 2 city, 1 province. 0 is kept for `*`, any place (PRICING §1 step 2). */
export type PlaceLevel = 0 | 1 | 2 | 3

export function placeLevel(place: Place): PlaceLevel {
  if (place.district) return 3
  return place.city ? 2 : 1
}

/** True if `inner` lies in `outer` or is the same place. */
export function covers(outer: Place, inner: Place): boolean {
  return (
    outer.province === inner.province &&
    (outer.city === undefined || outer.city === inner.city) &&
    (outer.district === undefined || outer.district === inner.district)
  )
}
