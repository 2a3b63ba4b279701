import { contractInput, type ContractInput, type PromiseInput, type ReviewInput } from '#shared/contract/contracts'
import { addMonthsToDay } from '#shared/domain/contracts/standing'
import { addDays, addMonths } from '#shared/domain/months'
import type { Random } from './random'

/** A contract of the demonstration; the customer is named by code. */
export interface DemoContract {
  code: string
  contract: Omit<ContractInput, 'accountId'>
  terminated: { on: string; reason: string } | null
  measures: { month: string; key: string; value: number; note: string }[]
  reviews: ReviewInput[]
}

const managers = ['王芳', '李强', '陈静'] as const
const measuredMonths = 6

/** Days from today to the end: in force, ending in 20, 50 and 80 days, ended; the draft has not begun. */
const ends: readonly (number | 'terminated' | 'draft' | 'open' | 'rolling')[] = [
  20,
  200,
  50,
  'rolling',
  80,
  300,
  -12,
  'open',
  26,
  150,
  74,
  240,
  -40,
  'terminated',
  330,
  110,
  'draft',
  58,
  180,
  270,
]

/** Contracts of the biggest customers, dated by the day the story is told. */
export function makeContracts(
  random: Random,
  today: string,
  lastMonth: string,
  codes: readonly string[],
): DemoContract[] {
  return ends.slice(0, codes.length).map((end, index) => {
    const left = typeof end === 'number' ? end : end === 'rolling' ? 45 : 120
    const validTo = end === 'draft' ? addDays(addMonthsToDay(addDays(today, 10), 12), -1) : addDays(today, left)
    const validFrom = addDays(addMonthsToDay(validTo, -12), 1)
    const year = validFrom.slice(0, 4)
    const promises = makePromises(random)
    const deposit = index % 3 === 0 ? random.between(2, 10) * 500_000 : null
    const owed = index === 8
    return {
      code: codes[index] ?? '',
      contract: contractInput.omit({ accountId: true }).parse({
        number: '',
        title: `${year} 年度快递服务合同（示例）`,
        parties: [],
        manager: managers[index % managers.length],
        signedOn: end === 'draft' ? null : addDays(validFrom, -random.between(5, 20)),
        validFrom,
        validTo: end === 'open' ? null : validTo,
        products: index % 4 === 0 ? ['标准快递', '特惠件'] : ['标准快递'],
        sheets: [],
        creditDays: random.pick([15, 30, 30, 45]),
        creditLimitFen: random.between(3, 20) * 1_000_000,
        billingDay: random.pick([1, 5, 10]),
        promises,
        minimum: index % 2 === 0 ? makeMinimum(random, index) : null,
        coversGroup: false,
        depositFen: owed ? 2_000_000 : deposit,
        depositDueOn: owed ? addDays(today, 9) : deposit === null ? null : addDays(validFrom, 7),
        depositReceivedOn: owed || deposit === null ? null : addDays(validFrom, 5),
        renewMonths: end === 'rolling' ? 12 : null,
        noticeDays: end === 'rolling' ? 30 : null,
        note: '示例数据',
      }),
      terminated:
        end === 'terminated' ? { on: addDays(today, -30), reason: '客户停产搬迁，双方协商终止（示例）' } : null,
      measures: end === 'draft' ? [] : makeMeasures(random, promises, lastMonth, validFrom),
      reviews: index === 0 ? makeReviews(today) : [],
    }
  })
}

function makePromises(random: Random): PromiseInput[] {
  const plain = { from: null, to: null }
  return [
    {
      ...plain,
      key: 'on-time',
      kind: 'on-time',
      name: '签收及时率',
      measure: '按时签收 ÷ 应签收，不含客户原因和不可抗力',
      direction: 'least',
      target: random.pick([97_000, 98_000, 98_500]),
      unit: '%',
    },
    {
      key: 'pickup',
      kind: 'pickup',
      name: '提货窗口',
      measure: '窗口内提货次数 ÷ 应提货次数',
      direction: 'least',
      target: 95_000,
      unit: '%',
      from: '16:00',
      to: '18:30',
    },
    {
      ...plain,
      key: 'claim',
      kind: 'claim',
      name: '理赔时效',
      measure: '从报案到赔付的天数',
      direction: 'most',
      target: 7_000,
      unit: '天',
    },
  ]
}

function makeMinimum(random: Random, index: number): ContractInput['minimum'] {
  if (index % 6 === 0) return { unit: 'fen', amount: random.between(10, 24) * 100_000, period: 'year' }
  if (index % 4 === 0) return { unit: 'grams', amount: random.between(3, 9) * 50_000, period: 'month' }
  return { unit: 'pieces', amount: random.between(2, 8) * 15, period: 'month' }
}

/** Values around their targets, for the last months the contract held in. */
function makeMeasures(random: Random, promises: readonly PromiseInput[], lastMonth: string, validFrom: string) {
  return Array.from({ length: measuredMonths }, (_, ago) => addMonths(lastMonth, -ago))
    .filter((month) => month >= validFrom.slice(0, 7))
    .flatMap((month) =>
      promises.map(({ key, target, direction }) => {
        const off = random.between(-8, 12) * (key === 'claim' ? 250 : 100)
        const value = direction === 'least' ? Math.min(100_000, target + off) : target - off
        return { month, key, value, note: '' }
      }),
    )
}

function makeReviews(today: string): ReviewInput[] {
  return [
    {
      day: addDays(today, -6),
      reviewer: '王芳',
      clause: '第 6 条 赔偿责任（示例）',
      assessment: 'unfavourable',
      risk: '未保价快件按实际损失赔偿，没有上限。',
      suggestion: '续签时改为未保价最高赔运费的三倍。',
    },
    {
      day: addDays(today, -6),
      reviewer: '李强',
      clause: '第 3 条 结算方式（示例）',
      assessment: 'favourable',
      risk: '',
      suggestion: '月结 30 天、逾期每日万分之五，保留。',
    },
  ]
}
