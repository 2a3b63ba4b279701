import { Button } from 'antd'
import { DatabaseOutlined, ImportOutlined } from '../components/icons'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useApi, useChanged } from '../components/backend'
import { useMay } from '../components/book'
import { JobProgress } from '../components/job-progress'
import { useNotifyError } from '../components/notify'
import { useWords } from '../i18n'

interface FirstRunProps {
  /** The user wants to see the empty book. */
  onLeave: () => void
  /** The demonstration data is being loaded: its progress stays in sight. */
  onLoading: (loading: boolean) => void
}

/** An empty book: look around with demonstration data, or begin with one's own customers. */
export function FirstRun({ onLeave, onLoading }: FirstRunProps) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const changed = useChanged()
  const failed = useNotifyError()
  const [job, setJob] = useState<string | null>(null)
  const [stopped, setStopped] = useState(false)
  const loadDemo = () => {
    api.jobs.loadDemo({}).then((started) => {
      setJob(started.job)
      onLoading(true)
    }, failed)
  }
  return (
    <div className="first-run">
      <h1>{t('shell:firstRun.title')}</h1>
      <p className="reading">{t('shell:firstRun.lead')}</p>
      {job ? (
        <JobProgress
          job={job}
          onEnd={(event) => {
            onLoading(false)
            if (event.state !== 'done') return setStopped(true)
            void changed().then(() => navigate('/workbench'))
          }}
        />
      ) : (
        <div className="grid-2">
          <section className="panel stack">
            <Button type="primary" icon={<DatabaseOutlined />} disabled={!may('system.manage')} onClick={loadDemo}>
              {t('shell:firstRun.demo')}
            </Button>
            <p className="text-secondary">{t('shell:firstRun.demoHint')}</p>
          </section>
          <section className="panel stack">
            <Button
              icon={<ImportOutlined />}
              disabled={!may('accounts.write')}
              onClick={() => void navigate('/imports/accounts')}
            >
              {t('shell:firstRun.empty')}
            </Button>
            <p className="text-secondary">{t('shell:firstRun.emptyHint')}</p>
          </section>
        </div>
      )}
      {stopped ? (
        <Button
          onClick={() => {
            setJob(null)
            setStopped(false)
          }}
        >
          {t('shell:back')}
        </Button>
      ) : null}
      {job ? null : (
        <Button type="link" onClick={onLeave}>
          {t('shell:firstRun.skip')}
        </Button>
      )}
    </div>
  )
}
