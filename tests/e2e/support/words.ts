import { translate, type Locale, type WordKey, type WordParams } from '#shared/i18n/index'

export type { WordKey, WordParams }

/** The words the window shows, from the catalogues it takes them from. */
export const zh = (key: WordKey, params?: WordParams) => translate('zh-CN', key, params)

export const words =
  (locale: Locale) =>
  (key: WordKey, params?: WordParams): string =>
    translate(locale, key, params)

/** A text as a pattern; for names that other text stands around. */
export function containing(text: string): RegExp {
  return new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
}
