import type { ComparedValue, MergeRecord } from '#shared/contract/duplicates'
import { formatFenGrouped } from '#shared/domain/money'
import { isWordKey } from '#shared/i18n/index'
import { formatCount } from '../../components/figures'
import type { Words } from '../../i18n'

/** Values of closed sets by the words of their catalogue. */
const wordsOf: Readonly<Record<string, string>> = { tier: 'components:tier', lifecycle: 'accounts:lifecycle' }

/** A value of a customer as the form shows it; '' where there is none. */
export function comparedText(t: Words, field: string, value: ComparedValue): string {
  if (value === null || value === '') return ''
  if (Array.isArray(value)) return value.join('、')
  if (typeof value === 'number') {
    return field === 'creditLimitFen' ? formatFenGrouped(value) : t('duplicates:compare.days', { count: value })
  }
  const key = `${wordsOf[field] ?? ''}.${String(value)}`
  return isWordKey(key) ? t(key) : String(value)
}

/** How many tickets a customer has and the last day of them. */
export function factsText(
  t: Words,
  { tickets, lastShippedOn }: { tickets: number; lastShippedOn: string | null },
): string {
  return tickets === 0
    ? t('duplicates:factsNone')
    : t('duplicates:facts', { tickets: formatCount(tickets), day: lastShippedOn ?? '' })
}

/** `运单 120 条、联系人 2 条`. */
export function rowsText(t: Words, rows: MergeRecord['rows'], which: 'moved' | 'stays'): string {
  return rows
    .filter((row) => row[which] > 0)
    .map((row) => t('duplicates:compare.row', { name: linkWord(t, row.link), count: formatCount(row[which]) }))
    .join('、')
}

function linkWord(t: Words, link: string): string {
  const key = `duplicates:link.${link}`
  return isWordKey(key) ? t(key) : link
}
