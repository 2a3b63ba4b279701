import type { FormValue } from '#shared/domain/rating/sheet-form'

/** Exact fractions of big integers, for the plain second rating. */

export interface Q {
  n: bigint
  d: bigint
}

export const ZERO: Q = { n: 0n, d: 1n }
export const ONE: Q = { n: 1n, d: 1n }

export const q = (n: number | bigint, d: number | bigint = 1): Q => ({ n: BigInt(n), d: BigInt(d) })
export const plus = (a: Q, b: Q): Q => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
export const minus = (a: Q, b: Q): Q => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d })
export const times = (a: Q, b: Q): Q => ({ n: a.n * b.n, d: a.d * b.d })
export const over = (a: Q, b: Q): Q => ({ n: a.n * b.d, d: a.d * b.n })
export const less = (a: Q, b: Q): boolean => a.n * b.d < b.n * a.d
export const larger = (a: Q, b: Q): Q => (less(a, b) ? b : a)
export const smaller = (a: Q, b: Q): Q => (less(b, a) ? b : a)
export const isZero = (a: Q): boolean => a.n === 0n
export const down = (a: Q): bigint => a.n / a.d
export const up = (a: Q): bigint => (a.n + a.d - 1n) / a.d
export const halfUp = (a: Q): bigint => down(plus(a, q(1, 2)))

/** `12.6` as a fraction. */
export function read(text: string): Q {
  const [whole = '0', fraction = ''] = text.trim().split('.')
  return { n: BigInt(whole + fraction), d: 10n ** BigInt(fraction.length) }
}

export function textOf(value: FormValue): string {
  return typeof value === 'object' ? `${value.percent}%` : String(value)
}

export function readShare(text: string): Q {
  return over(read(text.replace('%', '')), q(100))
}
