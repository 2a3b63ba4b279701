import { Button } from 'antd'
import { useState } from 'react'
import type { JobEvent } from '#shared/contract/jobs'
import { JobProgress } from '../../../components/job-progress'
import { useWords } from '../../../i18n'

interface StepRunProps {
  job: string
  /** Null after a reload: the job knows no file name. */
  file: string | null
  onDone: (batch: number | undefined) => void
  /** Back to the preview, or to the file where it is gone. */
  onBack: () => void
}

/** 导入: progress with a number and 取消; goes on while the clerk is elsewhere. */
export function StepRun({ job, file, onDone, onBack }: StepRunProps) {
  const t = useWords()
  const [ended, setEnded] = useState<JobEvent['state'] | null>(null)
  return (
    <section className="panel stack wizard-file">
      <h2 className="panel-title">{file ? t('imports:run.title', { file }) : t('imports:run.titleUnknown')}</h2>
      <JobProgress
        job={job}
        onEnd={(event) => {
          if (event.state === 'done') onDone(event.result?.batch)
          else setEnded(event.state)
        }}
      />
      {ended === null ? (
        <p className="text-secondary">{t('imports:run.leave')}</p>
      ) : (
        <>
          {ended === 'failed' ? <p>{t('imports:run.failed')}</p> : null}
          <div>
            <Button onClick={onBack}>{t('imports:back')}</Button>
          </div>
        </>
      )}
    </section>
  )
}
