import { PROVINCE_NAMES } from './province-names'
import { isDevelopmentZone, isMunicipalCity, regionNodes, type FormerName, type RegionNode } from './region-nodes'
import { shortName } from './short-name'

/** How a text names a node, the best first: by its full (or former) name, by its short name, by a wrong kind. */
export type NameRank = 'full' | 'short' | 'other-kind'

export interface NameEntry {
  node: RegionNode
  rank: NameRank
}

/** All names that can be meant at one point of a text, with the length of the longest. */
export interface NameTable {
  entries: Map<string, NameEntry[]>
  longest: number
}

const RANKS: readonly NameRank[] = ['full', 'short', 'other-kind']

/** The kinds people mix up within one level: 海门市 is 海门区 today, 玉树州 once was 玉树地区. */
const OTHER_KINDS: Readonly<Record<RegionNode['level'], readonly string[]>> = {
  1: ['省', '市', '自治区'],
  2: ['市', '地区', '州', '盟'],
  3: ['市', '区', '县'],
}

function enter(table: NameTable, name: string, node: RegionNode, rank: NameRank): void {
  const there = table.entries.get(name)
  table.longest = Math.max(table.longest, name.length)
  if (!there) {
    table.entries.set(name, [{ node, rank }])
    return
  }
  const best = there[0]?.rank ?? rank
  if (RANKS.indexOf(rank) > RANKS.indexOf(best)) return
  if (rank !== best) there.length = 0
  if (!there.some((entry) => entry.node === node)) there.push({ node, rank })
}

/** `other-kind` names only for provinces that bear one: 海南市 and 吉林市 are not the provinces. */
function otherKinds(node: RegionNode): readonly string[] {
  if (node.level !== 1) return OTHER_KINDS[node.level]
  return node.name.endsWith('特别行政区') ? ['市'] : node.name.endsWith('自治区') ? ['省', '自治区'] : []
}

function enterAll(table: NameTable, node: RegionNode, within?: RegionNode): void {
  enter(table, node.name, node, 'full')
  if (within && isDevelopmentZone(node.code)) enterZoneShort(table, node, within)
  if (node.short === node.name) return
  enter(table, node.short, node, 'short')
  // 长沙市 inside 长沙市 is the city once more, not 长沙县.
  if (node.short !== node.parent?.short)
    for (const kind of otherKinds(node)) enter(table, node.short + kind, node, 'other-kind')
  for (const other of PROVINCE_NAMES[node.code]?.other ?? []) enter(table, other, node, 'short')
}

/** Within its city a development zone goes without the names in front: 苏州市 工业园区, 湘潭市 高新技术产业园区. */
function enterZoneShort(table: NameTable, node: RegionNode, city: RegionNode): void {
  const province = city.parent?.short ?? ''
  const bare = node.name.replace(new RegExp(`^(?:${province})?${city.short}市?`), '')
  if (bare.length > 2 && bare !== node.name) enter(table, bare, node, 'full')
}

/** A former name never takes the place of one in force. */
function enterFormer(table: NameTable, { name, successor }: FormerName): void {
  const short = shortName(name, 'district')
  if (!table.entries.has(name)) enter(table, name, successor, 'full')
  if (!table.entries.has(short)) enter(table, short, successor, 'short')
}

/** Statistical codes of nine digits are towns of the few cities without districts. */
const isTown = (node: RegionNode): boolean => node.code.length > 6

function buildRoot(): NameTable {
  const table: NameTable = { entries: new Map(), longest: 0 }
  const { byCode, former } = regionNodes()
  for (const node of byCode.values()) {
    // A town's name is known within its city only; Taiwan's districts answer to their full names only.
    if (isTown(node) || isMunicipalCity(node)) continue
    if (node.level === 3 && node.place.province === '710000') enter(table, node.name, node, 'full')
    else enterAll(table, node)
  }
  for (const row of former) enterFormer(table, row)
  return table
}

function buildWithin(parent: RegionNode): NameTable {
  const table: NameTable = { entries: new Map(), longest: 0 }
  const { former } = regionNodes()
  // Farther units first: an own district or city of the same name and rank then stands beside them.
  for (const city of parent.children) {
    if (!isMunicipalCity(city)) enterAll(table, city, parent)
    if (parent.level === 1) for (const district of city.children) if (!isTown(district)) enterAll(table, district, city)
  }
  for (const row of former) {
    const inside = row.parent === parent || row.parent.parent === parent
    if (inside) enterFormer(table, row)
  }
  return table
}

let root: NameTable | undefined
const within = new Map<RegionNode, NameTable>()

/** The names that can begin a text, or with `parent` those of the cities and districts inside it. */
export function nameTable(parent: RegionNode | null): NameTable {
  if (!parent) return (root ??= buildRoot())
  let table = within.get(parent)
  if (!table) within.set(parent, (table = buildWithin(parent)))
  return table
}
