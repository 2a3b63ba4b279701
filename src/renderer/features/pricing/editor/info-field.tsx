import { AutoComplete, Input, Select } from 'antd'
import { isWordKey } from '#shared/i18n/index'
import { Field } from '../../../components/field'
import { useWords } from '../../../i18n'
import { workbookKey } from '../sheet-words'
import type { InfoEntry } from './info-fields'

interface InfoFieldProps {
  entry: InfoEntry
  value: string
  message: string | null
  onChange: (value: string) => void
}

/** One key of 报价信息 with what it means when it is left empty; what is wrong with it stands under it. */
export function InfoField({ entry, value, message, onChange }: InfoFieldProps) {
  const t = useWords()
  const { key, kind, choices = [], unit, hint, standard } = entry
  const note = hint ? t(`pricingEditor:info.${hint}`) : undefined
  const placeholder = standard === undefined ? undefined : t('pricingEditor:info.default', { value: standard })
  const status = message === null ? undefined : 'error'
  const units = { kg: t('components:unit.kg'), yuan: t('components:unit.yuan'), m3: 'm³' }
  return (
    <Field label={workbookKey(t, key)} message={message} note={note} required={entry.required ?? false}>
      {(id) => {
        if (kind === 'select') {
          return (
            <Select
              id={id}
              value={value === '' ? (choices[0] ?? '') : value}
              onChange={(next) => onChange(next === choices[0] ? '' : next)}
              options={choices.map((choice) => ({ value: choice, label: choiceText(t, choice) }))}
              {...(status ? { status } : {})}
            />
          )
        }
        if (kind === 'suggest') {
          return (
            <AutoComplete
              id={id}
              value={value}
              onChange={(next: string | undefined) => onChange(next ?? '')}
              options={choices.map((choice) => ({ value: choice }))}
              placeholder={placeholder}
              allowClear
              {...(status ? { status } : {})}
            />
          )
        }
        return (
          <Input
            id={id}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            placeholder={placeholder}
            autoComplete="off"
            suffix={unit ? <span className="text-secondary">{units[unit]}</span> : undefined}
            {...(status ? { status } : {})}
          />
        )
      }}
    </Field>
  )
}

/** A word of the workbook in the language of the window. */
function choiceText(t: ReturnType<typeof useWords>, choice: string): string {
  const key = `pricingEditor:choice.${choice}`
  return isWordKey(key) ? t(key) : choice
}
