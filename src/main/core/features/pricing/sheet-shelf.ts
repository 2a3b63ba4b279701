import type { Tier } from '#shared/contract/base'
import {
  indexSheets,
  type NoSheetReason,
  selectSheet,
  type SheetCandidate,
  type SheetIndex,
  type SheetLevel,
  type SheetOwner,
} from '#shared/domain/rating/select-sheet'
import { productKey, type SheetEntry } from './compiled-entry'

export interface SheetChoice {
  entry: SheetEntry
  level: SheetLevel
}

/** What the choice of a sheet depends on besides the sheets: groups and the tiers in force day by day. */
export interface AccountStanding {
  /** Parent of an account, where it has one. */
  groups: ReadonlyMap<number, number>
  /** Tiers of an account with the day each came into force, newest first. */
  tiers: ReadonlyMap<number, readonly { validFrom: string; tier: Tier | null }[]>
}

interface Candidate extends SheetCandidate {
  entry: SheetEntry
}

type Answer = SheetChoice | NoSheetReason

/** Answers by product, then by period, then by account (0: none). */
type KnownAnswers = Map<string, Answer[][]>

/** Groups of groups are followed so far; a ring of groups ends there too. */
const groupDepth = 8

/** The approved sheets of a book, ready to be chosen from (PRICING §1 step 1). Answers are remembered. */
export class SheetShelf {
  readonly #index: SheetIndex<Candidate>
  /** A ticket asks for both uses. */
  readonly #known: Record<'sale' | 'cost', KnownAnswers> = { sale: new Map(), cost: new Map() }
  /** Days on which some answer may change, as numbers, in order: within a period between two of them none does. */
  readonly #turns: readonly number[]
  #lastDay = ''
  #lastPeriod = 0
  readonly #groups = new Map<number, number[]>()

  constructor(
    entries: readonly SheetEntry[],
    private readonly standing: AccountStanding,
  ) {
    this.#index = indexSheets(
      entries.map((entry) => ({
        id: entry.id,
        use: entry.usage,
        owner: ownerOf(entry),
        product: productKey(entry.product) || null,
        effectiveFrom: entry.validFrom,
        effectiveTo: entry.validTo,
        sequence: entry.id,
        entry,
      })),
    )
    this.#turns = turnsOf(entries, standing)
  }

  /** The sheet for a shipment, or why there is none. */
  choose(use: 'sale' | 'cost', accountId: number | null, product: string, day: string): Answer {
    const known = this.#known[use]
    let periods = known.get(product)
    if (!periods) known.set(product, (periods = []))
    const answers = (periods[this.#periodOf(day)] ??= [])
    return (answers[accountId ?? 0] ??= this.#select(use, accountId, product, day))
  }

  /** Which period between two turns the day lies in, found by halving. */
  #periodOf(day: string): number {
    if (day === this.#lastDay) return this.#lastPeriod
    const wanted = dayNumber(day)
    const turns = this.#turns
    let low = 0
    let high = turns.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((turns[middle] ?? 0) <= wanted) low = middle + 1
      else high = middle
    }
    this.#lastDay = day
    this.#lastPeriod = low
    return low
  }

  tierOn(accountId: number, day: string): Tier | null {
    return this.standing.tiers.get(accountId)?.find(({ validFrom }) => validFrom <= day)?.tier ?? null
  }

  #select(use: 'sale' | 'cost', accountId: number | null, product: string, day: string): SheetChoice | NoSheetReason {
    const choice = selectSheet(this.#index, {
      use,
      accountId,
      groupIds: accountId === null ? [] : this.#groupsOf(accountId),
      tier: accountId === null ? null : this.tierOn(accountId, day),
      product: productKey(product) || null,
      shippedOn: day,
    })
    return choice.found ? { entry: choice.sheet.entry, level: choice.level } : choice.reason
  }

  #groupsOf(accountId: number): readonly number[] {
    let groups = this.#groups.get(accountId)
    if (groups) return groups
    groups = []
    for (let id = this.standing.groups.get(accountId); id !== undefined; id = this.standing.groups.get(id)) {
      if (groups.length === groupDepth) break
      groups.push(id)
    }
    this.#groups.set(accountId, groups)
    return groups
  }
}

function ownerOf({ accountId, tier }: SheetEntry): SheetOwner {
  if (accountId !== null) return { kind: 'account', accountId }
  return tier === null ? { kind: 'general' } : { kind: 'tier', tier }
}

/** The days on which a sheet begins or has just ended, or an account's tier changes; each once, in order. */
function turnsOf(entries: readonly SheetEntry[], { tiers }: AccountStanding): number[] {
  const turns = new Set<number>()
  for (const { validFrom, validTo } of entries) {
    turns.add(dayNumber(validFrom))
    // Any number above the last day and not above the next one will do.
    if (validTo !== null) turns.add(dayNumber(validTo) + 1)
  }
  for (const history of tiers.values()) for (const { validFrom } of history) turns.add(dayNumber(validFrom))
  return [...turns].toSorted((a, b) => a - b)
}

const digitZero = 48

/** `2026-11-05` as 20261105: in the order of the days. */
function dayNumber(day: string): number {
  let number = 0
  for (const index of digitPlaces) number = number * 10 + (day.charCodeAt(index) - digitZero)
  return number
}

const digitPlaces = [0, 1, 2, 3, 5, 6, 8, 9] as const
