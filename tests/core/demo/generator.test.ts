import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import { buildZoneIndex } from '#shared/domain/rating/zone-index'
import { resolvePlace } from '#shared/domain/region/resolve-place'
import { resolvePlaces } from '#core/features/pricing/compiled-entry'
import { dayLoad, springFestival } from '#core/features/demo/generator/calendar'
import { companies, roles } from '#core/features/demo/generator/companies'
import { destinations, placeText } from '#core/features/demo/generator/destinations'
import { demoSeed, generateDemo } from '#core/features/demo/generator/generate-demo'
import { industries } from '#core/features/demo/generator/industries'
import { Random } from '#core/features/demo/generator/random'

const story = generateDemo(demoSeed, '2026-10')
const months = [...story.months()]
const all = months.flatMap(({ waybills }) => waybills)

function fingerprint(seed: number, lastMonth: string): string {
  const told = generateDemo(seed, lastMonth)
  return fingerprintOf(told.accounts, told.priceForms, [...told.months()])
}

function fingerprintOf(...parts: unknown[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(JSON.stringify(part))
  return hash.digest('hex')
}

/** The tickets of a company, however its name is written. */
function ticketsOf(shortName: string) {
  const account = story.accounts.find((candidate) => candidate.shortName === shortName)
  if (!account) throw new Error(shortName)
  const names = new Set([account.code, account.name, shortName, ...account.aliases, ...account.monthAccounts])
  return (month: string) =>
    (months.find((candidate) => candidate.month === month)?.waybills ?? []).filter(
      ({ customerCode, monthAccount, customerName }) => names.has(customerCode || monthAccount || customerName),
    ).length
}

describe('chance', () => {
  it('is the same for a seed, spreads evenly and stays in its bounds', () => {
    const [one, two] = [new Random(7), new Random(7)]
    const draws = Array.from({ length: 20_000 }, () => one.between(3, 7))
    expect(Array.from({ length: 20_000 }, () => two.between(3, 7))).toEqual(draws)
    for (const value of [3, 4, 5, 6, 7]) {
      const share = draws.filter((draw) => draw === value).length / draws.length
      expect(share).toBeGreaterThan(0.185)
      expect(share).toBeLessThan(0.215)
    }
    expect(new Set(draws).size).toBe(5)
  })

  it('draws by weight', () => {
    const random = new Random(1)
    const draws = Array.from({ length: 10_000 }, () => random.weighted([['a', 1] as const, ['b', 3] as const]))
    const share = draws.filter((draw) => draw === 'b').length / draws.length
    expect(share).toBeGreaterThan(0.72)
    expect(share).toBeLessThan(0.78)
  })
})

describe('the story', () => {
  it('is the same for the same seed and month, and another for another', () => {
    expect(fingerprint(demoSeed, '2026-10')).toBe(fingerprintOf(story.accounts, story.priceForms, months))
    const firstMonth = (seed: number, lastMonth: string) => {
      const [first] = generateDemo(seed, lastMonth).months()
      return first?.waybills
    }
    expect(firstMonth(demoSeed, '2026-10')).toEqual(months[0]?.waybills)
    expect(firstMonth(demoSeed + 1, '2026-10')).not.toEqual(firstMonth(demoSeed, '2026-10'))
    expect(firstMonth(demoSeed, '2026-09')?.[0]?.shippedOn).toBe('2024-10-01')
  })

  it('has 60 customers of the named industries, groups above members, all marked as invented', () => {
    expect(story.accounts).toHaveLength(60)
    const named = ['食品', '家电', '图书', '药品', 'IT', '服装', '日用品', '汽配', '电商']
    const present = new Set(story.accounts.map(({ industry }) => industry))
    expect(named.filter((industry) => !present.has(industry))).toEqual([])
    expect(companies.every(({ industry }) => industries.some(({ name }) => name === industry))).toBe(true)
    expect(story.accounts.every(({ name }) => name.endsWith('（示例）'))).toBe(true)
    expect(new Set(story.accounts.map(({ name }) => name)).size).toBe(60)
    const managers = new Set(story.accounts.map(({ manager }) => manager)).size
    expect(managers).toBeGreaterThanOrEqual(4)
    expect(managers).toBeLessThanOrEqual(6)
    const place = (code: string) => story.accounts.findIndex((account) => account.code === code)
    const members = story.accounts.filter(({ groupCode }) => groupCode !== null)
    expect(members.every(({ code, groupCode }) => groupCode !== null && place(groupCode) < place(code))).toBe(true)
    expect(members).toHaveLength(2)
  })

  it('has twelve price sheets and a cost sheet without a single fault', () => {
    expect(story.priceForms).toHaveLength(13)
    expect(story.priceForms.filter(({ info }) => info['用途'] === '成本')).toHaveLength(1)
    for (const form of story.priceForms) {
      const { problems } = parseSheetForm(form, { requireEffectiveFrom: true, resolvePlaces })
      expect([...problems, ...buildZoneIndex(form).problems]).toEqual([])
    }
  })

  it('delivers to places that everybody knows', () => {
    for (const destination of destinations) {
      const found = resolvePlace(placeText(destination))
      expect(found).toMatchObject({ status: 'found', rest: '' })
    }
  })

  it('has about 60,000 waybills in 24 months, each number once per fee, in order of day', () => {
    expect(months).toHaveLength(24)
    expect(months.map(({ month }) => month).at(0)).toBe('2024-11')
    expect(all.length).toBeGreaterThan(58_000)
    expect(all.length).toBeLessThan(62_000)
    expect(new Set(all.map(({ number, feeKind }) => `${number} ${feeKind}`)).size).toBe(all.length)
    for (const { month, waybills } of months) {
      expect(waybills.every(({ shippedOn }) => shippedOn.startsWith(month))).toBe(true)
      const days = waybills.map(({ shippedOn }) => shippedOn)
      expect(days).toEqual(days.toSorted())
    }
  })

  it('grows: every month of the second year has more than the same month of the first', () => {
    const sizes = months.map(({ waybills }) => waybills.length)
    for (let index = 0; index < 12; index++) expect(sizes[index + 12]).toBeGreaterThan((sizes[index] ?? 0) * 1.1)
  })

  it('has its seasons: 双11 and 618 above, 春节 far below the months around', () => {
    const size = (month: string) => months.find((candidate) => candidate.month === month)?.waybills.length ?? 0
    for (const [peak, before, after] of [
      ['2025-06', '2025-05', '2025-07'],
      ['2025-11', '2025-10', '2025-12'],
      ['2026-06', '2026-05', '2026-07'],
    ] as const)
      expect(size(peak)).toBeGreaterThan(Math.max(size(before), size(after)) * 1.2)
    for (const dip of ['2025-02', '2026-02']) expect(size(dip)).toBeLessThan(size(`${dip.slice(0, 4)}-03`) * 0.65)
    expect([2024, 2025, 2026, 2027, 2028].map(springFestival)).toEqual([
      '2024-02-10',
      '2025-01-29',
      '2026-02-17',
      '2027-02-06',
      '2028-01-26',
    ])
    expect(dayLoad('2026-02-18')).toBeLessThan(dayLoad('2026-03-04') / 10)
  })

  it('loses one customer: less and less, then nothing for two months', () => {
    const tickets = ticketsOf(roles.churning)
    expect(tickets('2026-05')).toBeGreaterThan(100)
    expect(tickets('2026-07')).toBeLessThan(tickets('2026-06') * 0.75)
    expect(tickets('2026-08')).toBeLessThan(tickets('2026-07') * 0.5)
    expect([tickets('2026-09'), tickets('2026-10')]).toEqual([0, 0])
  })

  it('has a new big sender that is in no archive and sends more every month', () => {
    const newcomer = months.map(
      ({ waybills }) => waybills.filter(({ customerName }) => customerName.startsWith(roles.newcomer)).length,
    )
    expect(newcomer.slice(0, 21).every((count) => count === 0)).toBe(true)
    expect(newcomer.slice(21)).toEqual([60, 130, 210])
    expect(story.accounts.some(({ name, aliases }) => [name, ...aliases].join().includes(roles.newcomer))).toBe(false)
  })

  it('has a few tickets of each kind that cannot be priced', () => {
    const count = (found: (waybill: (typeof all)[number]) => boolean) => all.filter(found).length
    const statusOf = ({ destination }: (typeof all)[number]) => resolvePlace(destination).status
    const counts = {
      weightless: count(({ actualGrams }) => actualGrams === null),
      unknown: count((waybill) => statusOf(waybill) === 'unknown'),
      ambiguous: count((waybill) => statusOf(waybill) === 'ambiguous'),
      unserved: count(({ destination }) => destination.startsWith('香港')),
      credits: count(({ lineKind }) => lineKind === 'credit'),
    }
    for (const found of Object.values(counts)) {
      expect(found).toBeGreaterThan(20)
      expect(found).toBeLessThan(200)
    }
  })

  it('is billed what the contract says, but for about one ticket in a hundred', () => {
    const freight = all.filter(({ lineKind }) => lineKind === 'freight')
    const billed = freight.filter(({ billedFen }) => billedFen !== null)
    expect(billed.length / freight.length).toBeGreaterThan(0.99)
    expect(billed.every(({ billedFen }) => (billedFen ?? 0) > 0)).toBe(true)
  })
})
