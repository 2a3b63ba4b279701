import type { QuoteInput } from '#shared/contract/pricing'
import type { Locale, WordKey, WordParams } from '#shared/i18n/index'

/** What stands in the form. Figures are scaled integers; null: nothing entered, NaN: the text is no figure. */
export interface QuoteDraft {
  to: string
  from: string
  grams: number | null
  pieces: number | null
  /** Millimetres. */
  length: number | null
  width: number | null
  height: number | null
  declaredFen: number | null
  codFen: number | null
  accountId: number | null
  sheetId: number | null
  product: string
  date: string
}

export type Fault = { key: WordKey; params?: WordParams }
export type Faults = Partial<Record<keyof QuoteDraft | 'size', Fault>>

export function emptyQuote(date: string): QuoteDraft {
  return {
    to: '',
    from: '',
    grams: null,
    pieces: 1,
    length: null,
    width: null,
    height: null,
    declaredFen: null,
    codFen: null,
    accountId: null,
    sheetId: null,
    product: '',
    date,
  }
}

/** Bounds of the contract: nothing is sent that the core would refuse for its form. */
const bounds: readonly { field: keyof QuoteDraft & keyof Faults; min: number; max?: number; decimals: number }[] = [
  { field: 'grams', min: 0, decimals: 3 },
  { field: 'pieces', min: 1, max: 100_000, decimals: 0 },
  { field: 'length', min: 1, decimals: 1 },
  { field: 'width', min: 1, decimals: 1 },
  { field: 'height', min: 1, decimals: 1 },
  { field: 'declaredFen', min: 0, decimals: 2 },
  { field: 'codFen', min: 0, decimals: 2 },
]

export function faultsOf(draft: QuoteDraft): Faults {
  const faults: Faults = {}
  for (const { field, min, max, decimals } of bounds) {
    const value = draft[field]
    if (typeof value !== 'number') continue
    if (Number.isNaN(value)) faults[field] = { key: 'components:input.notANumber' }
    else if (value < min) {
      faults[field] = { key: 'components:input.tooSmall', params: { value: String(min / 10 ** decimals) } }
    } else if (max !== undefined && value > max)
      faults[field] = { key: 'components:input.aboveMax', params: { value: max } }
  }
  const sides = [draft.length, draft.width, draft.height]
  if (sides.some((side) => side === null) && sides.some((side) => side !== null)) {
    faults.size = { key: 'pricing:quote.sizeWhole' }
  }
  return faults
}

/** What the core is asked; null while destination or weight is missing or something is wrong. */
export function requestOf(draft: QuoteDraft, locale: Locale): QuoteInput | null {
  const { to, grams, length, width, height, pieces, ...rest } = draft
  if (to.trim() === '' || grams === null || Object.keys(faultsOf(draft)).length > 0) return null
  return {
    ...rest,
    to: to.trim(),
    from: draft.from.trim(),
    grams,
    pieces: pieces ?? 1,
    size: length !== null && width !== null && height !== null ? { l: length, w: width, h: height } : null,
    locale,
  }
}
