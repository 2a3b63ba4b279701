import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addMonths } from '#shared/domain/months'
import { isWordKey, locales } from '#shared/i18n/index'
import { createInsightService } from '#core/features/insight/insight.service'
import { alertText } from '#core/print/text'
import { openTestKernel } from '../support/test-book'
import { type SeededMonth, seedAccount, seedMonth, seedSheet } from './seed'

describe('workbench and customer overview', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let account: number
  beforeEach(async () => {
    kernel = await openTestKernel()
    account = await seedAccount(kernel, { name: '甲食品', tier: 'gold' })
    seedSheet(kernel, { name: '通用价' })
  })
  afterEach(() => kernel.dispose())

  const insight = () => createInsightService(kernel)
  const overview = (month = '2026-10') => insight().accountOverview(account, month)
  const codes = (month?: string) => overview(month).alerts.map(({ code, severity }) => [code, severity])

  /** The three months before October at 1000.00 each, October as given and whole. */
  function october(figures: SeededMonth, id = account): void {
    for (const month of ['2026-07', '2026-08', '2026-09']) {
      seedMonth(kernel, id, month, { revenueFen: 100_000, costFen: 60_000, tickets: 100 })
    }
    seedMonth(kernel, id, '2026-10', { costFen: 1, tickets: 100, lastDay: '31', ...figures })
  }

  it.each([
    [100_000, []],
    [80_010, []],
    [80_000, [['alert-declining', 'info']]],
    [60_000, [['alert-declining', 'warning']]],
    [30_000, [['alert-declining', 'danger']]],
    [129_990, []],
    [130_000, [['alert-growing', 'info']]],
  ])('October at %i fen after three months of 100000', (revenueFen, expected) => {
    october({ revenueFen })
    expect(codes()).toEqual(expected)
  })

  it('tells the figures an alert rests on', () => {
    october({ revenueFen: 50_000 })
    expect(overview().alerts[0]?.params).toEqual({
      month: '2026-10',
      days: 31,
      changeShare: 0.5,
      revenueFen: 50_000,
      meanFen: 100_000,
    })
  })

  it('compares a running month with as many days of the mean, and not in its first days', () => {
    october({ revenueFen: 100_000 })
    seedMonth(kernel, account, '2026-11', { revenueFen: 50_000, tickets: 50, lastDay: '15' })
    expect(codes('2026-11')).toEqual([])
    kernel.db
      .statement(`UPDATE account_month SET last_shipped_on = '2026-11-09', revenue_fen = 0 WHERE month = '2026-11'`)
      .run()
    expect(codes('2026-11').filter(([code]) => code === 'alert-declining')).toEqual([])
  })

  it('blames no customer for a fall that all share', async () => {
    october({ revenueFen: 50_000 })
    for (let other = 0; other < 5; other++) {
      october({ revenueFen: 50_000 }, await seedAccount(kernel, { name: `其他${other}` }))
    }
    expect(codes()).toEqual([])
  })

  it('counts tickets where prices are missing, so that a missing price is no decline', () => {
    october({ revenueFen: 10_000, unrated: 90 })
    expect(codes()).toEqual([['alert-unrated', 'warning']])
    kernel.db.statement(`UPDATE account_month SET tickets = 40, unrated = 30 WHERE month = '2026-10'`).run()
    expect(codes()).toEqual([
      ['alert-declining-tickets', 'warning'],
      ['alert-unrated', 'warning'],
    ])
  })

  it('raises no alarm about a customer of less than three months', () => {
    seedMonth(kernel, account, '2026-09', { revenueFen: 100_000 })
    seedMonth(kernel, account, '2026-10', { revenueFen: 1_000, costFen: 1, tickets: 100, lastDay: '31' })
    expect(codes()).toEqual([])
  })

  it('a loss is serious; an unknown cost is no loss', () => {
    october({ revenueFen: 100_000, costFen: 120_000 })
    expect(codes()).toEqual([['alert-loss', 'danger']])
    kernel.db.statement(`UPDATE account_month SET uncosted = tickets, margin_fen = -1 WHERE month = '2026-10'`).run()
    expect(codes()).toEqual([['alert-uncosted', 'info']])
  })

  it('measures silence by the customer’s own rhythm', async () => {
    const other = await seedAccount(kernel, { name: '天天发' })
    october({ revenueFen: 100_000, lastDay: '25' })
    seedMonth(kernel, other, '2026-10', { lastDay: '31' })
    expect(codes()).toEqual([])
    kernel.db
      .statement(`UPDATE account_month SET last_shipped_on = '2026-10-24' WHERE account_id = ? AND month = '2026-10'`)
      .run(account)
    expect(codes()).toEqual([['alert-silent', 'warning']])
    expect(overview().alerts[0]?.params).toEqual({ days: 7, lastShippedOn: '2026-10-24', dataDay: '2026-10-31' })
    // Two tickets a month: three times that gap is more than a month.
    kernel.db.statement('UPDATE account_month SET tickets = 2 WHERE account_id = ?').run(account)
    expect(codes()).toEqual([])
  })

  it.each([
    ['2026-12-31', []],
    ['2026-12-22', [['alert-price-expiring', 'warning']]],
    ['2026-11-22', [['alert-price-expiring', 'warning']]],
    ['2026-11-21', [['alert-price-expired', 'warning']]],
  ])('own sheet valid to %s, on 2026-11-22', (validTo, expected) => {
    october({ revenueFen: 100_000 })
    seedSheet(kernel, { name: '甲专用价', accountId: account, validTo })
    expect(codes()).toEqual(expected)
  })

  it('misses a price where no level has one', () => {
    october({ revenueFen: 100_000 })
    kernel.db.statement(`UPDATE price_sheet SET deleted_at = 'x'`).run()
    expect(codes()).toEqual([['alert-no-price', 'danger']])
    seedSheet(kernel, { name: '黄金价', tier: 'gold' })
    expect(codes()).toEqual([])
    expect(overview().sheets).toMatchObject([{ name: '黄金价', level: 'tier' }])
  })

  it('gives 24 months with the empty ones, lanes of twelve, place, share and tier', async () => {
    const other = await seedAccount(kernel, { name: '乙' })
    seedMonth(kernel, account, '2025-10', { revenueFen: 9, province: '110000' })
    seedMonth(kernel, account, '2025-12', { revenueFen: 500, costFen: 600, province: '110000' })
    seedMonth(kernel, account, '2026-10', { revenueFen: 3_000, costFen: 1_000, tickets: 3, uncosted: 1 })
    seedMonth(kernel, other, '2026-10', { revenueFen: 7_000, costFen: 1_000 })
    const { months, lanes, products, rank, share, computedTier, lastShippedOn } = overview()
    expect(months.map(({ month }) => month)).toEqual(Array.from({ length: 24 }, (_, at) => addMonths('2024-11', at)))
    expect(months.filter(({ tickets }) => tickets > 0).map(({ month }) => month)).toEqual([
      '2025-10',
      '2025-12',
      '2026-10',
    ])
    expect(lanes).toMatchObject([
      { province: '440000', name: '广东', revenueFen: 3_000, marginFen: 2_000 },
      { province: '110000', name: '北京', revenueFen: 500, marginFen: -100 },
    ])
    expect(products).toEqual([{ product: '标快', tickets: 13, revenueFen: 3_500 }])
    expect({ rank, share, computedTier, lastShippedOn }).toEqual({
      rank: 2,
      share: 0.3,
      computedTier: 'gold',
      lastShippedOn: '2026-10-28',
    })
    expect(() => insight().accountOverview(9_999, '2026-10')).toThrow(/not-found/)
  })

  it('the workbench agrees with the report and names what needs doing, the serious first', () => {
    october({ revenueFen: 30_000, costFen: 20_000, unrated: 0 })
    seedMonth(kernel, 0, '2026-10', { tickets: 12, billedFen: 5_000 })
    const { figures, months, tasks } = insight().workbench('2026-10')
    expect(figures).toEqual({
      revenueFen: 30_000,
      previousRevenueFen: 100_000,
      marginFen: 10_000,
      pieces: 100,
      previousPieces: 100,
      grams: 0,
      activeAccounts: 1,
      unmatched: 12,
      unrated: 0,
      uncosted: 0,
    })
    expect(months.map(({ month }) => month)).toEqual(['2026-07', '2026-08', '2026-09', '2026-10'])
    expect(tasks.map(({ code, route }) => [code, route])).toEqual([
      ['task-alert-declining', `/accounts/${account}`],
      ['unmatched', '/waybills/unmatched'],
    ])
    for (const task of tasks) {
      for (const locale of locales) {
        expect(isWordKey(`alerts:${task.code}`)).toBe(true)
        expect(alertText(locale, task)).not.toMatch(/\{\{|undefined/)
      }
    }
    expect(alertText('zh-CN', tasks[0] ?? { code: '', params: {} })).toMatch(
      /^甲食品：.*70\.0%.*300\.00 元.*1,000\.00 元/,
    )
  })

  it('has the tasks that other features bring among its own, by weight', () => {
    const more = [
      {
        code: 'prices-waiting',
        severity: 'warning',
        params: { count: 2 },
        accountId: null,
        route: '/pricing',
      } as const,
    ]
    const { tasks } = insight().workbench('2026-10', more)
    const found = tasks.find(({ code }) => code === 'prices-waiting')
    expect(alertText('zh-CN', found ?? { code: '', params: {} })).toBe('2 份价格表待审批')
    const weights = { danger: 2, warning: 1, info: 0 }
    const order = tasks.map(({ severity }) => weights[severity])
    expect(order).toEqual(order.toSorted((a, b) => b - a))
  })

  it('an empty book has nothing to do', () => {
    expect(insight().workbench('2026-11')).toMatchObject({ tasks: [], months: [], prospects: [] })
  })
})
