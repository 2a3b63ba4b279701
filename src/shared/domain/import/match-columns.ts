import type { FieldDeclaration, FieldType, Unit } from '#shared/fields/field'
import { headerName, headerReadings, type HeaderReading } from '#shared/domain/import/header-text'
import { dimensionOf, type Dimension } from '#shared/domain/import/units'

/** How a column was recognised; only `contains` is a guess that a person should look at. */
export type MatchKind = 'remembered' | 'exact' | 'normalised' | 'weak' | 'contains'

export interface ColumnMatch {
  /** Column index from 0. */
  column: number
  field: string
  kind: MatchKind
  /** Unit named by the header; cells without a unit are read in it. */
  unit?: Unit
}

export interface ColumnMapping {
  matches: ColumnMatch[]
  /** Fields for which several columns are equally good: the clerk chooses, nothing is guessed. */
  ambiguous: { field: string; columns: number[] }[]
  /** Columns with a header that belong to no field. */
  unmatched: number[]
  /** Required fields without a column (ambiguous ones included). */
  missing: string[]
}

/** Header key (see `rememberKey`) → field key, or '' for "not imported". */
export type RememberedColumns = Readonly<Record<string, string>>

const DIMENSIONS: Partial<Record<FieldType, Dimension>> = {
  money: 'money',
  weight: 'weight',
  volume: 'volume',
  length: 'length',
  size: 'length',
  percent: 'percent',
}

interface Candidate {
  column: number
  field: string
  unit?: Unit
  /** Higher is better within a tier: the length of the keyword found. */
  weight: number
}

interface Header {
  column: number
  text: string
  readings: HeaderReading[]
}

interface Tier {
  kind: MatchKind
  find: (header: Header, field: FieldDeclaration) => Omit<Candidate, 'column' | 'field'> | undefined
}

/**
 * Maps columns to fields, tier by tier: what was chosen before, exact header, same header written differently, weak
 * alias, alias inside the header (longest first). A column is taken once; within a tier two equally good columns
 * for one field make it ambiguous. A unit of another dimension excludes a column (体积重(m³) is no weight).
 */
export function matchColumns(
  headers: readonly (string | null | undefined)[],
  fields: readonly FieldDeclaration[],
  remembered: RememberedColumns = {},
): ColumnMapping {
  const free = new Map<number, Header>()
  for (const [column, text] of headers.entries()) {
    if (text && headerName(text) !== '') free.set(column, { column, text, readings: headerReadings(text) })
  }
  const open = new Map(fields.map((field) => [field.key, field]))
  const mapping: ColumnMapping = { matches: [], ambiguous: [], unmatched: [], missing: [] }
  const named = [...free.keys()]
  const ignored = takeRemembered(headers, remembered, free, open, mapping)
  for (const tier of tiers) settleTier(tier, free, open, mapping)
  const used = new Set([
    ...mapping.matches.map(({ column }) => column),
    ...mapping.ambiguous.flatMap(({ columns }) => columns),
    ...ignored,
  ])
  mapping.unmatched = named.filter((column) => !used.has(column))
  const matched = new Set(mapping.matches.map(({ field }) => field))
  mapping.missing = fields.filter((field) => field.required && !matched.has(field.key)).map((field) => field.key)
  mapping.matches.sort((a, b) => a.column - b.column)
  return mapping
}

/** Name under which a column's choice is remembered: its header, numbered where the sheet has it more than once. */
export function rememberKey(headers: readonly (string | null | undefined)[], column: number): string {
  const name = headerName(headers[column] ?? '')
  const before = headers.slice(0, column).filter((text) => headerName(text ?? '') === name).length
  return before === 0 ? name : `${name}#${before + 1}`
}

function takeRemembered(
  headers: readonly (string | null | undefined)[],
  remembered: RememberedColumns,
  free: Map<number, Header>,
  open: Map<string, FieldDeclaration>,
  mapping: ColumnMapping,
): number[] {
  const ignored: number[] = []
  for (const header of free.values()) {
    const choice = remembered[rememberKey(headers, header.column)]
    if (choice === undefined) continue
    if (choice === '') ignored.push(header.column)
    else {
      const field = open.get(choice)
      if (!field) continue
      const unit = header.readings.map((reading) => reading.unit).find((one) => one !== undefined && suits(one, field))
      mapping.matches.push({ column: header.column, field: field.key, kind: 'remembered', ...(unit && { unit }) })
      open.delete(field.key)
    }
    free.delete(header.column)
  }
  return ignored
}

function settleTier(
  tier: Tier,
  free: Map<number, Header>,
  open: Map<string, FieldDeclaration>,
  mapping: ColumnMapping,
): void {
  const candidates: Candidate[] = []
  for (const header of free.values()) {
    for (const field of open.values()) {
      const found = tier.find(header, field)
      if (found) candidates.push({ column: header.column, field: field.key, ...found })
    }
  }
  // A column that could be two fields goes to the longer keyword; strictly better only, else nobody takes it.
  const best = candidates.filter((one) =>
    candidates.every((other) => other === one || other.column !== one.column || other.weight < one.weight),
  )
  for (const key of new Set(best.map(({ field }) => field))) {
    const rivals = best.filter(({ field }) => field === key)
    const top = Math.max(...rivals.map(({ weight }) => weight))
    const winners = rivals.filter(({ weight }) => weight === top)
    const [winner] = winners
    if (!winner) continue
    open.delete(key)
    for (const { column } of winners) free.delete(column)
    if (winners.length > 1) mapping.ambiguous.push({ field: key, columns: winners.map(({ column }) => column) })
    else
      mapping.matches.push({
        column: winner.column,
        field: key,
        kind: tier.kind,
        ...(winner.unit && { unit: winner.unit }),
      })
  }
}

function suits(unit: Unit, field: FieldDeclaration): boolean {
  return DIMENSIONS[field.type] === dimensionOf(unit)
}

/** The unit of a reading if the field can have it; `false` if the header names a unit of another dimension. */
function unitFor(reading: HeaderReading, field: FieldDeclaration): Unit | undefined | false {
  if (reading.unit === undefined) return undefined
  if (suits(reading.unit, field)) return reading.unit
  return DIMENSIONS[field.type] === undefined ? undefined : false
}

function equals(
  header: Header,
  field: FieldDeclaration,
  names: ReadonlySet<string>,
): Omit<Candidate, 'column' | 'field'> | undefined {
  for (const reading of header.readings) {
    if (!names.has(reading.name)) continue
    const unit = unitFor(reading, field)
    if (unit !== false) return { weight: 1, ...(unit && { unit }) }
  }
  return undefined
}

function contains(header: Header, field: FieldDeclaration): Omit<Candidate, 'column' | 'field'> | undefined {
  const [whole] = header.readings
  if (!whole || (field.notContaining ?? []).some((word) => whole.name.includes(headerName(word)))) return undefined
  let weight = 0
  let unit: Unit | undefined
  for (const reading of header.readings) {
    const own = unitFor(reading, field)
    if (own === false) return undefined
    for (const keyword of keywordsOf(field)) {
      if (keyword.length <= weight || !reading.name.includes(keyword)) continue
      weight = keyword.length
      unit = own
    }
  }
  return weight > 0 ? { weight, ...(unit && { unit }) } : undefined
}

const tiers: readonly Tier[] = [
  {
    kind: 'exact',
    find: (header, field) => {
      if (!field.aliases.includes(header.text.trim())) return undefined
      const unit = header.readings.map((reading) => unitFor(reading, field)).find((one) => one !== undefined)
      return unit === false ? undefined : { weight: 1, ...(unit && { unit }) }
    },
  },
  { kind: 'normalised', find: (header, field) => equals(header, field, namesOf(field)) },
  { kind: 'weak', find: (header, field) => equals(header, field, weakNamesOf(field)) },
  { kind: 'contains', find: contains },
]

/** Comparable aliases are made once per declaration. */
const strongNames = new WeakMap<FieldDeclaration, ReadonlySet<string>>()
const weakNames = new WeakMap<FieldDeclaration, ReadonlySet<string>>()

function namesOf(field: FieldDeclaration): ReadonlySet<string> {
  return cached(strongNames, field, () => field.aliases)
}

function weakNamesOf(field: FieldDeclaration): ReadonlySet<string> {
  return cached(weakNames, field, () => field.weakAliases ?? [])
}

function cached(
  store: WeakMap<FieldDeclaration, ReadonlySet<string>>,
  field: FieldDeclaration,
  aliases: () => readonly string[],
): ReadonlySet<string> {
  const known = store.get(field)
  if (known) return known
  const names = new Set(aliases().flatMap((alias) => headerReadings(alias).map(({ name }) => name)))
  store.set(field, names)
  return names
}

/** One-letter names (长, 省) are never looked for inside other words, nor are short Latin ones. */
function keywordsOf(field: FieldDeclaration): string[] {
  return [...namesOf(field), ...weakNamesOf(field)].filter((name) => name.length >= (/^[A-Z0-9]+$/.test(name) ? 5 : 2))
}
