import { Form, Input, Select } from 'antd'
import type { Rule } from 'antd/es/form'
import type { CustomField } from '#shared/contract/custom-fields'
import { parseCustom } from '#shared/domain/custom-field/custom-value'
import { isWordKey } from '#shared/i18n/index'
import { DayInput } from '../../components/day-input'
import { useWords, type Words } from '../../i18n'
import { useCustomFields } from './use-archive'

/** The branch's own fields as part of the customer's form. Values are held as they are written. */
export function CustomInputs() {
  const t = useWords()
  const fields = useCustomFields() ?? []
  if (fields.length === 0) return null
  return (
    <fieldset className="field-group">
      <legend title={t('archive:custom.hint')}>{t('archive:custom.title')}</legend>
      <div className="grid-2 form-grid">
        {fields.map((field) => (
          <Form.Item
            key={field.uid}
            name={['custom', field.uid]}
            label={field.name}
            required={field.required}
            rules={[customRule(t, field)]}
            normalize={(value?: string | null) => value ?? ''}
            getValueProps={(value: unknown) => ({ value: value === '' ? undefined : value })}
          >
            <CustomInput field={field} />
          </Form.Item>
        ))}
      </div>
    </fieldset>
  )
}

interface CustomInputProps {
  field: CustomField
  id?: string
  value?: string
  onChange?: (value: string | null) => void
}

export function CustomInput({ field, id, value, onChange }: CustomInputProps) {
  if (field.type === 'date') return <DayInput id={id} value={value ?? null} onChange={onChange} />
  if (field.type === 'choice') {
    const offered = field.options.filter(({ name, retired }) => !retired || name === value)
    return (
      <Select<string>
        id={id}
        value={value ?? null}
        onChange={(next?: string) => onChange?.(next ?? '')}
        options={offered.map(({ name }) => ({ value: name, label: name }))}
        allowClear
        showSearch={offered.length > 8}
      />
    )
  }
  const number = field.type === 'number'
  return (
    <Input
      id={id}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value)}
      autoComplete="off"
      className={number ? 'figure-input' : undefined}
      inputMode={number ? 'decimal' : undefined}
      suffix={field.unit === '' ? undefined : <span className="text-secondary">{field.unit}</span>}
    />
  )
}

function customRule(t: Words, field: CustomField): Rule {
  return {
    validator: async (_rule, value: unknown) => {
      const text = typeof value === 'string' ? value.trim() : ''
      if (text === '') {
        if (field.required) throw new Error(t('components:input.required', { field: field.name }))
        return
      }
      const read = parseCustom(field, text)
      if (read.ok) return
      const key = `importProblems:value.${read.code}`
      throw new Error(isWordKey(key) ? t(key, read.params) : read.code)
    },
  }
}
