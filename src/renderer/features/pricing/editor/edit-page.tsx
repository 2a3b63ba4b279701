import { Button, Skeleton } from 'antd'
import { useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { useApi } from '../../../components/backend'
import { EmptyState } from '../../../components/empty-state'
import { ErrorState } from '../../../components/error-state'
import { PageHeader } from '../../../components/page-header'
import { useWords } from '../../../i18n'
import { copyOf, formOf, newForm } from './editor-form'
import { SheetEditor } from './sheet-editor'

const idOf = (text: string | null | undefined): number | null => {
  const id = Number(text)
  return Number.isSafeInteger(id) && id > 0 ? id : null
}

/** `#/pricing/17/edit`: a draft. */
export function EditPage() {
  const t = useWords()
  const navigate = useNavigate()
  const id = idOf(useParams().id)
  const { written, waiting } = useWritten(id)
  if (!written) return waiting
  if (!written.editable) {
    return (
      <div className="page">
        <PageHeader
          title={written.name}
          actions={<Link to={`/pricing/${written.id}`}>{t('pricingEditor:back')}</Link>}
        />
        <EmptyState
          title={t('pricingEditor:notEditable')}
          action={
            <Button type="primary" onClick={() => void navigate(`/pricing/new?from=${written.id}&as=version`)}>
              {t('pricingEditor:newVersion')}
            </Button>
          }
        />
      </div>
    )
  }
  return (
    <SheetEditor
      key={written.id}
      draftKey={String(written.id)}
      title={t('pricingEditor:title.edit', { name: written.name })}
      source={{ id: written.id, version: written.version, token: written.token, problems: written.problems }}
      from={null}
      initial={formOf(written.tables)}
    />
  )
}

/** `#/pricing/new`: a sheet from nothing, `?from=17&as=version` the next version of one, `&as=copy` a copy of it. */
export function NewPage() {
  const t = useWords()
  const [address] = useSearchParams()
  const from = idOf(address.get('from'))
  const as = address.get('as') === 'copy' ? 'copy' : 'version'
  const { written, waiting } = useWritten(from)
  if (from === null) {
    return (
      <SheetEditor
        key="new"
        draftKey="new"
        title={t('pricingEditor:title.new')}
        source={null}
        from={null}
        initial={newForm(dayjs().format('YYYY-MM-DD'))}
      />
    )
  }
  if (!written) return waiting
  const begins = dayjs().add(1, 'month').startOf('month').format('YYYY-MM-DD')
  const { name } = written
  return (
    <SheetEditor
      key={`${as} ${from}`}
      draftKey={`${as}.${from}`}
      title={t(`pricingEditor:title.${as}`, { name })}
      source={null}
      from={from}
      initial={copyOf(formOf(written.tables), as, begins, (own) => t('pricingEditor:copyName', { name: own || name }))}
    />
  )
}

/** The sheet as it was last written; asked anew each time, never while somebody is typing. */
function useWritten(id: number | null) {
  const t = useWords()
  const api = useApi()
  const sheet = useQuery({
    queryKey: ['pricing-written', id],
    queryFn: ({ signal }) => api.pricing.written({ id: id ?? 0 }, { signal }),
    enabled: id !== null,
    gcTime: 0,
  })
  const waiting = sheet.error ? (
    <div className="page">
      <PageHeader title={t('pricing:title')} actions={<Link to="/pricing">{t('pricing:sheet.back')}</Link>} />
      <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />
    </div>
  ) : (
    <div className="page" role="status" aria-label={t('shell:loading')}>
      <Skeleton active paragraph={{ rows: 10 }} />
    </div>
  )
  return { written: sheet.data, waiting }
}
