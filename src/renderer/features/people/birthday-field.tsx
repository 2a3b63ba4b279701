import { Checkbox, InputNumber, Select } from 'antd'
import type { Birthday } from '#shared/domain/people/person'
import { useWords } from '../../i18n'

/** What stands in the field while it is being filled in: a month or a day may still be missing. */
export interface BirthdayDraft {
  calendar: Birthday['calendar']
  month: number | null
  day: number | null
  leap: boolean
  year: number | null
}

const monthNumbers = Array.from({ length: 12 }, (_, at) => at + 1)
const dayNumbers = Array.from({ length: 31 }, (_, at) => at + 1)
const lunarDays = 30

interface BirthdayFieldProps {
  id?: string
  value?: BirthdayDraft | null
  onChange?: (value: BirthdayDraft | null) => void
}

/** A birthday of the solar or the lunar year; the year itself need not be known. */
export function BirthdayField({ id, value = null, onChange }: BirthdayFieldProps) {
  const t = useWords()
  const change = (part: Partial<BirthdayDraft>) =>
    onChange?.({ calendar: 'solar', month: null, day: null, leap: false, year: null, ...value, ...part })
  const lunar = value?.calendar === 'lunar'
  const options = (numbers: readonly number[], unit: 'month' | 'day') =>
    numbers.map((one) => ({ value: one, label: t(`people:birthday.${unit}Of`, { number: one }) }))
  return (
    <div className="birthday-field" role="group" aria-label={t('fields:contact.birthday')}>
      <Select<'none' | Birthday['calendar']>
        {...(id === undefined ? {} : { id })}
        aria-label={t('people:birthday.calendar')}
        value={value?.calendar ?? 'none'}
        onChange={(calendar) => (calendar === 'none' ? onChange?.(null) : change({ calendar, leap: false }))}
        options={(['none', 'solar', 'lunar'] as const).map((one) => ({
          value: one,
          label: t(`people:birthday.${one}`),
        }))}
      />
      <Select<number>
        aria-label={t('people:birthday.month')}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('people:birthday.month')}
        value={value?.month ?? null}
        onChange={(month) => change({ month })}
        options={options(monthNumbers, 'month')}
        disabled={value === null}
      />
      <Select<number>
        aria-label={t('people:birthday.day')}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('people:birthday.day')}
        value={value?.day ?? null}
        onChange={(day) => change({ day })}
        options={options(lunar ? dayNumbers.slice(0, lunarDays) : dayNumbers, 'day')}
        disabled={value === null}
      />
      <InputNumber
        aria-label={t('people:birthday.year')}
        placeholder={t('people:birthday.year')}
        min={1900}
        max={2100}
        controls={false}
        value={value?.year ?? null}
        onChange={(year) => change({ year })}
        disabled={value === null}
      />
      {lunar ? (
        <Checkbox checked={value?.leap ?? false} onChange={(event) => change({ leap: event.target.checked })}>
          {t('people:birthday.leap')}
        </Checkbox>
      ) : null}
    </div>
  )
}
