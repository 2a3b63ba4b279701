import { Button } from 'antd'
import { useEffect } from 'react'
import { useNavigate, useRouteError } from 'react-router'
import { EmptyState } from '../components/empty-state'
import { useWords } from '../i18n'

/** A page that threw: the window stays usable around it. */
export function PageFailure() {
  const t = useWords()
  const navigate = useNavigate()
  const error = useRouteError()
  useEffect(() => {
    // The host's log takes what reaches the global handler.
    reportError(error)
  }, [error])
  return (
    <div className="page" role="alert">
      <EmptyState
        title={t('shell:crash.title')}
        text={t('shell:crash.text')}
        action={
          <Button type="primary" onClick={() => void navigate(0)}>
            {t('shell:crash.retry')}
          </Button>
        }
      />
    </div>
  )
}

export function NotFound() {
  const t = useWords()
  const navigate = useNavigate()
  return (
    <div className="page">
      <EmptyState
        title={t('shell:notFound.title')}
        text={t('shell:notFound.text')}
        action={
          <Button type="primary" onClick={() => void navigate('/workbench')}>
            {t('shell:notFound.action')}
          </Button>
        }
      />
    </div>
  )
}
