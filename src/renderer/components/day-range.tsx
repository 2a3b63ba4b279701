import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface DayRangeProps {
  label: string
  /** `YYYY-MM-DD`; either end may be open. */
  from: string | undefined
  to: string | undefined
  onChange: (from: string | undefined, to: string | undefined) => void
}

/** A filter over days with open ends. */
export function DayRange({ label, from, to, onChange }: DayRangeProps) {
  const day = (text: string | undefined) => (text ? dayjs(text) : null)
  return (
    <DatePicker.RangePicker
      aria-label={label}
      className="day-range"
      value={[day(from), day(to)]}
      allowEmpty={[true, true]}
      onChange={(days) => onChange(days?.[0]?.format('YYYY-MM-DD'), days?.[1]?.format('YYYY-MM-DD'))}
    />
  )
}
