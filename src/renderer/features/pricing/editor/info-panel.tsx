import { AutoComplete, Button, DatePicker, Input } from 'antd'
import { DeleteOutlined } from '../../../components/icons'
import dayjs from 'dayjs'
import type { TableProblem } from '#shared/domain/price-editing/check-tables'
import { Field } from '../../../components/field'
import { useWords } from '../../../i18n'
import { usePriceChoices } from '../price-choices'
import { workbookKey } from '../sheet-words'
import { type EditorForm, infoOf, withInfo } from './editor-form'
import { InfoField } from './info-field'
import { chargeEntries, type InfoEntry, knownKeys, weightEntries } from './info-fields'
import { useProblemText } from './problem-text'
import { WhomFields } from './whom-fields'

interface InfoPanelProps {
  form: EditorForm
  problems: readonly TableProblem[]
  onChange: (form: EditorForm, run: string) => void
}

/** 报价信息 as a form: whom it is for and when, how the chargeable weight comes about, what is charged. */
export function InfoPanel({ form, problems, onChange }: InfoPanelProps) {
  const t = useWords()
  const text = useProblemText()
  const choices = usePriceChoices()
  const set = (key: string, value: string) => onChange(withInfo(form, key, value), `info.${key}`)
  const messageOf = (key: string) => {
    const own = problems.filter(({ where }) => where.part === 'info' && where.key === key)
    return own.length === 0 ? null : own.map(text).join(t('pricingEditor:problems.between'))
  }
  const entry = (one: InfoEntry) => (
    <InfoField
      key={one.key}
      entry={one}
      value={infoOf(form, one.key)}
      message={messageOf(one.key)}
      onChange={(value) => set(one.key, value)}
    />
  )
  const dateField = (key: string, required: boolean) => {
    const value = infoOf(form, key)
    const day = dayjs(value)
    return (
      <Field label={workbookKey(t, key)} required={required} message={messageOf(key)}>
        {(id) => (
          <DatePicker
            id={id}
            value={value !== '' && day.isValid() ? day : null}
            onChange={(next) => set(key, next ? next.format('YYYY-MM-DD') : '')}
          />
        )}
      </Field>
    )
  }
  return (
    <div className="stack editor-info">
      <fieldset className="editor-fields">
        <legend>{t('pricingEditor:info.basic')}</legend>
        {entry({ key: '报价名称', kind: 'text', required: true })}
        {entry({ key: '报价编号', kind: 'text' })}
        <WhomFields form={form} messageOf={messageOf} onChange={onChange} />
        {entry({ key: '用途', kind: 'select', choices: ['销售', '成本'] })}
        <Field label={workbookKey(t, '产品')} message={messageOf('产品')}>
          {(id) => (
            <AutoComplete
              id={id}
              value={infoOf(form, '产品')}
              onChange={(value: string | undefined) => set('产品', value ?? '')}
              options={(choices.data?.products ?? []).map((value) => ({ value }))}
              placeholder={t('pricingEditor:info.productAny')}
              allowClear
            />
          )}
        </Field>
        {entry({ key: '始发地', kind: 'text' })}
        {dateField('生效日期', true)}
        {dateField('失效日期', false)}
      </fieldset>
      <fieldset className="editor-fields">
        <legend>{t('pricingEditor:info.weight')}</legend>
        {weightEntries.map(entry)}
      </fieldset>
      <fieldset className="editor-fields">
        <legend>{t('pricingEditor:info.charge')}</legend>
        {chargeEntries.map(entry)}
      </fieldset>
      <Field label={workbookKey(t, '备注')} message={messageOf('备注')}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={infoOf(form, '备注')}
            onChange={(event) => set('备注', event.target.value)}
          />
        )}
      </Field>
      <Remarks form={form} onChange={onChange} />
    </div>
  )
}

/** Keys that are none of the trade's are kept as remarks (PRICING §4). */
function Remarks({ form, onChange }: Pick<InfoPanelProps, 'form' | 'onChange'>) {
  const t = useWords()
  const remarks = form.info.map((one, at) => ({ ...one, at })).filter(({ key }) => !knownKeys.has(key))
  const put = (at: number, change: Partial<{ key: string; value: string }>) =>
    onChange(
      { ...form, info: form.info.map((one, index) => (index === at ? { ...one, ...change } : one)) },
      `remark.${at}`,
    )
  return (
    <fieldset className="stack editor-remarks">
      <legend>{t('pricingEditor:info.remarks')}</legend>
      {remarks.map(({ key, value, at }) => (
        <div className="row" key={at}>
          <Input
            aria-label={t('pricingEditor:info.remarkKey')}
            placeholder={t('pricingEditor:info.remarkKey')}
            value={key}
            onChange={(event) => put(at, { key: event.target.value })}
          />
          <Input
            aria-label={t('pricingEditor:info.remarkValue')}
            placeholder={t('pricingEditor:info.remarkValue')}
            value={value}
            onChange={(event) => put(at, { value: event.target.value })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('pricingEditor:info.removeRemark')}
            onClick={() => onChange({ ...form, info: form.info.filter((_, index) => index !== at) }, '')}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() => onChange({ ...form, info: [...form.info, { key: '', value: '' }] }, '')}
          disabled={remarks.some(({ key }) => key === '')}
        >
          {t('pricingEditor:info.addRemark')}
        </Button>
      </div>
    </fieldset>
  )
}
