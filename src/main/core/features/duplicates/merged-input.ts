import { type AccountDetail, accountInput, type AccountInput } from '#shared/contract/accounts'
import type { Comparison, ComparedValue, MergeSide } from '#shared/contract/duplicates'

type Field = Comparison['fields'][number]
type Choices = Readonly<Record<string, MergeSide>>
type Key = keyof AccountInput

/** Fields that only make sense together: whoever gives the first one gives all of them. */
const bundles: Partial<Record<Key, readonly Key[]>> = {
  province: ['province', 'city', 'district'],
  lifecycle: ['lifecycle', 'lifecycleSince', 'lifecycleReason'],
}
/** Of these the comparison shows the first field only; the others, when and why a state began, are its history. */
const shownAlone: ReadonlySet<Key> = new Set(['lifecycle'])
/** Fields that come with the first of their bundle and are not chosen by themselves. */
const followers = new Set(Object.values(bundles).flatMap((keys) => keys.slice(1)))
const customPrefix = 'custom.'

/** All fields of a customer as the contract declares them: a field added there is compared and merged with the others. */
const keys = (Object.keys(accountInput.shape) as Key[]).filter((key) => !followers.has(key))

/** Field by field what both are, and what is proposed. Lists are united; fields in which neither has anything are left out. */
export function comparedFields(
  kept: AccountDetail,
  other: AccountDetail,
  labels: ReadonlyMap<string, string>,
): Field[] {
  const united = unitedLists(kept, other, {})
  return keys.flatMap((key): Field[] => {
    if (key === 'custom') return customFields(kept, other, labels)
    if (Array.isArray(kept[key])) {
      const lists = { kept: shownList(kept[key]), other: shownList(other[key] as unknown[]) }
      const all = shownList(united[key] as unknown[])
      return all.length === 0 ? [] : [{ field: key, label: '', how: 'unite', ...lists, united: all, proposed: 'kept' }]
    }
    const [mine, its] = [shown(kept, other, key), shown(other, kept, key)]
    return isEmpty(mine) && isEmpty(its) ? [] : [choice(key, '', mine, its)]
  })
}

/** What the kept customer becomes by the choices of a person. */
export function mergedInput(kept: AccountDetail, other: AccountDetail, choices: Choices): AccountInput {
  const chosen = (key: Key) =>
    choices[key] ?? choice(key, '', shown(kept, other, key), shown(other, kept, key)).proposed
  const values: Partial<Record<Key, unknown>> = {}
  for (const key of keys) {
    if (key === 'custom' || Array.isArray(kept[key])) continue
    const from = chosen(key) === 'other' ? other : kept
    for (const part of bundles[key] ?? [key]) values[part] = from[part]
  }
  if (chosen('lifecycle') === 'other') Object.assign(values, otherLifecycle(kept, other))
  values.groupId = chosen('groupId') === 'other' ? groupOf(other, kept) : groupOf(kept, other)
  values.custom = mergedCustom(kept, other, choices)
  return accountInput.parse({ ...values, ...unitedLists(kept, other, values) })
}

/** A state is told on from the kept customer's own, never from before it. */
function otherLifecycle(kept: AccountDetail, other: AccountDetail) {
  if (kept.lifecycle === other.lifecycle) {
    return { lifecycleSince: kept.lifecycleSince, lifecycleReason: kept.lifecycleReason }
  }
  const days = [kept.lifecycleSince, other.lifecycleSince].filter((day) => day !== null).toSorted()
  const reason = other.lifecycleReason === '' ? `${other.code} ${other.name}`.slice(0, 200) : other.lifecycleReason
  return { lifecycleSince: days.at(-1) ?? null, lifecycleReason: reason }
}

/** Nobody is his own parent, nor the child of who went into him. */
function groupOf(account: AccountDetail, partner: AccountDetail): number | null {
  return account.groupId === partner.id ? null : account.groupId
}

/**
 * Both lists of each kind together. Whatever the merged customer was written by stays with the kept one: names become
 * aliases, codes become month accounts, so that old files still find him.
 */
function unitedLists(kept: AccountDetail, other: AccountDetail, chosen: Partial<Record<Key, unknown>>) {
  const { name = kept.name, shortName = kept.shortName, code = kept.code } = chosen
  const lists = Object.fromEntries(
    keys
      .filter((key) => Array.isArray(kept[key]))
      .map((key) => [key, united(kept[key] as unknown[], other[key] as unknown[])]),
  )
  const names = [kept.name, kept.shortName, other.name, other.shortName].filter((one) => one !== '')
  const codes = [kept.code, other.code]
  return {
    ...lists,
    aliases: united(kept.aliases, [...other.aliases, ...names]).filter((one) => one !== name && one !== shortName),
    monthAccounts: united(kept.monthAccounts, [...other.monthAccounts, ...codes]).filter((one) => one !== code),
  } as Pick<AccountInput, 'aliases' | 'monthAccounts'> & Record<string, unknown[]>
}

function united(mine: readonly unknown[], its: readonly unknown[]): unknown[] {
  const known = new Set(mine.map(identity))
  return [...mine, ...its.filter((entry) => !known.has(identity(entry)) && known.add(identity(entry)))]
}

/** A member of the team is the same by name and role, whenever he came. */
function identity(entry: unknown): string {
  if (typeof entry === 'object' && entry !== null && 'name' in entry && 'role' in entry) {
    return JSON.stringify([entry.name, entry.role])
  }
  return JSON.stringify(entry)
}

function customFields(kept: AccountDetail, other: AccountDetail, labels: ReadonlyMap<string, string>): Field[] {
  return customUids(kept, other).map((uid) =>
    choice(`${customPrefix}${uid}`, labels.get(uid) ?? '', kept.custom[uid] ?? '', other.custom[uid] ?? ''),
  )
}

function mergedCustom(kept: AccountDetail, other: AccountDetail, choices: Choices): AccountInput['custom'] {
  return Object.fromEntries(
    customUids(kept, other).map((uid) => {
      const [mine, its] = [kept.custom[uid] ?? '', other.custom[uid] ?? '']
      const field = `${customPrefix}${uid}`
      return [uid, (choices[field] ?? choice(field, '', mine, its).proposed) === 'other' ? its : mine]
    }),
  )
}

function customUids(kept: AccountDetail, other: AccountDetail): string[] {
  const all = [...new Set([...Object.keys(kept.custom), ...Object.keys(other.custom)])]
  return all.filter((uid) => (kept.custom[uid] ?? '') !== '' || (other.custom[uid] ?? '') !== '')
}

function choice(field: string, label: string, kept: ComparedValue, other: ComparedValue): Field {
  const proposed = isEmpty(kept) && !isEmpty(other) ? 'other' : 'kept'
  return { field, label, how: 'choose', kept, other, united: [], proposed }
}

/** The value as it is read; a group by its name. */
function shown(account: AccountDetail, partner: AccountDetail, key: Key): ComparedValue {
  if (key === 'groupId') return groupOf(account, partner) === null ? null : account.groupName
  const parts = bundles[key]
  if (!parts || shownAlone.has(key)) return account[key] as ComparedValue
  return parts
    .flatMap((part) => (typeof account[part] === 'string' && account[part] !== '' ? [account[part]] : []))
    .join(' ')
}

function shownList(list: readonly unknown[]): string[] {
  return list.map((entry) =>
    typeof entry === 'object' && entry !== null
      ? Object.values(entry)
          .filter((part) => typeof part === 'string' && part !== '')
          .join(' ')
      : String(entry),
  )
}

function isEmpty(value: ComparedValue): boolean {
  return value === null || value === ''
}
