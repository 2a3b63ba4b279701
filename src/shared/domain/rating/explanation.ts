import { formatDecimal } from '../decimal'
import { formatFen, formatUnitPrice } from '../money'
import { formatCubicMetres, formatKilograms } from '../weight'
import type { CompiledRow, CompiledCell } from './compile'
import { formatPercent } from './discount'
import type { Int } from './exact'
import { bracketText, freightTerms, quantityText, volumeWeightFormula, yuan } from './formula'
import type { PriceSheet, Rounding, Surcharge, SurchargeBase, TierTable, WeightRules, WipeRule } from './price-sheet'
import type { RatingState } from './rating-state'
import type { RatingException, RatingExceptionCode } from './result'
import type { Ticket } from './ticket'
import { basisText, freeFormula, surchargeFormula, type SurchargeBasis } from './surcharge-formula'
import type { TierSlice } from './tier-terms'

export type ExplanationCode =
  | 'billed-weight'
  | 'actual-weight'
  | 'volume-weight'
  | 'volume-weight-waived'
  | 'weight-by-piece'
  | 'equal-pieces'
  | 'larger-weight'
  | `pre-rounding-${Exclude<Rounding['kind'], 'none'>}`
  | `rounding-${Exclude<Rounding['kind'], 'none'>}`
  | 'first-weight'
  | 'minimum-weight'
  | 'chargeable-weight'
  | 'volume'
  | 'volume-from-weight'
  | 'minimum-volume'
  | 'freight-weight'
  | 'freight-volume'
  | 'larger-freight-weight'
  | 'larger-freight-volume'
  | 'discount'
  | `tier-${TierTable['basis']}`
  | 'tier-slice-none'
  | `tier-slice-${'discount' | 'rebate' | 'per-ticket' | 'per-kg'}`
  | 'tier-result'
  | 'minimum-ticket'
  | 'minimum-piece'
  | 'freight-line'
  | 'surcharge-fixed'
  | `surcharge-${SurchargeBase}`
  | 'surcharge-floored'
  | 'surcharge-counted'
  | 'surcharge-minimum'
  | 'surcharge-maximum'
  | 'surcharge-discounted'
  | `wipe-${WipeRule['to']}-${WipeRule['mode']}`
  | 'tax-included'
  | 'tax-added'
  | 'total'
  | `exception-${RatingExceptionCode}`

/**
 * One step of a rating. The words are in the catalogue as `step.<code>` (namespace rating) with `params`; `formula` is the
 * arithmetic; `fen` is set where the step ends in an amount of the result.
 */
export interface ExplanationStep {
  code: ExplanationCode
  params: Readonly<Record<string, string>>
  formula?: string
  fen?: number
}

/** Written by the engine itself while it rates, so that a step cannot differ from the amount (PRICING, opening). */
export class Explanation {
  readonly steps: ExplanationStep[] = []

  private add(
    code: ExplanationCode,
    params: Readonly<Record<string, string>> = {},
    formula?: string,
    fen?: number,
  ): void {
    const step: ExplanationStep = { code, params }
    if (formula !== undefined) step.formula = formula
    if (fen !== undefined) step.fen = fen
    this.steps.push(step)
  }

  billedWeight(grams: number): void {
    this.add('billed-weight', { kg: formatKilograms(grams) })
  }

  actualWeight(grams: number): void {
    this.add('actual-weight', { kg: formatKilograms(grams) })
  }

  volumeWeight(rules: WeightRules, ticket: Ticket, top: Int, bottom: number, grams: number, counts: boolean): void {
    const formula = volumeWeightFormula(ticket, top, bottom, rules.divisor ?? 1)
    this.add('volume-weight', { kg: formatKilograms(grams), divisor: String(rules.divisor ?? '') }, formula)
    if (!counts && rules.volumeCondition.kind === 'over')
      this.add('volume-weight-waived', { factor: formatDecimal(rules.volumeCondition.ratioPpm, 6) })
  }

  weightByPiece(
    weights: readonly number[],
    volumePieces: number,
    pieceVolumeGrams: Int,
    actualSum: number,
    sum: number,
  ): void {
    const formula = `${formatKilograms(actualSum)} + ${volumePieces} × ${formatDecimal(pieceVolumeGrams, 3)} = ${formatKilograms(sum)}`
    this.add('weight-by-piece', { pieces: String(weights.length), kg: formatKilograms(sum) }, formula)
  }

  equalPieces(pieces: number): void {
    this.add('equal-pieces', { pieces: String(pieces) })
  }

  largerWeight(grams: number): void {
    this.add('larger-weight', { kg: formatKilograms(grams) })
  }

  preRounding(rounding: Rounding, from: number, to: number): void {
    if (rounding.kind !== 'none') this.add(`pre-rounding-${rounding.kind}`, roundingParams(rounding, from, to))
  }

  rounding(rounding: Rounding, from: number, to: number): void {
    if (rounding.kind !== 'none') this.add(`rounding-${rounding.kind}`, roundingParams(rounding, from, to))
  }

  firstWeight(grams: number): void {
    this.add('first-weight', { kg: formatKilograms(grams) })
  }

  minimumWeight(grams: number): void {
    this.add('minimum-weight', { kg: formatKilograms(grams) })
  }

  chargeable(grams: number): void {
    this.add('chargeable-weight', { kg: formatKilograms(grams) })
  }

  volume(cm3: number, fromWeight: { actual: number; ratio: number } | null): void {
    const params = { m3: formatCubicMetres(cm3) }
    if (!fromWeight) return this.add('volume', params)
    const formula = `${formatKilograms(fromWeight.actual)} ÷ ${formatKilograms(fromWeight.ratio)} = ${params.m3}`
    this.add('volume-from-weight', params, formula)
  }

  minimumVolume(cm3: number): void {
    this.add('minimum-volume', { m3: formatCubicMetres(cm3) })
  }

  freight(row: CompiledRow, cell: CompiledCell, quantity: number, state: RatingState): void {
    const { unit } = cell.bracket
    const params = { row: row.key, bracket: bracketText(cell.bracket), quantity: quantityText(unit, quantity) }
    const formula = `${freightTerms(cell, quantity)} = ${yuan(state.listTop, state.listBottom)}`
    this.add(unit === 'kg' ? 'freight-weight' : 'freight-volume', params, formula)
  }

  largerFreight(state: RatingState): void {
    const code = state.cell?.bracket.unit === 'm3' ? 'larger-freight-volume' : 'larger-freight-weight'
    this.add(code, { amount: yuan(state.listTop, state.listBottom) })
  }

  discount(ppm: number, state: RatingState): void {
    const percent = formatPercent(ppm)
    const formula = `${yuan(state.listTop, state.listBottom)} × ${percent} = ${yuan(state.netTop, state.netBottom)}`
    this.add('discount', { percent }, formula)
  }

  tier(
    table: TierTable,
    slices: readonly TierSlice[],
    quantity: number,
    standardPpm: number,
    state: RatingState,
  ): void {
    const show = (value: number): string => tierQuantity(table, value)
    this.add(`tier-${table.basis}`, { quantity: show(quantity) })
    for (const { step, quantity: part } of slices) {
      const benefit = step?.benefit
      if (!benefit) this.add('tier-slice-none', { part: show(part), percent: formatPercent(standardPpm) })
      else if (benefit.kind === 'discount' || benefit.kind === 'rebate')
        this.add(`tier-slice-${benefit.kind}`, { part: show(part), percent: formatPercent(benefit.ppm) })
      else this.add(`tier-slice-${benefit.kind}`, { part: show(part), amount: formatUnitPrice(benefit.units) })
    }
    const before = yuan(state.listTop, state.listBottom)
    this.add('tier-result', { before, after: yuan(state.netTop, state.netBottom) })
  }

  minimum(minimum: NonNullable<PriceSheet['minimum']>, pieces: number, state: RatingState): void {
    const amount = formatUnitPrice(minimum.units)
    const after = yuan(state.netTop, state.netBottom)
    if (minimum.per === 'ticket') this.add('minimum-ticket', { amount })
    else this.add('minimum-piece', { amount, pieces: String(pieces) }, `${amount} × ${pieces} = ${after}`)
  }

  freightLine(fen: number): void {
    this.add('freight-line', { amount: formatFen(fen) }, undefined, fen)
  }

  surcharge(
    row: Surcharge,
    { carried, counted, reckoned, limit }: SurchargeBasis,
    state: RatingState,
    fen: number,
  ): void {
    const { item } = row
    const first = this.steps.length
    if (row.kind === 'fixed' || row.base === null) this.add('surcharge-fixed', { item }, reckoned)
    else {
      const formula = surchargeFormula(row, counted, reckoned)
      const [from, to] = [basisText(row, carried), basisText(row, counted)]
      if (from === to) this.add(`surcharge-${row.base}`, { item }, formula)
      else {
        this.add(`surcharge-${row.base}`, { item }, freeFormula(row, carried))
        if (row.floor > 0)
          this.add('surcharge-floored', { item, step: basisText(row, { top: row.floor, bottom: 1 }), to }, formula)
        else this.add('surcharge-counted', { item, to }, formula)
      }
    }
    const units = limit === 'minimum' ? row.minimumUnits : row.maximumUnits
    if (limit) this.add(`surcharge-${limit}`, { item, amount: formatUnitPrice(units ?? 0) })
    if (row.discounted && state.factorTop !== state.factorBottom)
      this.add('surcharge-discounted', { item, amount: formatFen(fen) })
    const last = this.steps[Math.max(first, this.steps.length - 1)]
    if (last) last.fen = fen
  }

  wipe(wipe: WipeRule, before: number, after: number): void {
    const params = { before: formatFen(before), after: formatFen(after) }
    this.add(`wipe-${wipe.to}-${wipe.mode}`, params, undefined, after - before)
  }

  total(sheet: PriceSheet, state: RatingState): void {
    if (sheet.taxPpm !== null) {
      const percent = formatPercent(sheet.taxPpm)
      const [net, tax, gross] = [formatFen(state.netFen), formatFen(state.taxFen), formatFen(state.grossFen)]
      if (sheet.taxIncluded) this.add('tax-included', { percent, net, tax }, `${gross} ÷ (1 + ${percent}) = ${net}`)
      else this.add('tax-added', { percent, net, tax }, `${formatFen(state.sum)} × ${percent} = ${tax}`)
    }
    this.add('total', { amount: formatFen(state.grossFen) }, undefined, state.grossFen)
  }

  exception({ code, params }: RatingException): void {
    this.add(`exception-${code}`, params)
  }
}

function roundingParams(
  rounding: Exclude<Rounding, { kind: 'none' }>,
  from: number,
  to: number,
): Record<string, string> {
  const params = { step: formatKilograms(rounding.step), from: formatKilograms(from), to: formatKilograms(to) }
  return rounding.kind === 'threshold' ? { ...params, threshold: formatKilograms(rounding.threshold) } : params
}

function tierQuantity(table: TierTable, value: number): string {
  if (table.basis === 'tickets') return String(value)
  return table.basis === 'weight' ? formatKilograms(value) : formatFen(value)
}
