import type { JobEvent } from '#shared/contract/jobs'
import { Refused } from '#core/refused'
import type { Api } from './session'

/** Watches a started job to its end. Ctrl+C cancels the job; a second one ends the program. */
export async function watchJob(api: Api, job: string, onProgress: (event: JobEvent) => void) {
  const cancel = () => void api.jobs.cancel({ job }).catch(() => undefined)
  process.once('SIGINT', cancel)
  try {
    for await (const event of await api.jobs.watch({ job })) {
      onProgress(event)
      if (event.state === 'done') return event.result ?? {}
      if (event.state === 'cancelled') throw new Refused('job-cancelled')
      if (event.state === 'failed') throw new Refused(event.error?.code ?? 'unexpected', event.error?.params)
    }
  } finally {
    process.off('SIGINT', cancel)
  }
  throw new Refused('unexpected')
}
