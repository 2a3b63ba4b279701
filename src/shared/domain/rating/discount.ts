import { formatDecimal, parseDecimal, plainText } from '../decimal'

export type DiscountFault = 'unreadable' | 'discount-ambiguous' | 'discount-range'

const PPM_ONE = 1_000_000

/**
 * Reads 折扣 as ppm: `8.5折` = `85折` = `85%` = `0.85` (PRICING §4). Plain numbers above 1 are refused as ambiguous,
 * nothing and more than the whole as out of range.
 */
export function parseDiscount(text: string): { ppm: number } | DiscountFault {
  const plain = plainText(text).replaceAll(/\s/g, '')
  if (plain.endsWith('折')) return parseFold(plain.slice(0, -1))
  if (plain.endsWith('%')) return inRange(parseDecimal(plain.slice(0, -1), 4))
  const share = parseDecimal(plain, 6)
  if (share.ok && share.value > PPM_ONE) return 'discount-ambiguous'
  return inRange(share)
}

/** n折: n/10 up to 10, n/100 above. */
function parseFold(figure: string): { ppm: number } | DiscountFault {
  const tenths = parseDecimal(figure, 5)
  if (tenths.ok && tenths.value <= PPM_ONE) return inRange(tenths)
  return inRange(parseDecimal(figure, 4))
}

function inRange(result: ReturnType<typeof parseDecimal>): { ppm: number } | DiscountFault {
  if (!result.ok) return 'unreadable'
  return result.value > 0 && result.value <= PPM_ONE ? { ppm: result.value } : 'discount-range'
}

/** ppm as a percentage: 850000 is `85%`. */
export function formatPercent(ppm: number): string {
  return `${formatDecimal(ppm, 4)}%`
}

/** ppm as 折: 950000 is `95折`; a tenth or less is written n/10 so that it reads back as the same. */
export function formatFold(ppm: number): string {
  return ppm > 100_000 ? `${formatDecimal(ppm, 4)}折` : `${formatDecimal(ppm, 5)}折`
}
