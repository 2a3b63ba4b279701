import type { ImportCounts } from '#shared/contract/imports'
import type { AuditRecord } from '../../db/book'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { deleteBatchRows } from '../waybills/waybill-batch.service'
import { type ImportInput, noCounts } from './import-run'
import * as repository from './imports.repository'

export interface OpenBatch {
  id: number
  /** Inside the caller's transaction: shows the batch with what it came to. Answers its audit row. */
  show: (counts: ImportCounts) => AuditRecord
}

interface BatchSource {
  input: ImportInput
  /** What is kept of the file's layout for its rejects workbook. */
  table: { sheet: string; headers: readonly string[] }
  /** When the work on the file began, by `performance.now()`. */
  started: number
}

/**
 * Fills a batch nobody sees until it is shown. Where that is cancelled or fails its rows go, and the batch stays in the
 * history as failed.
 */
export async function inBatch<T>(
  kernel: WorkerKernel,
  source: BatchSource,
  fill: (batch: OpenBatch) => Promise<T>,
): Promise<T> {
  const batch = await openBatch(kernel, source)
  try {
    return await fill(batch)
  } catch (cause) {
    await abandon(kernel, batch.id)
    throw cause
  }
}

async function openBatch(
  { db, book, lease }: WorkerKernel,
  { input, table, started }: BatchSource,
): Promise<OpenBatch> {
  const uid = book.uid()
  const id = await lease.run(() =>
    book.write((hlc) => ({
      result: repository.insertBatch(db, {
        uid,
        hlc,
        kind: input.kind,
        file_name: input.name,
        file_hash: input.hash,
        sheet: table.sheet,
        state: 'staging',
        options: JSON.stringify({ conflicts: input.conflicts, carrier: input.carrier, approve: input.approve }),
        counts: JSON.stringify(noCounts),
        header: JSON.stringify(table.headers),
        actor: book.actor,
        started_at: book.now(),
        finished_at: null,
      }),
      audit: null,
    })),
  )
  return {
    id,
    show(counts) {
      repository.showBatch(db, id)
      repository.updateBatch(db, id, {
        state: 'visible',
        counts: JSON.stringify(counts),
        finished_at: book.now(),
        seconds: (performance.now() - started) / 1000,
      })
      return {
        action: 'import',
        entity: 'import',
        entityUid: uid,
        // Demonstration data comes from no sheet.
        summary: [input.name, table.sheet].filter((part) => part !== '').join(' · '),
        changes: [
          { field: 'hash', old: null, new: input.hash },
          { field: 'counts', old: null, new: counts },
        ],
      }
    },
  }
}

async function abandon({ db, book, lease }: WorkerKernel, id: number): Promise<void> {
  while ((await lease.run(() => deleteBatchRows(db, id))) > 0);
  await lease.run(() =>
    db.transaction(() => {
      repository.updateBatch(db, id, { state: 'failed', finished_at: book.now() })
      repository.showBatch(db, id)
    }),
  )
}
