import type { BulkEdit } from '#shared/contract/account-bulk'
import type { AccountDetail, AccountInput } from '#shared/contract/accounts'

type EditOf<F extends BulkEdit['field']> = Extract<BulkEdit, { field: F }>
type Edited = { [F in BulkEdit['field']]: (before: AccountInput, edit: EditOf<F>) => Partial<AccountInput> }

/** One line per field: what the edit makes of a customer. */
const edited: Edited = {
  manager: (_before, { value }) => ({ manager: value }),
  industry: (_before, { value }) => ({ industry: value }),
  stage: (_before, { value }) => ({ stage: value }),
  source: (_before, { value }) => ({ source: value }),
  // Who is in the state already stays as he is: day and reason belong to the change.
  lifecycle: (before, { value, since, reason }) =>
    before.lifecycle === value ? {} : { lifecycle: value, lifecycleSince: since, lifecycleReason: reason },
  tags: (before, { add, remove }) => ({
    tags: [...before.tags.filter((tag) => !remove.includes(tag)), ...add.filter((tag) => !before.tags.includes(tag))],
  }),
  creditDays: (_before, { value }) => ({ creditDays: value }),
  custom: (before, { uid, value }) => ({ custom: { ...before.custom, [uid]: value } }),
}

/** The customer as the edit would have him. */
export function editedInput(before: AccountDetail, edit: BulkEdit): AccountInput {
  const apply = edited[edit.field] as (before: AccountInput, edit: BulkEdit) => Partial<AccountInput>
  return { ...inputIn(before), ...apply(before, edit) }
}

/** What a form would send of a customer. */
export function inputIn(detail: AccountDetail): AccountInput {
  const {
    id: _id,
    uid: _uid,
    version: _version,
    groupName: _group,
    memberCount: _members,
    lifecycleHistory: _history,
    createdAt: _created,
    updatedAt: _updated,
    deletedAt: _deleted,
    mergedInto: _merged,
    ...input
  } = detail
  return input
}

const keptFields: Readonly<Record<Exclude<BulkEdit['field'], 'custom'>, readonly (keyof AccountInput)[]>> = {
  manager: ['manager'],
  industry: ['industry'],
  stage: ['stage'],
  source: ['source'],
  lifecycle: ['lifecycle', 'lifecycleSince', 'lifecycleReason'],
  tags: ['tags'],
  creditDays: ['creditDays'],
}

/** The fields an edit touches, as they are now. */
export function imageOf(before: AccountInput, edit: BulkEdit): Partial<AccountInput> {
  if (edit.field === 'custom') return { custom: { [edit.uid]: before.custom[edit.uid] ?? '' } }
  return Object.fromEntries(keptFields[edit.field].map((field) => [field, before[field]]))
}
