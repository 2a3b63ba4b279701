import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import type { QuotationHead } from '#shared/contract/quotations'
import { AccountPicker } from '../../components/account-picker'
import { Field } from '../../components/field'
import { useWords } from '../../i18n'
import type { Faults } from './quotation-draft'

interface HeadEditorProps {
  head: QuotationHead
  faults: Faults
  readOnly: boolean
  onChange: (head: QuotationHead) => void
}

/** To whom a quotation goes and how long it holds. */
export function HeadEditor({ head, faults, readOnly, onChange }: HeadEditorProps) {
  const t = useWords()
  const set = (change: Partial<QuotationHead>) => onChange({ ...head, ...change })
  const text = (field: 'company' | 'contact' | 'phone', max: number, required = false) => (
    <Field
      label={t(`quotations:form.${field}`)}
      required={required}
      message={field === 'company' && faults.company ? t(faults.company) : null}
    >
      {(id) => (
        <Input
          id={id}
          value={head[field]}
          maxLength={max}
          readOnly={readOnly}
          autoComplete="off"
          onChange={(event) => set({ [field]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <section className="panel" aria-label={t('quotations:form.head')}>
      <h2>{t('quotations:form.head')}</h2>
      <div className="quotation-head">
        <Field label={t('quotations:form.account')}>
          {(id) => (
            <AccountPicker
              id={id}
              label={t('quotations:form.accountHint')}
              value={head.accountId}
              disabled={readOnly}
              onChange={(accountId, account) =>
                set({ accountId: accountId ?? null, ...(account && { company: account.name }) })
              }
              width="100%"
            />
          )}
        </Field>
        {text('company', 120, true)}
        {text('contact', 60)}
        {text('phone', 40)}
        {(['validFrom', 'validTo'] as const).map((field) => (
          <Field
            key={field}
            label={t(`quotations:form.${field}`)}
            required
            message={field === 'validTo' && faults.validTo ? t(faults.validTo) : null}
          >
            {(id) => (
              <DatePicker
                id={id}
                allowClear={false}
                disabled={readOnly}
                value={dayjs(head[field])}
                onChange={(day) => day && set({ [field]: day.format('YYYY-MM-DD') })}
              />
            )}
          </Field>
        ))}
      </div>
    </section>
  )
}
