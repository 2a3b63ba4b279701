import { Button } from 'antd'
import { errorText } from '../components/error-state'
import { useWords } from '../i18n'

/** The book could not be opened: what happened, what to do, and a way to try again. */
export function BootFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useWords()
  return (
    <main className="full-screen" role="alert">
      <h1>{t('shell:boot.title')}</h1>
      <p className="reading">{errorText(t, error)}</p>
      <Button type="primary" onClick={onRetry}>
        {t('shell:retry')}
      </Button>
    </main>
  )
}
