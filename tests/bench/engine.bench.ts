import { placeOfText } from '#core/features/waybills/waybill-places'
import type { SheetEntry } from '#core/features/pricing/compiled-entry'
import type { TicketFacts } from '#core/features/pricing/price-ticket'
import { RatingBook } from '#core/features/pricing/rating-book'
import { Random } from '#core/features/demo/generator/random'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import { benchSheet } from './bench-sheet'
import { line, median } from './measure'

const tickets = 1_000_000
/** Distinct tickets that are rated in turn: as an import rates rows that it has just read, they are still at hand. */
const distinct = 10_000
const accounts = 500
const runs = 5
const sizes = [1, 50, 500] as const

const places = ['北京市', '江苏省南京市', '广东省深圳市', '四川省成都市', '新疆维吾尔自治区乌鲁木齐市', '浙江省宁波市']

/**
 * A million tickets from facts to amounts on one core: the sheet in force chosen among 1, 50 and 500, its row found by
 * place, weighed, priced, discounted, surcharged, taxed. The sizes take turns within one run, so that their ratio holds.
 */
export async function run(): Promise<void> {
  const facts = sampleFacts()
  const books = sizes.map((size) => new RatingBook({ sheets: sheets(size), groups: new Map(), tiers: new Map() }))
  const times: number[][] = sizes.map(() => [])
  for (let turn = 0; turn <= runs; turn++) {
    for (const [index, book] of books.entries()) {
      const seconds = rateAll(book, facts)
      // The first turn compiles the sheets and warms the engine up.
      if (turn > 0) times[index]?.push(seconds)
    }
  }
  const [one = 0, ...others] = times.map(median)
  for (const [index, seconds] of [one, ...others].entries()) {
    const rate = Math.round(tickets / seconds / 1000)
    line(
      `1,000,000 tickets to amounts, ${sizes[index]} sheet(s)`,
      `${seconds.toFixed(2)} s`,
      `${rate} k/s; at most 1 s`,
    )
  }
  line('  500 sheets ÷ 1 sheet', ((others.at(-1) ?? 0) / one).toFixed(2), 'does not grow with the sheets')
}

function rateAll(book: RatingBook, facts: readonly TicketFacts[]): number {
  let sum = 0
  const start = performance.now()
  for (let index = 0; index < tickets; index++) {
    const priced = book.price(facts[index % distinct] as TicketFacts)
    if (priced.netFen === null) throw new Error(`no price: ${priced.exception?.code}`)
    sum += priced.netFen
  }
  const seconds = (performance.now() - start) / 1000
  if (sum <= 0) throw new Error('nothing was priced')
  return seconds
}

/** One general sheet, then one for each account in turn. */
function sheets(size: number): SheetEntry[] {
  return Array.from({ length: size }, (_, index) => ({
    id: index + 1,
    name: `价格表${index + 1}`,
    version: 1,
    usage: 'sale',
    accountId: index === 0 ? null : index,
    tier: null,
    product: '',
    validFrom: '2026-01-01',
    validTo: null,
    json: JSON.stringify(sheet(index)),
  }))
}

function sheet(index: number) {
  const cells = (zone: number) => ['2.5', '2.8', '3.2', `${4 + zone}`, `${4 + zone}+1.${index % 10}`, '+0.9/0']
  const { sheet: parsed, problems } = parseSheetForm({
    ...benchSheet,
    rows: ['一区', '二区', '三区', '*'].map((key, zone) => ({ key, cells: cells(zone) })),
    zones: [
      { zone: '一区', places: '浙江、江苏、上海' },
      { zone: '二区', places: '北京、广东、深圳' },
      { zone: '三区', places: '新疆、西藏' },
    ],
    surcharges: [
      { item: '偏远', kind: '固定', value: 5, places: '新疆、西藏' },
      { item: '保价', kind: '比例', value: 0.5, min: 1 },
      { item: '燃油', kind: '比例', value: 3, base: '折后运费' },
    ],
  })
  if (!parsed) throw new Error(JSON.stringify(problems))
  return parsed
}

function sampleFacts(): TicketFacts[] {
  const random = new Random(20_261_122)
  const origin = placeOfText('浙江省杭州市')
  return Array.from({ length: distinct }, (_, index) => ({
    accountId: 1 + random.below(accounts),
    product: index % 4 === 0 ? '标快' : '特惠',
    shippedOn: `2026-10-${String(1 + random.below(31)).padStart(2, '0')}`,
    origin,
    destination: placeOfText(places[random.below(places.length)] ?? ''),
    actualGrams: random.between(50, index % 20 === 0 ? 120_000 : 4_000),
    billedGrams: null,
    volumeCm3: null,
    pieces: random.between(1, 2),
    size:
      index % 3 === 0
        ? {
            length: random.between(1_000, 5_000),
            width: random.between(1_000, 4_000),
            height: random.between(500, 3_500),
          }
        : null,
    declaredFen: index % 7 === 0 ? random.below(500_000) : null,
    codFen: null,
  }))
}
