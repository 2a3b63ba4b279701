import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface DayInputProps {
  id?: string
  /** `YYYY-MM-DD`; null or '': none. */
  value?: string | null
  onChange?: (day: string | null) => void
  /** For fields without a visible label; stands in the empty field as well. */
  label?: string
  /** Latest day that can be chosen. */
  latest?: string
  size?: 'small' | 'middle'
}

/** A field for one business day. */
export function DayInput({ id, value, onChange, label, latest, size }: DayInputProps) {
  return (
    <DatePicker
      id={id}
      size={size}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day?.format('YYYY-MM-DD') ?? null)}
      {...(latest !== undefined && { maxDate: dayjs(latest) })}
      placeholder={label}
      aria-label={label}
      style={{ width: '100%' }}
    />
  )
}

/** Today where the user sits, `YYYY-MM-DD`. */
export function todayHere(): string {
  return dayjs().format('YYYY-MM-DD')
}
