/**
 * Exact integers for the way from weight to fen: plain numbers as long as a product is a safe integer, BigInt from
 * there on. Results are exact in both worlds, so a rule is written once. All operands are zero or positive.
 */
export type Int = number | bigint

const SAFE = Number.MAX_SAFE_INTEGER

export function multiply(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (product <= SAFE) return product
  }
  return BigInt(a) * BigInt(b)
}

export function add(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (sum <= SAFE) return sum
  }
  return BigInt(a) + BigInt(b)
}

/** a − b, or 0 where that would be negative. */
export function subtractToZero(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') return a > b ? a - b : 0
  const difference = BigInt(a) - BigInt(b)
  return difference > 0n ? difference : 0
}

/** ⌊a ÷ b⌋. Math.floor(a / b) is exact for safe integers: the error of the quotient is smaller than 1 ÷ b. */
export function divideDown(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') return Math.floor(a / b)
  return BigInt(a) / BigInt(b)
}

/** ⌈a ÷ b⌉ */
export function divideUp(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const quotient = Math.floor(a / b)
    return quotient * b === a ? quotient : quotient + 1
  }
  return (BigInt(a) + BigInt(b) - 1n) / BigInt(b)
}

/** a ÷ b rounded half up to a whole number. */
export function divideHalfUp(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const quotient = Math.floor(a / b)
    const rest = a - quotient * b
    return rest >= b - rest ? quotient + 1 : quotient
  }
  const divisor = BigInt(b)
  return (2n * BigInt(a) + divisor) / (2n * divisor)
}

/** Compares a/b with c/d: negative, 0 or positive. */
export function compareFractions(a: Int, b: Int, c: Int, d: Int): number {
  const left = multiply(a, d)
  const right = multiply(c, b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** The value as a number, or null where it is beyond the safe integers. */
export function asSafeNumber(value: Int): number | null {
  if (typeof value === 'number') return value <= SAFE ? value : null
  return value <= BigInt(SAFE) ? Number(value) : null
}

/** A fraction in lowest terms; `denominator` is at least 1. */
export interface Fraction {
  numerator: number
  denominator: number
}

/** Parts per million as a fraction in lowest terms: 850000 is 17/20. Small terms keep products in the fast range. */
export function fractionOfPpm(ppm: number): Fraction {
  const divisor = greatestCommonDivisor(ppm, 1_000_000)
  return { numerator: ppm / divisor, denominator: 1_000_000 / divisor }
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x || 1
}
