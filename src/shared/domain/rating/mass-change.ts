import { formatBracketHeader } from './bracket-header'
import { formatCell } from './cells'
import { cellPrice, compileSheet, SCALE, type CompiledCell } from './compile'
import { asSafeNumber, divideHalfUp, multiply } from './exact'
import type { Bracket, Cell, PriceSheet } from './price-sheet'

/**
 * 批量调价: what is to happen to the prices of a sheet. Applied in this order: percentage, amount per ticket, amount
 * per kg, rounding. Everything is reckoned on whole 10^-4 yuan; a figure is rounded once, half up.
 */
export interface MassChange {
  /** ppm: 30000 is +3 %, −50000 is −5 %. Changes every figure of a cell. */
  percentPpm: number
  /** 10^-4 yuan: what a ticket pays more. Changes flat and first prices. */
  perTicketUnits: number
  /** 10^-4 yuan per kg: changes prices of further weight (续重, 累进) and prices per kg of the whole weight (×). */
  perKgUnits: number
  /** Keys of the rows (zones, places) it holds for; null: all. */
  rows: readonly string[] | null
  /** Canonical headers of the brackets it holds for (`formatBracketHeader`); null: all. */
  columns: readonly string[] | null
  /** Changed figures become multiples of this, 10^-4 yuan: 100 is 0.01 yuan; 1 leaves four decimals. */
  roundToUnits: number
}

/**
 * Why a chosen cell did not take a part of the change: `marginal-ticket` a marginal cell has no price of a ticket of
 * its own (it follows the bracket before); `whole-ticket` nor has a price per kg; `volume-per-kg` a price of volume has
 * no kg; `flat-per-kg` a flat price has no further weight; `negative` the figure would fall below nothing.
 */
export type MassChangeGap = 'marginal-ticket' | 'whole-ticket' | 'volume-per-kg' | 'flat-per-kg' | 'negative'

/** A cell of which the notation or the price is another one now. */
export interface CellChange {
  row: number
  column: number
  key: string
  /** Canonical header of the bracket. */
  bracket: string
  before: string
  after: string
  /** Not changed itself: its price rests on a bracket before it that was. */
  follows: boolean
  /** The quantity both prices are for: the closed upper edge, or one kg or m³ above an open one. Grams or cm³. */
  at: number
  unit: Bracket['unit']
  /** 10^-4 yuan, half up; null where beyond the safe integers. */
  beforeUnits: number | null
  afterUnits: number | null
}

export interface MassChangeResult {
  /** The sheet with its new prices; everything else is as it was. */
  sheet: PriceSheet
  changes: CellChange[]
  /** Chosen cells that took the change in part or not at all, by reason. A `negative` one keeps its old figure. */
  gaps: { row: number; column: number; key: string; bracket: string; reason: MassChangeGap }[]
  /** Cells that were chosen and have a price. */
  chosen: number
}

const PPM_ONE = 1_000_000

/** Applies a mass change to a sheet. Pure; the sheet given stays as it is. */
export function applyMassChange(sheet: PriceSheet, change: MassChange): MassChangeResult {
  const headers = sheet.columns.map(formatBracketHeader)
  const rowChosen = chooser(change.rows)
  const columnChosen = chooser(change.columns)
  const gaps: MassChangeResult['gaps'] = []
  let chosen = 0
  const rows = sheet.rows.map((row, rowIndex) => ({
    key: row.key,
    cells: sheet.columns.map((bracket, column) => {
      const cell = row.cells[column] ?? { kind: 'not-served' as const }
      const header = headers[column] ?? ''
      if (cell.kind === 'not-served' || !rowChosen(row.key) || !columnChosen(header)) return cell
      chosen += 1
      const report = (reason: MassChangeGap) =>
        gaps.push({ row: rowIndex, column, key: row.key, bracket: header, reason })
      return changeCell(cell, bracket, sheet, change, report)
    }),
  }))
  const changed = { ...sheet, rows }
  return { sheet: changed, changes: changesOf(sheet, changed, headers), gaps, chosen }
}

function chooser(names: readonly string[] | null): (name: string) => boolean {
  if (names === null) return () => true
  const set = new Set(names)
  return (name) => set.has(name)
}

function changeCell(
  cell: Exclude<Cell, { kind: 'not-served' }>,
  bracket: Bracket,
  sheet: PriceSheet,
  change: MassChange,
  report: (reason: MassChangeGap) => void,
): Cell {
  let negative = false
  const figure = (old: number, more: Addition): number => {
    const result = changeFigure(old, change, more)
    if (result === null) negative = true
    return result ?? old
  }
  const ticket: Addition = { top: change.perTicketUnits, bottom: 1 }
  const perStep = (own: number | null): Addition => {
    if (bracket.unit === 'm3') return NOTHING
    const step = own ?? bracket.step ?? sheet.weight.stepGrams
    // A step of 0 is exact proportion: its price is per kg.
    return step === 0 ? { top: change.perKgUnits, bottom: 1 } : { top: change.perKgUnits * step, bottom: SCALE.kg }
  }
  const changed = ((): Cell => {
    switch (cell.kind) {
      case 'flat':
        if (change.perKgUnits !== 0 && bracket.unit === 'kg') report('flat-per-kg')
        return { ...cell, priceUnits: figure(cell.priceUnits, ticket) }
      case 'first-plus':
        return {
          ...cell,
          priceUnits: figure(cell.priceUnits, ticket),
          stepPriceUnits: figure(cell.stepPriceUnits, perStep(cell.step)),
        }
      case 'marginal':
        if (change.perTicketUnits !== 0) report('marginal-ticket')
        return { ...cell, stepPriceUnits: figure(cell.stepPriceUnits, perStep(cell.step)) }
      case 'whole':
        if (change.perTicketUnits !== 0) report('whole-ticket')
        return { ...cell, priceUnits: figure(cell.priceUnits, perStep(0)) }
    }
  })()
  if (change.perKgUnits !== 0 && bracket.unit === 'm3') report('volume-per-kg')
  if (!negative) return changed
  report('negative')
  return cell
}

/** An amount in 10^-4 yuan as a fraction: a price per kg on a step of 300 g is no whole number of units. */
interface Addition {
  top: number
  bottom: number
}

const NOTHING: Addition = { top: 0, bottom: 1 }

/**
 * old × (1 + percent) + more, rounded half up to a multiple of the rounding step; null below nothing. A figure that
 * nothing is done to stays as it is, unrounded: 批量调价 of further weight leaves 12.345 of the first weight alone.
 */
function changeFigure(old: number, { percentPpm, roundToUnits }: MassChange, more: Addition): number | null {
  if (percentPpm === 0 && more.top === 0) return old
  const top = BigInt(old) * BigInt(PPM_ONE + percentPpm) * BigInt(more.bottom) + BigInt(more.top) * BigInt(PPM_ONE)
  if (top < 0n) return null
  return asSafeNumber(multiply(divideHalfUp(top, BigInt(PPM_ONE) * BigInt(more.bottom * roundToUnits)), roundToUnits))
}

function changesOf(before: PriceSheet, after: PriceSheet, headers: readonly string[]): CellChange[] {
  const old = cellsOf(before)
  const now = cellsOf(after)
  const changes: CellChange[] = []
  for (const [row, { key, cells }] of after.rows.entries()) {
    for (const [column, bracket] of after.columns.entries()) {
      const was = old[row]?.[column]
      const is = now[row]?.[column]
      if (!was || !is || was.kind === 'not-served') continue
      const at = bracket.to ?? bracket.from + SCALE[bracket.unit]
      const [beforePrice, afterPrice] = [cellPrice(was, at), cellPrice(is, at)]
      const texts = [before.rows[row]?.cells[column], cells[column]].map(
        (cell) => cell && formatCell(cell, bracket.unit),
      )
      const [textBefore = '', textAfter = ''] = texts
      if (textBefore === textAfter && beforePrice === afterPrice) continue
      changes.push({
        row,
        column,
        key,
        bracket: headers[column] ?? '',
        before: textBefore,
        after: textAfter,
        follows: textBefore === textAfter,
        at,
        unit: bracket.unit,
        beforeUnits: asSafeNumber(divideHalfUp(beforePrice, SCALE[bracket.unit])),
        afterUnits: asSafeNumber(divideHalfUp(afterPrice, SCALE[bracket.unit])),
      })
    }
  }
  return changes
}

/** The compiled cells of a sheet by row and column. */
function cellsOf(sheet: PriceSheet): (CompiledCell | undefined)[][] {
  return compileSheet(sheet).rows.map(({ weight, volume }) => {
    const cells: (CompiledCell | undefined)[] = []
    for (const cell of [...weight.cells, ...volume.cells]) cells[cell.column] = cell
    return cells
  })
}
