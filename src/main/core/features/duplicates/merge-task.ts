import type { Comparison, MergeInput } from '#shared/contract/duplicates'
import { type AccountLink, accountLinks } from '../../db/account-links'
import { Refused } from '../../refused'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { loadPinyin } from '../accounts/account-pinyin'
import { createAccountsService } from '../accounts/accounts.service'
import { makesCircle } from '../accounts/group-circle'
import { monthsOfAccount, recomputeMonths } from '../waybills/account-waybills'
import { mergedInput } from './merged-input'
import * as repository from './merge.repository'

/** What a merge wrote at the kept customer: columns of his row and rows that follow from his fields, before and after. */
export interface MergeImages {
  account: { before: repository.Row; after: repository.Row }
  written: Record<string, { before: repository.Row[]; after: repository.Row[] }>
}

export const movedLinks: readonly AccountLink[] = accountLinks.filter(({ how }) => how === 'moved')
export const writtenLinks: readonly AccountLink[] = accountLinks.filter(({ how }) => how === 'written')

/**
 * Makes one customer of two in one transaction: all or nothing. Fields as a person chose them; everything that hangs on
 * the other one goes over; his row stays and says into whom he went. Prices of past waybills stay what they were.
 */
export async function mergeAccounts(
  kernel: WorkerKernel,
  { keptId, keptVersion, otherId, otherVersion, choices }: MergeInput,
  handle: TaskHandle,
): Promise<{ merge: number; count: number }> {
  const { db, book, lease } = kernel
  const accounts = createAccountsService(kernel)
  const spell = await loadPinyin()
  handle.report('merging', 0, null)
  return lease.run(() =>
    book.write((hlc) => {
      const [kept, other] = [accounts.detail(keptId), accounts.detail(otherId)]
      refuseUnfit(kept, other)
      if (kept.version !== keptVersion || other.version !== otherVersion) throw new Refused('changed-meanwhile')
      const input = mergedInput(kept, other, choices)
      const before = imagesOf(db, keptId)
      const merge = repository.insertMerge(db, {
        uid: book.uid(),
        hlc,
        kept: keptId,
        other: otherId,
        actor: book.actor,
        at: book.now(),
      })
      // First of all it is said that he went: the frozen prices ask for it, and his code becomes free.
      repository.setAccount(db, otherId, {
        deleted_at: book.now(),
        merged_into: keptId,
        version: other.version + 1,
        hlc,
      })
      const months = monthsOfAccount(db, otherId)
      const rows = movedLinks.map((link) => {
        const { moved, stays } = repository.moveRows(db, link, { merge, from: other, to: kept, hlc })
        return { link: repository.linkName(link), moved, stays }
      })
      if (input.groupId !== null && makesCircle(accounts.groupLinks(), keptId, input.groupId)) {
        // Members of the other one's group stand below the kept one now, and he may have stood below one of them.
        throw new Refused('group-circle', { name: accounts.detail(input.groupId).name }, 'groupId')
      }
      repository.demoteContacts(db, merge, keptId)
      if (input.tier === other.tier && input.tier !== kept.tier) repository.copyTiers(db, otherId, keptId)
      const changes = accounts.change(keptId, input, hlc, spell)
      recomputeMonths(db, [keptId, otherId], months)
      const after = imagesOf(db, keptId)
      const counts = rows.filter(({ moved, stays }) => moved > 0 || stays > 0)
      repository.finishMerge(db, merge, joined(before, after), counts)
      const summary = `${other.code} ${other.name} → ${kept.code} ${kept.name}`
      const moved = counts
        .filter(({ moved: count }) => count > 0)
        .map(({ link, moved: count }) => ({ field: `link.${link}`, old: null, new: count }))
      return {
        result: { merge, count: rows.find(({ link }) => link === 'waybill')?.moved ?? 0 },
        audit: [
          { action: 'merge', entity: 'account', entityUid: kept.uid, summary, changes: [...changes, ...moved] },
          {
            action: 'merged-away',
            entity: 'account',
            entityUid: other.uid,
            summary,
            changes: [{ field: 'mergedInto', old: null, new: `${kept.code} ${kept.name}` }],
          },
        ],
      }
    }),
  )
}

interface Sides {
  id: number
  name: string
  deletedAt: string | null
}

/** Two different customers, neither of them removed. @throws Refused */
export function refuseUnfit(kept: Sides, other: Sides): void {
  if (kept.id === other.id) throw new Refused('merge-same')
  const gone = [kept, other].find(({ deletedAt }) => deletedAt !== null)
  if (gone) throw new Refused('merge-removed', { name: gone.name })
}

/** What would go over, and how many rows of it: a count, nothing is written. */
export function rowsToMove(db: WorkerKernel['db'], other: repository.Party): Comparison['rows'] {
  return movedLinks
    .map((link) => ({ link: repository.linkName(link), moved: repository.countRows(db, link, other), stays: 0 }))
    .filter(({ moved }) => moved > 0)
}

type Side = { account: repository.Row; written: Record<string, repository.Row[]> }

function imagesOf(db: WorkerKernel['db'], id: number): Side {
  return {
    account: repository.accountRow(db, id) ?? {},
    written: Object.fromEntries(writtenLinks.map((link) => [link.table, repository.writtenRows(db, link, id)])),
  }
}

function joined(before: Side, after: Side): MergeImages {
  return {
    account: { before: before.account, after: after.account },
    written: Object.fromEntries(
      writtenLinks.map(({ table }) => [
        table,
        { before: before.written[table] ?? [], after: after.written[table] ?? [] },
      ]),
    ),
  }
}
