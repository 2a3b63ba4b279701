import { daysBetween, lastDayOf, monthsFrom } from '../months'

export const minimumUnits = ['pieces', 'grams', 'fen'] as const
export type MinimumUnit = (typeof minimumUnits)[number]

/** What the customer promised to ship: pieces, g or fen, in every month or calendar year. */
export interface Minimum {
  unit: MinimumUnit
  amount: number
  period: 'month' | 'year'
}

export interface MonthFigures {
  pieces: number
  grams: number
  revenueFen: number
}

export const minimumStates = ['met', 'missed', 'running', 'ahead', 'behind', 'no-data'] as const
export type MinimumState = (typeof minimumStates)[number]

export interface MinimumMonth {
  month: string
  actual: number
  /** What the month, or with a yearly minimum the year until the month's end, asks for. */
  required: number
  /** Shipped in the month, or with a yearly minimum in the year until the month's end. */
  counted: number
  shortfall: number
  state: MinimumState
}

export interface MinimumGround {
  minimum: Minimum
  from: string
  /** Last day of the contract; null: open end. */
  to: string | null
  year: number
  figures: ReadonlyMap<string, MonthFigures>
  /** Newest month of which the book has waybills; null: none. */
  dataThrough: string | null
  today: string
}

const nothing: MonthFigures = { pieces: 0, grams: 0, revenueFen: 0 }

/** The months of a year in which a contract holds. */
export function monthsOfTerm(from: string, to: string | null, year: number): string[] {
  const last = to ?? '9999-12-31'
  return monthsFrom(`${year}-01`, `${year}-12`).filter((month) => `${month}-01` <= last && lastDayOf(month) >= from)
}

/**
 * The minimum month by month. A month or year that lies only partly in the term asks for its days' part, rounded up.
 * Yearly minimums run by calendar year; until the year is over the sum so far is held against the part of its days.
 */
export function minimumMonths(ground: MinimumGround): MinimumMonth[] {
  const { minimum, from, to, year, figures } = ground
  const months = monthsOfTerm(from, to, year)
  const actualOf = (month: string) => valueOf(figures.get(month) ?? nothing, minimum.unit)
  if (minimum.period === 'month') {
    return months.map((month) => {
      const actual = actualOf(month)
      const days = daysIn(`${month}-01`, lastDayOf(month))
      const required = partOf(minimum.amount, coveredDays(ground, `${month}-01`, lastDayOf(month)), days)
      return monthOf(month, actual, actual, required, monthState(ground, month, actual >= required))
    })
  }
  const yearDays = daysIn(`${year}-01-01`, `${year}-12-31`)
  const whole = partOf(minimum.amount, coveredDays(ground, `${year}-01-01`, `${year}-12-31`), yearDays)
  let counted = 0
  return months.map((month, index) => {
    const actual = actualOf(month)
    counted += actual
    const required = partOf(minimum.amount, coveredDays(ground, `${year}-01-01`, lastDayOf(month)), yearDays)
    const state = yearState(ground, month, { counted, required, whole, last: index === months.length - 1 })
    return monthOf(month, actual, counted, required, state)
  })
}

function monthOf(month: string, actual: number, counted: number, required: number, state: MinimumState): MinimumMonth {
  return { month, actual, counted, required, shortfall: Math.max(0, required - counted), state }
}

function known({ dataThrough }: MinimumGround, month: string): boolean {
  return dataThrough !== null && month <= dataThrough
}

function monthState(ground: MinimumGround, month: string, reached: boolean): MinimumState {
  if (!known(ground, month)) return 'no-data'
  if (reached) return 'met'
  return isOver(ground, month) ? 'missed' : 'running'
}

interface YearSoFar {
  counted: number
  required: number
  whole: number
  last: boolean
}

function yearState(ground: MinimumGround, month: string, { counted, required, whole, last }: YearSoFar): MinimumState {
  if (!known(ground, month)) return 'no-data'
  if (counted >= whole) return 'met'
  if (!isOver(ground, month)) return 'running'
  if (last) return 'missed'
  return counted >= required ? 'ahead' : 'behind'
}

/** A month is over for a contract once it, or the contract, has ended. */
function isOver({ today, to }: MinimumGround, month: string): boolean {
  const last = lastDayOf(month)
  return (to !== null && to < last ? to : last) < today
}

function coveredDays({ from, to }: MinimumGround, first: string, last: string): number {
  const start = from > first ? from : first
  const end = to !== null && to < last ? to : last
  return Math.max(0, daysIn(start, end))
}

function daysIn(from: string, to: string): number {
  return daysBetween(from, to) + 1
}

/** Of an amount the part of so many days, rounded up; exact. */
function partOf(amount: number, days: number, whole: number): number {
  const product = BigInt(amount) * BigInt(days)
  const divisor = BigInt(whole)
  return Number((product + divisor - 1n) / divisor)
}

export function valueOf(figures: MonthFigures, unit: MinimumUnit): number {
  if (unit === 'fen') return figures.revenueFen
  return unit === 'grams' ? figures.grams : figures.pieces
}

/** Whether a measured value keeps a promise; both integers of 10^-3 of its unit. */
export function isKept(direction: 'least' | 'most', target: number, value: number): boolean {
  return direction === 'least' ? value >= target : value <= target
}
