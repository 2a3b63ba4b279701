import { formatDecimal } from '#shared/domain/decimal'

/** ppm as percent with as few decimals as it needs: 125000 is `12.5%`. */
export function percentText(ppm: number): string {
  return `${formatDecimal(ppm, 4)}%`
}
