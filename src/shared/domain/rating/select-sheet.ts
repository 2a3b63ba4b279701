import type { SheetUse } from './price-sheet'

/** Whom a sheet is for. A group is an account too: its sheets are those of the parent account. */
export type SheetOwner = { kind: 'account'; accountId: number } | { kind: 'tier'; tier: string } | { kind: 'general' }

/** From where a sheet was reached, in the order in which sheets are looked for (PRICING §1 step 1). */
export type SheetLevel = 'account' | 'group' | 'tier' | 'general'

/** An approved version of a sheet, as far as the selection needs it. */
export interface SheetCandidate {
  id: number
  use: SheetUse
  owner: SheetOwner
  /** null is any product */
  product: string | null
  /** 生效日期 `YYYY-MM-DD` */
  effectiveFrom: string
  /** 失效日期, inclusive; null is open */
  effectiveTo: string | null
  /** Order of approval; of two versions from the same day the later one holds. */
  sequence: number
}

export interface SheetQuery {
  use: SheetUse
  accountId: number | null
  /** Parent groups, the nearest first. */
  groupIds: readonly number[]
  /** The account's tier in force on the day of shipping, never one computed from the rated month. */
  tier: string | null
  product: string | null
  /** Business date of shipping. */
  shippedOn: string
}

export type NoSheetReason = 'no-sheet' | 'not-yet-in-force' | 'expired' | 'other-product'

export type SheetChoice<T extends SheetCandidate> =
  | { found: true; sheet: T; level: SheetLevel }
  | { found: false; code: 'no-price'; reason: NoSheetReason }

/** Versions by owner and product, each list in order of effect. Built once; a look-up does not grow with the sheets. */
export type SheetIndex<T extends SheetCandidate> = ReadonlyMap<string, ReadonlyMap<string | null, readonly T[]>>

export function indexSheets<T extends SheetCandidate>(candidates: readonly T[]): SheetIndex<T> {
  const index = new Map<string, Map<string | null, T[]>>()
  for (const candidate of candidates) {
    const key = keyOf(candidate.use, candidate.owner)
    const products = index.get(key) ?? new Map<string | null, T[]>()
    index.set(key, products)
    const versions = products.get(candidate.product)
    if (versions) versions.push(candidate)
    else products.set(candidate.product, [candidate])
  }
  for (const products of index.values()) for (const versions of products.values()) versions.sort(byEffect)
  return index
}

function byEffect(a: SheetCandidate, b: SheetCandidate): number {
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom < b.effectiveFrom ? -1 : 1
  return a.sequence - b.sequence
}

/**
 * The sheet for a shipment: account, groups, tier, general; at each level the exact product before any product. Of the
 * versions at one place the one with the latest 生效日期 not after shipping holds: it closed the ones before, so where
 * it has expired itself there is none at that place. Without a sheet the nearest miss is the reason.
 */
export function selectSheet<T extends SheetCandidate>(index: SheetIndex<T>, query: SheetQuery): SheetChoice<T> {
  let reason: NoSheetReason = 'no-sheet'
  const tryOwner = (owner: SheetOwner): T | null => {
    const products = index.get(keyOf(query.use, owner))
    if (!products) return null
    for (const product of query.product === null ? [null] : [query.product, null]) {
      const versions = products.get(product)
      if (!versions) continue
      const version = inForce(versions, query.shippedOn)
      if (typeof version !== 'string') return version
      if (reason === 'no-sheet' || reason === 'other-product') reason = version
    }
    if (reason === 'no-sheet') reason = 'other-product'
    return null
  }
  for (const [level, owner] of ownersOf(query)) {
    const sheet = tryOwner(owner)
    if (sheet) return { found: true, sheet, level }
  }
  return { found: false, code: 'no-price', reason }
}

function ownersOf(query: SheetQuery): [level: SheetLevel, owner: SheetOwner][] {
  const owners: [SheetLevel, SheetOwner][] = []
  if (query.accountId !== null) owners.push(['account', { kind: 'account', accountId: query.accountId }])
  for (const accountId of query.groupIds) owners.push(['group', { kind: 'account', accountId }])
  if (query.tier !== null) owners.push(['tier', { kind: 'tier', tier: query.tier }])
  owners.push(['general', { kind: 'general' }])
  return owners
}

/** The version in force on a day, found by halving, or why there is none. */
function inForce<T extends SheetCandidate>(versions: readonly T[], day: string): T | 'not-yet-in-force' | 'expired' {
  let low = 0
  let high = versions.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((versions[middle]?.effectiveFrom ?? '') <= day) low = middle + 1
    else high = middle
  }
  const latest = versions[low - 1]
  if (!latest) return 'not-yet-in-force'
  return latest.effectiveTo !== null && latest.effectiveTo < day ? 'expired' : latest
}

function keyOf(use: SheetUse, owner: SheetOwner): string {
  if (owner.kind === 'general') return `${use}:general`
  return owner.kind === 'tier' ? `${use}:tier:${owner.tier}` : `${use}:account:${owner.accountId}`
}
