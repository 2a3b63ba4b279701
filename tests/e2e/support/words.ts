import { translate, type Locale, type WordKey, type WordParams } from '#shared/i18n/index'

export type { WordKey, WordParams }

/** The words the window shows, from the catalogues it takes them from. */
export const zh = (key: WordKey, params?: WordParams) => translate('zh-CN', key, params)

export const words =
  (locale: Locale) =>
  (key: WordKey, params?: WordParams): string =>
    translate(locale, key, params)

/** The words of the window with any figure or name where `params` gives none. */
export function zhPattern(key: WordKey, params: WordParams = {}): RegExp {
  const escaped = zh(key, params).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(escaped.replaceAll(/\\\{\\\{\w+\\\}\\\}/g, '.+'))
}
