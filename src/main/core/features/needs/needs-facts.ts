import type { NeedsFacts } from '#shared/contract/needs'
import { addMonths } from '#shared/domain/months'
import { weightBrackets } from '#shared/domain/needs/weight-brackets'
import type { Database } from '../../db/database'
import * as repository from './needs-facts.repository'

const factMonths = 3
const productMonths = 12

/** What an account's waybills show in the three months up to its newest one. */
export function needsFactsOf(db: Database, accountId: number): NeedsFacts {
  const to = repository.latestMonthOf(db, accountId)
  if (to === null) {
    const weights = weightBrackets.map(() => 0)
    return { from: null, to: null, tickets: 0, grams: 0, products: [], lanes: [], weights, unweighed: 0 }
  }
  const from = addMonths(to, 1 - factMonths)
  const figures = repository.laneFigures(db, accountId, from, to)
  const counts = repository.weightCounts(db, accountId, `${from}-01`, `${to}-31`)
  const weights = weightBrackets.map((_bracket, index) => counts.find((row) => row.bracket === index)?.tickets ?? 0)
  return {
    from,
    to,
    tickets: figures.reduce((sum, { tickets }) => sum + tickets, 0),
    grams: figures.reduce((sum, { grams }) => sum + grams, 0),
    products: byKey(figures, ({ product }) => product).map(([product, { tickets }]) => ({ product, tickets })),
    lanes: byKey(figures, ({ province }) => province).map(([province, sums]) => ({ province, ...sums })),
    weights,
    unweighed: counts.find((row) => row.bracket < 0)?.tickets ?? 0,
  }
}

/** Tickets by product in the 12 months up to the newest one with waybills. */
export function shippedProducts(db: Database, accountId: number): Map<string, number> {
  const to = repository.latestMonthOf(db, accountId)
  if (to === null) return new Map()
  const figures = repository.laneFigures(db, accountId, addMonths(to, 1 - productMonths), to)
  return new Map(
    byKey(figures, ({ product }) => product)
      .filter(([product, { tickets }]) => product !== '' && tickets > 0)
      .map(([product, { tickets }]) => [product, tickets]),
  )
}

type Figures = ReturnType<typeof repository.laneFigures>

/** Sums under a key, the most tickets first. */
function byKey(figures: Figures, keyOf: (row: Figures[number]) => string) {
  const sums = new Map<string, { tickets: number; grams: number }>()
  for (const row of figures) {
    const sum = sums.get(keyOf(row)) ?? { tickets: 0, grams: 0 }
    sums.set(keyOf(row), { tickets: sum.tickets + row.tickets, grams: sum.grams + row.grams })
  }
  return [...sums].toSorted(([a, one], [b, other]) => other.tickets - one.tickets || a.localeCompare(b))
}
