import type { ErrorCode } from '#shared/contract/errors'

/** What a worker is started with. */
export interface WorkerStart {
  dataDir: string
  workerDir: string
  actor: string
  /** Fixed time for tests and the demonstration book; null: the system's clock. */
  now: number | null
  task: string
  input: unknown
}

export type FromWorker =
  | { type: 'lease' }
  | { type: 'release' }
  | { type: 'progress'; phase: string; done: number; total: number | null }
  | { type: 'done'; result: unknown }
  | { type: 'refused'; code: ErrorCode; params: Record<string, string | number> }
  | { type: 'failed'; stack: string }

export type ToWorker = { type: 'granted' } | { type: 'cancel' }
