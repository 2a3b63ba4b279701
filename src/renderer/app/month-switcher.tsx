import { Button, Popover } from 'antd'
import { LeftOutlined, RightOutlined } from '../components/icons'
import { useState } from 'react'
import { addMonths } from '#shared/domain/months'
import { useBook } from '../components/book'
import { useMonth } from '../components/month'
import { useMonthName } from '../components/month-name'
import { useWords } from '../i18n'

/** The month all figures of the window are of: arrows for the neighbours, a year's months behind its name. */
export function MonthSwitcher() {
  const t = useWords()
  const [month, setMonth] = useMonth()
  const { latestMonth } = useBook()
  const [open, setOpen] = useState(false)
  const [year, setYear] = useState(Number(month.slice(0, 4)))
  const name = useMonthName()
  const choose = (next: string) => {
    setMonth(next)
    setOpen(false)
  }
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  return (
    <div className="month-switcher" role="group" aria-label={t('shell:month.label')}>
      <Button
        type="text"
        icon={<LeftOutlined />}
        aria-label={t('shell:month.previous')}
        onClick={() => setMonth(addMonths(month, -1))}
      />
      <Popover
        trigger="click"
        open={open}
        onOpenChange={(next) => {
          setOpen(next)
          setYear(Number(month.slice(0, 4)))
        }}
        content={
          <div className="month-panel">
            <div className="row row-spread">
              <Button
                type="text"
                icon={<LeftOutlined />}
                aria-label={t('shell:month.earlierYear')}
                onClick={() => setYear(year - 1)}
              />
              <strong>{year}</strong>
              <Button
                type="text"
                icon={<RightOutlined />}
                aria-label={t('shell:month.laterYear')}
                onClick={() => setYear(year + 1)}
              />
            </div>
            <div className="month-grid">
              {months.map((one) => (
                <Button
                  key={one}
                  size="small"
                  type={one === month ? 'primary' : 'text'}
                  disabled={one > latestMonth}
                  onClick={() => choose(one)}
                  aria-current={one === month ? 'date' : undefined}
                  aria-label={name(one)}
                >
                  {Number(one.slice(5))}
                </Button>
              ))}
            </div>
            <Button size="small" type="link" onClick={() => choose(latestMonth)}>
              {t('shell:month.latest')}
            </Button>
          </div>
        }
      >
        <Button type="text" className="month-name">
          {name(month)}
        </Button>
      </Popover>
      <Button
        type="text"
        icon={<RightOutlined />}
        aria-label={t('shell:month.next')}
        disabled={month >= latestMonth}
        onClick={() => setMonth(addMonths(month, 1))}
      />
    </div>
  )
}
