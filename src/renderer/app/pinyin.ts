type Match = (text: string, query: string) => number[] | null

let loading: Promise<Match> | null = null

/** The pinyin engine is large and needed only while someone searches: loaded with the first opening of the palette. */
export function loadPinyin(): Promise<Match> {
  loading ??= import('pinyin-pro').then(
    ({ match }) =>
      (text: string, query: string) =>
        match(text, query, { continuous: true }),
  )
  return loading
}

/** Whether a label is meant by what was typed: its own letters, or the pinyin or initials of its Chinese. */
export function labelMatches(label: string, query: string, pinyin: Match | null): boolean {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return true
  if (label.toLowerCase().includes(wanted)) return true
  return pinyin !== null && /^[a-z\s]+$/.test(wanted) && pinyin(label, wanted.replaceAll(' ', '')) !== null
}
