import { placeName } from '#shared/domain/region/place-name'
import { resolvePlaceList } from '#shared/domain/region/place-list'
import { placeOfCode, regionNodes } from '#shared/domain/region/region-nodes'
import { type RegionBranch, regionTree } from '#shared/domain/region/region-tree'

export interface WrittenPlaces {
  /** Codes of the places that were understood. */
  codes: string[]
  /** Names that are no place or several: kept as they are written. */
  others: string[]
}

export function readPlaces(text: string): WrittenPlaces {
  const { places, unknown } = resolvePlaceList(text)
  return {
    codes: [...new Set(places.map(({ province, city, district }) => district ?? city ?? province))],
    others: [...unknown],
  }
}

/** Ticked places as a person writes them: a province that is ticked as a whole stands for all that lies in it. */
export function writePlaces(codes: readonly string[], others: readonly string[]): string {
  const ticked = new Set(codes)
  const names: string[] = []
  const enter = (branch: RegionBranch, level: number) => {
    if (ticked.has(branch.code)) names.push(nameOf(branch, level))
    else for (const child of branch.children ?? []) enter(child, level + 1)
  }
  for (const province of regionTree()) enter(province, 1)
  return [...names, ...others].join('、')
}

function nameOf({ code, name }: RegionBranch, level: number): string {
  if (level === 1) return regionNodes().byCode.get(code)?.short ?? name
  const place = placeOfCode(code)
  return place ? placeName(place, 'zh-CN') : name
}
