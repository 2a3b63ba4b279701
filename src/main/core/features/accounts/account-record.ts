import type { AccountDetail, AccountInput } from '#shared/contract/accounts'
import type { FieldChange } from '../../db/book'
import { matchKey } from './account-matcher'
import type { AccountKeyRecord, AccountRecord, ContactRecord } from './accounts.repository'
import type { AccountKeyKind } from './accounts.table'

/** The account as a form or an import writes it, from its rows. */
export function inputOf(record: AccountRecord, keys: AccountKeyRecord[], contacts: ContactRecord[]): AccountInput {
  const texts = (kind: AccountKeyKind) => keys.filter((key) => key.kind === kind).map((key) => key.text)
  return {
    code: record.code,
    name: record.name,
    shortName: record.short_name,
    aliases: texts('alias'),
    monthAccounts: texts('month-account'),
    uscc: record.uscc,
    industry: record.industry,
    lifecycle: record.lifecycle,
    tier: record.tier,
    manager: record.manager,
    groupId: record.group_id,
    province: record.province,
    city: record.city,
    district: record.district,
    address: record.address,
    creditDays: record.credit_days,
    creditLimitFen: record.credit_limit_fen,
    note: record.note,
    contacts: contacts.map(({ id, name, title, phone, email, note, is_primary }) => ({
      id,
      name,
      title,
      phone,
      email,
      note,
      primary: is_primary === 1,
    })),
  }
}

/** The columns of the account table that a form or an import writes. */
export function accountColumns(input: AccountInput) {
  return {
    code: input.code,
    name: input.name,
    short_name: input.shortName,
    uscc: input.uscc,
    industry: input.industry,
    lifecycle: input.lifecycle,
    tier: input.tier,
    manager: input.manager,
    group_id: input.groupId,
    province: input.province,
    city: input.city,
    district: input.district,
    address: input.address,
    credit_days: input.creditDays,
    credit_limit_fen: input.creditLimitFen,
    note: input.note,
  }
}

export function accountKeys(input: AccountInput) {
  const key = (kind: AccountKeyKind) => (text: string) => ({ kind, text, match_key: matchKey(text) })
  return [
    key('code')(input.code),
    key('name')(input.name),
    ...(input.shortName === '' ? [] : [key('short-name')(input.shortName)]),
    ...input.monthAccounts.map(key('month-account')),
    ...input.aliases.map(key('alias')),
  ].filter(({ match_key }) => match_key !== '')
}

/** Field by field what a write changes; contacts as one field. */
export function changedFields(before: AccountDetail | AccountInput, after: AccountInput): FieldChange[] {
  const changes: FieldChange[] = []
  for (const field of Object.keys(after) as (keyof AccountInput)[]) {
    const old = field === 'contacts' ? withoutIds(before.contacts) : before[field]
    const next = field === 'contacts' ? withoutIds(after.contacts) : after[field]
    if (JSON.stringify(old) !== JSON.stringify(next)) changes.push({ field, old, new: next })
  }
  return changes
}

function withoutIds(contacts: AccountInput['contacts']) {
  return contacts.map(({ id: _id, ...contact }) => contact)
}
