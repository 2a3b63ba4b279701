import { Alert } from 'antd'
import { Link } from 'react-router'
import type { QuotationDetail } from '#shared/contract/quotations'
import { useInstant } from '../../components/instant'
import { useWords } from '../../i18n'
import { QuotationStatus } from './quotation-words'

/** What the state of a quotation means for whoever opens it. */
export function QuotationStanding({ quotation }: { quotation: QuotationDetail }) {
  const t = useWords()
  const at = useInstant()
  const { state, validTo, sentAt, lostReason, sheets } = quotation
  if (state === 'draft') return null
  if (state === 'won') {
    return (
      <Alert
        type="success"
        showIcon
        title={
          <span className="row row-wrap">
            {t('quotations:note.won')}
            {sheets.map(({ id, name }) => (
              <Link key={id} to={`/pricing/${id}`}>
                {name}
              </Link>
            ))}
          </span>
        }
      />
    )
  }
  const notes = {
    sent: t('quotations:note.sent', { at: at(sentAt ?? ''), to: validTo }),
    expired: t('quotations:note.expired', { to: validTo }),
    replaced: t('quotations:note.replaced'),
    lost: t('quotations:note.lost', { reason: lostReason }),
  }
  return <Alert type={state === 'sent' ? 'info' : 'warning'} showIcon title={notes[state]} />
}

export function QuotationVersions({ quotation }: { quotation: QuotationDetail }) {
  const t = useWords()
  const at = useInstant()
  return (
    <section className="panel" aria-label={t('quotations:versions.title')}>
      <h2>{t('quotations:versions.title')}</h2>
      <ol className="version-list">
        {quotation.versions.map(({ id, revision, state, updatedAt }) => (
          <li key={id} className="row row-spread">
            {id === quotation.id ? (
              <strong>{t('quotations:versions.n', { n: revision })}</strong>
            ) : (
              <Link to={`/quotations/${id}`}>{t('quotations:versions.n', { n: revision })}</Link>
            )}
            <span className="row">
              <span className="figure text-secondary">{at(updatedAt)}</span>
              <QuotationStatus state={state} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
