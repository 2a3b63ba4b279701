import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { Field } from '../../../components/field'
import { wordOptions } from '../../../components/word-options'
import { useWords } from '../../../i18n'
import { usePriceChoices } from '../price-choices'

interface AskedFieldProps {
  value: string
  onChange: (value: string) => void
}

/** The product that is priced; '' is any. */
export function ProductField({ value, onChange }: AskedFieldProps) {
  const t = useWords()
  const choices = usePriceChoices()
  return (
    <Field label={t('pricing:quote.product')}>
      {(id) => (
        <Select
          id={id}
          value={value === '' ? null : value}
          onChange={(product: string | undefined) => onChange(product ?? '')}
          options={wordOptions(choices.data?.products)}
          placeholder={t('pricing:quote.productAny')}
          allowClear
        />
      )}
    </Field>
  )
}

/** The day whose prices hold. */
export function DateField({ value, onChange }: AskedFieldProps) {
  const t = useWords()
  return (
    <Field label={t('pricing:quote.date')}>
      {(id) => (
        <DatePicker
          id={id}
          allowClear={false}
          value={dayjs(value)}
          onChange={(day) => day && onChange(day.format('YYYY-MM-DD'))}
        />
      )}
    </Field>
  )
}
