import type { FieldChange } from './book'

/**
 * Field by field what a write changes, for its audit row. Values are compared by what they are as JSON, unknown and null
 * alike. Without `fields`: all fields of `after`.
 */
export function fieldChanges<T extends object>(
  before: Partial<Record<keyof T, unknown>>,
  after: T,
  fields: readonly (keyof T & string)[] = Object.keys(after) as (keyof T & string)[],
): FieldChange[] {
  return fields
    .map((field) => ({ field, old: before[field] ?? null, new: after[field] ?? null }))
    .filter((change) => JSON.stringify(change.old) !== JSON.stringify(change.new))
}
