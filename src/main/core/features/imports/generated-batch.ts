import { sha256 } from '../../db/book'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import type { AccountMatcher } from '../accounts/account-matcher'
import type { RatingBook } from '../pricing/rating-book'
import type { ParsedWaybill } from '../waybills/parsed-waybill'
import { revealBatch } from '../waybills/waybill-batch.service'
import { WaybillJudge } from '../waybills/waybill-judge'
import { toValues, WaybillStage } from '../waybills/waybill-stage'
import { inBatch } from './batch-life'
import { ImportTally } from './import-run'

export interface GeneratedMonth {
  name: string
  waybills: readonly ParsedWaybill[]
  matcher: AccountMatcher
  ratings: RatingBook
}

const rowsPerLease = 1000

/** Stages waybills that come from no file as a batch like any other; with the account-months they touched. */
export async function stageGenerated(
  kernel: WorkerKernel,
  { name, waybills, matcher, ratings }: GeneratedMonth,
  { signal }: TaskHandle,
) {
  const { db, book, lease } = kernel
  const started = performance.now()
  const input = {
    kind: 'waybills',
    name,
    path: '',
    hash: sha256(name),
    conflicts: 'keep',
    carrier: '',
    approve: false,
    locale: 'zh-CN',
  } as const
  const table = { sheet: '', headers: [] }
  return inBatch(kernel, { input, table, started }, async (batch) => {
    const stage = new WaybillStage(db, { batch: batch.id, conflicts: 'keep' })
    const judge = new WaybillJudge(matcher, ratings, batch.id)
    const tally = new ImportTally(0)
    for (let start = 0; start < waybills.length; start += rowsPerLease) {
      signal.throwIfAborted()
      const chunk = waybills.slice(start, start + rowsPerLease)
      await lease.run(() =>
        db.transaction(() => {
          for (const waybill of chunk)
            tally.add(
              waybill.row,
              stage.add(toValues(judge.judge(waybill))).kind === 'imported' ? 'import' : 'duplicate',
              [],
            )
        }),
      )
    }
    tally.counts.unmatched = stage.counts.unmatched
    tally.counts.unrated = stage.counts.unrated
    await lease.run(() =>
      book.write(() => {
        const audit = batch.show(tally.counts)
        revealBatch(db, batch.id, stage.counts.touched.values())
        return { result: undefined, audit }
      }),
    )
    return { batch: batch.id, touched: [...stage.counts.touched.values()] }
  })
}
