import type { Implementer } from '../implementer'
import type { JobRegistry } from './job-registry'

export function jobsProcedures(os: Implementer, jobs: JobRegistry, loadDemo: () => string) {
  return os.jobs.router({
    watch: os.jobs.watch.handler(({ input, signal }) => jobs.watch(input.job, signal)),
    cancel: os.jobs.cancel.handler(({ input }) => {
      jobs.cancel(input.job)
      return {}
    }),
    running: os.jobs.running.handler(() => jobs.running()),
    loadDemo: os.jobs.loadDemo.handler(() => ({ job: loadDemo() })),
  })
}
