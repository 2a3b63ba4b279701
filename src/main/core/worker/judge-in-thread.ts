import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { WorkbookError } from '../excel/workbook-error'
import { threadMemory } from './thread-memory'
import type { FromJudge, JudgedLine, JudgeStart } from './judge-protocol'

export interface JudgedBundle {
  lines: JudgedLine[]
  /** Share of the sheet read so far, 0…1. */
  share: number
}

/**
 * Reads, matches and prices a sheet of waybills on a thread of its own, so that this overlaps with writing what came
 * before. Ends the thread when the caller stops early.
 * @throws WorkbookError
 */
export async function* judgeInThread(
  workerDir: string,
  start: Omit<JudgeStart, 'window'>,
): AsyncGenerator<JudgedBundle> {
  const workerData: JudgeStart = { ...start, window: 6 }
  const worker = new Worker(join(workerDir, 'judge-worker.js'), { workerData, resourceLimits: threadMemory })
  const queue: FromJudge[] = []
  let wake: (() => void) | null = null
  const push = (message: FromJudge) => {
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
      yield { lines: message.lines, share: message.share }
    }
  } finally {
    await worker.terminate()
  }
}
