import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { JobEvent } from '#shared/contract/jobs'
import { useWords } from '../i18n'
import { useChanged } from './backend'
import { JobProgress } from './job-progress'

interface JobDialogProps {
  job: string
  title: string
  onClose: () => void
  /** Called with what the job answered, once it is done and the dialog is closed. */
  onDone: (result: NonNullable<JobEvent['result']>) => void
}

/** A running job in front of the page: stays until the job has ended, goes by itself when it is done. */
export function JobDialog({ job, title, onClose, onDone }: JobDialogProps) {
  const t = useWords()
  const changed = useChanged()
  const [ended, setEnded] = useState(false)
  return (
    <Modal
      open
      title={title}
      closable={ended}
      keyboard={ended}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <Button disabled={!ended} onClick={onClose}>
          {t('shell:close')}
        </Button>
      }
    >
      <JobProgress
        job={job}
        onEnd={(event) => {
          setEnded(true)
          void changed()
          if (event.state !== 'done') return
          onClose()
          onDone(event.result ?? {})
        }}
      />
    </Modal>
  )
}
