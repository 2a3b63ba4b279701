import { type AccountInput, accountInput } from '#shared/contract/accounts'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import type { PersonInput } from '#shared/contract/people'
import type { RowChange, RowTarget } from '#shared/domain/import/row-change'
import type { PeopleService } from '../people/people.service'
import { judgePerson, personChanges, type WrittenPerson } from '../people/person-merge'
import type { SpellPerson } from '../people/person-reading'
import type { FieldChange } from '../../db/book'
import { matchKey } from './account-matcher'
import { changedFields } from './account-record'
import { joinedTeam } from './archive-words'
import type { AccountsService, Spell } from './accounts.service'
import { KnownAccounts } from './known-accounts'
import type { ParsedAccount } from './parse-account'

/** What a row will do to the archive. */
export type AccountVerdict =
  | { kind: 'new'; input: AccountInput; groupInFile: string | null; contact: ParsedAccount['contact'] }
  | { kind: 'same'; target: RowTarget }
  | {
      kind: 'changed'
      target: RowTarget
      input: AccountInput
      contact: ParsedAccount['contact']
      changes: RowChange[]
    }
  | { kind: 'refused'; problem: Omit<FoundProblem, 'row' | 'column' | 'severity'> }

type Refusal = Extract<AccountVerdict, { kind: 'refused' }>

/**
 * Compares rows of a customer file with the archive; who a row speaks of is decided by `KnownAccounts`. Fields the file has
 * no value for keep theirs.
 */
export class AccountJudge {
  readonly #known: KnownAccounts
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
    this.#known = new KnownAccounts(accounts.accountsById().values())
  }

  /** `skipped`: the row will not be written, so that later rows must not count on it. */
  judge(parsed: ParsedAccount, skipped = false): AccountVerdict {
    const row = { code: parsed.code, name: parsed.name, uscc: parsed.values.uscc ?? '' }
    const recognised = this.#known.recognise(row)
    const keys = this.#known.keysOf(row, recognised)
    const first = keys.map((key) => this.#inFile.get(key)).find((known) => known !== undefined)
    if (first !== undefined) return refused('duplicate-row', { first })
    for (const key of keys) this.#inFile.set(key, parsed.row)
    if (recognised.kind === 'refused') return recognised
    const known = recognised.kind === 'found' ? recognised.id : null
    const group = this.#group(parsed.groupName)
    const groupInFile = group === 'unknown' && known === null && this.#newNames.has(matchKey(parsed.groupName))
    if (group === 'unknown' && !groupInFile) return refused('unknown-group', { text: parsed.groupName })
    const groupId = group === 'unknown' ? null : group
    if (known === null) {
      const { name, code, values, contact } = parsed
      const input = this.#checked(null, { ...values, name, code, groupId })
      if ('kind' in input) return input
      if (!skipped) this.#newNames.add(matchKey(name))
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
      ...(parsed.code === '' ? {} : { code: parsed.code }),
      groupId: parsed.groupName === '' ? before.groupId : groupId,
    })
    if ('kind' in input) return input
    if (input.groupId !== null && !skipped) this.#links.set(known, input.groupId)
    const contact = this.#contact(known, parsed.contact)
    if (contact !== null && 'kind' in contact && contact.kind === 'refused') return contact
    const target: RowTarget = {
      id: known,
      ...this.#known.head(known),
      by: recognised.kind === 'found' ? recognised.by : 'code',
    }
    // Where no first day is written another state begins today: nothing to show against the day of the state before.
    const own = changedFields(before, input)
      .filter((change) => change.field !== 'lifecycleSince' || change.new !== null)
      .map((change) => this.#told(change))
    return own.length === 0 && contact === null
      ? { kind: 'same', target }
      : {
          kind: 'changed',
          target,
          input,
          contact: contact === null ? null : parsed.contact,
          changes: [...own, ...(contact?.changes ?? [])],
        }
  }

  /** A change with the group's name instead of its key. */
  #told({ field, old, new: next }: FieldChange): RowChange {
    const named = (value: unknown) => (typeof value === 'number' ? this.#known.head(value).name : value)
    const shown = field === 'groupId' ? { old: named(old), new: named(next) } : { old, new: next }
    return { entity: 'account', field, ...shown }
  }

  /** The row's contact where it says something new of one; several of one name are left to a person. */
  #contact(id: number, contact: ParsedAccount['contact']): Refusal | { kind: 'written'; changes: RowChange[] } | null {
    if (contact === null) return null
    const verdict = judgePerson(this.people.live(id), writtenOf(contact))
    if (verdict.kind === 'several') return refused('contact-ambiguous', { text: contact.name })
    if (verdict.kind === 'same') return null
    const before = verdict.kind === 'changed' ? this.people.input(verdict.id) : null
    return { kind: 'written', changes: personChanges(before, verdict.input) }
  }

  /** The row as the archive would take it, or why it would not: what `change` refuses later is refused here, by row. */
  #checked(id: number | null, candidate: unknown): AccountInput | Refusal {
    const input = checked(candidate)
    if ('kind' in input) return input
    const refusal = this.accounts.refusalOf(id, input, { links: this.#links })
    return refusal ? refused(refusal.code, refusal.params) : input
  }

  #group(name: string): number | null | 'unknown' {
    if (name === '') return null
    const [group, second] = this.#known.named(name)
    return group === undefined || second !== undefined ? 'unknown' : group
  }
}

/** The input as the archive takes it, or a refusal that names the first value that does not fit. */
function checked(candidate: unknown): AccountInput | Refusal {
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

function refused(code: string, params: FoundProblem['params']): Refusal {
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
  const { id } = verdict.target
  const before = accounts.detail(id)
  accounts.change(id, verdict.input, context.hlc, context.spell)
  return { id, before, contact: applyContact(people, id, verdict.contact, context) }
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
