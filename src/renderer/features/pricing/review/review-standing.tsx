import { Alert } from 'antd'
import { useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import type { ReviewOfSheet } from '#shared/contract/price-review'
import { useApi } from '../../../components/backend'
import { useInstant } from '../../../components/instant'
import { useWords } from '../../../i18n'
import type { SheetDetail } from '../sheet-page'
import { shownStatus } from '../sheet-words'
import { FloorCheckView } from './floor-check'
import { TryFloors } from './try-floors'

/** Where a sheet stands on its way to approval: who handed it in, why it came back, what its floors say, what it closes. */
export function ReviewStanding({ sheet }: { sheet: SheetDetail }) {
  const t = useWords()
  const api = useApi()
  const { id, status } = sheet
  const onItsWay = status === 'submitted' || status === 'returned' || status === 'draft'
  const review = useQuery({
    queryKey: ['pricing', 'review', id],
    queryFn: ({ signal }) => api.pricing.review({ id }, { signal }),
    enabled: onItsWay,
  })
  if (status === 'competitor') {
    return <Alert type="info" showIcon title={t('pricing:review.competitorNote', { name: sheet.competitor })} />
  }
  if (shownStatus(sheet, dayjs().format('YYYY-MM-DD')) === 'coming') {
    return <Alert type="info" showIcon title={t('pricing:review.scheduledNote', { from: sheet.validFrom })} />
  }
  if (!onItsWay || !review.data) return null
  return (
    <>
      <Note sheet={sheet} review={review.data} />
      {sheet.usage === 'cost' ? null : status === 'submitted' && review.data.check ? (
        <section className="panel" aria-label={t('pricing:check.title')}>
          <h2>{t('pricing:check.title')}</h2>
          <FloorCheckView check={review.data.check} />
        </section>
      ) : (
        <TryFloors id={id} />
      )}
    </>
  )
}

function Note({ sheet, review }: { sheet: SheetDetail; review: ReviewOfSheet }) {
  const t = useWords()
  const at = useInstant()
  const api = useApi()
  // The note of the last submission stands in the audit trail, which the page shows as well.
  const history = useQuery({
    queryKey: ['pricing', 'history', sheet.id],
    queryFn: ({ signal }) => api.pricing.history({ id: sheet.id }, { signal }),
  })
  const note = history.data?.rows.find(({ action }) => action === 'submit')?.reason ?? ''
  const closes = review.closes.map((older) => t('pricing:review.closes', older)).join(' ')
  if (sheet.status === 'returned') {
    const params = { by: review.returnedBy ?? '', at: at(review.returnedAt ?? ''), reason: review.returnReason }
    return (
      <Alert type="error" showIcon title={t('pricing:review.returnedNote', params)} description={closes || undefined} />
    )
  }
  if (sheet.status === 'submitted') {
    const { submittedBy, submittedAt, submittedRole } = review
    const role = submittedRole === null ? '' : t(`shell:role.${submittedRole}`)
    const params = { by: submittedBy ?? '', at: at(submittedAt ?? ''), role }
    return (
      <Alert
        type="info"
        showIcon
        title={t('pricing:review.waitingNote', params)}
        description={
          [note === '' ? '' : t('pricing:review.said', { note }), closes].filter(Boolean).join(' ') || undefined
        }
      />
    )
  }
  return closes === '' ? null : <p className="text-secondary">{closes}</p>
}
