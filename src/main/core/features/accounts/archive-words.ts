import type { Lifecycle, TeamMember } from '#shared/contract/accounts'
import { cleanText } from '#shared/domain/import/cell-text'

/** The trade's words for a customer's state as they stand in lists. The first one is written. */
const words: Readonly<Record<Lifecycle, readonly string[]>> = {
  prospect: ['潜在', '潜在客户', '意向', '意向客户', 'prospect'],
  developing: ['开发中', '开发', '跟进中', '洽谈中', '谈判中', 'developing'],
  active: ['合作', '合作中', '正常', '正常合作', '在用', '活跃', '启用', 'active'],
  paused: ['暂停', '暂停合作', '停用', '休眠', '停发', 'paused'],
  lost: ['流失', '已流失', '终止', '终止合作', 'lost'],
  'won-back': ['赢回', '挽回', '已挽回', '重新合作', 'won-back', 'won back'],
}

const meanings = new Map<string, Lifecycle>()
for (const [state, names] of Object.entries(words)) for (const name of names) meanings.set(name, state as Lifecycle)

/** The state a word means, or null where it means none. */
export function lifecycleOfWord(text: string): Lifecycle | null {
  return meanings.get(cleanText(text).toLowerCase()) ?? null
}

export function wordOfLifecycle(state: Lifecycle): string {
  return words[state][0] ?? state
}

/** A project team in one cell: `王海涛（项目经理）、李雪梅(客服)；陈志远`. */
export function parseTeam(text: string): TeamMember[] {
  return text
    .split(/[、,，;；\n|]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = part, role = ''] = /^(.*?)\s*[（(：:]\s*([^）)]*?)\s*[）)]?$/.exec(part) ?? []
      return { name: name.trim(), role: role.trim(), since: null, until: null }
    })
    .filter(({ name }) => name !== '')
}

/** Those of the file joined to those known: a list adds to a team and never takes anybody out of it. */
export function joinedTeam(known: readonly TeamMember[], added: readonly TeamMember[]): TeamMember[] {
  const fresh = added.filter(
    ({ name, role }) =>
      !known.some((one) => one.name === name && (role === '' || one.role === role) && one.until === null),
  )
  return [...known, ...fresh]
}
