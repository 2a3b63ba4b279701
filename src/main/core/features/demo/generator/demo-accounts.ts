import type { AccountInput } from '#shared/contract/accounts'
import type { FirstContact } from '#shared/contract/people'
import type { Tier } from '#shared/contract/base'
import { companies, givenNames, managers, positions, roles, streets, surnames, type Company } from './companies'
import { industryNamed } from './industries'
import type { Random } from './random'

/** A customer of the demonstration book. The group is named by code, because keys are given by the book. */
export interface DemoAccount extends Omit<
  AccountInput,
  'groupId' | 'stage' | 'source' | 'tags' | 'team' | 'lifecycleSince' | 'lifecycleReason' | 'custom'
> {
  groupCode: string | null
  /** Who is known there, the main contact first. */
  contacts: DemoContact[]
}

export type DemoContact = FirstContact & { primary: boolean }

/** All invented names carry this mark, so that nobody takes them for real ones. */
export const demoMark = '（示例）'

export function accountCode(rank: number): string {
  return `KH${String(rank + 1).padStart(6, '0')}`
}

export function companyName({ shortName, industry, city }: Company): string {
  return `${city.replace(/市$/, '')}${joined(shortName, industryNamed(industry).suffix)}${demoMark}`
}

/** 恒力五金 and 五金机电有限公司 are 恒力五金机电有限公司: the trade is not named twice. */
function joined(name: string, suffix: string): string {
  for (let length = suffix.length; length > 1; length--)
    if (name.endsWith(suffix.slice(0, length))) return name + suffix.slice(length)
  return name + suffix
}

/** The archive of the branch. */
export function makeAccounts(random: Random): DemoAccount[] {
  const codes = new Map(companies.map(({ shortName, rank }) => [shortName, accountCode(rank)]))
  return companies.map((company) => {
    return {
      code: accountCode(company.rank),
      name: companyName(company),
      shortName: company.shortName,
      aliases: aliasesOf(company),
      monthAccounts: monthAccountsOf(company),
      uscc: '',
      industry: company.industry,
      lifecycle: 'active',
      tier: tierOf(company),
      manager: managers[company.rank % managers.length] ?? managers[0],
      groupCode: codes.get(company.group) ?? null,
      province: '浙江省',
      city: company.city,
      district: company.district,
      address: `${random.pick(streets)}${random.between(1, 899)}号`,
      creditDays: random.pick([15, 30, 30, 30, 45, 60]),
      creditLimitFen: Math.max(1, 20 - Math.floor(company.rank / 3)) * 1_000_000,
      note: '示例数据，公司与人员均为虚构。',
      contacts: contactsOf(company, random),
    }
  })
}

/** Tiers given by hand to those without a price list of their own. */
function tierOf({ rank, shortName }: Company): Tier | null {
  if ((roles.withSheet as readonly string[]).includes(shortName)) return null
  if (rank < 12) return 'platinum'
  if (rank < 28) return 'gold'
  return rank % 3 === 0 ? 'iron' : null
}

function aliasesOf({ shortName, rank }: Company): string[] {
  const shop = `${shortName}旗舰店`
  return rank % 4 === 0 ? [shop, `${shortName}仓库`] : rank % 2 === 0 ? [shop] : []
}

function monthAccountsOf({ rank }: Company): string[] {
  const first = `5710${String(300_001 + rank * 7)}`
  return rank % 10 === 0 ? [first, `5710${String(900_001 + rank)}`] : [first]
}

/** Telephone numbers of a range that is not given out (1xx 0000 xxxx). */
function contactsOf({ rank }: Company, random: Random): DemoContact[] {
  const count = rank < 20 ? 2 : 1
  return Array.from({ length: count }, (_, index) => ({
    name: random.pick(surnames) + random.pick(givenNames) + demoMark,
    title: random.pick(positions),
    phone: `1380000${String(1000 + rank * 2 + index)}`,
    email: `contact${rank + 1}-${index + 1}@example.com`,
    primary: index === 0,
  }))
}
