import type { Message } from '#shared/contract/base'
import { isWordKey, type Locale, translate } from './index'

/**
 * The words of a reminder: `calendar:<code>`. A parameter whose name ends in `Key` is itself a key of the words
 * (`festivalKey: 'calendar:festival.spring'`), so that what is stored reads right in either language.
 */
export function reminderText(locale: Locale, { code, params }: Message): string {
  const key = `calendar:${code}`
  if (!isWordKey(key)) return code
  const told = Object.entries(params).map(([name, value]) => {
    const isKey = name.endsWith('Key') && typeof value === 'string' && isWordKey(value)
    return [name, isKey ? translate(locale, value) : value] as const
  })
  return translate(locale, key, Object.fromEntries(told))
}
