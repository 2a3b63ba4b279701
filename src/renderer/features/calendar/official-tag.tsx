import { Tag } from 'antd'
import type { CalendarDay } from '#shared/contract/calendar'
import { useWords, type Words } from '../../i18n'

/** 元旦 休, 春节 班; '' for an ordinary day. */
export function officialWord(t: Words, kind: CalendarDay['kind'], name: string): string {
  if (kind === 'holiday') return `${name} ${t('calendar:official.off')}`
  return kind === 'adjusted-work' ? `${name} ${t('calendar:official.work')}` : ''
}

/** A tag of the day's standing, for the panel beside the calendar. */
export function OfficialTag({ day }: { day: CalendarDay }) {
  const t = useWords()
  const word = officialWord(t, day.kind, day.official)
  return word === '' ? null : (
    <Tag variant="filled" color={day.kind === 'holiday' ? 'error' : 'processing'}>
      {word}
    </Tag>
  )
}
