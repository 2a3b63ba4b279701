import type { RebateDerivation } from '#shared/contract/profit'
import { addMonths } from '#shared/domain/months'
import { formatBenefit } from '#shared/domain/rating/tier-form'
import { type ComputedRebate, monthRebates } from '../pricing/month-rebates'
import { createRatings, storedTickets } from '../waybills/rerate'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import * as repository from './profit.repository'

/**
 * Computes a month's 月末返利 anew. What comes out as it is stored is left alone, what differs is corrected, what no
 * longer applies is taken away: running it twice changes nothing the second time. One transaction, one audit row.
 */
export async function rebateTask(
  kernel: WorkerKernel,
  { month }: { month: string },
  handle: TaskHandle,
): Promise<{ count: number }> {
  const { db, book, lease } = kernel
  const accounts = repository.accountsOfMonth(db, month)
  const ratings = createRatings(db)
  const source = storedTickets(db)
  const computed: { accountId: number; line: ComputedRebate }[] = []
  for (const [done, { id }] of accounts.entries()) {
    handle.signal.throwIfAborted()
    handle.report('rebates', done, accounts.length)
    for (const line of monthRebates(ratings, source, id, month, addMonths(month, -1)))
      computed.push({ accountId: id, line })
    // The thread hears a cancel only between two turns of its loop.
    await new Promise((resolve) => setImmediate(resolve))
  }
  handle.signal.throwIfAborted()
  return lease.run(() =>
    book.write((hlc) => {
      const changes = settle(kernel, month, computed, hlc)
      const count = changes.length
      const audit = { action: 'rebate', entity: 'rebates', entityUid: month, summary: month, changes }
      return { result: { count }, audit: count === 0 ? null : audit }
    }),
  )
}

function settle(
  { db, book }: Pick<WorkerKernel, 'db' | 'book'>,
  month: string,
  computed: readonly { accountId: number; line: ComputedRebate }[],
  hlc: string,
) {
  const stored = new Map(repository.rebatesOfMonth(db, month).map((line) => [keyOf(line), line]))
  const changes: { field: string; old: unknown; new: unknown }[] = []
  for (const { accountId, line } of computed) {
    const row = {
      account_id: accountId,
      month,
      sheet_name: line.sheetName,
      price_sheet_id: line.sheetId,
      table_index: line.tableIndex,
      fen: line.rebate.fen,
      net_fen: line.netFen,
      derivation: JSON.stringify(derivationOf(line)),
    }
    const key = keyOf(row)
    const known = stored.get(key)
    stored.delete(key)
    const same =
      known?.price_sheet_id === row.price_sheet_id &&
      known.fen === row.fen &&
      known.net_fen === row.net_fen &&
      known.derivation === row.derivation
    if (same) continue
    changes.push({ field: key, old: known?.fen ?? null, new: row.fen })
    if (known) repository.updateRebate(db, known.id, { ...row, hlc, computed_at: book.now() })
    else repository.insertRebate(db, { ...row, uid: book.uid(), hlc, computed_at: book.now() })
  }
  for (const [key, line] of stored) {
    changes.push({ field: key, old: line.fen, new: null })
    repository.deleteRebate(db, line.id)
  }
  return changes
}

function keyOf(line: { account_id: number; sheet_name: string; table_index: number }): string {
  return `${line.account_id} ${line.sheet_name} #${line.table_index + 1}`
}

function derivationOf({ rebate, tickets }: ComputedRebate): RebateDerivation {
  const { table, quantity, parts } = rebate
  return {
    basis: table.basis,
    period: table.period,
    mode: table.mode,
    quantity,
    tickets,
    parts: parts.map(({ step, ...part }) => ({
      lower: step.lower,
      upper: step.upper,
      benefit: formatBenefit(step.benefit),
      quantity: part.quantity,
      freightFen: part.freightFen,
      rebateFen: part.rebateFen,
    })),
  }
}
