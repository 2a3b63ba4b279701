import type { PickupWindow } from '../contract/sites'
import { type Locale, translate, type WordKey } from './index'
import { dayRuns, spanText } from '../domain/needs/pickup-windows'

/** `周一至周五 9:00–12:00（11:00 前下单）`: a window as people say it. */
export function windowText(window: PickupWindow, locale: Locale): string {
  const t = (key: WordKey, params = {}) => translate(locale, key, params)
  const weekday = (day: number) => t(`needs:weekday.${day}` as WordKey)
  const run = ([from, to]: [number, number]) =>
    from === to ? weekday(from) : t('needs:weekday.to', { from: weekday(from), to: weekday(to) })
  const days = window.weekdays.length === 7 ? t('needs:window.every') : dayRuns(window.weekdays).map(run).join('、')
  const order = window.lastOrder === null ? '' : t('needs:window.lastOrderText', { time: window.lastOrder })
  const said = `${locale === 'en' ? days.replaceAll('、', ', ') : days} ${spanText(window)}`
  if (order === '') return said
  return locale === 'en' ? `${said} (${order})` : `${said}（${order}）`
}
