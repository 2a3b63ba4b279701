import { Alert, Button, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { JobEvent } from '#shared/contract/jobs'
import { useWords } from '../i18n'
import { useApi } from './backend'
import { ErrorState } from './error-state'
import { formatCount } from './figures'
import { jobPhase } from './job-phase'
import { isAborted } from './refusal'

interface JobProgressProps {
  job: string
  /** Called once when the job has ended, however it ended. */
  onEnd?: (event: JobEvent) => void
}

/** A running job: its phase, n of m, a bar and 取消; how it ended afterwards. Goes on watching after a reload. */
export function JobProgress({ job, onEnd }: JobProgressProps) {
  const t = useWords()
  const api = useApi()
  const [event, setEvent] = useState<JobEvent | null>(null)
  const [lost, setLost] = useState<unknown>(null)
  const [cancelling, setCancelling] = useState(false)
  const ended = useRef(onEnd)
  useEffect(() => {
    ended.current = onEnd
  })

  useEffect(() => {
    const abort = new AbortController()
    const watch = async () => {
      for await (const next of await api.jobs.watch({ job }, { signal: abort.signal })) {
        if (abort.signal.aborted) return
        setEvent(next)
        if (next.state !== 'running') ended.current?.(next)
      }
    }
    watch().catch((error: unknown) => {
      if (!abort.signal.aborted && !isAborted(error)) setLost(error)
    })
    return () => abort.abort()
  }, [api, job])

  if (lost) return <ErrorState error={lost} />
  if (event?.state === 'failed') return <ErrorState error={{ code: 'REFUSED', data: event.error }} />
  if (event?.state === 'cancelled') return <Alert type="info" showIcon title={t('components:job.cancelled')} />
  const total = event?.total ?? null
  const share = event && total ? Math.min(100, Math.floor((event.done / total) * 100)) : 0
  const running = event?.state !== 'done'
  return (
    <div className="job-progress" role="status">
      <div className="row row-spread">
        <span>{running ? jobPhase(t, event?.phase ?? '') : t('components:job.done')}</span>
        <span className="figure text-secondary">
          {event && total !== null
            ? t('components:job.of', { done: formatCount(event.done), total: formatCount(total) })
            : event
              ? formatCount(event.done)
              : ''}
        </span>
      </div>
      <Progress
        percent={running ? share : 100}
        status={running ? 'active' : 'success'}
        showInfo={total !== null}
        aria-label={jobPhase(t, event?.phase ?? '')}
      />
      {running ? (
        <Button
          loading={cancelling}
          onClick={() => {
            setCancelling(true)
            api.jobs.cancel({ job }).catch((error: unknown) => setLost(error))
          }}
        >
          {t(cancelling ? 'components:job.cancelling' : 'components:job.cancel')}
        </Button>
      ) : null}
    </div>
  )
}
