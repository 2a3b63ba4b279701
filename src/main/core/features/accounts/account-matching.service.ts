import type { Database } from '../../db/database'
import { AccountMatcher } from './account-matcher'
import { liveKeys } from './accounts.repository'

/** A snapshot of all names and codes of a book, for matching on any thread. */
export function loadMatcher(db: Database): AccountMatcher {
  return new AccountMatcher(liveKeys(db))
}
