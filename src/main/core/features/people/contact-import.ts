import type { PersonInput } from '#shared/contract/people'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import type { RowChange } from '#shared/domain/import/row-change'
import { normaliseName } from '#shared/domain/import/normalise-name'
import { closesCircle } from '#shared/domain/people/org'
import type { AccountMatcher } from '../accounts/account-matcher'
import type { ParsedContact } from './parse-contact'
import type { PeopleService, PersonWrite } from './people.service'
import { judgePerson, personChanges } from './person-merge'

/** What a row will do to the contacts of its customer. */
export type ContactVerdict =
  | { kind: 'new'; accountId: number; input: PersonInput; reportsTo: string }
  | { kind: 'same'; id: number }
  | {
      kind: 'changed'
      id: number
      accountId: number
      input: PersonInput
      reportsTo: string
      changes: RowChange[]
    }
  | { kind: 'refused'; problem: Pick<FoundProblem, 'code' | 'params'> }

/**
 * Compares rows of a list of contacts with the book: the customer by code, else by name; the contact by name, where several
 * bear it by name and phone. What does not name exactly one is left to a person.
 */
export class ContactJudge {
  readonly #inFile = new Map<string, number>()
  readonly #newNames = new Map<number, Set<string>>()

  constructor(
    private readonly people: PeopleService,
    private readonly matcher: AccountMatcher,
  ) {}

  /** `skipped`: the row will not be written, so that later rows must not count on it. */
  judge({ row, accountCode, accountName, person, reportsTo }: ParsedContact, skipped = false): ContactVerdict {
    const text = accountCode || accountName
    const match = this.matcher.match(accountCode, '', accountCode === '' ? accountName : '')
    if (match.kind === 'none') return refused('unknown-customer', { text })
    if (match.kind === 'ambiguous') return refused('ambiguous-account', { text })
    const { accountId } = match
    const key = `${accountId} ${normaliseName(person.name)} ${person.phone ?? ''}`
    const first = this.#inFile.get(key)
    if (first !== undefined) return refused('contact-twice', { first })
    this.#inFile.set(key, row)
    const known = this.people.live(accountId)
    const verdict = judgePerson(known, person)
    if (verdict.kind === 'several') return refused('contact-ambiguous', { text: person.name })
    if (verdict.kind === 'new') {
      const names = this.#newNames.get(accountId) ?? new Set()
      if (!skipped) this.#newNames.set(accountId, names.add(normaliseName(person.name)))
      return { ...verdict, accountId, reportsTo }
    }
    const own = known.find(({ id }) => id === verdict.id)
    const boss = known.find(({ id }) => id === own?.reports_to)?.name ?? ''
    const sameBoss = reportsTo === '' || normaliseName(boss) === normaliseName(reportsTo)
    const line: RowChange[] = sameBoss ? [] : [{ entity: 'contact', field: 'reportsTo', old: boss, new: reportsTo }]
    const before = this.people.input(verdict.id)
    if (verdict.kind === 'changed') {
      return { ...verdict, accountId, reportsTo, changes: [...personChanges(before, verdict.input), ...line] }
    }
    if (sameBoss) return verdict
    return { kind: 'changed', id: verdict.id, accountId, input: before, reportsTo, changes: line }
  }

  /** True if the superior a row names is known at the customer, or comes with this file. */
  knowsBoss(accountId: number, name: string): boolean {
    const wanted = normaliseName(name)
    const named = this.people.live(accountId).filter((one) => normaliseName(one.name) === wanted)
    return named.length === 1 || (named.length === 0 && (this.#newNames.get(accountId)?.has(wanted) ?? false))
  }
}

function refused(code: string, params: FoundProblem['params']): ContactVerdict {
  return { kind: 'refused', problem: { code, params } }
}

export interface WrittenContact {
  id: number
  accountId: number
  reportsTo: string
  /** How the contact was before the file; null: it is new. */
  before: PersonInput | null
}

/** Writes one verdict inside the caller's transaction. Org lines are drawn when all contacts of the file are there. */
export function applyContact(
  people: PeopleService,
  verdict: Extract<ContactVerdict, { kind: 'new' | 'changed' }>,
  write: PersonWrite,
): WrittenContact {
  const { accountId, reportsTo } = verdict
  if (verdict.kind === 'new') {
    return { id: people.insert(accountId, verdict.input, write), accountId, reportsTo, before: null }
  }
  const before = people.input(verdict.id)
  people.change(verdict.id, verdict.input, write)
  return { id: verdict.id, accountId, reportsTo, before }
}

/** Draws the org lines of a file; a superior who is not exactly one, or would close a circle, draws none. */
export function drawLines(people: PeopleService, contacts: readonly WrittenContact[], write: PersonWrite): void {
  for (const { id, accountId, reportsTo } of contacts) {
    if (reportsTo === '') continue
    const live = people.live(accountId)
    const [boss, second] = live.filter(({ name }) => normaliseName(name) === normaliseName(reportsTo))
    const lines = live.map((one) => ({ id: one.id, reportsTo: one.reports_to }))
    if (!boss || second || closesCircle(lines, id, boss.id)) continue
    people.drawLine(id, boss.id, write)
  }
}
