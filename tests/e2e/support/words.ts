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
  return new RegExp(patternOf(zh(key, params)))
}

/** A text of the catalogues as a pattern: anything stands for its parameters. */
export function patternOf(text: string): string {
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return escaped.replaceAll(/\\\{\\\{\w+\\\}\\\}/g, '.+')
}
