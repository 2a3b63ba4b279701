import {
  type AnniversaryInput,
  anniversaryInput,
  type AnniversaryKind,
  type TaskInput,
} from '#shared/contract/calendar'
import { toLunar } from '#shared/domain/calendar/lunar'
import { addDays } from '#shared/domain/months'
import { managers } from './companies'

/** An anniversary of the demonstration book; the customer is named by his place. */
export interface DemoAnniversary {
  rank: number
  input: Omit<AnniversaryInput, 'accountId'>
  /** What has become of this year's reminder. */
  settled: { status: 'done' | 'dropped'; note: string } | null
}

export interface DemoTask {
  /** Place of the customer; null: about none. */
  rank: number | null
  input: Omit<TaskInput, 'accountId'>
  done: string | null
}

/** Days from today on which the first customers have theirs, so that the workbench has something to say in any week. */
const nearDays = [-9, 3, -4, 0, 12, 2, 1, 6, -2, 5, 20, 4]
/** What was done about those that are past. */
const settled: Readonly<Record<number, DemoAnniversary['settled']>> = {
  [-9]: { status: 'done', note: '上门送花篮，客户满意' },
  [-4]: { status: 'done', note: '电话祝贺' },
  3: { status: 'dropped', note: '客户今年不办庆典' },
}
/** Every so many customers go by the lunar calendar. */
const lunarEvery = 3
/** A year's days, walked in steps that meet each once. */
const step = 37

/** Two anniversaries for the bigger customers, one for nearly all others, spread over the year and close around today. */
export function makeAnniversaries(count: number, today: string): DemoAnniversary[] {
  return Array.from({ length: count }, (_, rank) => rank).flatMap((rank) => {
    if (rank % 10 === 9) return []
    const near = nearDays[rank]
    const offset = near ?? 25 + ((rank * step) % 300)
    const age = 3 + ((rank * 7) % 24)
    const kind = (['founding', 'opening', 'founding', 'cooperation'] as const)[rank % 4] ?? 'founding'
    const first = { rank, input: yearly(kind, '', addDays(today, offset), age, rank), settled: settled[offset] ?? null }
    return rank < 20 ? [first, { rank, input: second(rank, today), settled: null }] : [first]
  })
}

const seconds: readonly { kind: AnniversaryKind; title: string; yearly: boolean }[] = [
  { kind: 'cooperation', title: '', yearly: true },
  { kind: 'milestone', title: '驻仓项目上线（示例）', yearly: true },
  { kind: 'honour', title: '年度金牌客户（示例）', yearly: true },
  { kind: 'contract', title: '年框合同签订日（示例）', yearly: true },
  { kind: 'custom', title: '新园区启用（示例）', yearly: false },
]

function second(rank: number, today: string): DemoAnniversary['input'] {
  const {
    kind,
    title,
    yearly: again,
  } = seconds[rank % seconds.length] ?? { kind: 'cooperation', title: '', yearly: true }
  const day = addDays(today, 15 + ((rank * step) % 200))
  if (again) return yearly(kind, title, day, 1 + (rank % 6), 1)
  return anniversaryInput.omit({ accountId: true }).parse({ kind, title, ...solarOf(day), yearly: false })
}

/** The day as its first time so many years ago, by the solar calendar or the lunar one. */
function yearly(
  kind: AnniversaryKind,
  title: string,
  day: string,
  age: number,
  rank: number,
): DemoAnniversary['input'] {
  const lunar = rank % lunarEvery === 0 ? toLunar(day) : null
  const date = lunar ? { calendar: 'lunar' as const, ...lunar } : solarOf(day)
  return anniversaryInput
    .omit({ accountId: true })
    .parse({ kind, title, ...date, year: date.year - age, note: rank < 6 ? '示例数据' : '' })
}

function solarOf(day: string) {
  const [year = 2000, month = 1, date = 1] = day.split('-').map(Number)
  return { calendar: 'solar' as const, year, month, day: date, leap: false }
}

/** What the branch wrote down itself. */
export function makeTasks(today: string): DemoTask[] {
  const task = (rank: number | null, title: string, days: number, done: string | null = null): DemoTask => ({
    rank,
    done,
    input: {
      title: `${title}（示例）`,
      due: addDays(today, days),
      assignee: managers[(rank ?? 0) % managers.length] ?? '',
      note: '',
    },
  })
  return [
    task(3, '拜访：了解发货量下滑原因', -2),
    task(0, '回复旺季加班收件方案', 0),
    task(1, '送交新报价单', 4),
    task(null, '核对下月快递价格调整通知', 9),
    task(6, '取回签好的合同', -6, '已取回存档'),
  ]
}
