import type { ImportCounts } from '#shared/contract/imports'
import type { AuditRecord } from '../../db/book'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { deleteBatchRows } from '../waybills/waybill-batch.service'
import { type ImportInput, noCounts } from './import-run'
import * as repository from './imports.repository'

export interface OpenBatch {
  id: number
  uid: string
  audit(action: string, counts: ImportCounts): AuditRecord
  /** Ends a cancelled or failed run: its rows go, the batch stays in the history as failed. */
  abandon(): Promise<void>
}

/** What is kept of a file's layout for its rejects workbook. */
export function batchHeader(table: { sheet: string; headers: string[] }): { sheet: string; headers: string[] } {
  return { sheet: table.sheet, headers: table.headers }
}

/** Opens a batch nobody sees until its import shows it. */
export async function openBatch(
  { db, book, lease }: WorkerKernel,
  input: ImportInput,
  header: { sheet: string; headers: string[] },
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
        sheet: header.sheet,
        state: 'staging',
        options: JSON.stringify({ conflicts: input.conflicts, carrier: input.carrier, approve: input.approve }),
        counts: JSON.stringify(noCounts),
        header: JSON.stringify(header.headers),
        actor: book.actor,
        started_at: book.now(),
        finished_at: null,
      }),
      audit: null,
    })),
  )
  return {
    id,
    uid,
    audit: (action, counts) => ({
      action,
      entity: 'import',
      entityUid: uid,
      summary: `${input.name} · ${header.sheet}`,
      changes: [
        { field: 'hash', old: null, new: input.hash },
        { field: 'counts', old: null, new: counts },
      ],
    }),
    async abandon() {
      while ((await lease.run(() => deleteBatchRows(db, id))) > 0);
      await lease.run(() =>
        db.transaction(() => {
          repository.updateBatch(db, id, { state: 'failed', finished_at: book.now() })
          repository.showBatch(db, id)
        }),
      )
    },
  }
}
