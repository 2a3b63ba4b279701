import { type AccountInput, accountInput } from '#shared/contract/accounts'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import { matchKey } from './account-matcher'
import { changedFields } from './account-record'
import type { AccountsService, Spell } from './accounts.service'
import type { ParsedAccount } from './parse-account'

/** What a row will do to the archive. */
export type AccountVerdict =
  | { kind: 'new'; input: AccountInput; groupInFile: string | null }
  | { kind: 'same'; id: number }
  | { kind: 'changed'; id: number; input: AccountInput }
  | { kind: 'refused'; problem: Omit<FoundProblem, 'row' | 'column' | 'severity'> }

/**
 * Compares rows of a customer file with the archive. A customer is known by his code; without one by his name, if only
 * one bears it. Fields the file has no value for keep theirs.
 */
export class AccountJudge {
  readonly #byCode = new Map<string, number>()
  readonly #byName = new Map<string, number[]>()
  readonly #inFile = new Map<string, number>()
  /** Names of new customers in rows above: a list may bring a group and its members together. */
  readonly #newNames = new Set<string>()

  constructor(private readonly accounts: AccountsService) {
    for (const record of accounts.accountsById().values()) {
      this.#byCode.set(record.code, record.id)
      const key = matchKey(record.name)
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), record.id])
    }
  }

  judge(parsed: ParsedAccount): AccountVerdict {
    const fileKey = parsed.code === '' ? `name ${matchKey(parsed.name)}` : `code ${parsed.code}`
    const first = this.#inFile.get(fileKey)
    if (first !== undefined) return refused('duplicate-row', { first })
    this.#inFile.set(fileKey, parsed.row)
    const known = this.#find(parsed)
    if (typeof known === 'object' && known !== null) return known
    const group = this.#group(parsed.groupName)
    const groupInFile = group === 'unknown' && known === null && this.#newNames.has(matchKey(parsed.groupName))
    if (group === 'unknown' && !groupInFile) return refused('unknown-group', { text: parsed.groupName })
    const groupId = group === 'unknown' ? null : group
    if (known === null) {
      const contacts = parsed.contact ? [{ ...parsed.contact, primary: true }] : []
      const { name, code, values } = parsed
      const input = checked({ ...values, name, code, groupId, contacts })
      if ('kind' in input) return input
      this.#newNames.add(matchKey(name))
      return { kind: 'new', input, groupInFile: groupInFile ? matchKey(parsed.groupName) : null }
    }
    const before = this.accounts.detail(known)
    const input = checked({
      ...before,
      ...parsed.values,
      name: parsed.name,
      groupId: parsed.groupName === '' ? before.groupId : groupId,
      contacts: mergedContacts(before.contacts, parsed.contact),
    })
    if ('kind' in input) return input
    return changedFields(before, input).length === 0
      ? { kind: 'same', id: known }
      : { kind: 'changed', id: known, input }
  }

  #find({ code, name }: ParsedAccount): number | null | AccountVerdict {
    const named = this.#byName.get(matchKey(name)) ?? []
    if (code !== '') {
      const known = this.#byCode.get(code)
      if (known !== undefined) return known
      const [other] = named
      return other === undefined ? null : refused('name-taken', { code: this.accounts.detail(other).code })
    }
    if (named.length > 1) return refused('name-ambiguous', { text: name })
    return named[0] ?? null
  }

  #group(name: string): number | null | 'unknown' {
    if (name === '') return null
    const [group, second] = this.#byName.get(matchKey(name)) ?? []
    return group === undefined || second !== undefined ? 'unknown' : group
  }
}

/** The input as the archive takes it, or a refusal that names the first value that does not fit. */
function checked(candidate: unknown): AccountInput | Extract<AccountVerdict, { kind: 'refused' }> {
  const answer = accountInput.safeParse(candidate)
  if (answer.success) return answer.data
  const [issue] = answer.error.issues
  const value: unknown = issue?.path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown>)[key],
    candidate,
  )
  const max = issue?.code === 'too_big' ? Number(issue.maximum) : 0
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return refused(max > 0 ? 'value.tooLong' : 'value-unfit', { text, max, field: String(issue?.path[0] ?? '') })
}

function refused(code: string, params: FoundProblem['params']): Extract<AccountVerdict, { kind: 'refused' }> {
  return { kind: 'refused', problem: { code, params } }
}

function mergedContacts(known: AccountInput['contacts'], contact: ParsedAccount['contact']): AccountInput['contacts'] {
  if (!contact) return known
  const index = known.findIndex(({ name }) => name === contact.name)
  if (index < 0) return [...known, { ...contact, note: '', primary: known.length === 0 }]
  return known.map((one, position) =>
    position === index
      ? {
          ...one,
          title: contact.title || one.title,
          phone: contact.phone || one.phone,
          email: contact.email || one.email,
        }
      : one,
  )
}

/**
 * Writes one verdict; the id of the account it is about, and how it was before where it changed. `created` collects the
 * new accounts of this file by name, for members of a group that came with it.
 */
export function applyVerdict(
  accounts: AccountsService,
  verdict: Extract<AccountVerdict, { kind: 'new' | 'changed' }>,
  context: { hlc: string; batch: number; spell: Spell; created: Map<string, number> },
): { id: number; before: AccountInput | null } {
  if (verdict.kind === 'new') {
    const groupId =
      verdict.groupInFile === null ? verdict.input.groupId : (context.created.get(verdict.groupInFile) ?? null)
    const id = accounts.insert({ ...verdict.input, groupId }, context.hlc, context.batch, context.spell)
    context.created.set(matchKey(verdict.input.name), id)
    return { id, before: null }
  }
  const before = accounts.detail(verdict.id)
  accounts.change(verdict.id, verdict.input, context.hlc, context.spell)
  return { id: verdict.id, before }
}
