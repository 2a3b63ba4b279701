import { compileSheet } from '#shared/domain/rating/compile'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import { rate } from '#shared/domain/rating/rate'
import type { Ticket } from '#shared/domain/rating/ticket'
import { benchSheet } from './bench-sheet'

const TICKETS = 1_000_000
const SAMPLE = 10_000
const PROVINCES = ['110000', '320000', '330000', '440000', '510000', '650000']

export interface RatingBenchResult {
  name: string
  tickets: number
  seconds: number
  ticketsPerSecond: number
  /** Sum of all totals, so that a change of the amounts shows next to a change of the speed. */
  totalFen: number
}

/** Rates a million tickets in memory: volume weight, rounding by range, brackets of all forms, discount, surcharges. */
export async function run(): Promise<RatingBenchResult> {
  const { sheet, problems } = parseSheetForm({
    ...benchSheet,
    rows: PROVINCES.map((key, index) => ({
      key,
      cells: ['2.5', '2.8', '3.2', `${4 + index}`, `${4 + index}+1.2`, '+0.9/0'],
    })),
    surcharges: [
      { item: '偏远', kind: '固定', value: 5, places: '650000' },
      { item: '保价', kind: '比例', value: 0.5, min: 1 },
      { item: '燃油', kind: '比例', value: 3, base: '折后运费' },
      { item: '上楼费', kind: '每公斤', value: 0.3, condition: '单件重 ≥ 60 kg 且 票重 ≥ 100 kg' },
    ],
  })
  if (!sheet) throw new Error(JSON.stringify(problems))
  const compiled = compileSheet(sheet, (text) => ({ places: [{ province: text }], unknown: [] }))
  const tickets = sampleTickets()
  let totalFen = 0
  let rules = 0
  const start = performance.now()
  for (let index = 0; index < TICKETS; index += 1) {
    const ticket = tickets[index % SAMPLE] as Ticket
    const result = rate(compiled, index % PROVINCES.length, ticket)
    if (!result.rated) throw new Error(result.code)
    totalFen += result.totalFen
    rules += result.ruleIds.length
  }
  const seconds = (performance.now() - start) / 1000
  if (rules < TICKETS) throw new Error('every ticket has at least one rule')
  return {
    name: 'rate 1,000,000 tickets',
    tickets: TICKETS,
    seconds,
    ticketsPerSecond: Math.round(TICKETS / seconds),
    totalFen,
  }
}

/** A repeatable mix: mostly light tickets, a third with a size, some insured. */
function sampleTickets(): Ticket[] {
  let seed = 42
  const next = (limit: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * limit)
  }
  return Array.from({ length: SAMPLE }, (_, index) => ({
    actualGrams: 50 + next(index % 20 === 0 ? 120_000 : 4_000),
    pieces: 1 + next(2),
    size:
      index % 3 === 0 ? { length: 1_000 + next(4_000), width: 1_000 + next(3_000), height: 500 + next(3_000) } : null,
    declaredFen: index % 7 === 0 ? next(500_000) : null,
    shippedOn: '2026-03-15',
    destination: { province: PROVINCES[index % PROVINCES.length] ?? '' },
  }))
}
