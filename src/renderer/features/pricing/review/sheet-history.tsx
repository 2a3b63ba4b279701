import { useQuery } from '@tanstack/react-query'
import { isWordKey } from '#shared/i18n/index'
import { useApi } from '../../../components/backend'
import { useInstant } from '../../../components/instant'
import { useWords } from '../../../i18n'

/** Who did what to a version and why, newest first: from the audit trail. */
export function SheetHistory({ id }: { id: number }) {
  const t = useWords()
  const api = useApi()
  const at = useInstant()
  const history = useQuery({
    queryKey: ['pricing', 'history', id],
    queryFn: ({ signal }) => api.pricing.history({ id }, { signal }),
  })
  const rows = history.data?.rows ?? []
  return (
    <section className="panel" aria-label={t('pricing:review.history')}>
      <h2>{t('pricing:review.history')}</h2>
      {history.data && rows.length === 0 ? <p className="text-secondary">{t('pricing:review.historyNone')}</p> : null}
      <ol className="version-list">
        {rows.map((event, index) => {
          const action = `settings:action.${event.action}`
          const who =
            event.role === null
              ? event.actor
              : t('pricing:review.as', { actor: event.actor, role: t(`shell:role.${event.role}`) })
          return (
            <li key={`${event.at}${index}`}>
              <div className="row row-spread">
                <strong>{isWordKey(action) ? t(action) : event.action}</strong>
                <span className="figure text-secondary">{at(event.at)}</span>
              </div>
              <div className="text-secondary">{who}</div>
              {event.reason === '' ? null : <div>{event.reason}</div>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
