import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { Book } from '../db/book'
import { Database } from '../db/database'
import { bookFile } from '../db/open-book'
import { FileTickets } from '../files/file-tickets'
import { systemClock } from '../host'
import { Log } from '../log'
import { Refused } from '../refused'
import type { FromWorker, ToWorker, WorkerStart } from './protocol'
import { tasks } from './tasks'

/** Entry of the worker thread: one task, one connection, then the end. */
const port = parentPort
if (!port) throw new Error('job-worker runs as a worker thread only')
const { dataDir, workerDir, actor, now, task, input } = workerData as WorkerStart

const abort = new AbortController()
let granted: (() => void) | null = null
const send = (message: FromWorker) => port.postMessage(message)

port.on('message', (message: ToWorker) => {
  if (message.type === 'granted') granted?.()
  else abort.abort(new Refused('job-cancelled'))
})

/** Leases of this thread are asked for one after the other, as the protocol has one answer at a time. */
let tail: Promise<unknown> = Promise.resolve()
const lease = {
  run<T>(work: () => T | Promise<T>): Promise<T> {
    const mine = tail.then(async () => {
      await new Promise<void>((resolve) => {
        granted = resolve
        send({ type: 'lease' })
      })
      try {
        return await work()
      } finally {
        send({ type: 'release' })
      }
    })
    tail = mine.catch(() => {})
    return mine
  },
}

const log = new Log(dataDir)
const db = new Database(join(dataDir, bookFile), (milliseconds, sql) => log.write('slow-query', { milliseconds, sql }))
try {
  const clock = now === null ? systemClock : { now: () => now, fixed: now }
  const files = new FileTickets(dataDir)
  const kernel = { db, book: new Book(db, clock, actor), clock, files, dataDir, workerDir, lease }
  const report = (phase: string, done: number, total: number | null) => send({ type: 'progress', phase, done, total })
  const run = tasks[task]
  if (!run) throw new Error(`no task named ${task}`)
  send({ type: 'done', result: await run(kernel, input as never, { report, signal: abort.signal }) })
} catch (cause) {
  if (cause instanceof Refused) send({ type: 'refused', code: cause.code, params: cause.params })
  else send({ type: 'failed', stack: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) })
} finally {
  db.close()
}
