import type { Message } from '#shared/contract/base'
import { formatFenGrouped } from '#shared/domain/money'
import { formatKilograms } from '#shared/domain/weight'
import { isWordKey, type Locale, translate } from '#shared/i18n/index'

/** Figures as papers write them. Money in yuan, weights in kilograms, both grouped; what is unknown is a dash. */
export const unknown = '—'

export function yuan(fen: number | null | undefined): string {
  return fen === null || fen === undefined ? unknown : formatFenGrouped(fen)
}

/** Whole yuan, for tables whose columns are narrow. */
export function wholeYuan(fen: number | null | undefined): string {
  return fen === null || fen === undefined ? unknown : count(Math.round(fen / 100))
}

export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

export function kilograms(grams: number): string {
  return formatKilograms(grams).replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))(?<!\.\d*)/g, ',')
}

/** Whole kilograms, for tables whose columns are narrow. */
export function wholeKilograms(grams: number): string {
  return count(Math.round(grams / 1000))
}

export function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? unknown : `${(share * 100).toFixed(1)}%`
}

/** Change with its sign: `+12.3%`. */
export function change(now: number, before: number | null | undefined): string {
  if (before === null || before === undefined || before <= 0) return unknown
  const share = now / before - 1
  return `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)}%`
}

/** Margin as a part of revenue; unknown without revenue. */
export function rate(marginFen: number | null, revenueFen: number): string {
  return marginFen === null || revenueFen <= 0 ? unknown : percent(marginFen / revenueFen)
}

/** The words of an alert: parameters that end in Fen or Share are written as amounts and percent. */
export function alertText(locale: Locale, { code, params }: Message): string {
  const key = `alerts:${code}`
  if (!isWordKey(key)) return code
  const written = Object.entries(params).map(([name, value]) => {
    if (typeof value !== 'number') return [name, value] as const
    if (name.endsWith('Fen')) return [name, yuan(value)] as const
    return [name, name.endsWith('Share') ? percent(value) : count(value)] as const
  })
  return translate(locale, key, Object.fromEntries(written))
}
