import { useLocale } from '../i18n'

/** A point in time as the branch's clock shows it (Asia/Shanghai): `2026-11-22 14:05`. */
export function useInstant(): (instant: string) => string {
  const locale = useLocale()
  return (instant) => {
    const date = new Date(instant)
    if (Number.isNaN(date.getTime())) return instant
    const parts = new Intl.DateTimeFormat(locale, {
      timeZone: 'Asia/Shanghai',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(date)
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
    return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
  }
}
