import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileSheet } from '#shared/domain/rating/compile'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import { rate } from '#shared/domain/rating/rate'
import type { SheetForm } from '#shared/domain/rating/sheet-form'
import { buildZoneIndex } from '#shared/domain/rating/zone-index'
import { resolvePlace } from '#shared/domain/region/resolve-place'
import { resolvePlaces, type SheetEntry } from '#core/features/pricing/compiled-entry'
import type { SourceTicket } from '#core/features/pricing/month-quantities'
import type { TicketFacts, TicketPlace } from '#core/features/pricing/price-ticket'
import { RatingBook } from '#core/features/pricing/rating-book'
import { demoSeed, generateDemo } from '#core/features/demo/generator/generate-demo'
import { priceForm } from './forms'

function entry(form: SheetForm, more: Partial<SheetEntry> = {}): SheetEntry {
  const { sheet, problems } = parseSheetForm(form)
  if (!sheet) throw new Error(problems.map(({ code }) => code).join())
  const common = { id: 1, version: 1, accountId: null, tier: null, validTo: null }
  return {
    ...common,
    name: sheet.name ?? '',
    usage: sheet.use,
    product: sheet.product ?? '',
    validFrom: sheet.effectiveFrom ?? '',
    json: JSON.stringify(sheet),
    ...more,
  }
}

function bookOf(sheets: SheetEntry[], tickets: Record<string, SourceTicket[]> = {}): RatingBook {
  const source = (accountId: number, month: string) => tickets[`${accountId} ${month}`] ?? []
  return new RatingBook({ sheets, groups: new Map(), tiers: new Map() }, source)
}

function place(text: string): TicketPlace {
  const found = resolvePlace(text)
  if (found.status === 'found') return { text, place: found.place, problem: null }
  return { text, place: null, problem: found.status === 'ambiguous' ? 'ambiguous-place' : 'unknown-place' }
}

const nowhere: TicketPlace = { text: '', place: null, problem: null }

function facts(more: Partial<TicketFacts> = {}): TicketFacts {
  return {
    accountId: 1,
    product: '',
    shippedOn: '2026-03-10',
    origin: nowhere,
    destination: place('浙江杭州'),
    actualGrams: 1000,
    billedGrams: null,
    volumeCm3: null,
    pieces: 1,
    size: null,
    declaredFen: null,
    codFen: null,
    ...more,
  }
}

describe('the rating book', () => {
  const forms = generateDemo(demoSeed, '2026-10').priceForms
  const towns = ['浙江杭州', '江苏省苏州市昆山市', '广东 东莞', '北京朝阳区', '新疆乌鲁木齐', '朝阳', '火星', '香港']

  it.each(forms.map((form) => [form.info['报价编号'], form] as const))(
    'answers with %s what the engine itself answers',
    (_, form) => {
      const { sheet } = parseSheetForm(form)
      if (!sheet) throw new Error('unsound')
      const book = bookOf([entry(form, { product: '' })])
      const { index } = buildZoneIndex(form)
      const compiled = compileSheet(sheet, resolvePlaces)
      fc.assert(
        fc.property(
          fc.record({
            town: fc.constantFrom(...towns),
            actualGrams: fc.option(fc.integer({ min: 0, max: 400_000 })),
            volumeCm3: fc.option(fc.integer({ min: 1, max: 3_000_000 })),
            pieces: fc.integer({ min: 1, max: 9 }),
            edge: fc.option(fc.integer({ min: 300, max: 25_000 })),
            declaredFen: fc.option(fc.integer({ min: 0, max: 2_000_000 })),
            shippedOn: fc.constantFrom('2025-11-05', '2026-06-30'),
          }),
          ({ town, edge, ...rest }) => {
            const size = edge === null ? null : { length: edge, width: edge, height: 500 }
            const ticket = facts({ ...rest, size, destination: place(town) })
            const priced = book.price(ticket)
            const amounts =
              form.info['用途'] === '成本'
                ? { net: priced.costFen }
                : { net: priced.netFen, gross: priced.grossFen, tax: priced.taxFen, grams: priced.chargeableGrams }
            const destination = ticket.destination.place
            const origin = resolvePlace(sheet.origin ?? '')
            const hit = index?.lookup(destination, origin.status === 'found' ? origin.place : null)
            const result =
              hit && 'rowIndex' in hit ? rate(compiled, hit.rowIndex, { ...ticket, destination }) : undefined
            const direct = result?.rated
              ? form.info['用途'] === '成本'
                ? { net: result.netFen }
                : { net: result.netFen, gross: result.totalFen, tax: result.taxFen, grams: result.grams }
              : null
            const nothing = Object.fromEntries(Object.keys(amounts).map((key) => [key, null]))
            expect(amounts).toEqual(direct ?? nothing)
          },
        ),
        { numRuns: 150 },
      )
    },
  )

  it('never makes an unknown cost a nought', () => {
    const sale = entry(priceForm())
    const cost = entry(priceForm({ 用途: '成本' }, { rows: [{ key: '江苏', cells: ['1', '1+1'] }] }), { id: 2 })
    expect(bookOf([sale]).price(facts())).toMatchObject({ netFen: 500, costFen: null, costReason: 'no-cost-sheet' })
    const book = bookOf([sale, cost])
    expect(book.price(facts())).toMatchObject({ netFen: 500, costFen: null, costReason: 'place-not-in-sheet' })
    expect(book.price(facts({ destination: place('江苏') }))).toMatchObject({ costFen: 100, costReason: null })
    expect(book.price(facts({ destination: place('江苏'), actualGrams: 0 }))).toMatchObject({
      exception: { code: 'weight-missing' },
      netFen: null,
      costFen: null,
      costReason: 'weight-missing',
    })
  })

  it('finds rows by the literal key where the text is no place, and by origin with 始发地 as default', () => {
    const rows = [
      { key: 'z1', cells: ['3', '3+1'] },
      { key: '浙江→江苏', cells: ['4', '4+1'] },
      { key: '上海→江苏', cells: ['6', '6+1'] },
    ]
    const book = bookOf([entry(priceForm({ 始发地: '浙江杭州' }, { rows }))])
    const to = (destination: string, origin = '') =>
      book.price(facts({ destination: place(destination), origin: origin === '' ? nowhere : place(origin) }))
    expect(to('z1').netFen).toBe(300)
    expect(to('江苏南京').netFen).toBe(400)
    expect(to('江苏南京', '上海浦东').netFen).toBe(600)
    expect(to('江苏南京', '某地').exception?.code).toBe('unknown-origin')
    expect(to('江苏南京', '北京').exception?.code).toBe('place-not-in-sheet')
  })
})

describe('volume tiers (当票)', () => {
  const tier = (period: string, mode: string, basis = '月票数') => [
    { basis, period, mode, lower: 0, upper: basis === '月运费' ? 15 : 3, benefit: '100折', settle: '当票' },
    { basis, period, mode, lower: basis === '月运费' ? 15 : 3, upper: '', benefit: '50折', settle: '当票' },
  ]
  const month = (count: number, shippedOn = '2026-03-10') =>
    Array.from({ length: count }, (_, key): SourceTicket => ({ ...facts({ shippedOn }), key }))

  it('prices this month whole by what the month came to', () => {
    const book = bookOf([entry(priceForm({}, { tiers: tier('当月', '全量') }))])
    expect(book.needsMonthPass(1)).toBe(true)
    expect(book.priceMonth(month(2)).map(({ netFen }) => netFen)).toEqual([500, 500])
    expect(book.priceMonth(month(4)).map(({ netFen }) => netFen)).toEqual([250, 250, 250, 250])
  })

  it('prices this month slice by slice in order', () => {
    const book = bookOf([entry(priceForm({}, { tiers: tier('当月', '累进') }))])
    expect(book.priceMonth(month(5)).map(({ netFen }) => netFen)).toEqual([500, 500, 500, 250, 250])
  })

  it.each(['月票数', '月运费'])(
    'looks at the month before by %s, over its versions and without tickets that have no price',
    (basis) => {
      const versions = [
        entry(priceForm({ 生效日期: '2026-01-01' }, { tiers: tier('上月', '全量', basis) }), { validTo: '2026-02-28' }),
        entry(priceForm({ 生效日期: '2026-03-01' }, { tiers: tier('上月', '全量', basis) }), { id: 2, version: 2 }),
      ]
      const priceOf = (before: SourceTicket[]) =>
        bookOf(versions, { '1 2026-02': before })
          .priceMonth(month(1))
          .map(({ netFen }) => netFen)
      const unpriced = { ...facts({ shippedOn: '2026-02-03', actualGrams: null }), key: 9 }
      expect(priceOf([...month(2, '2026-02-03'), unpriced])).toEqual([500])
      expect(priceOf(month(3, '2026-02-03'))).toEqual([250])
    },
  )

  it('sees tickets that came after the book was loaded', () => {
    const tickets: Record<string, SourceTicket[]> = { '1 2026-02': [] }
    const book = bookOf([entry(priceForm({}, { tiers: tier('上月', '全量') }))], tickets)
    expect(book.priceMonth(month(1))[0]?.netFen).toBe(500)
    tickets['1 2026-02'] = month(3, '2026-02-03')
    expect(book.priceMonth(month(1))[0]?.netFen).toBe(250)
  })

  it('explains a stored ticket with the quantity it was priced with', () => {
    const tickets = { '1 2026-03': month(5) }
    const book = bookOf([entry(priceForm({}, { tiers: tier('当月', '累进') }))], tickets)
    const totals = [0, 2, 3, 4].map((key) => book.explainTicket(facts(), 'zh-CN', key).revenue.totalFen)
    expect(totals).toEqual([500, 500, 250, 250])
  })

  it('asks for no month pass where there is no such table', () => {
    expect(bookOf([entry(priceForm())]).needsMonthPass(1)).toBe(false)
  })
})
