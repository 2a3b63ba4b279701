import type { SimulationResult, SimulationSums } from '#shared/contract/simulation'
import { formatBracketHeader } from '#shared/domain/rating/bracket-header'
import { PROVINCE_NAMES } from '#shared/domain/region/province-names'
import type { SheetEntry } from '../pricing/compiled-entry'
import { rowFor } from '../pricing/price-ticket'
import type { RatingBook } from '../pricing/rating-book'
import type { RepricedRow } from '../waybills/rerate'

const worstShown = 50

/** Usual bands of chargeable weight: the closed upper edge in grams, and how they are written. */
const bands: readonly [number, string][] = [
  [500, '0-0.5'],
  [1_000, '0.5-1'],
  [2_000, '1-2'],
  [3_000, '2-3'],
  [5_000, '3-5'],
  [10_000, '5-10'],
  [30_000, '10-30'],
  [Number.POSITIVE_INFINITY, '>30'],
]

type Worst = SimulationResult['worst'][number] & { rank: number }

/** Adds up what tickets cost before and after; memory grows with zones and customers, not with tickets. */
export class SimulationTally {
  readonly #total = emptySums()
  readonly #zones = new Map<string, SimulationSums>()
  readonly #brackets = new Map<string, SimulationSums & { order: number }>()
  readonly #accounts = new Map<number, SimulationSums>()
  readonly #lost = new Map<string, { tickets: number; beforeFen: number }>()
  #gained = { tickets: 0, afterFen: 0 }
  #unpriced = 0
  #worst: Worst[] = []

  constructor(
    private readonly book: RatingBook,
    private readonly tried: SheetEntry | null,
    private readonly names: ReadonlyMap<number, { code: string; name: string }>,
  ) {}

  add(repriced: RepricedRow): void {
    const { row, price } = repriced
    const before = row.revenue_fen
    const after = price.revenue_fen
    if (row.account_id === null) return
    if (before === null || after === null) {
      if (before !== null) {
        const lost = ensure(this.#lost, price.reason ?? 'no-price', () => ({ tickets: 0, beforeFen: 0 }))
        lost.tickets += 1
        lost.beforeFen += before
      } else if (after !== null)
        this.#gained = { tickets: this.#gained.tickets + 1, afterFen: this.#gained.afterFen + after }
      else this.#unpriced += 1
      return
    }
    const costs =
      row.cost_fen === null || price.cost_fen === null ? null : { before: row.cost_fen, after: price.cost_fen }
    const { zone, bracket, order } = this.#placeOf(repriced)
    for (const sums of [
      this.#total,
      ensure(this.#zones, zone, emptySums),
      ensure(this.#brackets, bracket, () => ({ ...emptySums(), order })),
      ensure(this.#accounts, row.account_id, emptySums),
    ])
      addTo(sums, before, after, costs)
    this.#keepIfWorst(repriced, before, after, costs?.after ?? null)
  }

  result(): SimulationResult {
    const total = this.#total
    const revenue = total.afterMarginFen + total.afterCostFen
    return {
      total,
      lost: [...this.#lost].map(([reason, sums]) => ({ reason, ...sums })).toSorted((a, b) => b.tickets - a.tickets),
      gained: this.#gained,
      unpriced: this.#unpriced,
      zones: [...this.#zones]
        .map(([name, sums]) => ({ name, ...sums }))
        .toSorted((a, b) => b.beforeFen - a.beforeFen || a.name.localeCompare(b.name)),
      brackets: [...this.#brackets]
        .toSorted(([, a], [, b]) => a.order - b.order)
        .map(([name, { order: _order, ...sums }]) => ({ name, ...sums })),
      ownZones: this.tried !== null,
      accounts: [...this.#accounts]
        .map(([accountId, sums]) => ({ accountId, ...(this.names.get(accountId) ?? { code: '', name: '' }), ...sums }))
        .toSorted((a, b) => a.afterFen - a.beforeFen - (b.afterFen - b.beforeFen) || a.accountId - b.accountId),
      worst: this.#worst.map(({ rank: _rank, ...ticket }) => ticket),
      breakEvenPpm: share(total.afterCostFen, revenue),
      keepMarginPpm: share(total.afterCostFen + total.beforeMarginFen, revenue),
    }
  }

  /** Zone and bracket of the sheet that is tried; province and band of weight for tickets that other sheets price. */
  #placeOf({ row, price, facts }: RepricedRow): { zone: string; bracket: string; order: number } {
    const { tried } = this
    const grams = price.chargeable_grams ?? 0
    if (tried && tried.usage === 'sale' && price.price_sheet_id === tried.id) {
      const ready = this.book.ready(tried)
      const index = rowFor(ready, facts)
      const compiled = typeof index === 'number' ? ready.compiled.rows[index] : undefined
      const column = compiled?.weight.cells[compiled.weight.edges.findIndex((edge) => grams <= edge)]?.column
      const bracket = column === undefined ? undefined : ready.sheet.columns[column]
      if (compiled && bracket && column !== undefined)
        return { zone: compiled.key, bracket: formatBracketHeader(bracket), order: column }
    }
    const band = bands.findIndex(([edge]) => grams <= edge)
    const zone = PROVINCE_NAMES[row.province]?.short ?? ''
    return { zone: zone === '' ? '—' : zone, bracket: `${bands[band]?.[1] ?? ''} kg`, order: 1000 + band }
  }

  #keepIfWorst({ row, price }: RepricedRow, before: number, after: number, costFen: number | null): void {
    const rank = costFen === null ? after - before : after - costFen
    const last = this.#worst.at(-1)
    if (this.#worst.length >= worstShown && last && rank >= last.rank) return
    const ticket: Worst = {
      rank,
      number: row.number,
      shippedOn: row.shipped_on,
      accountId: row.account_id ?? 0,
      account: this.names.get(row.account_id ?? 0)?.name ?? '',
      destination: row.destination,
      chargeableGrams: price.chargeable_grams,
      beforeFen: before,
      afterFen: after,
      costFen,
      marginFen: costFen === null ? null : after - costFen,
    }
    const place = this.#worst.findIndex((other) => rank < other.rank)
    this.#worst.splice(place < 0 ? this.#worst.length : place, 0, ticket)
    if (this.#worst.length > worstShown) this.#worst.length = worstShown
  }
}

function emptySums(): SimulationSums {
  return {
    tickets: 0,
    beforeFen: 0,
    afterFen: 0,
    costed: 0,
    beforeCostFen: 0,
    afterCostFen: 0,
    beforeMarginFen: 0,
    afterMarginFen: 0,
  }
}

function addTo(
  sums: SimulationSums,
  before: number,
  after: number,
  costs: { before: number; after: number } | null,
): void {
  sums.tickets += 1
  sums.beforeFen += before
  sums.afterFen += after
  if (!costs) return
  sums.costed += 1
  sums.beforeCostFen += costs.before
  sums.afterCostFen += costs.after
  sums.beforeMarginFen += before - costs.before
  sums.afterMarginFen += after - costs.after
}

/** ppm, rounded up: at one millionth less the aim would be missed. Null without revenue that has a cost. */
function share(needed: number, revenue: number): number | null {
  if (revenue <= 0) return null
  const top = BigInt(needed) * 1_000_000n
  const bottom = BigInt(revenue)
  const quotient = top / bottom
  return Number(top > 0n && top % bottom !== 0n ? quotient + 1n : quotient)
}

function ensure<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
