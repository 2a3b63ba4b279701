import type { JobResult } from '../../jobs/job-registry'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import { runInWorker } from '../../worker/run-in-worker'
import { isBookEmpty } from '../system/system.service'
import { addMonths } from '#shared/domain/months'

export function createDemoService(kernel: Kernel) {
  const { db, jobs, book } = kernel
  return {
    /**
     * Starts filling an empty book with the demonstration data, up to the last full month.
     * @throws Refused `book-not-empty`: real data is never mixed with invented data
     */
    load: (): string => {
      if (!isBookEmpty(db)) throw new Refused('book-not-empty')
      if (jobs.running().length > 0) throw new Refused('import-running')
      const lastMonth = addMonths(book.today().slice(0, 7), -1)
      return jobs.start('demo', (handle) => runInWorker<JobResult>(kernel, 'demo', { lastMonth }, handle))
    },
  }
}
