import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { JobHandle } from '../jobs/job-registry'
import type { Kernel } from '../kernel'
import { Refused } from '../refused'
import { threadMemory } from './thread-memory'
import type { FromWorker, ToWorker, WorkerStart } from './protocol'

/**
 * Runs a task on a worker thread with its own connection to the book. The worker asks here for the write lease, so
 * requests and workers write in turn; progress and cancel go through the job's handle.
 *
 * @throws Refused as the task refuses, `job-cancelled` after a cancel
 */
export async function runInWorker<T>(
  kernel: Pick<Kernel, 'dataDir' | 'workerDir' | 'lease' | 'book' | 'clock'>,
  task: string,
  input: unknown,
  handle: Pick<JobHandle, 'report' | 'signal'>,
): Promise<T> {
  const start: WorkerStart = {
    dataDir: kernel.dataDir,
    workerDir: kernel.workerDir,
    actor: kernel.book.actor,
    now: kernel.clock.fixed ?? null,
    task,
    input,
  }
  const worker = new Worker(join(kernel.workerDir, 'job-worker.js'), {
    workerData: start,
    resourceLimits: threadMemory,
  })
  const send = (message: ToWorker) => worker.postMessage(message)
  const cancel = () => send({ type: 'cancel' })
  const held: { release: (() => void) | null } = { release: null }
  handle.signal.addEventListener('abort', cancel, { once: true })
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'lease') {
          void kernel.lease.acquire().then((give) => {
            held.release = give
            send({ type: 'granted' })
          })
        } else if (message.type === 'release') {
          held.release?.()
          held.release = null
        } else if (message.type === 'progress') handle.report(message.phase, message.done, message.total)
        else if (message.type === 'done') resolve(message.result as T)
        else if (message.type === 'refused') reject(new Refused(message.code, message.params))
        else reject(new Error(message.stack))
      })
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`worker ended with ${code}`)))
    })
  } finally {
    handle.signal.removeEventListener('abort', cancel)
    await worker.terminate()
    held.release?.()
  }
}
