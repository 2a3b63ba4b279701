import { CheckCircleFilled } from '../../components/icons'
import type { Gap } from '#shared/contract/people'
import { useMessageText } from '../../components/message-text'
import { SeverityMark } from '../../components/severity-mark'
import { useWords } from '../../i18n'

/** What is missing among the people of a customer, gravest first; that nothing is missing is said too. */
export function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const t = useWords()
  const text = useMessageText('people')
  return (
    <ul className="people-gaps" aria-label={t('people:gap.title')}>
      {gaps.length === 0 ? (
        <li>
          <CheckCircleFilled className="text-success" />
          {t('people:gap.none')}
        </li>
      ) : (
        gaps.map(({ code, severity, params }) => (
          <li key={`${code} ${params['name'] ?? ''}`}>
            <SeverityMark severity={severity} />
            {text({ code: `gap.${code}`, params })}
          </li>
        ))
      )}
    </ul>
  )
}
