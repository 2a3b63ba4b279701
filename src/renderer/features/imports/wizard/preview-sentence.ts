import type { ImportCounts } from '#shared/contract/imports'
import { formatCount } from '../../../components/figures'
import type { Locale } from '#shared/i18n/index'
import { joinClauses } from '#shared/i18n/join-clauses'
import type { Words } from '../../../i18n'

/** What will happen to how many rows, in one sentence; what does not occur is not mentioned. */
export function previewSentence(t: Words, locale: Locale, counts: ImportCounts): string {
  const parts = (
    [
      ['imports:preview.new', counts.imported],
      ['imports:preview.update', counts.updated],
      ['imports:preview.duplicate', counts.duplicates],
      ['imports:preview.reject', counts.rejected],
    ] as const
  )
    .filter(([key, count]) => count > 0 || key === 'imports:preview.new')
    .map(([key, count]) => t(key, { count: formatCount(count) }))
  const total = t('imports:preview.total', { count: formatCount(counts.read) })
  const rows = joinClauses(locale, parts)
  return locale === 'en' ? `${total} ${rows}.` : `${total}${rows}。`
}
