import type { AccountDetail, AccountInput } from '#shared/contract/accounts'
import type { FieldChange } from '../../db/book'
import { fieldChanges } from '../../db/field-changes'
import type { CustomValues } from '../custom-fields/custom-values'
import { matchKey } from './account-matcher'
import { keyReading, type Spell } from './account-spelling'
import type { AccountKeyRecord, AccountRecord } from './accounts.repository'
import type { AccountKeyKind } from './accounts.table'

/** What hangs on an account in rows of its own. */
export interface AccountParts {
  keys: AccountKeyRecord[]
  tags: string[]
  team: AccountInput['team']
  /** The state in force. */
  state: { since: string; reason: string } | undefined
  custom: CustomValues
}

/** The account as a form or an import writes it, from its rows. */
export function inputOf(record: AccountRecord, { keys, ...parts }: AccountParts): AccountInput {
  const texts = (kind: AccountKeyKind) => keys.filter((key) => key.kind === kind).map((key) => key.text)
  return {
    code: record.code,
    name: record.name,
    shortName: record.short_name,
    aliases: texts('alias'),
    monthAccounts: texts('month-account'),
    uscc: record.uscc,
    industry: record.industry,
    stage: record.stage,
    source: record.source,
    tags: parts.tags,
    lifecycle: record.lifecycle,
    lifecycleSince: parts.state?.since ?? null,
    lifecycleReason: parts.state?.reason ?? '',
    tier: record.tier,
    manager: record.manager,
    team: parts.team,
    groupId: record.group_id,
    province: record.province,
    city: record.city,
    district: record.district,
    address: record.address,
    creditDays: record.credit_days,
    creditLimitFen: record.credit_limit_fen,
    note: record.note,
    custom: parts.custom,
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
    stage: input.stage,
    source: input.source,
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

export function accountKeys(input: AccountInput, spell: Spell) {
  const key = (kind: AccountKeyKind) => (text: string) => ({
    kind,
    text,
    match_key: matchKey(text),
    ...keyReading(kind, text, spell),
  })
  return [
    key('code')(input.code),
    key('name')(input.name),
    ...(input.shortName === '' ? [] : [key('short-name')(input.shortName)]),
    ...input.monthAccounts.map(key('month-account')),
    ...input.aliases.map(key('alias')),
  ].filter(({ match_key }) => match_key !== '')
}

/** Field by field what a write changes; every custom field as `custom.<uid>`. */
export function changedFields(before: AccountDetail | AccountInput, after: AccountInput): FieldChange[] {
  const { custom: old, ...was } = before
  const { custom: next, ...is } = after
  const customs = [...new Set([...Object.keys(old), ...Object.keys(next)])].map((uid) => `custom.${uid}`)
  const told = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(customs.map((field) => [field, values[field.slice('custom.'.length)] ?? '']))
  return [...fieldChanges(was, is), ...fieldChanges(told(old), told(next))]
}
