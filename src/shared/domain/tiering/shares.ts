/** Part of one value in the whole, and of it together with all values before it. */
export interface Share {
  share: number
  cumulative: number
}

/**
 * Shares of values already in order, 0…1. A negative value (more credits than freight) is no share of the whole: it
 * counts as zero, so that the shares of a report always add up to one. Nothing positive: all zero.
 */
export function sharesOf(values: readonly number[]): Share[] {
  const whole = values.reduce((sum, value) => sum + Math.max(0, value), 0)
  let sum = 0
  return values.map((value) => {
    const part = Math.max(0, value)
    sum += part
    return whole > 0 ? { share: part / whole, cumulative: sum / whole } : { share: 0, cumulative: 0 }
  })
}
