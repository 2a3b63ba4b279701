import { weekdayOf } from '#shared/domain/calendar/weekday'
import type { Keeping } from '#shared/domain/calendar/yearly-date'
import { daysBetween } from '#shared/domain/months'
import type { Message } from '#shared/contract/base'
import { joinClauses } from '#shared/i18n/join-clauses'
import { reminderText } from '#shared/i18n/reminder-text'
import { useLocale, useWords } from '../../i18n'

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** Days and reminders in words. */
export function useDayWords() {
  const t = useWords()
  const locale = useLocale()
  const weekday = (day: string) => t(`calendar:weekday.${weekdays[weekdayOf(day)] ?? 'sun'}`)
  return {
    locale,
    weekday,
    /** `2026-11-25 周三`. */
    full: (day: string) => `${day} ${weekday(day)}`,
    /** 今天, 明天, 3 天后, 2 天前. */
    distance(today: string, day: string) {
      const days = daysBetween(today, day)
      if (days === 0) return t('calendar:day.today')
      if (days === 1) return t('calendar:day.tomorrow')
      return days > 0 ? t('calendar:day.in', { count: days }) : t('calendar:day.ago', { count: -days })
    },
    reminder: (message: Message) => reminderText(locale, message),
    /** Why a date was kept on another day than it says. */
    kept: (reasons: readonly Keeping[]) =>
      joinClauses(
        locale,
        reasons.map((why) => t(`calendar:kept.${why}`)),
      ),
    source: (name: string) => reminderText(locale, { code: `source.${name}`, params: {} }),
  }
}
