import type { Inspection } from '#shared/contract/imports'
import type { FieldDeclaration } from '#shared/fields/field'

/** Column per field. `null`: the clerk decided that the field is not imported; absent: nothing decided. */
export type ColumnChoice = Readonly<Record<string, number | null>>

export interface ColumnState {
  /** Required fields without a column: the import cannot go on. */
  missing: string[]
  /** Fields for which several columns fit and nobody has chosen yet. */
  undecided: string[]
  /** Columns that two fields read, by field: the other field. */
  shared: Record<string, string>
  /** Columns of the file that no field reads. */
  unused: number[]
  assigned: number
}

export function startChoice(inspection: Inspection): ColumnChoice {
  return { ...inspection.mapping }
}

/** What is still open before the rows can be looked at. */
export function columnState(
  inspection: Inspection,
  fields: readonly FieldDeclaration[],
  choice: ColumnChoice,
): ColumnState {
  const has = (field: string) => typeof choice[field] === 'number'
  const required = fields.filter((field) => field.required).map((field) => field.key)
  const undecided = inspection.ambiguous.map(({ field }) => field).filter((field) => choice[field] === undefined)
  const users = new Map<number, string[]>()
  for (const { key } of fields) {
    const column = choice[key]
    if (typeof column === 'number') users.set(column, [...(users.get(column) ?? []), key])
  }
  const shared: Record<string, string> = {}
  for (const keys of users.values()) {
    for (const key of keys) {
      const other = keys.find((one) => one !== key)
      if (other !== undefined) shared[key] = other
    }
  }
  return {
    missing: required.filter((field) => !has(field) && !undecided.includes(field)),
    undecided,
    shared,
    unused: inspection.columns.map((column) => column.index).filter((index) => !users.has(index)),
    assigned: [...users.values()].reduce((count, keys) => count + keys.length, 0),
  }
}

/** What is sent to the core: the columns assigned, without what was declined. */
export function mappingOf(choice: ColumnChoice): Record<string, number> {
  const assigned = Object.entries(choice).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  return Object.fromEntries(assigned)
}

/**
 * Order of the rows: required fields, those that ask, those the program assigned; the rest is folded away. Taken from
 * the inspection alone, so that no row jumps while the clerk is choosing.
 */
export function orderFields(inspection: Inspection, fields: readonly FieldDeclaration[]) {
  const asks = (key: string) => inspection.ambiguous.some((one) => one.field === key)
  const assigned = (key: string) => inspection.mapping[key] !== undefined
  const rank = (field: FieldDeclaration) => (field.required ? 0 : asks(field.key) ? 1 : assigned(field.key) ? 2 : 3)
  const sorted = fields.map((field, index) => ({ field, index, rank: rank(field) }))
  sorted.sort((one, other) => one.rank - other.rank || one.index - other.index)
  return {
    main: sorted.filter((one) => one.rank < 3).map((one) => one.field),
    more: sorted.filter((one) => one.rank === 3).map((one) => one.field),
  }
}

/** Name of a column as spreadsheets show it: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (index % 26))
}

/** Titles by column of the sheet; columns without title and content are not among the inspected ones. */
export function headersOf(inspection: Inspection | null): string[] {
  const headers: string[] = []
  for (const { index, header } of inspection?.columns ?? []) headers[index] = header
  return Array.from(headers, (header) => header ?? '')
}
