import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { RawRow } from '#shared/domain/import/raw-row'
import { WorkbookError, type WorkbookErrorCode } from './workbook-error'

export interface ReaderStart {
  path: string
  sheet: string
  /** Batches the reader may be ahead. */
  window: number
}

export type FromReader =
  | { type: 'rows'; rows: RawRow[]; share: number }
  | { type: 'end' }
  | { type: 'refused'; code: WorkbookErrorCode; params: Record<string, string | number> }
  | { type: 'failed'; stack: string }

export interface RowBatch {
  rows: RawRow[]
  /** Share of the sheet read so far, 0…1. */
  share: number
}

/**
 * Reads a sheet on a thread of its own, so that parsing the file overlaps with judging, rating and writing its rows.
 * Ends the thread when the caller stops early.
 * @throws WorkbookError
 */
export async function* readInThread(workerDir: string, path: string, sheet: string): AsyncGenerator<RowBatch> {
  const start: ReaderStart = { path, sheet, window: 8 }
  const worker = new Worker(join(workerDir, 'reader-worker.js'), { workerData: start })
  const queue: FromReader[] = []
  let wake: (() => void) | null = null
  const push = (message: FromReader) => {
    queue.push(message)
    wake?.()
  }
  worker.on('message', push)
  worker.on('error', (error) => push({ type: 'failed', stack: error.stack ?? error.message }))
  try {
    for (;;) {
      const message = queue.shift()
      if (!message) {
        await new Promise<void>((resolve) => (wake = resolve))
        continue
      }
      if (message.type === 'end') return
      if (message.type === 'refused') throw new WorkbookError(message.code, message.params)
      if (message.type === 'failed') throw new Error(message.stack)
      worker.postMessage('taken')
      yield { rows: message.rows, share: message.share }
    }
  } finally {
    await worker.terminate()
  }
}
