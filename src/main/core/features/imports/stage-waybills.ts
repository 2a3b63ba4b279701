import { createHash } from 'node:crypto'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { loadMatcher } from '../accounts/account-matching.service'
import type { ParsedWaybill } from '../waybills/parsed-waybill'
import { rateTouchedMonths } from '../waybills/month-pass'
import { createRatings } from '../waybills/rerate'
import { revealBatch } from '../waybills/waybill-batch.service'
import { WaybillStage } from '../waybills/waybill-stage'
import { openBatch } from './batch-life'
import { ImportTally } from './import-run'
import * as repository from './imports.repository'

/** Rows staged while the lease is held once: about 30 ms. */
const rowsPerLease = 1000

export interface WaybillSource {
  /** Name under which the batch stands in the history. */
  name: string
  sheet: string
  waybills: readonly ParsedWaybill[]
}

/**
 * Imports waybills that come from no file (the demonstration book) exactly as rows of a file are: staged under a batch
 * nobody sees, then made visible with their rollups in one transaction.
 */
export async function stageWaybills(kernel: WorkerKernel, source: WaybillSource, signal: TaskHandle['signal']) {
  const { db, book, lease } = kernel
  const started = performance.now()
  const hash = createHash('sha256').update(source.name).digest('hex')
  const input = { kind: 'waybills', path: '', name: source.name, hash, conflicts: 'keep', carrier: '' } as const
  const batch = await openBatch(
    kernel,
    { ...input, approve: false, locale: 'zh-CN' },
    { sheet: source.sheet, headers: [] },
  )
  const ratings = createRatings(db)
  const stage = new WaybillStage(db, loadMatcher(db), ratings, { batch: batch.id, conflicts: 'keep' })
  const tally = new ImportTally(0)
  try {
    for (let start = 0; start < source.waybills.length; start += rowsPerLease) {
      signal.throwIfAborted()
      const chunk = source.waybills.slice(start, start + rowsPerLease)
      await lease.run(() => db.transaction(() => chunk.forEach((waybill) => stageOne(stage, waybill, tally))))
    }
    signal.throwIfAborted()
    tally.counts.unmatched = stage.unmatched
    tally.counts.unrated = stage.unrated
    await lease.run(() =>
      book.write(() => {
        revealBatch(db, batch.id, stage.touched.values())
        repository.showBatch(db, batch.id)
        repository.updateBatch(db, batch.id, {
          state: 'visible',
          counts: JSON.stringify(tally.counts),
          finished_at: book.now(),
          seconds: (performance.now() - started) / 1000,
        })
        return { result: undefined, audit: batch.audit('import', tally.counts) }
      }),
    )
  } catch (cause) {
    await batch.abandon()
    throw cause
  }
  await rateTouchedMonths(kernel, ratings, stage.touched.values())
  return { batch: batch.id, counts: tally.counts }
}

function stageOne(stage: WaybillStage, waybill: ParsedWaybill, tally: ImportTally): void {
  const outcome = stage.add(waybill)
  if (outcome.kind === 'conflict') throw new Error(`waybill ${waybill.number} is in conflict with itself`)
  tally.add(waybill.row, outcome.kind === 'duplicate' ? 'duplicate' : 'import', [])
}
