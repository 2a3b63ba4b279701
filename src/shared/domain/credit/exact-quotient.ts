/** n ÷ d to the nearest whole number, halves away from zero. Exact whatever their size. `d` must not be 0. */
export function roundedQuotient(n: bigint, d: bigint): bigint {
  const negative = n < 0n !== d < 0n
  const [top, bottom] = [n < 0n ? -n : n, d < 0n ? -d : d]
  const quotient = (2n * top + bottom) / (2n * bottom)
  return negative ? -quotient : quotient
}

/** The value as a number, or null beyond the safe integers. */
export function safeNumber(value: bigint): number | null {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : null
}
