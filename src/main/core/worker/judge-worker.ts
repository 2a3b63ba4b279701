import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { RawRow } from '#shared/domain/import/raw-row'
import { Database } from '../db/database'
import { bookFile } from '../db/open-book'
import { openWorkbook } from '../excel/open-workbook'
import { WorkbookError } from '../excel/workbook-error'
import { loadMatcher } from '../features/accounts/account-matching.service'
import { createRatings } from '../features/waybills/rerate'
import { WaybillReader } from '../features/waybills/waybill-import'
import { WaybillJudge } from '../features/waybills/waybill-judge'
import { toValues } from '../features/waybills/waybill-stage'
import type { FromJudge, JudgedLine, JudgeStart } from './judge-protocol'

/**
 * Entry of the judging thread: reads a workbook, parses, matches and prices its rows, and posts them in bundles, never
 * more than the window ahead of the thread that writes. It only reads the book.
 */
const port = parentPort
if (!port) throw new Error('judge-worker runs as a worker thread only')
const { dataDir, path, sheet, table, batch, window } = workerData as JudgeStart
const send = (message: FromJudge) => port.postMessage(message)

let ahead = 0
let wake: (() => void) | null = null
port.on('message', () => {
  ahead--
  wake?.()
})

const db = new Database(join(dataDir, bookFile))
try {
  const reader = new WaybillReader(table)
  const judge = new WaybillJudge(loadMatcher(db), createRatings(db), batch)
  const judged = (raw: RawRow): JudgedLine[] => {
    const read = reader.read(raw)
    if (read.kind === 'above') return []
    const { row, cells } = raw
    if (read.kind === 'waybill') return [{ row, cells, values: toValues(judge.judge(read.waybill)), problems: null }]
    return [{ row, cells, values: null, problems: read.kind === 'reject' ? read.problems : null }]
  }
  const workbook = await openWorkbook(path)
  let share = 0
  for await (const rows of workbook.rows(sheet, { onProgress: (done) => (share = done) })) {
    while (ahead >= window) await new Promise<void>((resolve) => (wake = resolve))
    ahead++
    send({ type: 'lines', lines: rows.flatMap(judged), share })
  }
  await workbook.close()
  send({ type: 'end' })
} catch (cause) {
  if (cause instanceof WorkbookError) send({ type: 'refused', code: cause.code, params: cause.params })
  else send({ type: 'failed', stack: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) })
} finally {
  db.close()
  port.close()
}
