import { type DuplicateReason, duplicateReasons, type DuplicateStrength } from '#shared/contract/duplicates'
import type { Database } from '../../db/database'
import {
  type BlockRow,
  blockRows,
  type BriefAccount,
  briefAccounts,
  phonesOfContacts,
} from './duplicate-blocks.repository'

export interface FoundPair {
  /** The lower id first. */
  first: number
  second: number
  reasons: { reason: DuplicateReason; text: string }[]
  strength: DuplicateStrength
  score: number
}

/** How much each common trait says. */
const weights: Readonly<Record<DuplicateReason, number>> = {
  uscc: 60,
  code: 50,
  name: 45,
  core: 35,
  phone: 30,
  sound: 15,
}
/** Two of one group share telephones and half their names and are two. */
const sameGroupWeight = -20
/** Names are alike all over the country; a telephone or a code is not. */
const otherCityWeight = -15
/** Two credit codes are two legal persons. */
const otherUsccWeight = -25
const nameReasons: ReadonlySet<DuplicateReason> = new Set(['name', 'core', 'sound'])
/** A name that is the same as written is the same without region too, and sounds the same: said once. */
const impliedBy: Partial<Record<DuplicateReason, readonly DuplicateReason[]>> = {
  core: ['name'],
  sound: ['name', 'core'],
}
const least = 10
const strongFrom = 60
const likelyFrom = 30

/** Within a block of so many every two are compared; in a bigger one all with the first, so that pairs stay few. */
const fullBlock = 6

/**
 * All pairs of customers that may be one, the surest first. Between the readings it gives the thread back.
 */
export async function findPairs(db: Database): Promise<FoundPair[]> {
  const accounts = new Map(briefAccounts(db).map((account) => [account.id, account]))
  const found = new Map<string, FoundPair>()
  for (const reason of duplicateReasons) {
    await new Promise((resolve) => setImmediate(resolve))
    const rows = reason === 'phone' ? phoneRows(db) : blockRows(db, reason)
    for (const [text, ids] of blocks(rows, accounts)) {
      for (const [first, second] of pairsOf(ids)) add(found, first, second, { reason, text })
    }
  }
  return [...found.values()]
    .map((pair) => judged(pair, accounts))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score || a.first - b.first || a.second - b.second)
}

function blocks(rows: readonly BlockRow[], accounts: ReadonlyMap<number, BriefAccount>): Map<string, number[]> {
  const all = new Map<string, Set<number>>()
  for (const { key, account_id } of rows) {
    if (!accounts.has(account_id)) continue
    const block = all.get(key)
    if (block) block.add(account_id)
    else all.set(key, new Set([account_id]))
  }
  return new Map([...all].flatMap(([key, ids]) => (ids.size < 2 ? [] : [[key, [...ids].toSorted((a, b) => a - b)]])))
}

function* pairsOf(ids: readonly number[]): Generator<[number, number]> {
  const firsts = ids.length > fullBlock ? ids.slice(0, 1) : ids
  for (const [index, first] of firsts.entries()) for (const second of ids.slice(index + 1)) yield [first, second]
}

function add(found: Map<string, FoundPair>, first: number, second: number, reason: FoundPair['reasons'][number]): void {
  const key = `${first} ${second}`
  const pair = found.get(key)
  if (!pair) found.set(key, { first, second, reasons: [reason], strength: 'weak', score: 0 })
  else if (!pair.reasons.some(({ reason: known }) => known === reason.reason)) pair.reasons.push(reason)
}

function judged(pair: FoundPair, accounts: ReadonlyMap<number, BriefAccount>): FoundPair {
  const known = new Set(pair.reasons.map(({ reason }) => reason))
  const reasons = pair.reasons.filter(({ reason }) => !impliedBy[reason]?.some((one) => known.has(one)))
  const [one, two] = [accounts.get(pair.first), accounts.get(pair.second)]
  let score = reasons.reduce((sum, { reason }) => sum + weights[reason], 0)
  if (one && two) {
    if (sameGroup(one, two)) score += sameGroupWeight
    if (
      one.city !== '' &&
      two.city !== '' &&
      one.city !== two.city &&
      reasons.some(({ reason }) => nameReasons.has(reason))
    ) {
      score += otherCityWeight
    }
    if (one.uscc !== '' && two.uscc !== '' && !known.has('uscc')) score += otherUsccWeight
  }
  const strength = score >= strongFrom ? 'strong' : score >= likelyFrom ? 'likely' : 'weak'
  return { ...pair, reasons, score, strength }
}

function sameGroup(one: BriefAccount, two: BriefAccount): boolean {
  return one.group_id === two.id || two.group_id === one.id || (one.group_id !== null && one.group_id === two.group_id)
}

/** A number of fewer digits is an extension; the last eleven tell a number with country code from one without. */
const shortestPhone = 7
const longestPhone = 11

function phoneRows(db: Database): BlockRow[] {
  return phonesOfContacts(db).flatMap(({ account_id, phone }) =>
    phone.split(/[、,，;；/]/).flatMap((number) => {
      const digits = number.replaceAll(/[\s\-+()（）]/g, '')
      return /^\d+$/.test(digits) && digits.length >= shortestPhone
        ? [{ key: digits.slice(-longestPhone), account_id }]
        : []
    }),
  )
}
