import { useLocale } from '../i18n'

/** `2026-10` as 2026年10月 or Oct 2026. */
export function useMonthName(): (month: string) => string {
  const locale = useLocale()
  return (month) =>
    new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: locale === 'en' ? 'short' : 'long',
      timeZone: 'UTC',
    }).format(new Date(`${month}-01T00:00:00Z`))
}
