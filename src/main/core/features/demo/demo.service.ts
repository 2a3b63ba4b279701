import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import { runInWorker } from '../../worker/run-in-worker'
import { isBookEmpty } from '../system/book-state.service'

export function createDemoService(kernel: Kernel) {
  return {
    /** Starts filling the book on a worker thread; the job. @throws Refused `book-not-empty` */
    load(): string {
      if (!isBookEmpty(kernel.db)) throw new Refused('book-not-empty')
      return kernel.jobs.start('demo', (handle) => runInWorker<{ count: number }>(kernel, 'demo', {}, handle))
    },
  }
}
