/** What a value parser can object to. Words: src/shared/i18n/import.ts, key `value.<code>`. */
export type ValueCode =
  | 'missing'
  | 'noCachedValue'
  | 'excelError'
  | 'notANumber'
  | 'notAnInteger'
  | 'tooManyDecimals'
  | 'outOfRange'
  | 'negative'
  | 'unknownUnit'
  | 'notADate'
  | 'ambiguousDate'
  | 'noSuchDay'
  | 'notASize'
  | 'truncatedNumber'
  | 'scientificNumber'
  | 'notAWaybillNumber'
  | 'notAPhone'
  | 'usccLength'
  | 'usccCharacter'
  | 'usccCheckDigit'
  | 'notAPercent'
  | 'ambiguousPercent'
  | 'notABoolean'
  | 'notAChoice'
  | 'tooLong'

/** The refusal of a value; `text` is the cell as the clerk sees it. */
export interface ValueProblem {
  ok: false
  code: ValueCode
  params: { text: string; [name: string]: string | number }
}

/** A value, or why there is none. */
export type Parsed<T> = { ok: true; value: T } | ValueProblem

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

export function refused(code: ValueCode, text: string, params: Record<string, string | number> = {}): ValueProblem {
  return { ok: false, code, params: { ...params, text } }
}
