import { formatCell } from '../rating/cells'
import { cellPrice, compileSheet, SCALE, type CompiledCell, type CompiledSheet } from '../rating/compile'
import { asSafeNumber, divideHalfUp, type Int } from '../rating/exact'
import type { Bracket, PriceSheet } from '../rating/price-sheet'
import { type AlignedRow, alignRows } from './aligned-rows'

/** A stretch of weight (or volume) in which neither sheet has an edge. Left open, right closed, as all brackets. */
export interface Segment {
  unit: Bracket['unit']
  from: number
  to: number | null
}

/** `same`: written the same; `equal`: written otherwise, but the price is the same; `none`: neither has a price. */
export type CellStanding = 'same' | 'equal' | 'changed' | 'added' | 'removed' | 'none'

export interface ComparedCell {
  standing: CellStanding
  before: string | null
  after: string | null
  /** What both prices are for, grams or cm³: the upper edge, or the quantity at which they differ most. */
  at: number
  /** 10^-4 yuan, half up. */
  beforeUnits: number | null
  afterUnits: number | null
  /** ppm of the price before; null where there is none. */
  changePpm: number | null
}

export interface ComparedRow extends AlignedRow {
  cells: ComparedCell[]
}

export interface ComparedPrices {
  segments: Segment[]
  rows: ComparedRow[]
}

/** Both tables of prices cell by cell, on the union of their edges and places. */
export function comparePrices(before: PriceSheet, after: PriceSheet): ComparedPrices {
  const [old, now] = [compileSheet(before), compileSheet(after)]
  const segments = segmentsOf(before, after)
  const rows = alignRows(before, after).map((row) => ({
    ...row,
    cells: segments.map((segment) => {
      const was = cellIn(old, row.before, segment)
      const is = cellIn(now, row.after, segment)
      return compareCells(
        was && { cell: was, text: textOf(before, was, row.before) },
        is && { cell: is, text: textOf(after, is, row.after) },
        segment,
      )
    }),
  }))
  return { segments, rows }
}

function segmentsOf(before: PriceSheet, after: PriceSheet): Segment[] {
  return (['kg', 'm3'] as const).flatMap((unit) => {
    const columns = [...before.columns, ...after.columns].filter((column) => column.unit === unit)
    if (columns.length === 0) return []
    const edges = [...new Set(columns.flatMap(({ to }) => (to === null ? [] : [to])))].toSorted((a, b) => a - b)
    return [...edges, null].map((to, index) => ({ unit, from: edges[index - 1] ?? 0, to }))
  })
}

function cellIn(sheet: CompiledSheet, row: number | null, { unit, from }: Segment): CompiledCell | null {
  if (row === null) return null
  const side = unit === 'kg' ? sheet.rows[row]?.weight : sheet.rows[row]?.volume
  return side?.cells.find(({ bracket }) => from >= bracket.from && (bracket.to === null || from < bracket.to)) ?? null
}

function textOf(sheet: PriceSheet, { column, bracket }: CompiledCell, row: number | null): string {
  const cell = row === null ? undefined : sheet.rows[row]?.cells[column]
  return formatCell(cell ?? { kind: 'not-served' }, bracket.unit)
}

interface WrittenCell {
  cell: CompiledCell
  text: string
}

function compareCells(was: WrittenCell | null, is: WrittenCell | null, segment: Segment): ComparedCell {
  const old = was && was.cell.kind !== 'not-served' ? was.cell : null
  const now = is && is.cell.kind !== 'not-served' ? is.cell : null
  const edge = segment.to ?? segment.from + SCALE[segment.unit]
  const words = { before: was?.text ?? null, after: is?.text ?? null }
  const priced = (at: number) => {
    const beforeUnits = old && unitsOf(old, at)
    const afterUnits = now && unitsOf(now, at)
    const known = beforeUnits !== null && afterUnits !== null && beforeUnits > 0
    return { at, beforeUnits, afterUnits, changePpm: known ? ppmOf(beforeUnits, afterUnits) : null }
  }
  if (!old || !now) {
    const standing = old ? 'removed' : now ? 'added' : 'none'
    return { standing, ...words, ...priced(edge) }
  }
  if (sameFormula(old, now)) return { standing: was?.text === is?.text ? 'same' : 'equal', ...words, ...priced(edge) }
  const differs = furthestApart(old, now, segment, edge)
  return { standing: differs === null ? 'equal' : 'changed', ...words, ...priced(differs ?? edge) }
}

function sameFormula(a: CompiledCell, b: CompiledCell): boolean {
  if (a.price === 0 && b.price === 0) return a.base === b.base
  return a.base === b.base && a.price === b.price && a.above === b.above && a.step === b.step
}

/** At most so many steps of a bracket are looked at; prices of steps repeat their pattern long before. */
const PROBES = 400

/** The quantity where the prices differ: the edge if they do there, else the one with the largest difference, else null. */
function furthestApart(a: CompiledCell, b: CompiledCell, { from, to, unit }: Segment, edge: number): number | null {
  if (cellPrice(a, edge) !== cellPrice(b, edge)) return edge
  const probes = new Set<number>([from + 1])
  for (const { above, step } of [a, b]) {
    const size = step === 0 ? SCALE[unit] : step
    const first = Math.max(0, Math.floor((from - above) / size))
    for (let index = 0; index < PROBES; index += 1) {
      const turn = above + (first + index) * size
      if (to !== null && turn > to) break
      for (const quantity of [turn, turn + 1])
        if (quantity > from && (to === null || quantity <= to)) probes.add(quantity)
    }
  }
  let best: { at: number; gap: bigint } | null = null
  for (const at of probes) {
    const gap = absolute(BigInt(cellPrice(a, at)) - BigInt(cellPrice(b, at)))
    if (gap > 0n && (!best || gap > best.gap)) best = { at, gap }
  }
  return best?.at ?? null
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}

function unitsOf(cell: CompiledCell, at: number): number | null {
  const price: Int = cellPrice(cell, at)
  return asSafeNumber(divideHalfUp(price, SCALE[cell.bracket.unit]))
}

/** Half away from zero to a whole ppm. */
function ppmOf(before: number, after: number): number | null {
  const top = BigInt(Math.abs(after - before)) * 1_000_000n
  const ppm = asSafeNumber(divideHalfUp(top, BigInt(before)))
  return ppm === null ? null : after < before ? -ppm : ppm
}
