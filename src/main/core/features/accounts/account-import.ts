import { type AccountInput, accountInput } from '#shared/contract/accounts'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import type { PersonInput } from '#shared/contract/people'
import type { PeopleService } from '../people/people.service'
import { judgePerson, type WrittenPerson } from '../people/person-merge'
import type { SpellPerson } from '../people/person-reading'
import { matchKey } from './account-matcher'
import { changedFields } from './account-record'
import { joinedTeam } from './archive-words'
import type { AccountsService, Spell } from './accounts.service'
import type { ParsedAccount } from './parse-account'

/** What a row will do to the archive. */
export type AccountVerdict =
  | { kind: 'new'; input: AccountInput; groupInFile: string | null; contact: ParsedAccount['contact'] }
  | { kind: 'same'; id: number }
  | { kind: 'changed'; id: number; input: AccountInput; contact: ParsedAccount['contact'] }
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
  /** Parents by child, with what the rows above change. */
  readonly #links: Map<number, number>

  constructor(
    private readonly accounts: AccountsService,
    private readonly people: PeopleService,
  ) {
    this.#links = accounts.groupLinks()
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
      const { name, code, values, contact } = parsed
      const input = this.#checked(null, { ...values, name, code, groupId })
      if ('kind' in input) return input
      this.#newNames.add(matchKey(name))
      return { kind: 'new', input, groupInFile: groupInFile ? matchKey(parsed.groupName) : null, contact }
    }
    const before = this.accounts.detail(known)
    const { values } = parsed
    const stays = values.lifecycle === undefined || values.lifecycle === before.lifecycle
    const input = this.#checked(known, {
      ...before,
      ...(stays ? {} : { lifecycleSince: null, lifecycleReason: '' }),
      ...values,
      team: joinedTeam(before.team, values.team ?? []),
      custom: { ...before.custom, ...values.custom },
      name: parsed.name,
      groupId: parsed.groupName === '' ? before.groupId : groupId,
    })
    if ('kind' in input) return input
    if (input.groupId !== null) this.#links.set(known, input.groupId)
    const contact = this.#contact(known, parsed.contact)
    if (contact !== null && 'kind' in contact) return contact
    return changedFields(before, input).length === 0 && contact === null
      ? { kind: 'same', id: known }
      : { kind: 'changed', id: known, input, contact }
  }

  /** The row's contact where it says something new of one; several of one name are left to a person. */
  #contact(id: number, contact: ParsedAccount['contact']) {
    if (contact === null) return null
    const verdict = judgePerson(this.people.live(id), writtenOf(contact))
    if (verdict.kind === 'several') return refused('contact-ambiguous', { text: contact.name })
    return verdict.kind === 'same' ? null : contact
  }

  /** The row as the archive would take it, or why it would not: what `change` refuses later is refused here, by row. */
  #checked(id: number | null, candidate: unknown): AccountInput | Extract<AccountVerdict, { kind: 'refused' }> {
    const input = checked(candidate)
    if ('kind' in input) return input
    const refusal = this.accounts.refusalOf(id, input, { links: this.#links })
    return refusal ? refused(refusal.code, refusal.params) : input
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

/** What the row has a value for; an empty cell says nothing. */
function writtenOf({ name, ...values }: NonNullable<ParsedAccount['contact']>): WrittenPerson {
  return { name, ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) }
}

export interface ApplyContext {
  hlc: string
  batch: number
  spell: Spell
  spellPerson: SpellPerson
  /** The new accounts of this file by name, for members of a group that came with it. */
  created: Map<string, number>
}

/** What a verdict wrote: the account, how it was before where it changed, and the contact with how it was before. */
export interface Applied {
  id: number
  before: AccountInput | null
  contact: { id: number; before: PersonInput | null } | null
}

/** Writes one verdict inside the caller's transaction. */
export function applyVerdict(
  accounts: AccountsService,
  people: PeopleService,
  verdict: Extract<AccountVerdict, { kind: 'new' | 'changed' }>,
  context: ApplyContext,
): Applied {
  if (verdict.kind === 'new') {
    const groupId =
      verdict.groupInFile === null ? verdict.input.groupId : (context.created.get(verdict.groupInFile) ?? null)
    const id = accounts.insert({ ...verdict.input, groupId }, context.hlc, context.batch, context.spell)
    context.created.set(matchKey(verdict.input.name), id)
    return { id, before: null, contact: applyContact(people, id, verdict.contact, context) }
  }
  const before = accounts.detail(verdict.id)
  accounts.change(verdict.id, verdict.input, context.hlc, context.spell)
  return { id: verdict.id, before, contact: applyContact(people, verdict.id, verdict.contact, context) }
}

function applyContact(
  people: PeopleService,
  accountId: number,
  contact: ParsedAccount['contact'],
  { hlc, batch, spellPerson: spell }: ApplyContext,
): Applied['contact'] {
  if (contact === null) return null
  const verdict = judgePerson(people.live(accountId), writtenOf(contact))
  if (verdict.kind === 'new')
    return { id: people.insert(accountId, verdict.input, { hlc, batch, spell }), before: null }
  if (verdict.kind !== 'changed') return null
  const before = people.input(verdict.id)
  people.change(verdict.id, verdict.input, { hlc, spell })
  return { id: verdict.id, before }
}
