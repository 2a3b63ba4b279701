import { isWordKey, type Locale, type WordKey } from './index'

/** A closed word of a price workbook (`比例`, `折后运费`) in the reader's language; anything else stays as written. */
export function priceTerm(t: (key: WordKey) => string, text: string): string {
  const key = `pricing:term.${text}`
  return isWordKey(key) ? t(key) : text
}

/** The heading of a bracket: `3以上` is `>3` to those who do not read Chinese; both are read as the same thing. */
export function bracketTitle(locale: Locale, header: string): string {
  return locale === 'zh-CN' ? header : header.replace(/^(.+)以上$/, '>$1')
}
