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

type Answers = Map<string, Map<string, SheetChoice | NoSheetReason>>

/** Groups of groups are followed so far; a ring of groups ends there too. */
const groupDepth = 8

/** The approved sheets of a book, ready to be chosen from (PRICING §1 step 1). Answers are remembered. */
export class SheetShelf {
  readonly #index: SheetIndex<Candidate>
  /** By account (0: none), product and day; a ticket asks for both uses. */
  readonly #known = { sale: new Map<number, Answers>(), cost: new Map<number, Answers>() }
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
  }

  /** The sheet for a shipment, or why there is none. */
  choose(use: 'sale' | 'cost', accountId: number | null, product: string, day: string): SheetChoice | NoSheetReason {
    const days = ensure(ensure(this.#known[use], accountId ?? 0), product)
    let answer = days.get(day)
    if (answer === undefined) days.set(day, (answer = this.#select(use, accountId, product, day)))
    return answer
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

function ensure<K, A, B>(map: Map<K, Map<A, B>>, key: K): Map<A, B> {
  let inner = map.get(key)
  if (!inner) map.set(key, (inner = new Map<A, B>()))
  return inner
}
