import { type Locale, translate, type WordParams } from '#shared/i18n/index'
import type { PlansKey } from '#shared/i18n/plans'

export type Words = (key: PlansKey, params?: WordParams) => string

export function wordsOf(locale: Locale): Words {
  return (key, params) => translate(locale, `plans:${key}`, params)
}

/** `2026H2` as people say it. */
export function periodText(period: string, t: Words): string {
  return t(period.endsWith('H1') ? 'period.half1' : 'period.half2', { year: period.slice(0, 4) })
}
