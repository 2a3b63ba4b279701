import type { Tier } from '#shared/contract/base'
import { productKey, type SheetEntry } from './compiled-entry'

/** Why a sheet was taken: whose it is. */
export type ChoiceLevel = 'account' | 'group' | 'tier' | 'general'

export interface SheetChoice {
  entry: SheetEntry
  level: ChoiceLevel
}

/** What the choice of a sheet depends on besides the sheets: groups and the tiers in force day by day. */
export interface AccountStanding {
  /** Parent of an account, where it has one. */
  groups: ReadonlyMap<number, number>
  /** Tiers of an account with the day each came into force, newest first. */
  tiers: ReadonlyMap<number, readonly { validFrom: string; tier: Tier | null }[]>
}

type Sheets = Map<string, SheetEntry[]>

const any = ''
const groupDepth = 8

/**
 * The approved sheets of one use, arranged for PRICING §1 step 1: own → parent group → tier → general; at each level
 * the exact product before any product; among them the latest 生效日期 up to the shipping day whose 失效日期 is not over.
 */
export class SheetShelf {
  readonly #own = new Map<number, Sheets>()
  readonly #tier = new Map<Tier, Sheets>()
  readonly #general: Sheets = new Map()

  constructor(
    entries: readonly SheetEntry[],
    private readonly standing: AccountStanding,
  ) {
    for (const entry of entries) {
      const sheets = this.#sheetsOf(entry)
      const key = productKey(entry.product)
      const list = sheets.get(key)
      if (list) list.push(entry)
      else sheets.set(key, [entry])
    }
    for (const sheets of [...this.#own.values(), ...this.#tier.values(), this.#general])
      for (const list of sheets.values()) list.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  }

  /** The sheet for a ticket, or null where none is in force on its shipping day. */
  choose(accountId: number | null, product: string, day: string): SheetChoice | null {
    const key = productKey(product)
    let level: ChoiceLevel = 'account'
    let owner = accountId ?? undefined
    for (let depth = 0; owner !== undefined && depth < groupDepth; depth++) {
      const entry = inForce(this.#own.get(owner), key, day)
      if (entry) return { entry, level }
      owner = this.standing.groups.get(owner)
      level = 'group'
    }
    const tier = accountId === null ? null : this.tierOn(accountId, day)
    const tiered = tier === null ? null : inForce(this.#tier.get(tier), key, day)
    if (tiered) return { entry: tiered, level: 'tier' }
    const general = inForce(this.#general, key, day)
    return general && { entry: general, level: 'general' }
  }

  tierOn(accountId: number, day: string): Tier | null {
    const history = this.standing.tiers.get(accountId)
    return history?.find(({ validFrom }) => validFrom <= day)?.tier ?? null
  }

  #sheetsOf({ accountId, tier }: SheetEntry): Sheets {
    if (accountId !== null) return ensure(this.#own, accountId)
    return tier === null ? this.#general : ensure(this.#tier, tier)
  }
}

function ensure<K>(map: Map<K, Sheets>, key: K): Sheets {
  const known = map.get(key)
  if (known) return known
  const fresh: Sheets = new Map()
  map.set(key, fresh)
  return fresh
}

function inForce(sheets: Sheets | undefined, product: string, day: string): SheetEntry | null {
  if (!sheets) return null
  const exact = latest(sheets.get(product), day)
  return exact ?? (product === any ? null : latest(sheets.get(any), day))
}

function latest(list: readonly SheetEntry[] | undefined, day: string): SheetEntry | null {
  if (!list) return null
  for (const entry of list) if (entry.validFrom <= day && (entry.validTo === null || day <= entry.validTo)) return entry
  return null
}
