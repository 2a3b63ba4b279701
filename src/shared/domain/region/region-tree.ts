import { PROVINCE_NAMES } from './province-names'
import { isMunicipalCity, regionNodes, type RegionNode } from './region-nodes'

/** A branch of the region tree for pickers. Leaves have no `children`. */
export interface RegionBranch {
  code: string
  name: string
  /** Provinces only. */
  english?: string
  children?: RegionBranch[]
}

function branch(node: RegionNode): RegionBranch {
  const inside = node.children.flatMap((child) => (isMunicipalCity(child) ? child.children : [child]))
  return {
    code: node.code,
    name: node.name,
    ...(node.level === 1 ? { english: PROVINCE_NAMES[node.code]?.english } : {}),
    ...(inside.length > 0 ? { children: inside.map(branch) } : {}),
  }
}

let tree: RegionBranch[] | undefined

/**
 * Provinces with their cities and districts, made at first use. The districts of a municipality hang on it directly;
 * county-level units under a province (仙桃) and the districts of Hong Kong and Macao stand at city level.
 */
export function regionTree(): RegionBranch[] {
  return (tree ??= regionNodes().provinces.map(branch))
}
