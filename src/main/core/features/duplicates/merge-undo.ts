import type { AccountLink } from '../../db/account-links'
import { Refused } from '../../refused'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { createAccountsService } from '../accounts/accounts.service'
import { monthsOfAccount, recomputeMonths } from '../waybills/account-waybills'
import { type MergeImages, movedLinks, writtenLinks } from './merge-task'
import * as repository from './merge.repository'

/** Columns that say who and when rather than what. */
const passing: ReadonlySet<string> = new Set(['id', 'uid', 'hlc', 'version', 'updated_at', 'deleted_at', 'merged_into'])
/** In a list written anew its rows get new keys and places. */
const passingInRows: ReadonlySet<string> = new Set(['id', 'uid', 'hlc', 'position', 'recorded_at'])

/**
 * Makes two customers again of one, as both were. What came to the kept one after the merge stays with him. Refused where
 * something later stands in the way: a field the merge wrote was changed since, a further merge, the old code given away.
 */
export async function undoMerge(
  kernel: WorkerKernel,
  { merge: id }: { merge: number },
  handle: TaskHandle,
): Promise<{ merge: number; count: number }> {
  const { db, book, lease } = kernel
  handle.report('unmerging', 0, null)
  return lease.run(() =>
    book.write((hlc) => {
      const merge = repository.mergeById(db, id)
      if (!merge) throw new Refused('not-found', { what: 'merge' })
      if (merge.undone_at !== null) throw new Refused('merge-undone')
      const accounts = createAccountsService(kernel)
      const [kept, other] = [accounts.detail(merge.kept_id), accounts.detail(merge.merged_id)]
      refuseLaterMerge(kernel, merge)
      const { account, written } = JSON.parse(merge.images) as MergeImages
      restoreAccount(kernel, merge.kept_id, account, hlc)
      for (const link of writtenLinks) {
        const images = written[link.table]
        if (images) restoreRows(kernel, link, merge.kept_id, images)
      }
      const months = monthsOfAccount(db, merge.kept_id)
      const waybills = movedLinks.map((link) => {
        const moved = repository.moveRowsBack(db, link, { merge: id, from: kept, to: other, hlc })
        return link.table === 'waybill' ? moved : 0
      })
      const taken = accounts.byCode(other.code)
      if (taken) throw new Refused('duplicate-code', { code: other.code, name: taken.name })
      repository.setAccount(db, merge.merged_id, {
        deleted_at: null,
        merged_into: null,
        version: other.version + 1,
        hlc,
      })
      recomputeMonths(db, [merge.kept_id, merge.merged_id], months)
      repository.closeMerge(db, id, hlc, book.now())
      const summary = `${other.code} ${other.name} ↔ ${kept.code} ${kept.name}`
      const entry = { action: 'unmerge', entity: 'account', summary }
      return {
        result: { merge: id, count: waybills.reduce((sum, count) => sum + count, 0) },
        audit: [
          { ...entry, entityUid: kept.uid },
          { ...entry, entityUid: other.uid },
        ],
      }
    }),
  )
}

/** Merges are taken back in the opposite order. */
function refuseLaterMerge({ db }: WorkerKernel, { id, kept_id }: repository.MergeRow): void {
  const later = repository.laterMerge(db, id, kept_id)
  if (later) throw new Refused('merge-later-first', { name: later.name })
}

function restoreAccount(
  { db, book }: WorkerKernel,
  id: number,
  { before, after }: MergeImages['account'],
  hlc: string,
): void {
  const now = repository.accountRow(db, id) ?? {}
  const changed = Object.keys(before).filter((column) => !passing.has(column) && before[column] !== after[column])
  const since = changed.find((column) => now[column] !== after[column])
  if (since !== undefined) throw changedSince(after[since], now[since])
  repository.setAccount(db, id, {
    ...Object.fromEntries(changed.map((column) => [column, before[column] ?? null])),
    version: Number(now.version) + 1,
    hlc,
    updated_at: book.now(),
  })
}

/** Takes away the rows the merge added and puts back those it replaced; rows that came later stay. */
function restoreRows(
  { db }: WorkerKernel,
  link: AccountLink,
  id: number,
  { before, after }: MergeImages['written'][string],
): void {
  const keyOf = (row: repository.Row) => JSON.stringify((link.key ?? []).map((column) => row[column]))
  const byKey = (rows: repository.Row[]) => new Map(rows.map((row) => [keyOf(row), row]))
  const [old, merged, now] = [byKey(before), byKey(after), byKey(repository.writtenRows(db, link, id))]
  for (const [key, row] of merged) {
    const once = old.get(key)
    if (once && sameRow(once, row)) continue
    const current = now.get(key)
    if (!current) continue
    const since = differing(current, row)
    if (since !== undefined) throw changedSince(row[since], current[since])
    repository.deleteRow(db, link, current)
  }
  for (const [key, row] of old) {
    const made = merged.get(key)
    if (!made || !sameRow(made, row)) repository.insertRow(db, link, row)
  }
}

/** Named by its values: what the merge wrote, and what stands there now. */
function changedSince(merged: Cell, now: Cell): Refused {
  const text = (value: Cell) => (value === null || value === undefined || value === '' ? '—' : String(value))
  return new Refused('merge-changed-since', { merged: text(merged), now: text(now) })
}

type Cell = repository.Row[string] | undefined

function sameRow(one: repository.Row, other: repository.Row): boolean {
  return differing(one, other) === undefined
}

function differing(one: repository.Row, other: repository.Row): string | undefined {
  return Object.keys(one).find((column) => !passingInRows.has(column) && one[column] !== other[column])
}
