import { parseBracketHeader, type BracketHeader } from './bracket-header'
import type { Bracket } from './price-sheet'
import type { ProblemList } from './problem'

/** One bracket and the form columns its cell is read from: one, or the pair 首重 | 续重. */
export interface ColumnPlan {
  bracket: Bracket
  /** index of the form column, of the first price where there is a pair */
  column: number
  /** index of the 续重 column of a pair */
  stepColumn: number | null
}

/** A start one hundredth or one thousandth above the end before is that end: `0.51-1` after `0-0.5` (PRICING §3). */
const SNAPS = { kg: [10, 1], m3: [10_000, 1_000] } as const

/** Reads all headers and joins them to brackets without gap or overlap and with one open end per unit. */
export function parseColumns(headers: readonly string[], problems: ProblemList): ColumnPlan[] {
  if (headers.length === 0) problems.error({ part: 'columns' }, 'no-columns')
  const plans = joinPairs(headers, problems)
  for (const unit of ['kg', 'm3'] as const) {
    checkSequence(
      plans.filter((plan) => plan.bracket.unit === unit),
      headers,
      problems,
    )
  }
  return plans
}

function joinPairs(headers: readonly string[], problems: ProblemList): ColumnPlan[] {
  const plans: ColumnPlan[] = []
  const ends = { kg: 0, m3: 0 }
  for (let column = 0; column < headers.length; column += 1) {
    const text = headers[column] ?? ''
    const header = parseBracketHeader(text)
    if (!header) {
      problems.error({ part: 'columns', column }, 'column-unreadable', { column: text })
      continue
    }
    let stepColumn: number | null = null
    if (header.role !== 'bracket') {
      const partner = parseBracketHeader(headers[column + 1] ?? '')
      if (header.role !== 'first-price' || partner?.role !== 'step-price' || !sameRange(header, partner)) {
        problems.error({ part: 'columns', column }, 'column-pair', { column: text })
        continue
      }
      stepColumn = column + 1
      header.step = partner.step
    }
    const from = snap(header, ends[header.unit])
    const bracket = { unit: header.unit, from, to: header.to, first: header.first, step: header.step }
    plans.push({ bracket, column, stepColumn })
    ends[header.unit] = header.to ?? from
    if (stepColumn !== null) column += 1
  }
  return plans
}

function sameRange(first: BracketHeader, step: BracketHeader): boolean {
  return step.from === null || (step.from === first.from && step.to === first.to)
}

function snap(header: BracketHeader, previousEnd: number): number {
  if (header.from === null) return previousEnd
  const above = header.from - previousEnd
  return SNAPS[header.unit].some((distance) => distance === above) ? previousEnd : header.from
}

function checkSequence(plans: readonly ColumnPlan[], headers: readonly string[], problems: ProblemList): void {
  const nameOf = (plan: ColumnPlan): string => headers[plan.column] ?? ''
  for (const [index, plan] of plans.entries()) {
    const { from, to } = plan.bracket
    const where = { part: 'columns', column: plan.column } as const
    const before = plans[index - 1]
    if (to !== null && to <= from) problems.error(where, 'column-unreadable', { column: nameOf(plan) })
    if (!before) {
      if (from !== 0) problems.error(where, 'column-start', { column: nameOf(plan) })
      continue
    }
    const params = { first: nameOf(before), second: nameOf(plan) }
    if (before.bracket.to === null || from < before.bracket.to) problems.error(where, 'column-overlap', params)
    else if (from > before.bracket.to) problems.error(where, 'column-gap', params)
  }
  const last = plans.at(-1)
  if (last && plans.every((plan) => plan.bracket.to !== null)) {
    const before = plans.at(-2) ?? last
    problems.error({ part: 'columns', column: last.column }, 'column-open-end', {
      first: nameOf(before),
      second: nameOf(last),
    })
  }
}
