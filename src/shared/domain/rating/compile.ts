import { add, divideUp, fractionOfPpm, multiply, type Fraction, type Int } from './exact'
import type { PlaceResolver } from './place-resolver'
import type { Bracket, Cell, PriceSheet, SheetRow, TierTable, WeightRules } from './price-sheet'
import type { RuleId } from './result'
import { RuleShare } from './rule-share'
import { compileSurcharges, type SurchargeSet } from './surcharge-set'

/**
 * One bracket cell ready to be reckoned: price = base + price × steps above `above`, or in proportion where `step` is 0.
 * `base` is in 10^-4 yuan × scale, scale being the grams of a kg or the cm³ of a m³, so that proportion stays whole.
 */
export interface CompiledCell {
  kind: Cell['kind']
  base: Int
  /** 10^-4 yuan per step, or per kg or m³ where `step` is 0 */
  price: number
  above: number
  step: number
  /** 1 kg in grams or 1 m³ in cm³: the unit that `price` is per. */
  scale: number
  rule: RuleId
  bracket: Bracket
  column: number
  /** The cell before, for a marginal cell: the explanation shows its part. */
  before: CompiledCell | null
}

export interface CompiledRow {
  key: string
  weight: CompiledSide
  volume: CompiledSide
}

/** The cells of one unit in a row, and the closed upper edge of each, infinite for the open end. */
export interface CompiledSide {
  cells: CompiledCell[]
  edges: number[]
}

export interface CompiledSheet {
  sheet: PriceSheet
  rows: readonly CompiledRow[]
  hasWeight: boolean
  hasVolume: boolean
  /** The sheet's own rules; where several sheets are prepared together, one object for equal rules. */
  weight: WeightRules
  minimum: PriceSheet['minimum']
  settlement: Settlement
  surcharges: SurchargeSet
  discount: Fraction
  /** The 当票 table, if any. */
  tier: TierTable | null
}

/** How the sum of the lines is closed: 抹零, 含税, 税率. */
export type Settlement = Pick<PriceSheet, 'wipe' | 'taxIncluded' | 'taxPpm'>

export const SCALE = { kg: 1_000, m3: 1_000_000 } as const

const ANYWHERE: PlaceResolver = () => ({ places: [], unknown: [] })

/**
 * Prepares a sheet for rating many tickets. `resolvePlaces` is needed where surcharges name places; a name that it does
 * not know makes every rating with the sheet an exception rather than a guess. Sheets that are prepared with one
 * `share` (and the same resolver) have their equal rules in common.
 */
export function compileSheet(
  sheet: PriceSheet,
  resolvePlaces: PlaceResolver = ANYWHERE,
  share: RuleShare = new RuleShare(),
): CompiledSheet {
  const { wipe, taxIncluded, taxPpm } = sheet
  return {
    sheet,
    rows: sheet.rows.map((row) => compileRow(sheet, row)),
    hasWeight: sheet.columns.some((column) => column.unit === 'kg'),
    hasVolume: sheet.columns.some((column) => column.unit === 'm3'),
    weight: share.of('weight', sheet.weight, (rules) => rules),
    minimum: share.of('minimum', sheet.minimum, (rules) => rules),
    settlement: share.of('settlement', { wipe, taxIncluded, taxPpm }, (rules) => rules),
    surcharges: share.of('surcharges', sheet.surcharges, (rows) => compileSurcharges(rows, resolvePlaces)),
    discount: share.of('discount', sheet.discountPpm ?? 1_000_000, fractionOfPpm),
    tier: sheet.tiers.find((table) => table.settle === 'per-ticket') ?? null,
  }
}

function compileRow(sheet: PriceSheet, row: SheetRow): CompiledRow {
  const compiled: CompiledRow = { key: row.key, weight: { cells: [], edges: [] }, volume: { cells: [], edges: [] } }
  for (const [column, bracket] of sheet.columns.entries()) {
    const side = bracket.unit === 'kg' ? compiled.weight : compiled.volume
    const before = side.cells.at(-1) ?? null
    side.cells.push(compileCell(sheet, row.cells[column] ?? { kind: 'not-served' }, bracket, column, before))
    side.edges.push(bracket.to ?? Number.POSITIVE_INFINITY)
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
    base: 0,
    price: 0,
    above: 0,
    step: 0,
    scale,
    rule: `bracket:${column}`,
    bracket,
    column,
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
  return add(cell.base, multiply(multiply(cell.price, divideUp(over, cell.step)), cell.scale))
}
