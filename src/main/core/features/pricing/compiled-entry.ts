import type { Tier } from '#shared/contract/base'
import { compileSheet, type CompiledSheet } from '#shared/domain/rating/compile'
import type { PlaceResolver } from '#shared/domain/rating/place-resolver'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import type { RuleShare } from '#shared/domain/rating/rule-share'
import { buildZoneIndex, type ZoneIndex } from '#shared/domain/rating/zone-index'
import type { ZoneProblem } from '#shared/domain/rating/zone-problem'
import type { Place } from '#shared/domain/region/place'
import { resolvePlaceList } from '#shared/domain/region/place-list'
import { resolvePlace } from '#shared/domain/region/resolve-place'

/** A stored sheet as the rating book keeps it; `json` is the `PriceSheet` as stored. */
export interface SheetEntry {
  id: number
  name: string
  version: number
  usage: 'sale' | 'cost'
  accountId: number | null
  tier: Tier | null
  /** '': any product. */
  product: string
  validFrom: string
  /** Last day, inclusive; null: open. */
  validTo: string | null
  json: string
}

/** A sheet ready for tickets. `zones` is absent where its places are wrong; such a sheet prices nothing. */
export interface ReadySheet {
  sheet: PriceSheet
  compiled: CompiledSheet
  zones: ZoneIndex | null
  zoneProblems: readonly ZoneProblem[]
  /** Rows found so far by the number of the destination, where no row of the sheet asks for the origin. */
  rowsByDestination: number[]
  /** 始发地, for tickets that name no origin. */
  origin: Place | null
}

export const resolvePlaces: PlaceResolver = (text) => {
  const { places, unknown } = resolvePlaceList(text)
  return { places, unknown }
}

/** `share` is for many sheets prepared together. */
export function readySheet(sheet: PriceSheet, share?: RuleShare): ReadySheet {
  const { index, problems } = buildZoneIndex(sheet)
  const origin = sheet.origin === null ? null : resolvePlace(sheet.origin)
  return {
    sheet,
    compiled: compileSheet(sheet, resolvePlaces, share),
    zones: index ?? null,
    zoneProblems: problems,
    rowsByDestination: [],
    origin: origin?.status === 'found' ? origin.place : null,
  }
}

/** Products are compared without regard to width, case and blanks around. */
export function productKey(product: string | null): string {
  return (product ?? '').normalize('NFKC').trim().toLowerCase()
}
