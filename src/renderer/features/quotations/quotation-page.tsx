import { Skeleton } from 'antd'
import { useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { QuotationDetail } from '#shared/contract/quotations'
import { useApi } from '../../components/backend'
import { ErrorState } from '../../components/error-state'
import { PageHeader } from '../../components/page-header'
import { useLocale, useWords } from '../../i18n'
import type { QuotationForm } from './quotation-draft'
import { QuotationEditor } from './quotation-editor'

/** Days a new quotation holds. */
const usualDays = 30

/** A new one; `?accountId=17` names the customer. Nothing is stored before it is saved. */
export function NewQuotation() {
  const t = useWords()
  const api = useApi()
  const [address] = useSearchParams()
  const accountId = Number(address.get('accountId')) || null
  const account = useQuery({
    queryKey: ['accounts', 'get', accountId],
    queryFn: ({ signal }) => api.accounts.get({ id: accountId ?? 0 }, { signal }),
    enabled: accountId !== null,
  })
  const initial = useMemo((): QuotationForm => {
    const today = dayjs()
    return {
      head: {
        accountId: account.data ? accountId : null,
        company: account.data?.name ?? '',
        contact: '',
        phone: '',
        validFrom: today.format('YYYY-MM-DD'),
        validTo: today.add(usualDays - 1, 'day').format('YYYY-MM-DD'),
      },
      content: {
        parts: [],
        estimate: [],
        paymentTerms: t('quotations:standard.payment'),
        serviceTerms: t('quotations:standard.service'),
        notes: '',
      },
    }
  }, [account.data, accountId, t])
  if (account.isLoading) return <Waiting />
  return <QuotationEditor key={accountId ?? 0} stored={null} initial={initial} />
}

export function StoredQuotation({ id }: { id: number }) {
  const t = useWords()
  const api = useApi()
  const locale = useLocale()
  const quotation = useQuery({
    queryKey: ['quotations', 'get', id, locale],
    queryFn: ({ signal }) => api.quotations.get({ id, locale }, { signal }),
  })
  if (quotation.error) {
    return (
      <div className="page">
        <PageHeader title={t('quotations:title')} actions={<Link to="/quotations">{t('quotations:back')}</Link>} />
        <ErrorState error={quotation.error} onRetry={() => void quotation.refetch()} />
      </div>
    )
  }
  if (!quotation.data) return <Waiting />
  // A saved quotation is another version: the form begins anew with what the core made of it.
  return <QuotationEditor key={quotation.data.version} stored={quotation.data} initial={formOf(quotation.data)} />
}

function formOf({ head, content }: QuotationDetail): QuotationForm {
  return { head, content }
}

function Waiting() {
  const t = useWords()
  return (
    <div className="page" role="status" aria-label={t('shell:loading')}>
      <Skeleton active paragraph={{ rows: 10 }} />
    </div>
  )
}
