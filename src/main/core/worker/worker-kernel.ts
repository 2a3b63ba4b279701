import type { Book } from '../db/book'
import type { Database } from '../db/database'
import type { FileTickets } from '../files/file-tickets'
import type { Clock } from '../host'

/** The part of the kernel that tasks on a worker thread have. */
export interface WorkerKernel {
  db: Database
  book: Book
  clock: Clock
  /** For paths of temporary files; tickets of this thread are unknown to the core. */
  files: FileTickets
  dataDir: string
  workerDir: string
  /** The core's one write lease, asked for over the thread's border. */
  lease: { run<T>(work: () => T | Promise<T>): Promise<T> }
}

export interface TaskHandle {
  report(phase: string, done: number, total: number | null): void
  /** Aborted by cancel; tasks look at it between chunks. */
  readonly signal: AbortSignal
}

export type Task = (kernel: WorkerKernel, input: never, handle: TaskHandle) => Promise<unknown>
