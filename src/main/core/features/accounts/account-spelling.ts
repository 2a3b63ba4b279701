import { coreName } from '#shared/domain/accounts/core-name'
import type { loadPinyin } from './account-pinyin'
import type { AccountKeyKind } from './accounts.table'

/** What `loadPinyin` answers. */
export type Spell = Awaited<ReturnType<typeof loadPinyin>>

/** Two names of two characters sound alike too often to say anything. */
const shortestSound = 3

/** How a text of account_key is typed and what it is compared by; whoever writes such rows writes these columns too. */
export function keyReading(kind: AccountKeyKind, text: string, spell: Spell) {
  if (kind === 'code' || kind === 'month-account') return { pinyin: '', initials: '', core: '', core_pinyin: '' }
  const core = coreName(text)
  return { ...spell(text), core, core_pinyin: core.length < shortestSound ? '' : spell(core).pinyin }
}
