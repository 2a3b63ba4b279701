import type { FloorCheck, FloorFinding } from '#shared/contract/price-review'
import type { Floor } from '#shared/contract/price-review'

/** What one ticket comes to under the sheet, net of tax in fen. */
export interface CheckedTicket {
  part: string
  revenueFen: number
  /** Under the prices of today; null where it has none. */
  todayFen: number | null
  /** Under the branch's general sheet; null where that has no price. */
  generalFen: number | null
  costFen: number | null
}

interface Sums {
  tickets: number
  revenueFen: number
  comparedFen: number
  todayFen: number
  compared: number
  listedFen: number
  generalFen: number
  costedFen: number
  costFen: number
  costed: number
  /** Priced in both and costed: what the margin of today is taken on. */
  todayCostedFen: number
  todayCostFen: number
}

const nothing = (): Sums => ({
  tickets: 0,
  revenueFen: 0,
  comparedFen: 0,
  todayFen: 0,
  compared: 0,
  listedFen: 0,
  generalFen: 0,
  costedFen: 0,
  costFen: 0,
  costed: 0,
  todayCostedFen: 0,
  todayCostFen: 0,
})

/** So many parts are told, the ones with the least margin first. */
const toldParts = 12

/** Adds up tickets by zone of the sheet; it holds sums only, however many tickets there are. */
export class FloorSums {
  readonly #whole = nothing()
  readonly #parts = new Map<string, Sums>()
  unrated = 0

  add(ticket: CheckedTicket): void {
    let part = this.#parts.get(ticket.part)
    if (!part) this.#parts.set(ticket.part, (part = nothing()))
    for (const sums of [this.#whole, part]) addTo(sums, ticket)
  }

  get tickets(): number {
    return this.#whole.tickets
  }

  /** The figures of a check but for its verdict. */
  figures() {
    const { tickets, revenueFen, compared, todayFen, comparedFen, costed, costFen, costedFen } = this.#whole
    const { todayCostedFen, todayCostFen } = this.#whole
    return {
      tickets,
      unrated: this.unrated,
      uncosted: tickets - costed,
      revenueFen,
      todayFen: compared > 0 ? todayFen : null,
      comparedFen: compared > 0 ? comparedFen : null,
      costFen: costed > 0 ? costFen : null,
      marginFen: costed > 0 ? costedFen - costFen : null,
      marginPpm: costed > 0 ? ppm(costedFen - costFen, costedFen) : null,
      todayMarginPpm: ppm(todayCostedFen - todayCostFen, todayCostedFen),
      discountPpm: ppm(this.#whole.listedFen, this.#whole.generalFen),
    }
  }

  /** The zones with the least margin, and which of them lie below a margin floor. */
  parts(marginFloor: number | null): FloorCheck['parts'] {
    return [...this.#parts]
      .map(([part, sums]) => {
        const marginPpm = sums.costed > 0 ? ppm(sums.costedFen - sums.costFen, sums.costedFen) : null
        return {
          part,
          tickets: sums.tickets,
          revenueFen: sums.revenueFen,
          todayFen: sums.compared > 0 ? sums.todayFen : null,
          marginFen: sums.costed > 0 ? sums.costedFen - sums.costFen : null,
          marginPpm,
          below: marginFloor !== null && marginPpm !== null && marginPpm < marginFloor,
        }
      })
      .toSorted((a, b) => (a.marginPpm ?? Infinity) - (b.marginPpm ?? Infinity))
      .slice(0, toldParts)
  }
}

function addTo(sums: Sums, { revenueFen, todayFen, generalFen, costFen }: CheckedTicket): void {
  sums.tickets++
  sums.revenueFen += revenueFen
  if (todayFen !== null) {
    sums.compared++
    sums.todayFen += todayFen
    sums.comparedFen += revenueFen
  }
  if (generalFen !== null) {
    sums.generalFen += generalFen
    sums.listedFen += revenueFen
  }
  if (costFen === null) return
  sums.costed++
  sums.costedFen += revenueFen
  sums.costFen += costFen
  if (todayFen === null) return
  sums.todayCostedFen += todayFen
  sums.todayCostFen += costFen
}

/** A part of a whole in ppm, rounded down so that nothing just below a floor passes it; null of no whole. */
function ppm(part: number, whole: number): number | null {
  if (whole <= 0) return null
  const scaled = BigInt(part) * 1_000_000n
  const divisor = BigInt(whole)
  const down = scaled / divisor
  return Number(scaled < 0n && scaled % divisor !== 0n ? down - 1n : down)
}

type Figures = Pick<
  FloorCheck,
  'revenueFen' | 'comparedFen' | 'costFen' | 'marginFen' | 'marginPpm' | 'discountPpm' | 'writtenDiscountPpm'
>

/** Which of a role's floors the figures go below, and by how much. */
export function belowFloors(figures: Figures, floor: Floor): FloorFinding[] {
  const { marginFen, costFen, marginPpm, discountPpm, writtenDiscountPpm, revenueFen } = figures
  const findings: FloorFinding[] = []
  const { discountPpm: discountFloor, marginPpm: marginFloor } = floor
  if (discountFloor !== null && writtenDiscountPpm !== null && writtenDiscountPpm < discountFloor) {
    const shortFen = revenueFen > 0 ? lift(revenueFen, writtenDiscountPpm, discountFloor) : null
    findings.push({ kind: 'written-discount', floorPpm: discountFloor, actualPpm: writtenDiscountPpm, shortFen })
  }
  if (discountFloor !== null && discountPpm !== null && discountPpm < discountFloor) {
    const shortFen = lift(revenueFen, discountPpm, discountFloor)
    findings.push({ kind: 'discount', floorPpm: discountFloor, actualPpm: discountPpm, shortFen })
  }
  if (marginFloor !== null && marginPpm !== null && marginPpm < marginFloor) {
    const shortFen = marginFen === null || costFen === null ? null : toMargin(costFen, marginFen, marginFloor)
    findings.push({ kind: 'margin', floorPpm: marginFloor, actualPpm: marginPpm, shortFen })
  }
  return findings
}

/** What revenue lacks when it stands at `actual` of something and should stand at `wanted`. */
function lift(revenueFen: number, actual: number, wanted: number): number | null {
  if (actual <= 0) return null
  return Number(up(BigInt(revenueFen) * BigInt(wanted - actual), BigInt(actual)))
}

/** What revenue lacks so that the margin is `wanted` of it: cost ÷ (1 − wanted) − revenue. */
function toMargin(costFen: number, marginFen: number, wanted: number): number | null {
  if (wanted >= 1_000_000) return null
  const needed = up(BigInt(costFen) * 1_000_000n, BigInt(1_000_000 - wanted))
  return Number(needed) - (costFen + marginFen)
}

function up(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor
}
