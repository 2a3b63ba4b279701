import { namePrefix, nameTable, type NameEntry } from './name-table'
import { otherKindAt } from './other-kind'
import { covers, placeLevel, type Place } from './place'
import { placeName } from './place-name'
import { isBoundary, isStreetAt, plainPlaceText, skipFiller } from './place-text'
import { provinceOfLatin, provinceOfLetter } from './province-names'
import { nodeOf, regionNodes, type RegionNode } from './region-nodes'

export type PlaceResolution =
  | {
      status: 'found'
      place: Place
      /** The full name: 广东省深圳市南山区. */
      text: string
      /** What follows the place: a street, a name that is not known there. Empty if all was understood. */
      rest: string
    }
  | { status: 'ambiguous'; candidates: Place[] }
  | { status: 'unknown' }

/** How far one reading of a text came. `end` is the position after the last understood name. */
interface Reading {
  node: RegionNode
  end: number
}

const UNKNOWN: PlaceResolution = Object.freeze({ status: 'unknown' })

/**
 * The place a text names, tolerant of suffixes, short forms, levels joined or separated, a street behind
 * (PRICING §1 step 2): `广东省深圳市南山区科技园`, `广东 深圳`, `江苏-苏州-昆山`, `沪`, `Guangdong`.
 * A bare name means the province if one exists; a name that several places bear is ambiguous. `hint` is a place the
 * text lies in if it can: its cities and districts are tried first, and it settles an ambiguity.
 */
export function resolvePlace(text: string, hint?: Place): PlaceResolution {
  return hint ? remembered(`${text}\n${codeOf(hint)}`, () => resolveIn(text, hint)) : resolveAlone(text)
}

function resolveAlone(text: string): PlaceResolution {
  return remembered(text, () => contradiction(readText(plainPlaceText(text))))
}

function resolveIn(text: string, hint: Place): PlaceResolution {
  const plain = plainPlaceText(text)
  const alone = resolveAlone(text)
  const inside = nodeOf(hint)
  const readings = inside ? readOn(inside, plain, 0).filter((reading) => reading.end > 0) : []
  if (alone.status === 'found' && covers(hint, alone.place)) return alone
  const choice = choose(readings, plain)
  if (choice.status !== 'unknown') return choice
  if (alone.status !== 'ambiguous') return alone
  const near = alone.candidates.filter((candidate) => covers(hint, candidate))
  const [only] = near
  return only && near.length === 1 ? found(only, '') : alone
}

const codeOf = (place: Place): string => place.district ?? place.city ?? place.province

/** Sheets and waybills write the same few thousand texts again and again. */
const memory = new Map<string, PlaceResolution>()
const MEMORY_LIMIT = 50_000

function remembered(key: string, resolve: () => PlaceResolution): PlaceResolution {
  const known = memory.get(key)
  if (known) return known
  if (memory.size >= MEMORY_LIMIT) memory.clear()
  const resolution = Object.freeze(resolve())
  memory.set(key, resolution)
  return resolution
}

/** Two provinces or cities one after the other (`广东 上海`) are two answers, not one with something behind. */
function contradiction(resolution: PlaceResolution): PlaceResolution {
  if (resolution.status !== 'found' || resolution.rest === '') return resolution
  const next = resolveAlone(resolution.rest.split(' ', 1)[0] ?? '')
  if (next.status !== 'found' || next.rest !== '' || placeLevel(next.place) === 3) return resolution
  if (covers(next.place, resolution.place) || covers(resolution.place, next.place)) return resolution
  return { status: 'ambiguous', candidates: [resolution.place, next.place] }
}

function readText(text: string): PlaceResolution {
  const start = skipFiller(text, 0)
  const firstEnd = text.indexOf(' ', start)
  const first = text.slice(start, firstEnd < 0 ? undefined : firstEnd)
  const letter = first.length === 1 ? provinceOfLetter(first) : undefined
  if (letter) return choose(readFromProvince(letter, text, start + 1), text)
  if (/^[a-z]/i.test(first)) return choose(readLatin(text, start), text)
  return choose(readNames(null, text, start), text)
}

function readFromProvince(code: string, text: string, position: number): Reading[] {
  const province = regionNodes().byCode.get(code)
  return province ? readOn(province, text, position) : []
}

/** `Guangdong`, `Inner Mongolia`, `Hong Kong SAR`: the longest run of words that names a province. */
function readLatin(text: string, start: number): Reading[] {
  const words = /^[a-z ]+/i.exec(text.slice(start))?.[0].trimEnd().split(' ') ?? []
  for (let count = Math.min(words.length, 4); count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ')
    const code = provinceOfLatin(name)
    if (code) return readFromProvince(code, text, start + name.length)
  }
  return []
}

/** The readings that begin with a name at `start`: of anything (`parent` null) or of what lies in `parent`. */
function readNames(parent: RegionNode | null, text: string, start: number): Reading[] {
  const table = nameTable(parent)
  for (const length of table.lengths.get(namePrefix(text, start)) ?? []) {
    const end = start + length
    const entries = end > text.length ? undefined : table.entries.get(text.slice(start, end))
    const readings = entries?.flatMap((entry) => readEntry(entry, text, end))
    if (readings?.length) return readings
  }
  return []
}

function readEntry({ node, rank }: NameEntry, text: string, nameEnd: number): Reading[] {
  if (rank === 'full') return readOn(node, text, nameEnd)
  const end = nameEnd + otherKindAt(node, text, nameEnd).length
  const readings = readOn(node, text, end)
  return standsAlone(node, text, end) ? readings : readings.filter((reading) => reading.end > end)
}

/** A short name is no place if it begins the name of a street; that of a district must stand free. */
function standsAlone(node: RegionNode, text: string, end: number): boolean {
  return node.level === 3 ? isBoundary(text, end) : !isStreetAt(text, end)
}

/** Reads on behind a node: its own name once more (上海 上海市), then what lies in it. Never empty. */
function readOn(node: RegionNode, text: string, position: number): Reading[] {
  const start = skipFiller(text, position)
  const repeated = repetition(node, text, start)
  const deeper = node.children.length > 0 ? readNames(node, text, start) : []
  const deepest = Math.max(0, ...deeper.map((reading) => reading.end))
  if (repeated > 0 && start + repeated > deepest) return readOn(node, text, start + repeated)
  return deeper.length > 0 ? deeper : [{ node, end: position }]
}

function repetition(node: RegionNode, text: string, start: number): number {
  const name = [node.name, node.short].find((own) => text.startsWith(own, start))
  return name && isNameEnd(node, text, start + name.length) ? name.length : 0
}

const isNameEnd = (node: RegionNode, text: string, end: number): boolean =>
  isBoundary(text, end) || text.startsWith(node.name, end - node.name.length)

/** The reading that understood most; among equals a province, else the place that holds the others, else none. */
function choose(readings: Reading[], text: string): PlaceResolution {
  const furthest = Math.max(0, ...readings.map((reading) => reading.end))
  const best = readings.filter((reading) => reading.end === furthest).map((reading) => reading.node)
  const nodes = [...new Set(best)]
  const outer = nodes.filter((node) => !nodes.some((other) => other !== node && covers(other.place, node.place)))
  const chosen = nodes.find((node) => node.level === 1) ?? (outer.length === 1 ? outer[0] : undefined)
  if (chosen) return found(chosen.place, text.slice(skipFiller(text, furthest)))
  return outer.length === 0 ? UNKNOWN : { status: 'ambiguous', candidates: outer.map((node) => node.place) }
}

function found(place: Place, rest: string): PlaceResolution {
  return { status: 'found', place, text: placeName(place, 'zh-CN'), rest }
}
