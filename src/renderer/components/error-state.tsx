import { Alert, Button } from 'antd'
import { refusalParams } from '#shared/i18n/refusal-params'
import { useWords, type Words } from '../i18n'
import { refusalOf } from './refusal'

/** What happened and what to do, in the user's words. */
export function errorText(t: Words, error: unknown): string {
  const refusal = refusalOf(error)
  return t(`errors:${refusal.code}`, refusalParams(t, refusal))
}

interface ErrorStateProps {
  error: unknown
  /** Given where trying again may help. */
  onRetry?: () => void
}

/** A failed read or write in place of, or above, what it belongs to. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useWords()
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('components:error.title')}
      description={errorText(t, error)}
      action={
        onRetry ? (
          <Button size="small" onClick={onRetry}>
            {t('components:error.retry')}
          </Button>
        ) : undefined
      }
    />
  )
}
