import { plainText } from '../decimal'
import { formatKilograms, parseKilograms } from '../weight'
import { divideHalfUp } from './exact'
import type { Rounding, RoundingRange } from './price-sheet'

/** A rounding rule is a formula, not a word (PRICING §2): kind, step and threshold. All weights in grams. */

const UP = /^进([\d.]+)(?:kg)?$/
const HALF_UP = /^四舍五入([\d.]+)(?:kg)?$/
const THRESHOLD = /^阈值([\d.]+)@([\d.]+)(?:kg)?$/
const RANGE = /^(≤|<=|>)([\d.]+)(?:kg)?:(.+)$/

/** Reads one rule such as `进0.5` or `阈值0.3@1`; null where it is none. */
export function parseRounding(text: string): Rounding | null {
  const plain = compact(text)
  if (plain === '实重') return { kind: 'none' }
  const up = stepOf(UP.exec(plain)?.[1])
  if (up) return { kind: 'up', step: up }
  const halfUp = stepOf(HALF_UP.exec(plain)?.[1])
  if (halfUp) return { kind: 'half-up', step: halfUp }
  const match = THRESHOLD.exec(plain)
  const threshold = stepOf(match?.[1])
  const step = stepOf(match?.[2])
  if (threshold && step && threshold <= step) return { kind: 'threshold', step, threshold }
  return null
}

export type RoundingFault = 'rounding-unreadable' | 'rounding-order'

/**
 * Reads a rule or ranges of rules (`≤1:进1; >1:进0.5`). Ranges must ascend and end with the open range that begins
 * where the last one stops.
 */
export function parseRoundingRanges(text: string): RoundingRange[] | RoundingFault {
  const plain = compact(text)
  if (!plain.includes(':')) {
    const rounding = parseRounding(plain)
    return rounding ? [{ upTo: null, rounding }] : 'rounding-unreadable'
  }
  const ranges: RoundingRange[] = []
  let edge = 0
  for (const part of plain.split(';').filter((piece) => piece !== '')) {
    const match = RANGE.exec(part)
    const limit = stepOf(match?.[2])
    const rounding = match?.[3] === undefined ? null : parseRounding(match[3])
    if (!limit || !rounding) return 'rounding-unreadable'
    if (ranges.at(-1)?.upTo === null) return 'rounding-order'
    const open = match?.[1] === '>'
    if (open ? limit !== edge : limit <= edge) return 'rounding-order'
    ranges.push({ upTo: open ? null : limit, rounding })
    edge = limit
  }
  return ranges.at(-1)?.upTo === null ? ranges : 'rounding-order'
}

export function formatRounding(rounding: Rounding): string {
  switch (rounding.kind) {
    case 'none':
      return '实重'
    case 'up':
      return `进${formatKilograms(rounding.step)}`
    case 'half-up':
      return `四舍五入${formatKilograms(rounding.step)}`
    case 'threshold':
      return `阈值${formatKilograms(rounding.threshold)}@${formatKilograms(rounding.step)}`
  }
}

export function formatRoundingRanges(ranges: readonly RoundingRange[]): string {
  const [first] = ranges
  if (first && ranges.length === 1) return formatRounding(first.rounding)
  return ranges
    .map((range, index) => {
      const limit = range.upTo ?? ranges[index - 1]?.upTo ?? 0
      return `${range.upTo === null ? '>' : '≤'}${formatKilograms(limit)}:${formatRounding(range.rounding)}`
    })
    .join('; ')
}

/** The rounded weight in grams; it can be 0. */
export function applyRounding(rounding: Rounding, grams: number): number {
  if (rounding.kind === 'none') return grams
  const { step } = rounding
  if (rounding.kind === 'up') return Math.ceil(grams / step) * step
  if (rounding.kind === 'half-up') return Number(divideHalfUp(grams, step)) * step
  const steps = Math.floor(grams / step)
  return (grams - steps * step >= rounding.threshold ? steps + 1 : steps) * step
}

/** Index of the range that a weight before rounding belongs to. */
export function rangeIndex(ranges: readonly RoundingRange[], grams: number): number {
  let index = 0
  while (index < ranges.length - 1 && grams > (ranges[index]?.upTo ?? grams)) index += 1
  return index
}

/** The weight rounded by its range, as the form's table of examples shows it; 0 where the rule gives 0. */
export function roundByRanges(ranges: readonly RoundingRange[], grams: number): number {
  const range = ranges[rangeIndex(ranges, grams)]
  return range ? applyRounding(range.rounding, grams) : grams
}

function compact(text: string): string {
  return plainText(text).replaceAll(/\s/g, '').toLowerCase()
}

function stepOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const result = parseKilograms(text)
  return result.ok && result.value > 0 ? result.value : null
}
