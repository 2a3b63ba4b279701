import type { AccountInput, Lifecycle, TeamMember } from '#shared/contract/accounts'
import type { CustomFieldInput } from '#shared/contract/custom-fields'
import { addMonths } from '#shared/domain/months'
import { managers, roles } from './companies'
import { demoMark } from './demo-accounts'

/** Fields this invented branch added for itself. */
export const demoFields: readonly CustomFieldInput[] = [
  { name: '月结开票日', type: 'number', unit: '日', decimals: 0, options: [], required: false, inList: false },
  {
    name: '包装要求',
    type: 'choice',
    unit: '',
    decimals: 0,
    options: ['普通纸箱', '气泡袋', '防水袋', '木架加固', '冷链泡沫箱'].map((name) => ({
      name,
      was: '',
      retired: false,
    })),
    required: false,
    inList: false,
  },
]

/** A state of the story with its first day and why it came. */
export interface DemoState {
  lifecycle: Lifecycle
  lifecycleSince: string
  lifecycleReason: string
}

export interface DemoArchive {
  input: Pick<AccountInput, 'stage' | 'source' | 'tags' | 'team'>
  /** Values of `demoFields` by name. */
  custom: Record<string, string>
  /** In their order; the last one is in force. */
  states: [DemoState, ...DemoState[]]
}

const stages = ['成熟', '成长', '成熟', '成长', '初创'] as const
const sources = ['老客户介绍', '上门拜访', '电话开发', '展会', '招投标', '网络咨询', '运单发现'] as const
const helpers = ['何佳怡', '罗小红', '郭俊杰', '林思琪'] as const
const helperRoles = ['客服', '结算', '运营', '仓储'] as const
const packing: Readonly<Record<string, string>> = {
  食品: '冷链泡沫箱',
  图书: '防水袋',
  家电: '木架加固',
  化妆品: '气泡袋',
  IT: '气泡袋',
  药品: '防水袋',
}

/** What an invented customer's archive holds beside its first columns; rank 0 is the biggest. */
export function demoArchive(
  { shortName, industry }: { shortName: string; industry: string },
  rank: number,
  firstMonth: string,
): DemoArchive {
  const started = firstMonthOf(shortName, firstMonth)
  return {
    input: {
      stage: stages[rank % stages.length] ?? '',
      source: sources[rank % sources.length] ?? '',
      tags: tagsOf(rank),
      team: teamOf(rank, started),
    },
    custom: {
      月结开票日: String([5, 8, 10, 15, 25][rank % 5] ?? 5),
      包装要求: packing[industry] ?? '普通纸箱',
    },
    states: statesOf(rank, started),
  }
}

function firstMonthOf(shortName: string, firstMonth: string): string {
  const later: Readonly<Record<string, number>> = roles.startedLater
  return addMonths(firstMonth, later[shortName] ?? 0)
}

function tagsOf(rank: number): string[] {
  return [
    ...(rank < 8 ? ['战略合作'] : []),
    ...(rank % 5 === 2 ? ['价格敏感'] : []),
    ...(rank % 7 === 3 ? ['季节性强'] : []),
    ...(rank % 6 === 1 ? ['夜间取件'] : []),
  ]
}

/** The bigger the customer, the more people look after it; some left again. */
function teamOf(rank: number, started: string): TeamMember[] {
  const since = `${started}-01`
  const leader = managers[(rank + 1) % managers.length] ?? managers[0]
  const helper = (number: number): TeamMember => ({
    name: `${helpers[(rank + number) % helpers.length] ?? helpers[0]}${demoMark}`,
    role: helperRoles[(rank + number) % helperRoles.length] ?? '客服',
    since,
    until: null,
  })
  if (rank >= 20) return [helper(0)]
  return [
    { name: leader, role: '项目经理', since, until: null },
    helper(0),
    ...(rank < 8 ? [helper(1)] : []),
    ...(rank % 4 === 0 ? [{ ...helper(2), until: `${addMonths(started, 6)}-28` }] : []),
  ]
}

function statesOf(rank: number, started: string): DemoArchive['states'] {
  const day = (months: number, date: string) => `${addMonths(started, months)}-${date}`
  const states: DemoArchive['states'] = [
    { lifecycle: 'prospect', lifecycleSince: day(-4, '12'), lifecycleReason: '' },
    { lifecycle: 'developing', lifecycleSince: day(-2, '06'), lifecycleReason: '已拜访，试寄一周' },
    { lifecycle: 'active', lifecycleSince: day(0, '01'), lifecycleReason: '签约，开始月结' },
  ]
  if (rank % 15 === 7) {
    states.push(
      { lifecycle: 'paused', lifecycleSince: day(3, '10'), lifecycleReason: '仓库搬迁，暂停两周' },
      { lifecycle: 'won-back', lifecycleSince: day(3, '26'), lifecycleReason: '新仓启用，恢复发货' },
    )
  }
  return states
}
