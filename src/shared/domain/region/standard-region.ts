import { regionPath, type RegionNames } from './region-path'
import { regionTree } from './region-tree'

/** Whether every name is on the standard list, each under the one before. An empty place is no fault. */
export function isStandardRegion(place: RegionNames): boolean {
  let branches = regionTree()
  for (const name of regionPath(place)) {
    const found = branches.find((branch) => branch.name === name)
    if (!found) return false
    branches = found.children ?? []
  }
  return place.province !== '' || (place.city === '' && place.district === '')
}
