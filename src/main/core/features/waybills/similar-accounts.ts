import type { UnmatchedGroup } from '#shared/contract/waybills'
import { matchKey } from '../accounts/account-matcher'

interface Candidate {
  id: number
  code: string
  name: string
  short_name: string
}

const mostProposals = 3
/** Below this likeness two names are strangers. */
const leastLikeness = 0.34

/**
 * Accounts that might be meant by a written name: all that it fits ambiguously, then the most alike by shared pairs of
 * characters (Dice). Proposals for a person; nothing is matched by likeness.
 */
export function similarAccounts(
  name: string,
  accounts: readonly Candidate[],
  ambiguous: readonly number[],
): UnmatchedGroup['candidates'] {
  const proposal = (account: Candidate, reason: 'ambiguous' | 'similar') => ({
    id: account.id,
    code: account.code,
    name: account.name,
    reason,
  })
  const fits = accounts.filter((account) => ambiguous.includes(account.id))
  if (fits.length > 0) return fits.map((account) => proposal(account, 'ambiguous'))
  const pairs = pairsOf(name)
  return accounts
    .map((account) => ({
      account,
      likeness: Math.max(likeness(pairs, pairsOf(account.name)), likeness(pairs, pairsOf(account.short_name))),
    }))
    .filter(({ likeness: found }) => found >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, mostProposals)
    .map(({ account }) => proposal(account, 'similar'))
}

/** What every other company's name ends in says nothing of who it is; nor does the mark of demonstration data. */
const commonWords = /(?:股份)?有限(?:责任)?公司|公司|集团|示例/g

function pairsOf(text: string): Set<string> {
  const key = matchKey(text).replaceAll(commonWords, '')
  const pairs = new Set<string>()
  for (let index = 0; index + 1 < key.length; index++) pairs.add(key.slice(index, index + 2))
  return pairs
}

function likeness(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return (2 * shared) / (a.size + b.size)
}
