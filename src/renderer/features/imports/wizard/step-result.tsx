import { Alert, Button, Skeleton } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { ImportKind } from '#shared/contract/imports'
import { useApi } from '../../../components/backend'
import { ErrorState } from '../../../components/error-state'
import { formatCount } from '../../../components/figures'
import { useLocale, useWords } from '../../../i18n'
import { BatchActions } from '../batch-actions'
import { BatchReport, type BatchDetail } from '../batch-report'

/** 结果: what came in, what did not and why, and what is best done next. */
export function StepResult({ batch, onAgain }: { batch: number; onAgain: () => void }) {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const detail = useQuery({
    queryKey: ['imports', 'batch', batch, locale],
    queryFn: ({ signal }) => api.imports.batch({ batch, locale }, { signal }),
  })
  if (detail.error) return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />
  if (!detail.data) return <Skeleton active paragraph={{ rows: 6 }} />
  return (
    <div className="stack">
      <Headline batch={detail.data} />
      <div className="row row-wrap">
        <NextSteps batch={detail.data} />
        <BatchActions batch={detail.data} />
        <Button onClick={onAgain}>{t('imports:again')}</Button>
      </div>
      <BatchReport batch={detail.data} />
    </div>
  )
}

function Headline({ batch }: { batch: BatchDetail }) {
  const t = useWords()
  const { counts, seconds } = batch
  if (batch.state === 'undone') {
    return <Alert type="info" showIcon title={t('imports:batch.undone', { batch: batch.batch })} />
  }
  return (
    <Alert
      type={counts.rejected > 0 ? 'warning' : 'success'}
      showIcon
      title={`${t('imports:result.done')} · ${batch.file}`}
      description={t('imports:result.doneText', { seconds: seconds.toFixed(1) })}
    />
  )
}

/** What is best done next; the first is the primary button. */
function NextSteps({ batch }: { batch: BatchDetail }) {
  const t = useWords()
  const navigate = useNavigate()
  if (batch.state === 'undone') return null
  return nextSteps(t, batch).map((step, index) => (
    <Button key={step.to} type={index === 0 ? 'primary' : 'default'} onClick={() => void navigate(step.to)}>
      {step.label}
    </Button>
  ))
}

const byKind: Readonly<Record<ImportKind, (t: ReturnType<typeof useWords>, batch: BatchDetail) => NextStep[]>> = {
  accounts: (t) => [
    { label: t('imports:result.nextPrices'), to: '/imports/prices' },
    { label: t('imports:result.seeAccounts'), to: '/accounts' },
  ],
  contacts: (t) => [{ label: t('imports:result.seeContacts'), to: '/people' }],
  prices: (t) => [
    { label: t('imports:result.nextWaybills'), to: '/imports/waybills' },
    { label: t('imports:result.seePrices'), to: '/pricing' },
  ],
  waybills: (t, { batch, counts }) => [
    ...(counts.unmatched > 0
      ? [{ label: t('imports:result.unmatched', { count: formatCount(counts.unmatched) }), to: '/waybills/unmatched' }]
      : []),
    ...(counts.unrated > 0
      ? [
          {
            label: t('imports:result.unrated', { count: formatCount(counts.unrated) }),
            to: `/waybills?period=all&batch=${batch}&status=exception`,
          },
        ]
      : []),
    { label: t('imports:result.seeWaybills'), to: `/waybills?period=all&batch=${batch}` },
  ],
}

interface NextStep {
  label: string
  to: string
}

function nextSteps(t: ReturnType<typeof useWords>, batch: BatchDetail): NextStep[] {
  return byKind[batch.kind](t, batch)
}
