import type { FormPosition } from './sheet-form'

/** Everything that can be said about a sheet form; the words are in the catalogue as `problem.<code>` of the namespace rating. */
export type ProblemCode =
  | 'not-a-number'
  | 'too-many-decimals'
  | 'too-large'
  | 'negative'
  | 'unreadable'
  | 'unknown-word'
  | 'date-unreadable'
  | 'date-order'
  | 'effective-from-missing'
  | 'unknown-key'
  | 'rounding-unreadable'
  | 'rounding-order'
  | 'discount-ambiguous'
  | 'discount-range'
  | 'discount-low'
  | 'tax-ambiguous'
  | 'tax-range'
  | 'tax-rate-missing'
  | 'divisor-unusual'
  | 'minimum-unit-alone'
  | 'column-unreadable'
  | 'column-gap'
  | 'column-overlap'
  | 'column-start'
  | 'column-open-end'
  | 'column-pair'
  | 'no-columns'
  | 'no-rows'
  | 'row-key-missing'
  | 'row-duplicate'
  | 'row-too-long'
  | 'cell-unreadable'
  | 'cell-marginal-first'
  | 'cell-marginal-after-gap'
  | 'cell-needs-step'
  | 'cell-pair-half'
  | 'item-missing'
  | 'base-mismatch'
  | 'minimum-above-maximum'
  | 'condition-unreadable'
  | 'place-unknown'
  | 'surcharge-duplicate'
  | 'tier-benefit-unreadable'
  | 'tier-gap'
  | 'tier-overlap'
  | 'tier-open-end'
  | 'tier-progressive-previous'
  | 'tier-several'

export interface Problem {
  severity: 'error' | 'warning'
  code: ProblemCode
  params: Readonly<Record<string, string>>
  where: FormPosition
}

/** Collects the problems of one form while it is read. */
export class ProblemList {
  readonly items: Problem[] = []

  error(where: FormPosition, code: ProblemCode, params: Readonly<Record<string, string>> = {}): void {
    this.items.push({ severity: 'error', code, params, where })
  }

  warn(where: FormPosition, code: ProblemCode, params: Readonly<Record<string, string>> = {}): void {
    this.items.push({ severity: 'warning', code, params, where })
  }

  get hasErrors(): boolean {
    return this.items.some((item) => item.severity === 'error')
  }
}
