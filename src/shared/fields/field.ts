import type { FieldLabelKey } from '#shared/i18n/fields'

/** Kind of value: decides parser, form control, filter, alignment and number format. */
export type FieldType =
  | 'text'
  | 'integer'
  | 'money'
  | 'weight'
  | 'volume'
  | 'length'
  | 'size'
  | 'percent'
  | 'date'
  | 'choice'
  | 'place'
  | 'phone'
  | 'boolean'
  | 'waybillNumber'
  | 'uscc'

/** Units a header or a cell can name. Stored values are fen, g, cm³, cm, ppm. */
export type Unit =
  | 'yuan'
  | 'fen'
  | 'wan'
  | 'kg'
  | 'g'
  | 'jin'
  | 't'
  | 'm3'
  | 'dm3'
  | 'cm3'
  | 'm'
  | 'cm'
  | 'mm'
  | 'percent'

/** One field of an entity, declared once for import, forms, lists, filters and Excel out. */
export interface FieldDeclaration<Key extends string = string> {
  key: Key
  type: FieldType
  labelKey: FieldLabelKey
  /** The name of a field a branch defined for itself; goes before the catalogue's. */
  label?: string
  /** Headers under which the trade's workbooks carry this field, the usual ones first. */
  aliases: readonly string[]
  /** Headers that mean this field only where no column bears one of `aliases`. */
  weakAliases?: readonly string[]
  /** Unit of a plain number when neither header nor cell names one. */
  unit?: Unit
  /** An import needs a column for it. */
  required?: boolean
  /**
   * Headers that hold one of these words are not this field by "contains" (实收重量 is not 重量, 体积重 not 体积).
   * Exact and normalised aliases are not affected.
   */
  notContaining?: readonly string[]
  /** Values of a choice, as stored, with the words that mean them. */
  choices?: Readonly<Record<string, readonly string[]>>
  /** Personal data: masked in lists and exports unless the permission is held. */
  personal?: boolean
  /** Longest text accepted, in characters. */
  maxLength?: number
}

/** A list written as one text: `|` and line breaks separate, blanks around are dropped. */
export function words(text: string): readonly string[] {
  return text
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** The name of a field in the reader's language. */
export function fieldName(
  { label, labelKey }: Pick<FieldDeclaration, 'label' | 'labelKey'>,
  word: (key: `fields:${FieldLabelKey}`) => string,
): string {
  return label ?? word(`fields:${labelKey}`)
}
