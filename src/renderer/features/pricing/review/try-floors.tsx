import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../components/backend'
import { useMay } from '../../../components/book'
import { ErrorState } from '../../../components/error-state'
import { useWords } from '../../../i18n'
import { FloorCheckView } from './floor-check'

/** Tries a draft against the floors before it is handed in; asked for by hand, because it rates months of waybills. */
export function TryFloors({ id }: { id: number }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const [asked, setAsked] = useState(false)
  const check = useQuery({
    queryKey: ['pricing', 'checkFloors', id],
    queryFn: ({ signal }) => api.pricing.checkFloors({ id }, { signal }),
    enabled: asked,
  })
  if (!may('pricing.write')) return null
  return (
    <section className="panel" aria-label={t('pricing:check.title')}>
      <h2 className="row row-spread">
        {t('pricing:check.title')}
        <Button size="small" loading={check.isFetching} onClick={() => (asked ? void check.refetch() : setAsked(true))}>
          {t('pricing:check.action')}
        </Button>
      </h2>
      {check.isLoading ? <p className="text-secondary">{t('pricing:check.running')}</p> : null}
      {check.error ? <ErrorState error={check.error} onRetry={() => void check.refetch()} /> : null}
      {check.data ? <FloorCheckView check={check.data} /> : null}
    </section>
  )
}
