import { formatDecimal } from '#shared/domain/decimal'

const MINUS = '−'

/** 10^-4 yuan with its sign: two decimals at least: `+0.50`, `−1.255`, `0.00`. */
export function signedUnits(units: number): string {
  return `${units > 0 ? '+' : units < 0 ? MINUS : ''}${formatDecimal(Math.abs(units), 4, 2)}`
}

/** ppm as a percentage with one decimal and its sign, half away from zero: 50000 is `+5%`. */
export function signedPercent(ppm: number): string {
  const tenths = Math.floor((Math.abs(ppm) + 500) / 1_000)
  const text = formatDecimal(tenths, 1)
  return tenths === 0 ? '0%' : `${ppm > 0 ? '+' : MINUS}${text}%`
}

/** How much dearer, in ppm of the price before; null where there was none. */
export function changePpm(before: number | null, after: number | null): number | null {
  if (before === null || after === null || before === 0) return null
  const part = (BigInt(Math.abs(after - before)) * 2_000_000n + BigInt(before)) / (2n * BigInt(before))
  const ppm = Number(part)
  return after < before ? -ppm : ppm
}
