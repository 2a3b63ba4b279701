import type { AccountHit } from '#shared/contract/accounts'
import type { Words } from '../i18n'

/** What a customer was found by, where his name and code do not show it: `联系人：王丽华`, `电话：王丽华 138****1000`. */
export function matchText(t: Words, { match, code, name }: AccountHit): string {
  if (!match || match.text === code || match.text === name) return ''
  return t('duplicates:matched', { kind: t(`duplicates:match.${match.kind}`), text: match.text })
}
