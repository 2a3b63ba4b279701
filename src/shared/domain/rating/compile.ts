import { covers, placeLevel, type Place, type PlaceLevel } from '../region/place'
import { add, divideUp, fractionOfPpm, multiply, type Fraction, type Int } from './exact'
import type { PlaceResolver } from './place-resolver'
import type { Bracket, Cell, PriceSheet, SheetRow, Surcharge, TierTable } from './price-sheet'
import type { RuleId } from './result'

/**
 * One bracket cell ready to be reckoned: price = base + price × steps above `above`, or in proportion where `step` is 0.
 * `base` is in 10^-4 yuan × scale, scale being the grams of a kg or the cm³ of a m³, so that proportion stays whole.
 */
export interface CompiledCell {
  kind: Cell['kind']
  bracket: Bracket
  column: number
  rule: RuleId
  base: Int
  /** 10^-4 yuan per step, or per kg or m³ where `step` is 0 */
  price: number
  above: number
  step: number
  /** The cell before, for a marginal cell: the explanation shows its part. */
  before: CompiledCell | null
}

export interface CompiledRow {
  key: string
  weight: readonly CompiledCell[]
  volume: readonly CompiledCell[]
}

export interface CompiledSurcharge {
  row: Surcharge
  rule: RuleId
  places: readonly Place[] | null
  /** `value` as a fraction of the basis, for kind `rate`. */
  share: Fraction
}

export interface CompiledSheet {
  sheet: PriceSheet
  rows: readonly CompiledRow[]
  hasWeight: boolean
  hasVolume: boolean
  discount: Fraction
  /** Surcharge rows by 项目 in the order of first appearance; of each group one row applies. */
  surcharges: readonly (readonly CompiledSurcharge[])[]
  hasPlaces: boolean
  /** A name in 适用目的地 that is no place; such a sheet cannot be rated with. */
  unknownPlace: string | null
  /** The 当票 table, if any. */
  tier: TierTable | null
}

export const SCALE = { kg: 1_000, m3: 1_000_000 } as const

const ANYWHERE: PlaceResolver = () => ({ places: [], unknown: [] })

/**
 * Prepares a sheet for rating many tickets. `resolvePlaces` is needed where surcharges name places; a name that it does
 * not know makes every rating with the sheet an exception rather than a guess.
 */
export function compileSheet(sheet: PriceSheet, resolvePlaces: PlaceResolver = ANYWHERE): CompiledSheet {
  const groups = new Map<string, CompiledSurcharge[]>()
  let unknownPlace: string | null = null
  for (const [index, row] of sheet.surcharges.entries()) {
    const resolved = row.places === null ? null : resolvePlaces(row.places)
    if (resolved && (resolved.unknown.length > 0 || resolved.places.length === 0))
      unknownPlace ??= resolved.unknown[0] ?? row.places
    const share = fractionOfPpm(row.kind === 'rate' ? row.value : 0)
    const compiled = { row, rule: `surcharge:${index}`, places: resolved?.places ?? null, share }
    const group = groups.get(row.item)
    if (group) group.push(compiled)
    else groups.set(row.item, [compiled])
  }
  return {
    sheet,
    rows: sheet.rows.map((row) => compileRow(sheet, row)),
    hasWeight: sheet.columns.some((column) => column.unit === 'kg'),
    hasVolume: sheet.columns.some((column) => column.unit === 'm3'),
    discount: fractionOfPpm(sheet.discountPpm ?? 1_000_000),
    surcharges: [...groups.values()],
    hasPlaces: sheet.surcharges.some((row) => row.places !== null),
    unknownPlace,
    tier: sheet.tiers.find((table) => table.settle === 'per-ticket') ?? null,
  }
}

function compileRow(sheet: PriceSheet, row: SheetRow): CompiledRow {
  const compiled: CompiledRow & Record<'weight' | 'volume', CompiledCell[]> = { key: row.key, weight: [], volume: [] }
  for (const [column, bracket] of sheet.columns.entries()) {
    const side = bracket.unit === 'kg' ? compiled.weight : compiled.volume
    side.push(compileCell(sheet, row.cells[column] ?? { kind: 'not-served' }, bracket, column, side.at(-1) ?? null))
  }
  return compiled
}

function compileCell(
  sheet: PriceSheet,
  cell: Cell,
  bracket: Bracket,
  column: number,
  before: CompiledCell | null,
): CompiledCell {
  const scale = SCALE[bracket.unit]
  const isWeight = bracket.unit === 'kg'
  const stepOf = (own: number | null): number => own ?? bracket.step ?? (isWeight ? sheet.weight.stepGrams : scale)
  const compiled: CompiledCell = {
    kind: cell.kind,
    bracket,
    column,
    rule: `bracket:${column}`,
    base: 0,
    price: 0,
    above: 0,
    step: 0,
    before: null,
  }
  switch (cell.kind) {
    case 'not-served':
      return compiled
    case 'flat':
      return { ...compiled, base: multiply(cell.priceUnits, scale) }
    case 'whole':
      return { ...compiled, price: cell.priceUnits }
    case 'first-plus':
      return {
        ...compiled,
        base: multiply(cell.priceUnits, scale),
        price: cell.stepPriceUnits,
        // First weight does not apply to volumes (PRICING §3).
        above: isWeight ? (bracket.first ?? sheet.weight.firstGrams) : 0,
        step: stepOf(cell.step),
      }
    case 'marginal':
      return {
        ...compiled,
        base: before ? cellPrice(before, bracket.from) : 0,
        price: cell.stepPriceUnits,
        above: bracket.from,
        step: stepOf(cell.step),
        before,
      }
  }
}

/** Price of a quantity (grams or cm³) in a cell, in 10^-4 yuan × scale; exact, before any rounding. */
export function cellPrice(cell: CompiledCell, quantity: number): Int {
  if (cell.price === 0 || quantity <= cell.above) return cell.base
  const over = quantity - cell.above
  if (cell.step === 0) return add(cell.base, multiply(cell.price, over))
  return add(cell.base, multiply(multiply(cell.price, divideUp(over, cell.step)), SCALE[cell.bracket.unit]))
}

/** The most specific of the surcharge's places that the destination lies in; null is none of them. */
export function matchLevel(surcharge: CompiledSurcharge, destination: Place | null): PlaceLevel | null {
  if (surcharge.places === null) return 0
  let best: PlaceLevel | null = null
  if (destination === null) return best
  for (const place of surcharge.places) {
    if (!covers(place, destination)) continue
    const level = placeLevel(place)
    if (best === null || level > best) best = level
  }
  return best
}
