import { DatePicker, Modal, Radio } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { QuotationDetail } from '#shared/contract/quotations'
import { AccountPicker } from '../../components/account-picker'
import { useApi, useChanged } from '../../components/backend'
import { ErrorState } from '../../components/error-state'
import { Field } from '../../components/field'
import { formatCount } from '../../components/figures'
import { useNotifyDone } from '../../components/notify'
import { useLocale, useWords } from '../../i18n'

/** 成交: for whom and from when the draft price sheets are made; a prospect gets its account here. */
export function WinDialog({ quotation, onClose }: { quotation: QuotationDetail; onClose: () => void }) {
  const t = useWords()
  const api = useApi()
  const locale = useLocale()
  const changed = useChanged()
  const done = useNotifyDone()
  const { id, version, number, company, head } = quotation
  const [open, setOpen] = useState(head.accountId === null)
  const [accountId, setAccountId] = useState(head.accountId)
  const [effectiveFrom, setEffectiveFrom] = useState(dayjs().format('YYYY-MM-DD'))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const win = async () => {
    setBusy(true)
    setError(null)
    try {
      const customer = open ? { open: true as const } : accountId === null ? null : { accountId }
      const won = await api.quotations.win({ id, version, locale, customer, effectiveFrom })
      await changed()
      done(t('quotations:done.won', { number, count: formatCount(won.sheets.length) }))
      onClose()
    } catch (cause) {
      setError(cause)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('quotations:win.title')}
      okText={t('quotations:win.ok')}
      cancelText={t('shell:cancel')}
      okButtonProps={{ loading: busy, disabled: !open && accountId === null }}
      onOk={() => void win()}
      onCancel={onClose}
    >
      <div className="stack">
        <span className="text-secondary">{t('quotations:win.text')}</span>
        <div className="field">
          <span>{t('quotations:win.customer')}</span>
          <Radio.Group value={open} onChange={(event) => setOpen(event.target.value as boolean)}>
            <Radio value={false}>{t('quotations:win.pick')}</Radio>
            <Radio value>{t('quotations:win.open', { name: company })}</Radio>
          </Radio.Group>
        </div>
        {open ? null : (
          <AccountPicker
            label={t('quotations:win.pick')}
            value={accountId}
            onChange={(next) => setAccountId(next ?? null)}
            width="100%"
          />
        )}
        <Field label={t('quotations:win.effective')} required>
          {(field) => (
            <DatePicker
              id={field}
              allowClear={false}
              value={dayjs(effectiveFrom)}
              onChange={(day) => day && setEffectiveFrom(day.format('YYYY-MM-DD'))}
            />
          )}
        </Field>
        {error ? <ErrorState error={error} /> : null}
      </div>
    </Modal>
  )
}
