import { Input, type InputRef } from 'antd'
import type { Ref } from 'react'
import { AccountPicker } from '../../../components/account-picker'
import { Field } from '../../../components/field'
import { MoneyInput, NumberInput, WeightInput } from '../../../components/figure-input'
import { useWords } from '../../../i18n'
import { DateField, ProductField } from './asked-fields'
import type { Faults, QuoteDraft } from './quote-draft'
import { SheetPicker } from './sheet-picker'

interface QuoteFormProps {
  draft: QuoteDraft
  faults: Faults
  onChange: (change: Partial<QuoteDraft>) => void
  first: Ref<InputRef>
}

/** Fields in the order in which a caller says them: where to, how heavy, then what rarely matters. */
export function QuoteForm({ draft, faults, onChange, first }: QuoteFormProps) {
  const t = useWords()
  const wrong = (field: keyof Faults) => {
    const fault = faults[field]
    return fault ? t(fault.key, fault.params) : null
  }
  const size = [
    ['length', t('pricing:quote.length')],
    ['width', t('pricing:quote.width')],
    ['height', t('pricing:quote.height')],
  ] as const
  return (
    <div className="quote-form">
      <Field label={t('pricing:quote.to')} required className="quote-wide">
        {(id) => (
          <Input
            id={id}
            ref={first}
            autoFocus
            maxLength={120}
            autoComplete="off"
            placeholder={t('pricing:quote.toHint')}
            value={draft.to}
            onChange={(event) => onChange({ to: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('pricing:quote.weight')} required message={wrong('grams')}>
        {(id) => <WeightInput id={id} value={draft.grams} onChange={(grams) => onChange({ grams })} />}
      </Field>
      <Field label={t('pricing:quote.pieces')} message={wrong('pieces')}>
        {(id) => (
          <NumberInput
            id={id}
            unit={t('components:unit.pieces')}
            value={draft.pieces}
            onChange={(pieces) => onChange({ pieces })}
          />
        )}
      </Field>
      <Field label={t('pricing:quote.account')} className="quote-wide">
        {(id) => (
          <AccountPicker
            id={id}
            label={t('pricing:quote.accountHint')}
            value={draft.accountId}
            onChange={(accountId) => onChange({ accountId: accountId ?? null })}
            width="100%"
          />
        )}
      </Field>
      <ProductField value={draft.product} onChange={(product) => onChange({ product })} />
      <DateField value={draft.date} onChange={(date) => onChange({ date })} />
      <div className="field quote-wide" role="group" aria-label={t('pricing:quote.size')}>
        <span>{t('pricing:quote.size')}</span>
        <div className="quote-size">
          {size.map(([field, label]) => (
            <NumberInput
              key={field}
              scale={1}
              label={label}
              placeholder={label}
              unit={t('components:unit.cm')}
              value={draft[field]}
              onChange={(value) => onChange({ [field]: value })}
              status={faults[field] ? 'error' : ''}
            />
          ))}
        </div>
        {(['size', 'length', 'width', 'height'] as const)
          .filter((field) => faults[field])
          .slice(0, 1)
          .map((field) => (
            <span className="field-message" role="alert" key={field}>
              {wrong(field)}
            </span>
          ))}
      </div>
      <Field label={t('pricing:quote.declared')} message={wrong('declaredFen')}>
        {(id) => <MoneyInput id={id} value={draft.declaredFen} onChange={(declaredFen) => onChange({ declaredFen })} />}
      </Field>
      <Field label={t('pricing:quote.cod')} message={wrong('codFen')}>
        {(id) => <MoneyInput id={id} value={draft.codFen} onChange={(codFen) => onChange({ codFen })} />}
      </Field>
      <Field label={t('pricing:quote.from')} className="quote-wide">
        {(id) => (
          <Input
            id={id}
            maxLength={120}
            autoComplete="off"
            placeholder={t('pricing:quote.fromHint')}
            value={draft.from}
            onChange={(event) => onChange({ from: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('pricing:quote.sheet')} className="quote-wide">
        {(id) => <SheetPicker id={id} value={draft.sheetId} onChange={(sheetId) => onChange({ sheetId })} />}
      </Field>
    </div>
  )
}
