import type { Locale } from './index'

/** Several things said in one line, as the language writes them: `甲；乙`, `a; b`. */
export function joinClauses(locale: Locale, clauses: readonly string[]): string {
  return clauses.join(locale === 'en' ? '; ' : '；')
}
