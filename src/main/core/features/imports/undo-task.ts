import { Refused } from '../../refused'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { createAccountsService, type Spell } from '../accounts/accounts.service'
import { loadPinyin } from '../accounts/account-pinyin'
import { type AccountDetail, accountDetail } from '#shared/contract/accounts'
import { createPeopleService } from '../people/people.service'
import { loadSurnames, type SpellPerson } from '../people/person-reading'
import { createPricingService } from '../pricing/pricing.service'
import { monthsTouchedBy, rateTouchedMonths } from '../waybills/month-pass'
import { createRatings } from '../waybills/rerate'
import { deleteBatchRows, ticketsPricedWith, withdrawBatch } from '../waybills/waybill-batch.service'
import * as repository from './imports.repository'
import { undoPeople } from './person-images'

/**
 * Takes back a whole batch. Waybills: hidden and out of the figures in one transaction, then deleted in small ones.
 * Customers and price sheets: removed and put back in one transaction, refused where waybills already depend on them.
 */
export async function undoBatch(kernel: WorkerKernel, { batch }: { batch: number }, handle: TaskHandle) {
  const { db, book, lease } = kernel
  const record = repository.batchById(db, batch)
  if (!record) throw new Refused('not-found', { what: 'batch' })
  if (record.state === 'undone') throw new Refused('already-undone')
  if (record.state !== 'visible') throw new Refused('batch-not-undoable')
  const counts = JSON.parse(record.counts) as { imported: number }
  const spell = await loadPinyin()
  const spellPerson = await loadSurnames()
  handle.report('undoing', 0, counts.imported)
  const touched = record.kind === 'waybills' ? monthsTouchedBy(db, batch) : []
  await lease.run(() =>
    book.write((hlc) => {
      if (record.kind === 'waybills') {
        repository.hideBatch(db, batch)
        withdrawBatch(db, batch)
      } else if (record.kind === 'accounts') undoAccounts(kernel, batch, hlc, { spell, spellPerson })
      else if (record.kind === 'contacts') undoPeople(kernel, batch, hlc, spellPerson)
      const sheets =
        record.kind === 'prices'
          ? createPricingService(kernel).removeImportedSheets(batch, (id) => ticketsPricedWith(db, id), hlc).audit
          : []
      repository.updateBatch(db, batch, { state: 'undone' })
      const undo = { action: 'undo', entity: 'import', entityUid: record.uid, summary: record.file_name }
      return { result: undefined, audit: [undo, ...sheets] }
    }),
  )
  if (record.kind === 'waybills') {
    for (let done = 0; ;) {
      const removed = await lease.run(() => deleteBatchRows(db, batch))
      if (removed === 0) break
      done += removed
      handle.report('undoing', done, counts.imported)
    }
    await lease.run(() => db.transaction(() => repository.showBatch(db, batch)))
    await rateTouchedMonths(kernel, createRatings(db), touched)
  }
  return { batch, count: counts.imported }
}

/** Accounts that something already depends on, or that were edited since, stay as they are: the whole undo is refused. */
function undoAccounts(
  kernel: WorkerKernel,
  batch: number,
  hlc: string,
  { spell, spellPerson }: { spell: Spell; spellPerson: SpellPerson },
): void {
  const { db } = kernel
  const accounts = createAccountsService(kernel)
  const created = accounts.accountsOfBatch(batch)
  const dependents = created.reduce((sum, { id }) => sum + accounts.dependents(id), 0)
  if (dependents > 0) throw new Refused('import-has-dependents', { count: dependents })
  const people = createPeopleService(kernel)
  if (created.some(({ id }) => people.laterThan(batch, id) > 0)) throw new Refused('changed-meanwhile')
  undoPeople(kernel, batch, hlc, spellPerson)
  for (const kept of repository.keptOf(db, batch, 'account')) {
    const after = JSON.parse(kept.after) as AccountDetail
    if (accounts.detail(kept.entity_id).version !== after.version) throw new Refused('changed-meanwhile')
    accounts.putBack(kept.entity_id, accountDetail.parse(JSON.parse(kept.before)), hlc, spell)
  }
  // Members were written after their group; they go before it.
  for (const { id } of created.toReversed()) accounts.deleteRows(id)
}
