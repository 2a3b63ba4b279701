import { writeParams } from '../../components/message-text'
import { isWordKey } from '#shared/i18n/index'
import type { WaybillRow } from '#shared/contract/waybills'
import type { Words } from '../../i18n'

/** Why a waybill has no price or no account; what the filter offers, in the order of how often they occur. */
export const reasonCodes = [
  'no-price',
  'unknown-place',
  'ambiguous-place',
  'place-not-in-sheet',
  'not-served',
  'weight-missing',
  'billed-weight-missing',
  'volume-missing',
  'unknown-origin',
  'surcharge-place-unknown',
  'sheet-has-errors',
  'too-large',
  'unknown-account',
  'ambiguous-account',
] as const

/** A few words for a column or a filter; the bare code only where no catalogue knows it. */
export function reasonLabel(t: Words, code: string): string {
  const key = `waybills:reason.${code}`
  return isWordKey(key) ? t(key) : code
}

/** The reason with what it is about, e.g. the place that is not known. */
export function reasonText(t: Words, row: Pick<WaybillRow, 'reason' | 'reasonParams'>): string | null {
  if (row.reason === null) return null
  const key = `pricing:reason.${row.reason}`
  return row.reasonParams && isWordKey(key) ? t(key, writeParams(row.reasonParams)) : reasonLabel(t, row.reason)
}

/** What the clerk can do about it; null where there is nothing to do. */
export function reasonFix(t: Words, code: string | null): string | null {
  const key = `waybills:fix.${code}`
  return code !== null && isWordKey(key) ? t(key) : null
}

/** Where a reason is dealt with. */
export type Remedy = 'unmatched' | 'prices' | 'import'

const remedies: Readonly<Partial<Record<string, Remedy>>> = {
  'no-price': 'prices',
  'place-not-in-sheet': 'prices',
  'not-served': 'prices',
  'surcharge-place-unknown': 'prices',
  'sheet-has-errors': 'prices',
  'unknown-place': 'import',
  'ambiguous-place': 'import',
  'unknown-origin': 'import',
  'weight-missing': 'import',
  'billed-weight-missing': 'import',
  'volume-missing': 'import',
  'too-large': 'import',
  'unknown-account': 'unmatched',
  'ambiguous-account': 'unmatched',
}

export function remedyOf(code: string | null): Remedy | null {
  return code === null ? null : (remedies[code] ?? null)
}
