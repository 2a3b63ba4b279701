import { CloseCircleFilled, InfoCircleFilled, WarningFilled } from './icons'
import { useWords } from '../i18n'

const marks = { danger: CloseCircleFilled, warning: WarningFilled, info: InfoCircleFilled } as const

/** Weight of an alert as a shape and a colour, named for screen readers. */
export function SeverityMark({ severity }: { severity: 'info' | 'warning' | 'danger' }) {
  const t = useWords()
  const Mark = marks[severity]
  return (
    <Mark className={`severity severity-${severity}`} role="img" aria-label={t(`components:severity.${severity}`)} />
  )
}
