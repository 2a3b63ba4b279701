import type { CustomField } from '#shared/contract/custom-fields'
import { parseCustom, storedCustom, writtenCustom } from '#shared/domain/custom-field/custom-value'
import type { FieldDeclaration } from '#shared/fields/field'
import { customFieldKey } from '#shared/fields/custom-key'
import type { Database } from '../../db/database'
import { Refused } from '../../refused'
import * as repository from './custom-fields.repository'

/** A definition as other features see it: with the key of its row beside it. */
export type Definition = Omit<CustomField, 'used'> & { id: number }

export function definitionOf(record: repository.CustomFieldRecord): Definition {
  const { id, uid, version, name, type, unit, decimals, options, required, in_list, deleted_at } = record
  return {
    id,
    uid,
    version,
    name,
    type,
    unit,
    decimals,
    options: JSON.parse(options) as CustomField['options'],
    required: required === 1,
    inList: in_list === 1,
    removedAt: deleted_at,
  }
}

/** The fields in force, in their order. */
export function definitions(db: Database): Definition[] {
  return repository.allFields(db).flatMap((record) => (record.deleted_at === null ? [definitionOf(record)] : []))
}

/** The fields as columns of a customer file: the header is the field's name, with or without its unit. */
export function customDeclarations(fields: readonly Definition[]): FieldDeclaration[] {
  return fields.map(({ uid, name, unit }) => ({
    key: customFieldKey(uid),
    type: 'text',
    labelKey: 'account.custom',
    label: name,
    aliases: unit === '' ? [name] : [name, `${name}（${unit}）`],
  }))
}

/** Values in their written form by the field's uid; only fields in force that have one. */
export type CustomValues = Record<string, string>

/** Values of several customers at once. */
export function customValuesOf(
  db: Database,
  accountIds: readonly number[],
  fields: readonly Definition[],
): Map<number, CustomValues> {
  const values = new Map<number, CustomValues>(accountIds.map((id) => [id, {}]))
  if (accountIds.length === 0 || fields.length === 0) return values
  const byId = new Map(fields.map((field) => [field.id, field]))
  for (const row of repository.valuesOfAccounts(db, accountIds)) {
    const field = byId.get(row.field_id)
    const own = values.get(row.account_id)
    if (field && own) own[field.uid] = writtenCustom(field, row)
  }
  return values
}

/**
 * Brings values into their written form. Fields that are not named stay as they are; '' clears; fields nobody knows are
 * left out. A retired option may stay where it is.
 * @throws Refused `invalid-custom` with the field `custom.<uid>`
 */
export function checkedCustom(fields: readonly Definition[], before: CustomValues, given: CustomValues): CustomValues {
  const after: CustomValues = { ...before }
  for (const field of fields) {
    const text = given[field.uid]
    if (text === undefined) continue
    if (text.trim() === '') {
      delete after[field.uid]
      continue
    }
    const read = parseCustom(field, text)
    const retired = field.options.find(({ name, retired: gone }) => gone && read.ok && name === read.value)
    if (!read.ok || (retired && before[field.uid] !== retired.name)) {
      throw new Refused('invalid-custom', { field: field.name, text }, `custom.${field.uid}`)
    }
    after[field.uid] = read.value
  }
  return after
}

/** Names of required fields without a value. */
export function missingCustom(fields: readonly Definition[], values: CustomValues): Definition[] {
  return fields.filter(({ required, uid }) => required && (values[uid] ?? '') === '')
}

/** Writes what differs. Both are in their written form. */
export function writeCustom(
  db: Database,
  accountId: number,
  fields: readonly Definition[],
  before: CustomValues,
  after: CustomValues,
): void {
  for (const field of fields) {
    const value = after[field.uid]
    if (value === before[field.uid]) continue
    if (value === undefined) repository.clearValue(db, accountId, field.id)
    else repository.setValue(db, { account_id: accountId, field_id: field.id, ...storedCustom(field, value) })
  }
}

export function dropCustom(db: Database, accountId: number): void {
  repository.deleteValuesOf(db, accountId)
}
