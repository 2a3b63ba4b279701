import { formatDecimal, parseDecimal } from '../decimal'
import { formatUnitPrice, parseUnitPrice } from '../money'
import { formatKilograms, parseKilograms } from '../weight'
import { formatFold, formatPercent, parseDiscount } from './discount'
import { readFen, readFigure, readInteger, readWord, Reporter, textOf, wordOf } from './form-value'
import type { TierBasis, TierBenefit, TierStep, TierTable } from './price-sheet'
import type { ProblemList } from './problem'
import type { FormTier } from './sheet-form'

const BASES: Readonly<Record<string, TierBasis>> = { 月票数: 'tickets', 月重量: 'weight', 月运费: 'freight' }
const PERIODS: Readonly<Record<string, TierTable['period']>> = { 上月: 'previous-month', 当月: 'this-month' }
const MODES: Readonly<Record<string, TierTable['mode']>> = { 累进: 'progressive', 全量: 'whole' }
const SETTLEMENTS: Readonly<Record<string, TierTable['settle']>> = {
  当票: 'per-ticket',
  月末返利: 'month-end-rebate',
}

const QUANTITY: Readonly<Record<TierBasis, (text: string, report: Reporter) => number | null>> = {
  tickets: readInteger,
  weight: (text, report) => readFigure(text, parseKilograms, report),
  freight: readFen,
}

const QUANTITY_FORMAT: Readonly<Record<TierBasis, (value: number) => string>> = {
  tickets: String,
  weight: formatKilograms,
  freight: (fen) => formatDecimal(fen, 2),
}

const REBATE = /^(?:([\d.]+)%返|返([\d.]+)%)$/
const PER_UNIT = /^返?([\d.]+)元\/(票|kg|公斤|千克)$/

/** Reads 折扣或返利: `95折`, `5%返`, `0.2元/票`, `0.1元/kg`; null where it is none of them. */
export function parseBenefit(text: string): TierBenefit | null {
  const plain = text.replaceAll(/\s/g, '').toLowerCase()
  if (plain.endsWith('折')) {
    const discount = parseDiscount(plain)
    return typeof discount === 'string' ? null : { kind: 'discount', ppm: discount.ppm }
  }
  const rebate = REBATE.exec(plain)
  if (rebate) {
    const share = parseDecimal(rebate[1] ?? rebate[2] ?? '', 4)
    return share.ok && share.value > 0 && share.value <= 1_000_000 ? { kind: 'rebate', ppm: share.value } : null
  }
  const perUnit = PER_UNIT.exec(plain)
  const units = parseUnitPrice(perUnit?.[1] ?? '')
  if (!units.ok || units.value === 0) return null
  return { kind: perUnit?.[2] === '票' ? 'per-ticket' : 'per-kg', units: units.value }
}

export function formatBenefit(benefit: TierBenefit): string {
  switch (benefit.kind) {
    case 'discount':
      return formatFold(benefit.ppm)
    case 'rebate':
      return `${formatPercent(benefit.ppm)}返`
    case 'per-ticket':
      return `${formatUnitPrice(benefit.units)}元/票`
    case 'per-kg':
      return `${formatUnitPrice(benefit.units)}元/kg`
  }
}

interface PlacedStep extends TierStep {
  row: number
}

type PlacedTable = Omit<TierTable, 'steps'> & { steps: PlacedStep[] }

/** Reads the rows of 阶梯 and groups those of the same basis, period, mode and settlement. */
export function parseTiers(rows: readonly FormTier[], problems: ProblemList): TierTable[] {
  const tables: PlacedTable[] = []
  for (const [row, form] of rows.entries()) {
    const at = (field: keyof FormTier): Reporter => new Reporter(problems, { part: 'tiers', row, field })
    const basis = readWord(textOf(form.basis), BASES, at('basis'))
    const period = readWord(textOf(form.period), PERIODS, at('period'))
    const mode = readWord(textOf(form.mode), MODES, at('mode'))
    const settle = readWord(textOf(form.settle), SETTLEMENTS, at('settle'))
    const benefit = parseBenefit(textOf(form.benefit))
    if (!benefit) at('benefit').error('tier-benefit-unreadable', { text: textOf(form.benefit) })
    if (!basis || !period || !mode || !settle || !benefit) continue
    if (mode === 'progressive' && period === 'previous-month') at('mode').error('tier-progressive-previous')
    const lower = QUANTITY[basis](textOf(form.lower), at('lower'))
    const upperText = textOf(form.upper)
    const upper = upperText === '' ? null : QUANTITY[basis](upperText, at('upper'))
    if (lower === null || (upperText !== '' && upper === null)) continue
    const table = tables.find(
      (other) => other.basis === basis && other.period === period && other.mode === mode && other.settle === settle,
    )
    const step = { lower, upper, benefit, row }
    if (table) table.steps.push(step)
    else tables.push({ basis, period, mode, settle, steps: [step] })
  }
  checkTables(tables, problems)
  return tables.map((table) => ({
    ...table,
    steps: table.steps.map(({ lower, upper, benefit }) => ({ lower, upper, benefit })),
  }))
}

function checkTables(tables: readonly PlacedTable[], problems: ProblemList): void {
  const perTicket = tables.filter((table) => table.settle === 'per-ticket')
  const second = perTicket[1]?.steps[0]
  if (second) problems.error({ part: 'tiers', row: second.row }, 'tier-several')
  for (const table of tables) checkSteps(table, problems)
}

/** Steps must follow each other without gap or overlap; the last one is open. */
function checkSteps(table: PlacedTable, problems: ProblemList): void {
  table.steps.sort((a, b) => a.lower - b.lower)
  for (const [index, step] of table.steps.entries()) {
    const where = { part: 'tiers', row: step.row } as const
    const before = table.steps[index - 1]
    const params = { first: before ? nameOf(table.basis, before) : '', second: nameOf(table.basis, step) }
    if (step.upper !== null && step.upper <= step.lower) problems.error(where, 'tier-overlap', params)
    else if (before && (before.upper === null || step.lower < before.upper))
      problems.error(where, 'tier-overlap', params)
    else if (before?.upper !== undefined && before.upper !== null && step.lower > before.upper)
      problems.error(where, 'tier-gap', params)
    if (index === table.steps.length - 1 && step.upper !== null) problems.error(where, 'tier-open-end', params)
  }
}

function nameOf(basis: TierBasis, step: TierStep): string {
  const format = QUANTITY_FORMAT[basis]
  return `${format(step.lower)}-${step.upper === null ? '' : format(step.upper)}`
}

export function formatTiers(tables: readonly TierTable[]): FormTier[] {
  return tables.flatMap((table) =>
    table.steps.map((step) => {
      const row: FormTier = {
        basis: wordOf(table.basis, BASES),
        period: wordOf(table.period, PERIODS),
        mode: wordOf(table.mode, MODES),
        lower: QUANTITY_FORMAT[table.basis](step.lower),
        benefit: formatBenefit(step.benefit),
        settle: wordOf(table.settle, SETTLEMENTS),
      }
      if (step.upper !== null) row.upper = QUANTITY_FORMAT[table.basis](step.upper)
      return row
    }),
  )
}
