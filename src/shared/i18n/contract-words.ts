import type { ContractInput, PromiseInput } from '../contract/contracts'
import type { MinimumUnit } from '../domain/contracts/fulfilment'
import { formatDecimal } from '../domain/decimal'
import { formatFenGrouped } from '../domain/money'
import { formatKilograms } from '../domain/weight'
import type { WordKey, WordParams } from './index'

export type ContractWords = (key: WordKey, params?: WordParams) => string

const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))(?<!\.\d*)/g, ',')

/** A quantity of a minimum in its unit's figures: `12,000`, kilograms of grams, yuan of fen. */
export function minimumFigure(unit: MinimumUnit, amount: number): string {
  if (unit === 'fen') return formatFenGrouped(amount)
  return grouped(unit === 'grams' ? formatKilograms(amount) : String(amount))
}

/** `每月 12,000 件` */
export function minimumText(minimum: NonNullable<ContractInput['minimum']>, t: ContractWords): string {
  const { unit, amount, period } = minimum
  return t('contracts:minimum.text', {
    period: t(`contracts:minimum.period.${period}`),
    amount: minimumFigure(unit, amount),
    unit: t(`contracts:minimum.unit.${unit}`),
  })
}

/** What is promised: `≥ 98%`, `≤ 7 天`, with the window of a pick-up. */
export function promiseText(promise: PromiseInput, t: ContractWords): string {
  const { direction, target, unit, from, to } = promise
  const demand = t('contracts:promise.text', {
    sign: direction === 'least' ? '≥' : '≤',
    target: formatDecimal(target, 3),
    unit: spaced(unit),
  })
  return from !== null && to !== null ? t('contracts:promise.window', { from, to, demand }) : demand
}

/** A unit behind its figure: a percent sign stands close. */
export function spaced(unit: string): string {
  return unit === '' || unit === '%' ? unit : ` ${unit}`
}

/** `2026-01-01 至 2026-12-31` */
export function termText(
  { validFrom, validTo }: { validFrom: string; validTo: string | null },
  t: ContractWords,
): string {
  return t('contracts:value.term', { from: validFrom, to: validTo ?? t('contracts:value.open') })
}

/** `到期自动续 12 个月，提前 30 天通知` */
export function renewalText(
  { renewMonths, noticeDays }: Pick<ContractInput, 'renewMonths' | 'noticeDays'>,
  t: ContractWords,
): string {
  if (renewMonths === null) return t('contracts:value.noRenew')
  const renewal = t('contracts:value.renew', { months: renewMonths })
  return noticeDays === null ? renewal : t('contracts:value.notice', { renewal, days: noticeDays })
}

export function billingText(day: number | null, t: ContractWords): string {
  if (day === null) return t('contracts:value.none')
  return day === 31 ? t('contracts:value.billingLast') : t('contracts:value.billingDay', { day })
}
