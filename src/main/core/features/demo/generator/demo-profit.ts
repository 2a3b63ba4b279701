import type { AccountCostInput } from '#shared/contract/profit'
import { addMonths } from '#shared/domain/months'
import type { Random } from './random'

/** A cost beside the waybills; the customer is named by code, because keys are given by the book. */
export type DemoCost = Omit<AccountCostInput, 'accountId'> & { code: string }

const services = [
  ['驻场打单员', 42_000],
  ['专用包装袋', 12_000],
  ['系统对接维护', 8_000],
  ['专车提货', 24_000],
] as const

const claims = ['破损理赔', '遗失理赔', '延误补偿'] as const

/** Dedicated services of the biggest customers in the last three months, and now and then a claim. */
export function makeCosts(random: Random, lastMonth: string, codes: readonly string[]): DemoCost[] {
  const months = [2, 1, 0].map((ago) => addMonths(lastMonth, -ago))
  const entry = { waybillNumber: '', note: '示例数据' }
  return codes.flatMap((code, index) => {
    const [item, fen] = services[index % services.length] ?? services[0]
    return months.flatMap((month): DemoCost[] => {
      const service = { ...entry, code, month, kind: 'service' as const, item, fen: fen + random.between(0, 60) * 100 }
      if (!random.chance(450)) return [service]
      const claim = random.pick(claims)
      return [service, { ...entry, code, month, kind: 'claim', item: claim, fen: random.between(20, 260) * 100 }]
    })
  })
}
