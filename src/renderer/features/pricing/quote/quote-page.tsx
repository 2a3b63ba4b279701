import { Button, type InputRef } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useMemo, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useApi } from '../../../components/backend'
import { EmptyState } from '../../../components/empty-state'
import { ErrorState } from '../../../components/error-state'
import { PageHeader } from '../../../components/page-header'
import { useLocale, useWords } from '../../../i18n'
import { QuoteTabs } from '../lines/quote-tabs'
import { QuoteAnswer } from './quote-answer'
import { emptyQuote, faultsOf, requestOf, type QuoteDraft } from './quote-draft'
import { QuoteForm } from './quote-form'
import { useSettled } from './use-settled'
import { quoteQuery } from './quote-query'

/** 报价计算: the price follows the typing; Enter asks at once. A link can name the sheet and the customer. */
export function QuotePage() {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const [address] = useSearchParams()
  const first = useRef<InputRef>(null)
  const [draft, setDraft] = useState<QuoteDraft>(() => ({
    ...emptyQuote(dayjs().format('YYYY-MM-DD')),
    accountId: Number(address.get('accountId')) || null,
    sheetId: Number(address.get('sheetId')) || null,
  }))
  const faults = useMemo(() => faultsOf(draft), [draft])
  const { settled, settleNow, handlers } = useSettled(draft)
  const asked = useMemo(() => requestOf(settled, locale), [settled, locale])
  const quote = useQuery({ ...quoteQuery(api, asked), placeholderData: keepPreviousData })
  const change = (part: Partial<QuoteDraft>) => setDraft((old) => ({ ...old, ...part }))
  const clear = () => {
    setDraft(emptyQuote(draft.date))
    first.current?.focus()
  }
  const faulty = Object.keys(faults).length > 0
  return (
    <div className="page">
      <PageHeader
        title={t('pricing:quote.title')}
        extra={<QuoteTabs shown="one" />}
        help={t('pricing:quote.help')}
        actions={<Link to="/pricing">{t('pricing:sheet.back')}</Link>}
      />
      <div className="quote-layout">
        <section className="panel stack" aria-label={t('pricing:quote.form')} {...handlers}>
          <QuoteForm draft={draft} faults={faults} onChange={change} first={first} />
          <div className="row quote-buttons">
            <Button type="primary" onClick={settleNow}>
              {t('pricing:quote.now')} <kbd>Enter</kbd>
            </Button>
            <Button onClick={clear}>{t('pricing:quote.clear')}</Button>
          </div>
        </section>
        <section className="panel" aria-label={t('pricing:quote.answer')} aria-live="polite">
          {asked === null ? (
            <EmptyState
              title={t(faulty ? 'pricing:quote.faulty' : 'pricing:quote.waiting')}
              text={faulty ? undefined : t('pricing:quote.waitingText')}
            />
          ) : quote.error ? (
            <ErrorState error={quote.error} onRetry={() => void quote.refetch()} />
          ) : quote.data ? (
            <QuoteAnswer quote={quote.data} refreshing={quote.isPlaceholderData} onPlace={change} />
          ) : (
            <div className="boot" role="status" aria-label={t('shell:loading')} />
          )}
        </section>
      </div>
    </div>
  )
}
