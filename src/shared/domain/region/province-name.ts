import type { PlaceLocale } from './place-name'
import { PROVINCE_NAMES } from './province-names'

/** A province as a column of figures names it: 广东, `Guangdong`; null where the code is none. */
export function provinceName(code: string, locale: PlaceLocale): string | null {
  const names = PROVINCE_NAMES[code]
  return (locale === 'en' ? names?.english : names?.short) ?? null
}
