import { skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { ImportKind } from '#shared/contract/imports'
import { useApi, useChanged } from '../../../components/backend'
import { PageHeader } from '../../../components/page-header'
import { useWords } from '../../../i18n'
import { isImportJob } from '../kinds'
import { BeforeStart } from './before-start'
import { StepResult } from './step-result'
import { StepRun } from './step-run'
import { WizardSteps, type Step } from './steps'
import { useWizard } from './use-wizard'

/** One wizard for the three kinds of import. From the start on its place is in the address: a reload finds it again. */
export function Wizard({ kind }: { kind: ImportKind }) {
  const t = useWords()
  const changed = useChanged()
  const [address, setAddress] = useSearchParams()
  const [state, move] = useWizard()
  const job = address.get('job')
  const batch = Number(address.get('batch')) || null
  useRunningImport(job === null && batch === null && state.file === null, (found) =>
    setAddress({ job: found }, { replace: true }),
  )

  const restart = () => {
    move({ type: 'restart' })
    setAddress({}, { replace: true })
  }
  const step: Step = batch !== null ? 'result' : job !== null ? 'run' : state.step
  return (
    <div className="page page-fill">
      <PageHeader
        title={t(`imports:wizard.${kind}`)}
        help={t('imports:wizard.help')}
        actions={<Link to="/imports">{t('imports:history')}</Link>}
      />
      <WizardSteps kind={kind} step={step} />
      {batch !== null ? (
        <div className="wizard-body">
          <StepResult batch={batch} onAgain={restart} />
        </div>
      ) : job !== null ? (
        <StepRun
          job={job}
          file={state.file?.name ?? null}
          onDone={(made) => {
            void changed()
            // Whoever comes back here imports the next file.
            move({ type: 'restart' })
            setAddress(made === undefined ? {} : { batch: String(made) }, { replace: true })
          }}
          onBack={() => setAddress({}, { replace: true })}
        />
      ) : (
        <BeforeStart kind={kind} state={state} move={move} onStarted={(started) => setAddress({ job: started })} />
      )}
    </div>
  )
}

/** An import that is still running, e.g. after a reload or when coming back: picked up once. */
function useRunningImport(idle: boolean, onFound: (job: string) => void) {
  const api = useApi()
  const picked = useRef(false)
  const running = useQuery({
    queryKey: ['jobs', 'running'],
    queryFn: idle ? ({ signal }) => api.jobs.running({}, { signal }) : skipToken,
    staleTime: 0,
  })
  useEffect(() => {
    if (!idle || picked.current) return
    const found = running.data?.find((one) => isImportJob(one.kind))
    if (!found) return
    picked.current = true
    onFound(found.job)
  }, [running.data, idle, onFound])
}
