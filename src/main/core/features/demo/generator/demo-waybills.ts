import type { ParsedWaybill } from '../../waybills/parsed-waybill'
import { dayLoad, daysOf } from './calendar'
import { companies, roles, type Company } from './companies'
import type { DemoAccount } from './demo-accounts'
import { demoMark } from './demo-accounts'
import { type Destination, destinations, placeText, remoteProvinces } from './destinations'
import { type DemoProduct, type Industry, industryNamed } from './industries'
import type { Random } from './random'

/** A ticket of the story, places as the file would write them. */
export type DemoWaybill = Omit<ParsedWaybill, 'row' | 'origin' | 'destination'> & {
  origin: string
  destination: string
}

export const demoCarrier = '示例速运'
const branchPlace = '浙江省杭州市萧山区'

/** About so many tickets in the 24 months of the story. */
export const storyTickets = 60_000
export const storyMonths = 24

/** Share of the biggest sender by rank: the first sends some thirty times what the last does. */
const sizeOf = (rank: number): number => 1 / (rank + 2)

/** The branch grows by 1.6 % of its first month every month. */
const growthOf = (index: number): number => 1 + 0.016 * index

/** What is left of the churning customer in the last months, the last one first. */
const churn = [0, 0, 0.12, 0.35, 0.65]

/** The sender without archive, in the last months, the last one first: tickets. */
const newcomerTickets = [210, 130, 60]

export interface MonthOfStory {
  month: string
  /** 0 is the first month of the story. */
  index: number
}

/** How much a month carries compared with 30 ordinary working days. */
function loadOf(month: string): number {
  return daysOf(month).reduce((sum, day) => sum + dayLoad(day), 0) / 30_000
}

/** Expected tickets of a company in a month, before chance; `scale` brings the story to its size. */
function expected(company: Company, { month, index }: MonthOfStory, scale: number): number {
  const season = industryNamed(company.industry).seasons[Number(month.slice(5)) - 1] ?? 1000
  return scale * sizeOf(company.rank) * growthOf(index) * roleFactor(company, index) * loadOf(month) * (season / 1000)
}

function roleFactor({ shortName }: Company, index: number): number {
  if (shortName === roles.churning) return churn[storyMonths - 1 - index] ?? 1
  const later: Readonly<Record<string, number>> = roles.startedLater
  return index < (later[shortName] ?? 0) ? 0 : 1
}

/** The factor by which the story as a whole has about `storyTickets`. */
export function storyScale(months: readonly MonthOfStory[]): number {
  const all = months.flatMap((month) => companies.map((company) => expected(company, month, 1)))
  return storyTickets / all.reduce((sum, tickets) => sum + tickets, 0)
}

/** All tickets of one month in order of day, numbered in that order; the chance of a month does not depend on others. */
export function makeMonth(
  story: Random,
  at: MonthOfStory,
  scale: number,
  accounts: readonly DemoAccount[],
): DemoWaybill[] {
  const random = story.branch(at.month)
  const days = daysOf(at.month).map((day) => [day, dayLoad(day)] as const)
  const tickets: DemoWaybill[] = []
  for (const company of companies) {
    const account = accounts[company.rank]
    const count = Math.round((expected(company, at, scale) * random.between(920, 1080)) / 1000)
    if (!account) continue
    for (let ticket = 0; ticket < count; ticket++)
      tickets.push(makeTicket(random, company, account, random.weighted(days)))
  }
  for (let ticket = 0; ticket < (newcomerTickets[storyMonths - 1 - at.index] ?? 0); ticket++)
    tickets.push(newcomerTicket(random, random.weighted(days)))
  tickets.sort((a, b) => (a.shippedOn < b.shippedOn ? -1 : a.shippedOn > b.shippedOn ? 1 : 0))
  return numbered(tickets, at.month, random)
}

function makeTicket(random: Random, company: Company, account: DemoAccount, shippedOn: string): DemoWaybill {
  const industry = industryNamed(company.industry)
  const oddity = random.below(1000)
  return {
    ...freight(random, industry, shippedOn, destinationOf(random, company)),
    ...writtenCustomer(random, account),
    origin: `浙江省${company.city}${company.district}`,
    // One price for the whole country prices any place, but no cost is known for one that nobody knows.
    ...(company.shortName === roles.losing ? {} : oddities[oddity]?.(random)),
  }
}

/** What goes wrong now and then, by the draw out of 1000: no weight, a place nobody knows, two share or no sheet serves. */
const oddities: Readonly<Record<number, (random: Random) => Partial<DemoWaybill>>> = {
  1: () => ({ actualGrams: null, size: null, volumeCm3: null }),
  2: () => ({ actualGrams: null }),
  3: (random) => ({ destination: random.pick(['海外仓', '保税区三号库', '待补地址']) }),
  4: (random) => ({ destination: random.pick(['朝阳', '鼓楼区', '城关区']) }),
  5: () => ({ destination: '香港特别行政区' }),
}

function newcomerTicket(random: Random, shippedOn: string): DemoWaybill {
  return {
    ...freight(random, industryNamed('服装'), shippedOn, random.weighted(allDestinations)),
    customerCode: '',
    monthAccount: '',
    customerName: `${roles.newcomer}用品有限公司${demoMark}`,
    origin: branchPlace,
  }
}

const allDestinations = destinations.map((destination) => [destination, destination.weight] as const)
const remoteDestinations = allDestinations.filter(([{ province }]) => remoteProvinces.includes(province))

function destinationOf(random: Random, { shortName }: Company): Destination {
  return random.weighted(shortName === roles.losing && random.chance(200) ? remoteDestinations : allDestinations)
}

/** Codes mostly, sometimes the month account, sometimes nothing but a name, as files are. */
function writtenCustomer(random: Random, account: DemoAccount) {
  const draw = random.below(100)
  const [monthAccount = ''] = account.monthAccounts
  if (draw < 70) return { customerCode: account.code, monthAccount: '', customerName: account.name }
  if (draw < 88) return { customerCode: '', monthAccount, customerName: account.shortName }
  const name = account.aliases.length > 0 ? random.pick(account.aliases) : account.name
  return { customerCode: '', monthAccount: '', customerName: name }
}

function freight(
  random: Random,
  industry: Industry,
  shippedOn: string,
  to: Destination,
): Omit<DemoWaybill, 'customerCode' | 'monthAccount' | 'customerName' | 'origin'> {
  const product = random.weighted(industry.products)
  const [low, high] = random.weighted(industry.weights.map((part) => [part, part[2]] as const))
  const grams = tidy(random.between(low, high) * (product === '零担' ? 4 : 1))
  const measure = measured(random, industry, product, grams)
  const [from, upTo, share] = industry.declared
  return {
    carrier: demoCarrier,
    number: '',
    feeKind: '',
    lineKind: 'freight',
    shippedOn,
    product,
    destination: placeText(to),
    actualGrams: grams,
    billedGrams: null,
    ...measure,
    declaredFen: random.chance(share) ? random.between(from, upTo) * 100 : null,
    codFen: random.chance(industry.cod) ? random.between(50, 2000) * 100 : null,
    billedFen: null,
    note: '',
  }
}

/** Scales show ten grams. */
function tidy(grams: number): number {
  return Math.max(10, Math.round(grams / 10) * 10)
}

function measured(random: Random, industry: Industry, product: DemoProduct, grams: number) {
  const pieces = product === '零担' ? random.between(2, 12) : random.chance(40) ? random.between(2, 4) : 1
  const cm3 = Math.round((grams * 1000) / random.between(...industry.density))
  if (product === '零担') return { pieces, volumeCm3: Math.max(1000, Math.round(cm3 / 1000) * 1000), size: null }
  if (!random.chance(industry.measured)) return { pieces, volumeCm3: null, size: null }
  return { pieces, volumeCm3: null, size: boxOf(random, Math.round(cm3 / pieces)) }
}

/** A box of about that volume, whole centimetres; one unit of size is a tenth of a millimetre. */
function boxOf(random: Random, cm3: number) {
  const edge = Math.max(5, Math.round(Math.cbrt(cm3)))
  const length = Math.max(5, Math.round((edge * random.between(110, 170)) / 100))
  const width = Math.max(4, Math.round((edge * random.between(80, 115)) / 100))
  const height = Math.max(2, Math.round(cm3 / (length * width)))
  return { length: length * 100, width: width * 100, height: height * 100 }
}

/** Numbers of 13 digits: month and running number. A few tickets are followed by a compensation. */
function numbered(tickets: DemoWaybill[], month: string, random: Random): DemoWaybill[] {
  const prefix = `73${month.slice(2, 4)}${month.slice(5)}`
  return tickets.flatMap((ticket, index) => {
    const freightLine = { ...ticket, number: `${prefix}${String(index + 1).padStart(7, '0')}` }
    if (!random.chance(1) || ticket.customerName.startsWith(roles.newcomer)) return [freightLine]
    const credit = {
      feeKind: '理赔',
      lineKind: 'credit' as const,
      billedFen: -random.between(5, 60) * 100,
      note: '破损理赔',
    }
    return [freightLine, { ...freightLine, ...credit }]
  })
}
