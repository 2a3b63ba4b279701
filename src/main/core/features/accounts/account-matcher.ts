import { normaliseName } from '#shared/domain/import/normalise-name'
import type { AccountKeyKind } from './accounts.table'

export type AccountMatch =
  | { kind: 'found'; accountId: number }
  | { kind: 'ambiguous'; accountIds: number[] }
  | { kind: 'none' }

interface MatchableKey {
  account_id: number
  kind: AccountKeyKind
  match_key: string
}

/** Codes and month accounts identify; names and aliases describe. Within a level two accounts make an ambiguity that asks. */
const codeKinds: ReadonlySet<AccountKeyKind> = new Set(['code', 'month-account'])
const none: AccountMatch = { kind: 'none' }

/**
 * Finds the account a waybill belongs to: by customer code or month account first, then by name, short name or alias.
 * Only equality of normalised texts counts: a similar name is a proposal for a person, never a match.
 */
export class AccountMatcher {
  readonly #codes = new Map<string, Set<number>>()
  readonly #names = new Map<string, Set<number>>()
  readonly #memo = new Map<string, AccountMatch>()

  constructor(keys: Iterable<MatchableKey>) {
    for (const key of keys) {
      const level = codeKinds.has(key.kind) ? this.#codes : this.#names
      const accounts = level.get(key.match_key)
      if (accounts) accounts.add(key.account_id)
      else level.set(key.match_key, new Set([key.account_id]))
    }
  }

  /** `code` and `monthAccount` and `name` as written in the file, '' where there is none. */
  match(code: string, monthAccount: string, name: string): AccountMatch {
    const memoKey = `${code}\u0000${monthAccount}\u0000${name}`
    let found = this.#memo.get(memoKey)
    if (!found) {
      found = this.#find(code, monthAccount, name)
      this.#memo.set(memoKey, found)
    }
    return found
  }

  #find(code: string, monthAccount: string, name: string): AccountMatch {
    for (const text of [code, monthAccount]) {
      const match = lookUp(this.#codes, text)
      if (match.kind !== 'none') return match
    }
    // 客户 columns hold codes as often as names, and code columns sometimes names.
    for (const text of [name, code, monthAccount]) {
      const byName = lookUp(this.#names, text)
      if (byName.kind !== 'none') return byName
      const byCode = lookUp(this.#codes, text)
      if (byCode.kind !== 'none') return byCode
    }
    return none
  }
}

function lookUp(level: Map<string, Set<number>>, text: string): AccountMatch {
  const key = matchKey(text)
  const accounts = key === '' ? undefined : level.get(key)
  if (!accounts) return none
  const [first] = accounts
  return accounts.size === 1 && first !== undefined
    ? { kind: 'found', accountId: first }
    : { kind: 'ambiguous', accountIds: [...accounts] }
}

/** The form in which names and codes are compared: width, case, blanks and brackets do not count. */
export function matchKey(text: string): string {
  return normaliseName(text)
}
