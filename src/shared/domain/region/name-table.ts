import { PROVINCE_NAMES } from './province-names'
import { isDevelopmentZone, isMunicipalCity, regionNodes, type FormerName, type RegionNode } from './region-nodes'
import { shortName } from './short-name'

/** How a text names a node: by its full (or former) name, or by its short name. */
export type NameRank = 'full' | 'short'

export interface NameEntry {
  node: RegionNode
  rank: NameRank
}

/** All names that can be meant at one point of a text. */
export interface NameTable {
  entries: Map<string, NameEntry[]>
  /** By the first two characters, the lengths of the names that begin with them, the longest first. */
  lengths: Map<string, number[]>
}

function enter(table: NameTable, name: string, node: RegionNode, rank: NameRank): void {
  const there = table.entries.get(name)
  if (!there) {
    table.entries.set(name, [{ node, rank }])
    enterLength(table, name)
    return
  }
  const best = there[0]?.rank
  if (best === 'full' && rank === 'short') return
  if (rank !== best) there.length = 0
  if (!there.some((entry) => entry.node === node)) there.push({ node, rank })
}

function enterLength({ lengths }: NameTable, name: string): void {
  const prefix = namePrefix(name, 0)
  const known = lengths.get(prefix)
  if (!known) lengths.set(prefix, [name.length])
  else if (!known.includes(name.length))
    lengths.set(
      prefix,
      [...known, name.length].toSorted((a, b) => b - a),
    )
}

/** What `lengths` goes by: names have two characters at least. */
export function namePrefix(text: string, start: number): string {
  return text.slice(start, start + 2)
}

function enterAll(table: NameTable, node: RegionNode, within?: RegionNode): void {
  enter(table, node.name, node, 'full')
  if (within && isDevelopmentZone(node.code)) enterZoneShort(table, node, within)
  if (node.short === node.name) return
  enter(table, node.short, node, 'short')
  for (const other of PROVINCE_NAMES[node.code]?.other ?? []) enter(table, other, node, 'short')
}

/** Within its city a development zone goes without the names in front: 苏州市 工业园区, 湘潭市 高新技术产业园区. */
function enterZoneShort(table: NameTable, node: RegionNode, city: RegionNode): void {
  const bare = [city.parent?.short, city.short, '市'].reduce<string>(
    (name, front) => (front && name.startsWith(front) ? name.slice(front.length) : name),
    node.name,
  )
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
  const table: NameTable = { entries: new Map(), lengths: new Map() }
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
  const table: NameTable = { entries: new Map(), lengths: new Map() }
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
