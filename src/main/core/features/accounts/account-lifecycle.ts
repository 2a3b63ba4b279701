import { type AccountInput, lifecyclesWithReason } from '#shared/contract/accounts'
import type { Book } from '../../db/book'
import type { Database } from '../../db/database'
import { Refused } from '../../refused'
import * as parts from './account-parts.repository'

type Wanted = Pick<AccountInput, 'lifecycle' | 'lifecycleSince' | 'lifecycleReason'>

/** The first state of a new customer; it needs no reason, for nothing changed. */
export function startLifecycle(db: Database, book: Book, accountId: number, wanted: Wanted, hlc: string): void {
  record(db, book, accountId, { ...wanted, lifecycleSince: wanted.lifecycleSince ?? book.today() }, hlc)
}

/**
 * Day and reason filled in where they were left open: the same state stays as it is, another one begins today.
 * @throws Refused `lifecycle-reason`, `lifecycle-day`
 */
export function settledLifecycle(book: Book, before: Wanted, wanted: Wanted): Wanted {
  const { lifecycle, lifecycleSince, lifecycleReason } = wanted
  const same = lifecycle === before.lifecycle
  if (same && lifecycleSince === null) {
    return { lifecycle, lifecycleSince: before.lifecycleSince, lifecycleReason: before.lifecycleReason }
  }
  const since = lifecycleSince ?? book.today()
  const today = book.today()
  if (since > today) {
    throw new Refused('lifecycle-day', { from: before.lifecycleSince ?? '', to: today }, 'lifecycleSince')
  }
  if (lifecyclesWithReason.has(lifecycle) && lifecycleReason === '' && !(same && before.lifecycleReason === '')) {
    throw new Refused('lifecycle-reason', {}, 'lifecycleReason')
  }
  return { lifecycle, lifecycleSince: since, lifecycleReason }
}

/**
 * Writes a settled state. Another state is a new row; the same state with another day or reason corrects its row; exactly
 * the state before the last one takes the last one back, which is what an undo does.
 * @throws Refused `lifecycle-day` if it would begin before the one it follows
 */
export function changeLifecycle(
  db: Database,
  book: Book,
  accountId: number,
  { before, after }: { before: Wanted; after: Wanted },
  hlc: string,
): void {
  if (sameState(before, after)) return
  const history = parts.lifecycleOf(db, accountId)
  const [last, previous] = history
  if (last && previous && sameState(after, wantedOf(previous))) return parts.deleteLifecycle(db, last.id)
  refuseEarly(book, history, after)
  if (last === undefined || after.lifecycle !== before.lifecycle) return record(db, book, accountId, after, hlc)
  const since = after.lifecycleSince ?? book.today()
  parts.updateLifecycle(db, last.id, { since, reason: after.lifecycleReason, hlc })
}

/** Refuses what `changeLifecycle` would refuse, before anything is written. */
export function refuseLifecycle(db: Database, book: Book, before: Wanted & { id: number }, wanted: Wanted): void {
  const after = settledLifecycle(book, before, wanted)
  if (!sameState(before, after)) refuseEarly(book, parts.lifecycleOf(db, before.id), after)
}

/** A state begins no earlier than the one it follows; correcting the last one, than the one before that. */
function refuseEarly(book: Book, [last, previous]: readonly parts.LifecycleRow[], after: Wanted): void {
  const earliest = last?.lifecycle === after.lifecycle ? previous?.since : last?.since
  const since = after.lifecycleSince ?? book.today()
  const takenBack = previous !== undefined && sameState(after, wantedOf(previous))
  if (earliest !== undefined && since < earliest && !takenBack) {
    throw new Refused('lifecycle-day', { from: earliest, to: book.today() }, 'lifecycleSince')
  }
}

function record(db: Database, book: Book, accountId: number, wanted: Wanted, hlc: string): void {
  parts.insertLifecycle(db, {
    uid: book.uid(),
    hlc,
    account_id: accountId,
    lifecycle: wanted.lifecycle,
    since: wanted.lifecycleSince ?? book.today(),
    reason: wanted.lifecycleReason,
    actor: book.actor,
    recorded_at: book.now(),
  })
}

function wantedOf({ lifecycle, since, reason }: parts.LifecycleRow): Wanted {
  return { lifecycle, lifecycleSince: since, lifecycleReason: reason }
}

function sameState(one: Wanted, other: Wanted): boolean {
  return (
    one.lifecycle === other.lifecycle &&
    one.lifecycleSince === other.lifecycleSince &&
    one.lifecycleReason === other.lifecycleReason
  )
}
