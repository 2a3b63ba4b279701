import type { FieldChange } from '#shared/contract/history'
import { historyField, partFields } from '#shared/fields/history-fields'

/** What turns stored values into what may be shown: names instead of local keys, masks over personal data. */
export interface ShowFacts {
  /** The name behind a local key; null where there is none any more. */
  nameOf: Readonly<Record<'account' | 'contact', (id: number) => string | null>>
  /** The branch's own name of a field such as `custom.<uid>`; empty for others. */
  ownName(field: string): string
}

export function shownChange(
  facts: ShowFacts,
  entity: string,
  change: FieldChange,
  seesPersonal: boolean,
): FieldChange & { label: string } {
  const declared = historyField(entity, change.field)
  const show = (value: unknown): unknown => {
    if (declared.refersTo && typeof value === 'number') return facts.nameOf[declared.refersTo](value) ?? value
    if (seesPersonal) return value
    if (declared.mask) return masked(value, declared.mask)
    if (declared.parts && Array.isArray(value)) return value.map(maskedParts)
    return value
  }
  return { field: change.field, label: facts.ownName(change.field), old: show(change.old), new: show(change.new) }
}

function masked(value: unknown, mask: (text: string) => string): unknown {
  if (value === null || value === undefined || value === '') return value
  return mask(typeof value === 'string' ? value : '')
}

/** An object of a list with its personal parts masked. */
function maskedParts(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item
  return Object.fromEntries(
    Object.entries(item).map(([part, value]) => {
      const mask = partFields[part]?.mask
      return [part, mask ? masked(value, mask) : value]
    }),
  )
}
