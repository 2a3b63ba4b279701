import { useCallback, useState } from 'react'
import type { JobEvent } from '#shared/contract/jobs'
import { type Api, useApi, useChanged } from '../../components/backend'
import { useNotifyDone, useNotifyError } from '../../components/notify'
import { useWords } from '../../i18n'

/** Waits for a job; throws its refusal as a procedure would. */
export async function jobResult(api: Api, job: string): Promise<NonNullable<JobEvent['result']>> {
  for await (const event of await api.jobs.watch({ job })) {
    if (event.state === 'done') return event.result ?? {}
    if (event.state === 'running') continue
    const data = event.error ?? { code: 'job-cancelled', params: {} }
    throw Object.assign(new Error(data.code), { code: 'REFUSED', data })
  }
  throw new Error('the job ended without a word')
}

/** Takes a merge back and says so; a refusal is shown with its reason. */
export function useUndoMerge(): [(merge: number) => Promise<void>, boolean] {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const failed = useNotifyError()
  const [undoing, setUndoing] = useState(false)
  const undo = useCallback(
    async (merge: number) => {
      setUndoing(true)
      try {
        await jobResult(api, (await api.duplicates.undo({ merge })).job)
        await changed()
        done(t('duplicates:merged.undoDone'))
      } catch (error) {
        failed(error)
      } finally {
        setUndoing(false)
      }
    },
    [api, changed, done, failed, t],
  )
  return [undo, undoing]
}
