import { type FinancialYearInput, financialYearInput } from '#shared/contract/credit'
import { companies } from './companies'
import { accountCode } from './demo-accounts'
import type { Random } from './random'

export interface DemoFinance {
  code: string
  years: FinancialYearInput[]
}

const told = 15
/** Nothing is owed: the current ratio of this customer is not applicable. */
const withoutLiabilities = 3
/** Sells at a loss, in the last year only. */
const withLoss = 6
const tenThousandYuan = 1_000_000

/** Three years of accounts of the biggest customers, in whole 万元. */
export function makeFinance(random: Random, lastYear: number): DemoFinance[] {
  return companies.slice(0, told).map(({ rank }) => {
    const size = random.between(2, 9) * (told + 3 - rank) * 100
    const years = [2, 1, 0].map((back) => {
      const revenue = Math.round((size * (100 - back * random.between(4, 9))) / 100)
      const wan = (permille: number) => Math.round((revenue * permille) / 1000) * tenThousandYuan
      const owing = random.between(140, 330)
      const lossy = rank === withLoss && back === 0
      return financialYearInput.parse({
        year: lastYear - back,
        currentAssetsFen: wan(random.between(280, 460)),
        currentLiabilitiesFen: rank === withoutLiabilities ? 0 : wan(owing),
        revenueFen: wan(1000),
        netProfitFen: wan(lossy ? -38 : random.between(8, 110)),
        averageAssetsFen: wan(random.between(600, 1100)),
        receivablesFen: wan(random.between(60, 290)),
        inventoryFen: wan(random.between(60, 260)),
        costFen: wan(random.between(640, 860)),
        source: back === 0 ? '客户提供的年度报表（示例）' : '审计报告（示例）',
        note: lossy ? '新仓投产，当年亏损' : '',
      })
    })
    return { code: accountCode(rank), years }
  })
}
