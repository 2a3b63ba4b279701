import { parentPort, workerData } from 'node:worker_threads'
import { openWorkbook } from './open-workbook'
import type { FromReader, ReaderStart } from './read-in-thread'
import { WorkbookError } from './workbook-error'

/** Entry of the reading thread: parses a sheet and posts it in batches, never more than the window ahead of its reader. */
const port = parentPort
if (!port) throw new Error('reader-worker runs as a worker thread only')
const { path, sheet, window } = workerData as ReaderStart
const send = (message: FromReader) => port.postMessage(message)

let ahead = 0
let wake: (() => void) | null = null
port.on('message', () => {
  ahead--
  wake?.()
})

try {
  const workbook = await openWorkbook(path)
  let share = 0
  for await (const rows of workbook.rows(sheet, { onProgress: (done) => (share = done) })) {
    while (ahead >= window) await new Promise<void>((resolve) => (wake = resolve))
    ahead++
    send({ type: 'rows', rows, share })
  }
  await workbook.close()
  send({ type: 'end' })
} catch (cause) {
  if (cause instanceof WorkbookError) send({ type: 'refused', code: cause.code, params: cause.params })
  else send({ type: 'failed', stack: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) })
} finally {
  port.close()
}
