import type { PersonInput } from '#shared/contract/people'
import { personInput } from '#shared/contract/people'
import type { RowChange } from '#shared/domain/import/row-change'
import { normaliseName } from '#shared/domain/import/normalise-name'
import { inputOf } from './person-record'
import type { ContactRecord } from './people.repository'

/** What a file says of a contact: only the fields that have a column and a value. */
export type WrittenPerson = Partial<Omit<PersonInput, 'reportsTo'>> & Pick<PersonInput, 'name'>

/** What a row of a file does to the contacts of its customer. Fields the file has no value for keep theirs. */
export type PersonVerdict =
  | { kind: 'new'; input: PersonInput }
  | { kind: 'same'; id: number }
  | { kind: 'changed'; id: number; input: PersonInput }
  | { kind: 'several'; count: number }

/**
 * Compares one written contact with those a customer has. A contact is known by the name; where several bear it, by name
 * and phone; where that leaves several or none, nobody is guessed.
 */
export function judgePerson(known: readonly ContactRecord[], written: WrittenPerson): PersonVerdict {
  const named = known.filter(({ name }) => normaliseName(name) === normaliseName(written.name))
  const numbers = new Set((written.phone ?? '').split('、').filter(Boolean))
  const reached = named.filter(({ phone }) => phone.split('、').some((number) => numbers.has(number)))
  const [one] = named.length > 1 ? reached : named
  if (named.length > 1 && reached.length !== 1) return { kind: 'several', count: named.length }
  if (!one) return { kind: 'new', input: personInput.parse(written) }
  const before = inputOf(one)
  const input = { ...before, ...written, name: one.name }
  return JSON.stringify(before) === JSON.stringify(input)
    ? { kind: 'same', id: one.id }
    : { kind: 'changed', id: one.id, input }
}

/** What a file changes of a contact, field by field; of a new one what it says of him. The superior is the caller's. */
export function personChanges(before: PersonInput | null, after: PersonInput): RowChange[] {
  const { reportsTo: _boss, ...fields } = after
  const base = before ?? personInput.parse({ name: '-' })
  return (Object.keys(fields) as (keyof typeof fields)[])
    .map((field) => ({ field, old: before === null && field === 'name' ? '' : base[field], new: fields[field] }))
    .filter(({ old, new: next }) => JSON.stringify(old) !== JSON.stringify(next))
    .map((change) => ({ entity: 'contact', ...change }))
}
