import { Alert, Button, Input, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useState, type KeyboardEvent } from 'react'
import { mostQuoteLines } from '#shared/contract/quote-lines'
import { AccountPicker } from '../../../components/account-picker'
import { useApi } from '../../../components/backend'
import { ChooseFile } from '../../../components/choose-file'
import { useDeliver } from '../../../components/deliver'
import { EmptyState } from '../../../components/empty-state'
import { ErrorState } from '../../../components/error-state'
import { Field } from '../../../components/field'
import { formatCount } from '../../../components/figures'
import { PageHeader } from '../../../components/page-header'
import { useWords } from '../../../i18n'
import { DateField, ProductField } from '../quote/asked-fields'
import { LinesAnswer } from './lines-answer'
import { QuoteTabs } from './quote-tabs'
import { type LineSettings, useLines } from './use-lines'

/** 多票试算: many tickets from a paste or a file, priced in one go beside general, competitor's price and cost. */
export function LinesPage() {
  const t = useWords()
  const api = useApi()
  const deliver = useDeliver()
  const [text, setText] = useState('')
  const [settings, setSettings] = useState<LineSettings>({
    accountId: null,
    product: '',
    date: dayjs().format('YYYY-MM-DD'),
    competitorSheetId: null,
  })
  const lines = useLines(settings)
  const change = (part: Partial<LineSettings>) => setSettings((old) => ({ ...old, ...part }))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    lines.read({ text })
  }
  const { input } = lines
  return (
    <div className="page">
      <PageHeader
        title={t('pricing:quote.title')}
        extra={<QuoteTabs shown="many" />}
        help={t('pricing:lines.help')}
        actions={
          <Button
            disabled={!input || input.lines.length === 0}
            onClick={() => input && void deliver(() => api.pricing.exportQuoteLines(input))}
          >
            {t('pricing:lines.export')}
          </Button>
        }
      />
      <section className="panel stack" aria-label={t('pricing:quote.form')}>
        <div className="lines-input">
          <Field label={t('pricing:lines.input')}>
            {(id) => (
              <Input.TextArea
                id={id}
                autoFocus
                rows={7}
                spellCheck={false}
                placeholder={t('pricing:lines.placeholder')}
                value={text}
                onChange={(event) => setText(event.target.value)}
                onKeyDown={onKeyDown}
              />
            )}
          </Field>
          <ChooseFile
            extensions={['xlsx', 'xls', 'csv']}
            title={t('pricing:lines.fileTitle')}
            disabled={lines.busy}
            onChosen={({ ticket }) => lines.read({ ticket })}
          />
        </div>
        <Settings settings={settings} onChange={change} />
        <div className="row row-wrap">
          <Button
            type="primary"
            loading={lines.busy}
            disabled={text.trim() === ''}
            onClick={() => lines.read({ text })}
          >
            {t('pricing:lines.price')} <kbd>Ctrl Enter</kbd>
          </Button>
          <Button
            onClick={() => {
              setText(t('pricing:lines.placeholder'))
              lines.read({ text: t('pricing:lines.placeholder') })
            }}
          >
            {t('pricing:lines.example')}
          </Button>
          <Button
            onClick={() => {
              setText('')
              lines.clear()
            }}
          >
            {t('pricing:lines.clear')}
          </Button>
        </div>
      </section>
      {lines.left > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('pricing:lines.left', { most: formatCount(mostQuoteLines), count: formatCount(lines.left) })}
        />
      ) : null}
      {lines.error ? <ErrorState error={lines.error} /> : null}
      {lines.answer && input ? (
        <LinesAnswer input={input} answer={lines.answer} problems={lines.problems} refreshing={lines.busy} />
      ) : lines.error ? null : (
        <section className="panel">
          <EmptyState
            title={t('pricing:lines.empty')}
            text={t('pricing:lines.emptyText', { most: formatCount(mostQuoteLines) })}
          />
        </section>
      )}
    </div>
  )
}

function Settings({ settings, onChange }: { settings: LineSettings; onChange: (part: Partial<LineSettings>) => void }) {
  const t = useWords()
  const api = useApi()
  const { accountId } = settings
  const rivals = useQuery({
    queryKey: ['pricing', 'competitors', accountId],
    queryFn: ({ signal }) => api.pricing.competitors({ accountId }, { signal }),
  })
  const sheets = rivals.data?.rows ?? []
  return (
    <div className="lines-settings">
      <Field label={t('pricing:lines.account')}>
        {(id) => (
          <AccountPicker
            id={id}
            label={t('pricing:quote.accountHint')}
            value={accountId}
            // A competitor's sheet may be archived for the customer that was chosen before.
            onChange={(next) => onChange({ accountId: next ?? null, competitorSheetId: null })}
            width="100%"
          />
        )}
      </Field>
      <ProductField value={settings.product} onChange={(product) => onChange({ product })} />
      <DateField value={settings.date} onChange={(date) => onChange({ date })} />
      <Field
        label={t('pricing:lines.competitor')}
        note={rivals.data && sheets.length === 0 ? t('pricing:lines.competitorEmpty') : undefined}
      >
        {(id) => (
          <Select
            id={id}
            value={settings.competitorSheetId}
            onChange={(next: number | undefined) => onChange({ competitorSheetId: next ?? null })}
            options={sheets.map((sheet) => ({ value: sheet.id, label: `${sheet.competitor} · ${sheet.name}` }))}
            placeholder={t('pricing:lines.competitorNone')}
            disabled={sheets.length === 0}
            allowClear
          />
        )}
      </Field>
    </div>
  )
}
