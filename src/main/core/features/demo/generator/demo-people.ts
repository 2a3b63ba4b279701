import { type PersonInput, personInput } from '#shared/contract/people'
import { addDays, lastDayOf } from '#shared/domain/months'
import type { Birthday, Channel, DecisionRole, Stance } from '#shared/domain/people/person'
import { givenNames, surnames } from './companies'
import { demoMark, type DemoAccount } from './demo-accounts'
import type { Random } from './random'

/** A contact of the demonstration book; the superior is named by his place in the list. */
export interface DemoPerson extends Omit<PersonInput, 'reportsTo'> {
  boss: number | null
}

/** The biggest customers are known best. */
const wellKnown = 20
/** Among them some of whom a branch ought to know more: nobody who decides, nobody for us, nobody spoken to. */
const gapEvery = 5

interface Post {
  title: string
  department: string
  role: DecisionRole
  influence: number
  /** Place of the superior among the posts; null: the head. */
  boss: number | null
}

/** A customer's house as express branches meet it, from the head down; the first two are the contacts of the archive. */
const posts: readonly Post[] = [
  { title: '物流经理', department: '物流部', role: 'influencer', influence: 4, boss: 2 },
  { title: '仓储主管', department: '仓储部', role: 'shipping', influence: 2, boss: 0 },
  { title: '总经理', department: '总经办', role: 'decision-maker', influence: 5, boss: null },
  { title: '采购经理', department: '采购部', role: 'purchasing', influence: 3, boss: 2 },
  { title: '财务主管', department: '财务部', role: 'finance', influence: 3, boss: 2 },
  { title: '副总经理', department: '总经办', role: 'sponsor', influence: 5, boss: 2 },
]

/** What the positions of the archive's contacts say of them. */
const positions: Readonly<Record<string, { department: string; role: DecisionRole }>> = {
  物流经理: { department: '物流部', role: 'influencer' },
  仓储主管: { department: '仓储部', role: 'shipping' },
  采购经理: { department: '采购部', role: 'purchasing' },
  运营总监: { department: '运营部', role: 'user' },
  财务主管: { department: '财务部', role: 'finance' },
}

/** The people of a customer as the branch knows them at the end of the story. */
export function makePeople(account: DemoAccount, rank: number, lastMonth: string, random: Random): DemoPerson[] {
  const known = rank < wellKnown
  const lacking = rank % gapEvery === gapEvery - 1
  const count = known && !lacking ? random.between(3, posts.length) : account.contacts.length
  const names = new Set<string>()
  const lastDay = lastDayOf(lastMonth)
  return Array.from({ length: count }, (_, at) => {
    const [given, post] = [account.contacts[at], posts[at]]
    const name = given && !names.has(given.name) ? given.name : freshName(names, random)
    names.add(name)
    const title = given?.title ?? post?.title ?? ''
    const position = given ? positions[title] : post
    const bossAt = known ? (post?.boss ?? null) : null
    const person = personInput.omit({ reportsTo: true }).parse({
      name,
      title,
      department: position?.department ?? '',
      phone: given?.phone ?? `1380000${2000 + rank * posts.length + at}`,
      wechat: random.chance(500) ? `shili_${rank + 1}_${at + 1}` : '',
      email: given?.email ?? `contact${rank + 1}-${at + 1}@example.com`,
      note: at === 0 && rank % 7 === 0 ? '下午三点后方便接电话。' : '',
      primary: given?.primary ?? false,
      role: position?.role ?? null,
      stance: stanceOf(rank, at, random),
      influence: known ? (post?.influence ?? 3) : random.between(2, 4),
      relationship: random.between(at === 0 ? 3 : 1, 5),
      channel: random.pick<Channel>(['phone', 'wechat', 'wechat', 'visit', 'email', 'sms']),
      birthday: random.chance(600) ? birthdayOf(random) : null,
      lastContactOn: lastContact(rank, at, lastDay, random),
    })
    return { ...person, boss: bossAt !== null && bossAt < count ? bossAt : null }
  })
}

function freshName(taken: ReadonlySet<string>, random: Random): string {
  for (;;) {
    const name = random.pick(surnames) + random.pick(givenNames) + demoMark
    if (!taken.has(name)) return name
  }
}

function stanceOf(rank: number, at: number, random: Random): Stance | null {
  if (rank % gapEvery === 2 && at === 3) return 'oppose'
  if (rank % gapEvery === 3) return at === 0 ? 'neutral' : null
  if (at === 0) return 'support'
  return random.weighted<Stance | null>([
    ['support', 4],
    ['neutral', 4],
    ['oppose', 1],
    [null, 2],
  ])
}

/** Days lie in the story: most in its last weeks, some long ago, and with a few customers nobody was spoken to. */
function lastContact(rank: number, at: number, lastDay: string, random: Random): string | null {
  if (rank % 11 === 10) return addDays(lastDay, -random.between(70, 150))
  if (random.chance(at === 0 ? 0 : 150)) return null
  return addDays(lastDay, -(at === 0 ? random.between(0, 25) : random.between(5, 110)))
}

function birthdayOf(random: Random): Birthday {
  const lunar = random.chance(400)
  const year = random.chance(500) ? random.between(1970, 1998) : null
  return {
    calendar: lunar ? 'lunar' : 'solar',
    month: random.between(1, 12),
    day: random.between(1, 28),
    leap: false,
    year,
  }
}
