import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoTask } from '#core/features/demo/demo-task'
import { createDemoService } from '#core/features/demo/demo.service'
import { roles } from '#core/features/demo/generator/companies'
import { openTestKernel } from '../support/test-book'

type Kernel = Awaited<ReturnType<typeof openTestKernel>>

const rows = <T>(kernel: Kernel, sql: string): T[] => kernel.db.raw.prepare(sql).all() as T[]

interface Figures {
  name: string
  tickets: number
  revenue: number
  margin: number
  last: string
}

describe('the demonstration book', () => {
  let kernel: Kernel
  let counted = 0
  let figures: Figures[] = []
  beforeAll(async () => {
    kernel = await openTestKernel()
    const quiet = { report: () => {}, signal: new AbortController().signal }
    counted = (await demoTask(kernel, { lastMonth: '2026-10' }, quiet)).count
    figures = rows<Figures>(
      kernel,
      `SELECT coalesce(short_name, '') AS name, sum(tickets) AS tickets, sum(revenue_fen) AS revenue,
         sum(margin_fen) AS margin, max(last_shipped_on) AS last
       FROM account_month LEFT JOIN account ON account.id = account_id GROUP BY account_id ORDER BY revenue DESC`,
    )
  })
  afterAll(() => kernel.dispose())

  const of = (name: string) => figures.find((one) => one.name === name)

  it('is named and marked as what it is', () => {
    expect(rows(kernel, 'SELECT name, demo FROM book')).toEqual([{ name: '示例营业部（示例数据）', demo: 1 }])
  })

  it('holds what was told, and its rollups agree with its rows', () => {
    expect(rows(kernel, 'SELECT count(*) AS n FROM waybill')).toEqual([{ n: counted }])
    expect(counted).toBeGreaterThan(58_000)
    const [sums] = rows<Record<string, number>>(
      kernel,
      `SELECT sum(revenue_fen) AS revenue, sum(cost_fen) AS cost, count(*) FILTER (WHERE line_kind = 'freight') AS tickets FROM waybill`,
    )
    const [rolled] = rows<Record<string, number>>(
      kernel,
      'SELECT sum(revenue_fen) AS revenue, sum(cost_fen) AS cost, sum(tickets) AS tickets FROM account_month',
    )
    expect(rolled?.revenue).toBe(sums?.revenue)
    expect(rolled?.tickets).toBe(sums?.tickets)
  })

  it('tells of the loss, the customer who left and the sender nobody knows', () => {
    expect(of(roles.losing)?.margin).toBeLessThan(-1_000_000)
    expect(figures.filter(({ margin }) => margin < 0).map(({ name }) => name)).toEqual([roles.losing])
    expect(of(roles.churning)?.last).toMatch(/^2026-08/)
    expect(of('')?.tickets).toBe(400)
    const total =
      figures.reduce((sum, { margin }) => sum + margin, 0) / figures.reduce((sum, { revenue }) => sum + revenue, 0)
    expect(total).toBeGreaterThan(0.15)
    expect(total).toBeLessThan(0.4)
  })

  it('prices by every sheet, on its days only', () => {
    const sheets = rows<{ name: string; first: string; last: string; from: string; to: string | null }>(
      kernel,
      `SELECT p.name, min(shipped_on) AS first, max(shipped_on) AS last, valid_from AS "from", valid_to AS "to"
       FROM price_sheet p JOIN waybill w ON p.id IN (w.price_sheet_id, w.cost_sheet_id) GROUP BY p.id`,
    )
    expect(sheets).toHaveLength(13)
    for (const { first, last, from, to } of sheets) {
      expect(first >= from).toBe(true)
      expect(to === null || last <= to).toBe(true)
    }
    expect(rows(kernel, `SELECT DISTINCT reason FROM waybill WHERE status = 'exception' ORDER BY reason`)).toEqual(
      ['ambiguous-place', 'place-not-in-sheet', 'unknown-place', 'weight-missing'].map((reason) => ({ reason })),
    )
  })

  it('grants volume discounts by the month before', () => {
    const shares = rows<{ month: string; before: number; cheaper: number }>(
      kernel,
      `WITH counts AS (
         SELECT month, count(*) AS tickets FROM waybill w JOIN price_sheet p ON p.id = w.price_sheet_id
         WHERE p.name = '云尚优品特惠价' GROUP BY month)
       SELECT w.month, c.tickets AS before, min(revenue_fen) AS cheaper
       FROM waybill w JOIN price_sheet p ON p.id = w.price_sheet_id
       JOIN counts c ON c.month = strftime('%Y-%m', date(w.month || '-01', '-1 month'))
       WHERE p.name = '云尚优品特惠价' AND w.chargeable_grams <= 500 AND w.province = '330000'
         AND cod_fen IS NULL AND shipped_on NOT LIKE '%-11-%' GROUP BY w.month`,
    )
    expect(shares.length).toBeGreaterThan(15)
    // 3.40 gross at 6 %, × 98 % from 250 tickets of the month before, × 96 % from 400.
    const expected = (before: number) => (before >= 400 ? 308 : before >= 250 ? 314 : 321)
    for (const { before, cheaper } of shares) expect({ before, cheaper }).toEqual({ before, cheaper: expected(before) })
    expect(new Set(shares.map(({ cheaper }) => cheaper)).size).toBeGreaterThan(1)
  })

  it('is never loaded into a book that holds anything', () => {
    expect(() => createDemoService(kernel).load()).toThrow(expect.objectContaining({ code: 'book-not-empty' }))
  })
})

describe('cancelling the demonstration book', () => {
  it('leaves the book as empty and as nameless as before', async () => {
    const kernel = await openTestKernel()
    const abort = new AbortController()
    let reports = 0
    const handle = {
      report: (phase: string) => {
        if (phase === 'waybills' && ++reports === 3) abort.abort(new Error('cancelled'))
      },
      signal: abort.signal,
    }
    await expect(demoTask(kernel, { lastMonth: '2026-10' }, handle)).rejects.toThrow('cancelled')
    const [left] = rows(
      kernel,
      `SELECT (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM price_sheet) AS sheets,
         (SELECT count(*) FROM waybill) AS waybills, (SELECT count(*) FROM account_month) AS months,
         (SELECT count(*) FROM hidden_batch) AS hidden, demo FROM book`,
    )
    expect(left).toEqual({ accounts: 0, sheets: 0, waybills: 0, months: 0, hidden: 0, demo: 0 })
    await kernel.dispose()
  })
})
