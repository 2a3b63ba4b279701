import { type CompetitionShare, expectationKeys, type NeedsContent, needsContent } from '#shared/contract/needs'
import type { PickupWindow, SiteInput } from '#shared/contract/sites'
import { bracketEnds } from '#shared/domain/needs/weight-brackets'
import { companies, type Company, streets } from './companies'
import { accountCode, demoMark } from './demo-accounts'
import { industryNamed } from './industries'
import type { Random } from './random'

/** Invented carriers: no real one is judged here. */
export const demoCompetitors = ['迅达速运', '远航快递', '联捷物流', '同城飞送', '大件通'].map((name) => name + demoMark)

/** Shares on a day: competitors by their place in `demoCompetitors`. */
export interface DemoCompetition {
  /** How many months before the story's last one. */
  monthsAgo: number
  shares: (Omit<CompetitionShare, 'competitorId'> & { competitor: number })[]
}

export interface DemoNeeds {
  code: string
  sites: SiteInput[]
  /** The rest is told of the biggest senders only. */
  content: NeedsContent | null
  /** What he says he spends a month, as a multiple of what he pays us, permille; null: never asked. */
  spendPermille: number | null
  competitions: DemoCompetition[]
}

const detailed = 25
const weekdays = [1, 2, 3, 4, 5]
const windows: readonly PickupWindow[][] = [
  [{ weekdays, from: '16:00', to: '18:00', lastOrder: '15:30' }],
  [
    { weekdays, from: '10:00', to: '11:30', lastOrder: '09:30' },
    { weekdays, from: '16:30', to: '18:30', lastOrder: '16:00' },
    { weekdays: [6], from: '15:00', to: '17:00', lastOrder: null },
  ],
  [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '18:00', to: '20:30', lastOrder: '17:30' }],
]

/** Sites of every customer, needs and competitors of the biggest. */
export function makeNeeds(random: Random): DemoNeeds[] {
  return companies.map((company) => {
    const told = company.rank < detailed
    return {
      code: accountCode(company.rank),
      sites: sitesOf(company, random),
      content: told ? contentOf(company, random) : null,
      spendPermille: told ? random.between(1150, 2600) : null,
      competitions: told ? competitionsOf(company.rank, random) : [],
    }
  })
}

function sitesOf({ rank, city, district, shortName }: Company, random: Random): SiteInput[] {
  const kinds = (['warehouse', 'office', 'returns'] as const).slice(0, rank < 12 ? 3 : rank < 30 ? 2 : 1)
  const names = { warehouse: '发货仓', office: '办公室', returns: '退货点' }
  return kinds.map((kind) => ({
    name: `${shortName}${names[kind]}`,
    kind,
    province: '浙江省',
    city,
    district,
    address: `${random.pick(streets)}${random.between(1, 899)}号`,
    windows: kind === 'office' ? [] : [...random.pick(windows)],
    contactId: null,
    contact: kind === 'office' ? '' : '仓库值班',
    note: kind === 'returns' ? '退货先拍照再签收' : '',
  }))
}

const wishes: Readonly<Record<(typeof expectationKeys)[number], readonly string[]>> = {
  speed: ['江浙沪次日达', '大促期间不爆仓', '次日上午签收'],
  safety: ['破损率低于万分之三', '高值件全程拍照'],
  price: ['首重有竞争力', '淡季可谈返利'],
  information: ['轨迹实时回传', '异常两小时内告知'],
  extras: ['代打单', '夜间揽收', '逆向取件'],
}

function contentOf({ industry, city, rank }: Company, random: Random): NeedsContent {
  const { products, weights } = industryNamed(industry)
  const expectations = Object.fromEntries(
    expectationKeys.map((key) => [key, { importance: random.between(2, 5), note: random.pick(wishes[key]) }]),
  )
  const lanes = ['广东', '江苏', '上海', '北京', '四川'].slice(0, random.between(2, 4))
  const monthlyTickets = Math.max(1, 30 - rank) * random.between(18, 26)
  return needsContent.parse({
    products: [...products.map(([product]) => product), ...(rank % 3 === 0 ? ['退货取件'] : [])],
    lanes: lanes.map((to) => ({ from: city, to, tickets: Math.round((monthlyTickets * random.between(6, 18)) / 100) })),
    monthlyTickets,
    monthlyGrams: monthlyTickets * random.between(16, 34) * 100,
    weightShares: saidShares(weights, random),
    expectations,
    packaging: random.pick(['自备纸箱，加贴易碎标', '需要气泡袋和纸箱供应', '原厂包装，不二次包装']),
    warehousing: random.pick(['自有仓', '希望代管一部分库存', '旺季需要临时仓']),
    it: random.pick(['使用电商平台打单', '有自己的 ERP，要接口回传轨迹', '手工下单']),
    itState: random.pick(['none', 'wanted', 'planned', 'building', 'live'] as const),
  })
}

/** What people say of their weights: about right, in round figures, adding up to 100 %. */
function saidShares(weights: readonly (readonly [number, number, number])[], random: Random): number[] {
  const counts = [...bracketEnds, null].map((_end, index) =>
    weights.reduce((sum, [, to, share]) => sum + (bracketAt(to) === index ? share : 0), 0),
  )
  const said = counts.map((count) => Math.floor(Math.max(0, count + random.between(-60, 60)) / 50) * 5)
  const biggest = said.indexOf(Math.max(...said))
  const rest = 100 - said.reduce((sum, share) => sum + share, 0)
  return said.map((share, index) => Math.max(0, index === biggest ? share + rest : share) * 10_000)
}

function bracketAt(grams: number): number {
  const index = bracketEnds.findIndex((end) => grams <= end)
  return index < 0 ? bracketEnds.length : index
}

function competitionsOf(rank: number, random: Random): DemoCompetition[] {
  const [first, second] = [rank % demoCompetitors.length, (rank + 2) % demoCompetitors.length]
  const day = (monthsAgo: number, shift: number): DemoCompetition => ({
    monthsAgo,
    shares: [
      { ...share(first, random), sharePpm: (random.between(18, 32) + shift) * 10_000 },
      { ...share(second, random), sharePpm: rank % 4 === 0 ? null : random.between(6, 16) * 10_000 },
    ],
  })
  return rank % 2 === 0 ? [day(7, 6), day(1, 0)] : [day(2, 0)]
}

function share(competitor: number, random: Random): Omit<DemoCompetition['shares'][number], 'sharePpm'> {
  const ticket = random.between(26, 48)
  return {
    competitor,
    products: random.pick(['标快', '特惠', '零担、大件']),
    lanes: random.pick(['省内', '江浙沪', '全国', '华南']),
    priceNote: random.pick(['一年一签，量大返点', '大促期间不涨价', '含税，月结 30 天']),
    pricePerKg: `${random.between(8, 24) / 10} 元/kg`,
    pricePerTicket: `${ticket / 10} 元/票`,
    strengths: random.pick(['价格低', '驻场揽收', '末端覆盖广', '系统对接早']),
    weaknesses: random.pick(['时效不稳', '理赔慢', '偏远加价多', '客服难找']),
  }
}
