import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'

/** Writes the data file anew after personal data was erased, so that its bytes do not linger; nobody writes meanwhile. */
export async function rewriteTask({ db, lease }: WorkerKernel, _input: null, handle: TaskHandle) {
  handle.report('rewriting', 0, null)
  await lease.run(() => db.rewrite())
  return {}
}
