import { cellPrice, compileSheet, SCALE, type CompiledCell } from './compile'
import { asSafeNumber, divideHalfUp } from './exact'
import type { Bracket, PriceSheet, WeightRules } from './price-sheet'
import { applyRounding, roundByRanges } from './rounding'

/** A heavier ticket that is cheaper than a lighter one to the same place. Quantities are grams or cm³ by `unit`. */
export interface PriceDrop {
  row: number
  key: string
  /** Column of the heavier ticket. */
  column: number
  unit: Bracket['unit']
  lighter: number
  heavier: number
  /** 10^-4 yuan, half up, before discount and minimum. */
  lighterUnits: number
  heavierUnits: number
}

/**
 * Finds where prices fall with the weight, zone by zone. Inside a bracket no cell of PRICING §3 falls, so the edges
 * decide: the price of the heaviest ticket up to an edge, of all brackets so far the dearest, against the lightest
 * above it. Both are chargeable weights that the sheet's rounding can give: with 进1 nothing weighs 3.001 kg.
 */
export function priceDrops(sheet: PriceSheet): PriceDrop[] {
  const compiled = compileSheet(sheet)
  const drops: PriceDrop[] = []
  for (const [row, { key, weight, volume }] of compiled.rows.entries())
    for (const { cells: side } of [weight, volume])
      drops.push(...dropsOf(side, sheet.weight).map((drop) => ({ row, key, ...drop })))
  return drops
}

function dropsOf(cells: readonly CompiledCell[], rules: WeightRules): Omit<PriceDrop, 'row' | 'key'>[] {
  const drops: Omit<PriceDrop, 'row' | 'key'>[] = []
  let dearest: { quantity: number; price: bigint } | null = null
  for (const cell of cells) {
    const { unit, from, to } = cell.bracket
    if (cell.kind === 'not-served') continue
    const heavier = unit === 'kg' ? weightAbove(from, rules) : Math.max(from + 1, rules.minimumCm3)
    // No ticket can weigh what this bracket is for.
    if (to !== null && heavier > to) continue
    const price = BigInt(cellPrice(cell, heavier))
    if (dearest && price < dearest.price) {
      const [lighterUnits, heavierUnits] = [dearest.price, price].map((one) =>
        asSafeNumber(divideHalfUp(one, SCALE[unit])),
      )
      drops.push({
        column: cell.column,
        unit,
        lighter: dearest.quantity,
        heavier,
        lighterUnits: lighterUnits ?? 0,
        heavierUnits: heavierUnits ?? 0,
      })
    }
    if (to === null) continue
    const edge = unit === 'kg' ? weightUpTo(to, from, rules) : to
    const atEdge = BigInt(cellPrice(cell, edge))
    if (!dearest || atEdge > dearest.price) dearest = { quantity: edge, price: atEdge }
  }
  return drops
}

/** The lightest chargeable weight above an edge. */
function weightAbove(edge: number, rules: WeightRules): number {
  const above = candidates(edge, rules).filter((grams) => grams > edge)
  return Math.max(Math.min(...above, Number.MAX_SAFE_INTEGER), rules.minimumGrams)
}

/** The heaviest chargeable weight up to an edge; the edge itself where rounding gives none in the bracket. */
function weightUpTo(edge: number, from: number, rules: WeightRules): number {
  const below = candidates(edge, rules).filter((grams) => grams <= edge && grams > from)
  return Math.max(...below, rules.minimumGrams) || edge
}

/** Chargeable weights around an edge: what the rounding makes of the weights where any of its steps turns over. */
function candidates(edge: number, { preRounding, rounding }: WeightRules): number[] {
  const raw = new Set<number>([edge, edge + 1])
  const rules = [...rounding.map((range) => range.rounding), ...(preRounding ? [preRounding] : [])]
  for (const range of rounding) if (range.upTo !== null) raw.add(range.upTo).add(range.upTo + 1)
  for (const rule of rules) {
    if (rule.kind === 'none') continue
    const base = Math.floor(edge / rule.step) * rule.step
    for (const steps of [-1, 0, 1, 2]) {
      const multiple = base + steps * rule.step
      const turn = { up: 1, 'half-up': Math.ceil(rule.step / 2), threshold: 'threshold' in rule ? rule.threshold : 0 }
      for (const weight of [multiple, multiple + 1, multiple + turn[rule.kind], multiple + turn[rule.kind] - 1])
        raw.add(weight)
    }
  }
  const results: number[] = []
  for (const grams of raw) {
    if (grams <= 0) continue
    results.push(roundByRanges(rounding, preRounding ? applyRounding(preRounding, grams) : grams))
  }
  return results
}
