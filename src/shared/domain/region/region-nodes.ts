import data from './region-data.json' with { type: 'json' }
import type { Place, PlaceLevel } from './place'
import { PROVINCE_NAMES } from './province-names'
import { shortName } from './short-name'

/** One unit of the region list with its names and its place in the tree. */
export interface RegionNode {
  readonly code: string
  /** The full name: 广东省, 深圳市, 南山区. */
  readonly name: string
  /** The name without its kind: 广东, 深圳, 南山. */
  readonly short: string
  readonly level: Exclude<PlaceLevel, 0>
  readonly parent: RegionNode | null
  readonly children: RegionNode[]
  /** One object per node, so that places can be compared by identity. */
  readonly place: Place
}

/** A name that is no longer in force: written under `parent`, it means `successor`. */
export interface FormerName {
  parent: RegionNode
  name: string
  successor: RegionNode
}

export interface RegionNodes {
  provinces: RegionNode[]
  byCode: Map<string, RegionNode>
  former: FormerName[]
}

/** Towns have nine digits; names never begin with one. */
function codeAndName(text: string): [code: string, name: string] {
  const digits = text.charAt(6) >= '0' && text.charAt(6) <= '9' ? 9 : 6
  return [text.slice(0, digits), text.slice(digits)]
}

/** Codes …71 to …79 are development zones of the statistics office: 镇江新区 must not answer to 镇江. */
export function isDevelopmentZone(code: string): boolean {
  return code.length === 6 && code[4] === '7'
}

function makeNode(text: string, parent: RegionNode | null): RegionNode {
  const [code, name] = codeAndName(text)
  if (!parent) {
    const short = PROVINCE_NAMES[code]?.short ?? shortName(name, 'province')
    return { code, name, short, level: 1, parent, children: [], place: Object.freeze({ province: code }) }
  }
  const level = parent.parent ? 3 : 2
  const place: Place =
    level === 2
      ? { province: parent.code, city: code }
      : { province: parent.place.province, city: parent.code, district: code }
  const short = isDevelopmentZone(code) ? name : shortName(name, level === 2 ? 'city' : 'district')
  const node: RegionNode = { code, name, short, level, parent, children: [], place: Object.freeze(place) }
  parent.children.push(node)
  return node
}

function parse(): RegionNodes {
  const provinces: RegionNode[] = []
  const byCode = new Map<string, RegionNode>()
  const keep = (node: RegionNode): RegionNode => {
    byCode.set(node.code, node)
    return node
  }
  for (const line of data.provinces) {
    const [provinceText = '', ...cities] = line.split(';')
    const province = keep(makeNode(provinceText, null))
    provinces.push(province)
    for (const cityLine of cities) {
      const [cityText = '', ...districts] = cityLine.split(',')
      const city = keep(makeNode(cityText, province))
      for (const district of districts) keep(makeNode(district, city))
    }
  }
  const former: FormerName[] = []
  for (const line of data.former) {
    const [, parentCode = '', name = '', successorCode = ''] = /^(\d+)(.+)=(\d+)$/.exec(line) ?? []
    const parent = byCode.get(parentCode)
    const successor = byCode.get(successorCode)
    if (parent && successor) former.push({ parent, name, successor })
  }
  return { provinces, byCode, former }
}

let nodes: RegionNodes | undefined

/** The region list, parsed at first use (a few milliseconds) and kept. */
export function regionNodes(): RegionNodes {
  return (nodes ??= parse())
}

/** The node a place ends at; undefined if its code is not in the list. */
export function nodeOf(place: Place): RegionNode | undefined {
  return regionNodes().byCode.get(place.district ?? place.city ?? place.province)
}

/** The one city of a municipality bears the municipality's name and is never shown or meant by itself. */
export function isMunicipalCity(node: RegionNode): boolean {
  return node.level === 2 && node.parent?.name === node.name
}

/** The place with this code, else undefined. */
export function placeOfCode(code: string): Place | undefined {
  return regionNodes().byCode.get(code)?.place
}
