import { normaliseName } from '#shared/domain/import/normalise-name'

/** What somebody typed, in the form of the searched texts: all of it as one, and its words. */
export interface SearchText {
  whole: string
  words: string[]
  /** Something was typed, but only signs that do not count, such as `_` or `（）`. */
  onlySigns: boolean
}

const mostWords = 6
const chineseCountryCode = /^\+?86(?=1\d{10}$)/
const mobile = /^1\d{10}$/

/** The form in which a text is searched: width, case, blanks, brackets and dashes do not count. */
export function searchForm(text: string): string {
  return normaliseName(text).toLowerCase()
}

export function searchText(typed: string): SearchText {
  const words = typed
    .split(/\s+/)
    .map(searchForm)
    .filter((word) => word !== '')
    .slice(0, mostWords)
  const joined = words.join('').replace(chineseCountryCode, '')
  // A mobile number is one word however it is grouped.
  const onlySigns = words.length === 0 && typed.trim() !== ''
  return { whole: joined, words: mobile.test(joined) || words.length === 1 ? [joined] : words, onlySigns }
}
