import { formatUnitPrice, parseUnitPrice } from '../money'
import { formatCubicMetres, formatKilograms, parseCubicMetres, parseKilograms } from '../weight'
import type { ColumnPlan } from './columns'
import { Reporter, textOf } from './form-value'
import type { Bracket, Cell, SheetRow } from './price-sheet'
import type { ProblemCode, ProblemList } from './problem'
import type { FormRow, FormValue } from './sheet-form'

const FLAT = /^([\d.,]+)$/
const FIRST_PLUS = /^([\d.,]+)\+([\d.,]+)(?:\/(.+))?$/
const MARGINAL = /^\+([\d.,]+)(?:\/(.+))?$/
const WHOLE = /^[×x*✕]([\d.,]+)(?:\/(?:kg|m3))?$/
const NOT_SERVED = new Set(['', '-', '--', '—', '——', '–', '−', '不派送'])

/** Reads one cell of a bracket (PRICING §3), or the code of what is wrong with it. */
export function parseCell(value: FormValue | undefined, unit: Bracket['unit']): Cell | ProblemCode {
  const text = normalise(value)
  if (NOT_SERVED.has(text)) return { kind: 'not-served' }
  const flat = FLAT.exec(text)
  if (flat) return priced(flat[1], (priceUnits) => ({ kind: 'flat', priceUnits }))
  const whole = WHOLE.exec(text)
  if (whole) return priced(whole[1], (priceUnits) => ({ kind: 'whole', priceUnits }))
  const marginal = MARGINAL.exec(text)
  if (marginal) {
    const step = stepOf(marginal[2], unit)
    if (typeof step === 'string') return step
    return priced(marginal[1], (stepPriceUnits) => ({ kind: 'marginal', stepPriceUnits, step }))
  }
  const plus = FIRST_PLUS.exec(text)
  if (!plus) return 'cell-unreadable'
  const step = stepOf(plus[3], unit)
  if (typeof step === 'string') return step
  return priced(plus[1], (priceUnits) =>
    priced(plus[2], (stepPriceUnits) => ({ kind: 'first-plus', priceUnits, stepPriceUnits, step })),
  )
}

function priced(text: string | undefined, make: (units: number) => Cell | ProblemCode): Cell | ProblemCode {
  const result = parseUnitPrice(text ?? '')
  if (result.ok) return make(result.value)
  return result.fault === 'not-a-number' ? 'cell-unreadable' : result.fault
}

/** The step after `/`: a figure, or the unit alone for one kg or m³. Volumes need their own (PRICING §3). */
function stepOf(text: string | undefined, unit: Bracket['unit']): number | null | ProblemCode {
  if (text === undefined) return unit === 'kg' ? null : 'cell-needs-step'
  if (text === unit) return unit === 'kg' ? 1_000 : 1_000_000
  const result = unit === 'kg' ? parseKilograms(text) : parseCubicMetres(text)
  return result.ok && result.value >= 0 ? result.value : 'cell-unreadable'
}

function normalise(value: FormValue | undefined): string {
  return textOf(value)
    .replaceAll(/[\s元¥]/g, '')
    .toLowerCase()
    .replaceAll(/公斤|千克/g, 'kg')
    .replaceAll(/立方米|立方|方/g, 'm3')
}

/** Reads the rows of the table; a row shorter than the columns is not served in the rest. */
export function parseRows(rows: readonly FormRow[], plans: readonly ColumnPlan[], problems: ProblemList): SheetRow[] {
  if (rows.length === 0) problems.error({ part: 'rows' }, 'no-rows')
  const seen = new Set<string>()
  const width = plans.reduce((most, plan) => Math.max(most, (plan.stepColumn ?? plan.column) + 1), 0)
  return rows.map((row, index) => {
    const key = row.key.trim()
    if (key === '') problems.error({ part: 'rows', row: index }, 'row-key-missing')
    if (seen.has(key)) problems.error({ part: 'rows', row: index }, 'row-duplicate', { key })
    seen.add(key)
    if (row.cells.slice(width).some((cell) => textOf(cell) !== ''))
      problems.error({ part: 'rows', row: index, column: width }, 'row-too-long', { key })
    return { key, cells: parseRow(row, index, plans, problems) }
  })
}

function parseRow(row: FormRow, index: number, plans: readonly ColumnPlan[], problems: ProblemList): Cell[] {
  const before: Record<Bracket['unit'], Cell | null> = { kg: null, m3: null }
  return plans.map((plan) => {
    const { unit } = plan.bracket
    const report = new Reporter(problems, { part: 'rows', row: index, column: plan.column })
    const parsed = plan.stepColumn === null ? parseCell(row.cells[plan.column], unit) : parsePair(row.cells, plan)
    const cell: Cell = typeof parsed === 'string' ? { kind: 'not-served' } : parsed
    if (typeof parsed === 'string') report.error(parsed, { key: row.key.trim(), text: textOf(row.cells[plan.column]) })
    else if (cell.kind === 'marginal') checkMarginal(before[unit], row, report)
    before[unit] = typeof parsed === 'string' ? { kind: 'flat', priceUnits: 0 } : cell
    return cell
  })
}

function checkMarginal(before: Cell | null, row: FormRow, report: Reporter): void {
  const params = { key: row.key.trim() }
  if (!before) report.error('cell-marginal-first', params)
  else if (before.kind === 'not-served') report.error('cell-marginal-after-gap', params)
}

/** A column pair 首重 | 续重 is `a+b`; one side alone is an error. */
function parsePair(cells: readonly FormValue[], plan: ColumnPlan): Cell | ProblemCode {
  const first = parseCell(cells[plan.column], 'kg')
  const rest = normalise(cells[plan.stepColumn ?? plan.column])
  const step = parseCell(NOT_SERVED.has(rest) || rest.startsWith('+') ? rest : `+${rest}`, 'kg')
  if (typeof first === 'string') return first
  if (typeof step === 'string') return step
  if (first.kind === 'not-served' && step.kind === 'not-served') return first
  if (first.kind === 'flat' && step.kind === 'marginal')
    return {
      kind: 'first-plus',
      priceUnits: first.priceUnits,
      stepPriceUnits: step.stepPriceUnits,
      step: step.step,
    }
  return first.kind === 'not-served' || step.kind === 'not-served' ? 'cell-pair-half' : 'cell-unreadable'
}

/** The canonical notation of a cell. */
export function formatCell(cell: Cell, unit: Bracket['unit']): string {
  const step = (size: number | null): string =>
    size === null ? '' : `/${unit === 'kg' ? formatKilograms(size) : formatCubicMetres(size)}`
  switch (cell.kind) {
    case 'flat':
      return formatUnitPrice(cell.priceUnits)
    case 'first-plus':
      return `${formatUnitPrice(cell.priceUnits)}+${formatUnitPrice(cell.stepPriceUnits)}${step(cell.step)}`
    case 'marginal':
      return `+${formatUnitPrice(cell.stepPriceUnits)}${step(cell.step)}`
    case 'whole':
      return `×${formatUnitPrice(cell.priceUnits)}`
    case 'not-served':
      return '-'
  }
}
