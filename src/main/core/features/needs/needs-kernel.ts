import type { WorkerKernel } from '../../worker/worker-kernel'

/** What the services of this room write with: the same on the core's thread and on a worker's. */
export type NeedsKernel = Pick<WorkerKernel, 'db' | 'book' | 'lease'>
