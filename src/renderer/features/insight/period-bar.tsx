import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useWords } from '../../i18n'
import { useMonth } from '../../components/month'
import { presets, type Period } from './period'

/** From and to month, and the periods asked for most, which end with the month of the top bar. */
export function PeriodBar({ period }: { period: Period }) {
  const t = useWords()
  const [month] = useMonth()
  return (
    <div className="row row-wrap" role="group" aria-label={t('insight:period.label')}>
      <DatePicker.RangePicker
        picker="month"
        allowClear={false}
        aria-label={t('insight:period.label')}
        value={[dayjs(`${period.from}-01`), dayjs(`${period.to}-01`)]}
        onChange={(months) => {
          const [from, to] = months ?? []
          if (from && to) period.set(from.format('YYYY-MM'), to.format('YYYY-MM'))
        }}
        style={{ width: 208 }}
      />
      {presets.map((preset) => {
        const from = preset.from(month)
        const on = period.from === from && period.to === month
        return (
          <Button
            key={preset.key}
            type={on ? 'primary' : 'default'}
            ghost={on}
            aria-pressed={on}
            onClick={() => period.set(from, month)}
          >
            {t(`insight:period.${preset.key}`)}
          </Button>
        )
      })}
    </div>
  )
}
