import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { PriceExplanation } from '#shared/contract/pricing'
import type { UnmatchedGroup, WaybillRow } from '#shared/contract/waybills'
import Waybills from '../../../src/renderer/features/waybills/index'
import { jobEvents, refusal, renderScreen, type FakeApi } from '../support/screen'

const row: WaybillRow = {
  id: 1,
  number: '7312000001',
  carrier: '中通',
  feeKind: '',
  lineKind: 'freight',
  shippedOn: '2026-03-05',
  accountId: 4,
  accountCode: 'KH000004',
  account: '上海晨光食品有限公司',
  customer: '晨光食品',
  product: '标快',
  origin: '上海',
  destination: '广东 深圳市',
  pieces: 1,
  actualGrams: 2300,
  chargeableGrams: 2500,
  revenueFen: 1783,
  grossFen: 1890,
  costFen: 2000,
  marginFen: -217,
  billedFen: 1900,
  status: 'rated',
  reason: null,
  reasonParams: null,
  costReason: null,
  batch: 7,
}

const exception: WaybillRow = {
  ...row,
  id: 2,
  number: '7312000002',
  chargeableGrams: null,
  revenueFen: null,
  grossFen: null,
  marginFen: null,
  status: 'exception',
  reason: 'unknown-place',
  reasonParams: { place: '火星' },
}

const price: PriceExplanation = {
  sheet: '晨光 2026',
  sheetId: 3,
  version: 2,
  chosenBecause: '客户专用报价，有效期 2026-01-01 至 长期',
  zone: '二区',
  chargeableGrams: 2500,
  lines: [
    { item: '进位：按 0.5 kg 向上，2.3 → 2.5 kg', formula: '', fen: null },
    { item: '二区，1以上 kg 段', formula: '12.6 + 2.1 × 3', fen: 1890 },
  ],
  totalFen: 1890,
  netFen: 1783,
  taxFen: 107,
  reason: null,
}

const sums = { pieces: 2, grams: 4600, revenueFen: 1783, costFen: 2000, marginFen: -217, billedFen: 3800 }
const choices = { months: ['2026-03'], products: ['标快'], carriers: ['中通'] }

function open(at: string, waybills: FakeApi['waybills'], more: FakeApi = {}) {
  return renderScreen(<Waybills />, {
    api: {
      waybills: { choices: () => choices, unmatched: () => ({ rows: [], total: 0 }), ...waybills },
      ...more,
    },
    at,
    path: 'waybills',
  })
}

describe('waybill list', () => {
  it('shows a month with sums; unknown is a dash, a loss is red', async () => {
    const asked: unknown[] = []
    open('/waybills', {
      list: (input: unknown) => {
        asked.push(input)
        return { rows: [row, exception], total: 2, sums }
      },
    })
    const first = (await screen.findByText('7312000001')).closest('tr')
    expect(asked[0]).toMatchObject({ filter: { month: '2026-03' }, sort: 'shippedOn', descending: true })
    expect(within(first as HTMLElement).getByText('-2.17').className).toContain('figure-negative')
    const second = screen.getByText('7312000002').closest('tr') as HTMLElement
    expect(within(second).getByText('认不出目的地“火星”')).toBeTruthy()
    expect(within(second).getAllByText('未知').length).toBeGreaterThan(0)
    expect(screen.getByText('共 2 条')).toBeTruthy()
  })

  it('takes filters and month from the address of a link', async () => {
    const asked: unknown[] = []
    const view = open(
      '/waybills?status=exception&month=2025-11&loss=true&accountId=4',
      {
        list: (input: { filter: unknown }) => {
          asked.push(input.filter)
          return { rows: [exception], total: 1, sums }
        },
      },
      { accounts: { get: () => ({ id: 4, code: 'KH000004', name: '上海晨光食品有限公司' }) } },
    )
    await screen.findByText('7312000002')
    await waitFor(() =>
      expect(asked.at(-1)).toEqual({ status: 'exception', month: '2025-11', loss: true, accountId: 4 }),
    )
    expect(view.address()).toBe('/waybills?status=exception&loss=true&accountId=4')
  })

  it('exports exactly what is filtered', async () => {
    const exported = vi.fn<(input: unknown) => object>(() => ({ ticket: 'M1', name: '运单.xlsx', bytes: 10 }))
    const view = open(
      '/waybills?batch=7&q=7312&sort=revenueFen&desc=1',
      { list: () => ({ rows: [row], total: 1, sums }), export: exported },
      { files: { deliver: () => ({ saved: true, path: null, download: '/made/1' }) } },
    )
    await screen.findByText('7312000001')
    fireEvent.click(screen.getByRole('button', { name: /导出 Excel/ }))
    await waitFor(() => expect(view.downloaded).toHaveBeenCalledWith('/made/1', '运单.xlsx'))
    expect(exported.mock.calls[0]?.[0]).toMatchObject({
      filter: { batch: 7 },
      search: '7312',
      sort: 'revenueFen',
      descending: true,
      locale: 'zh-CN',
    })
  })

  it('opens a row with Enter and explains revenue and cost line by line', async () => {
    open('/waybills', {
      list: () => ({ rows: [row], total: 1, sums }),
      explain: () => ({ waybill: row, revenue: price, cost: { ...price, sheet: '成本 2026', zone: null } }),
    })
    const line = (await screen.findByText('7312000001')).closest('tr') as HTMLElement
    line.focus()
    fireEvent.keyDown(line, { key: 'Enter' })
    const revenue = await screen.findByRole('table', { name: '收入怎样算出来' })
    expect(within(revenue).getByText('12.6 + 2.1 × 3')).toBeTruthy()
    expect(within(revenue).getByText('1.07')).toBeTruthy()
    expect(screen.getByRole('link', { name: '晨光 2026' }).getAttribute('href')).toBe('/pricing/3')
    expect(screen.getByRole('table', { name: '成本怎样算出来' })).toBeTruthy()
    expect(screen.getByText('17.83 − 20.00 = -2.17（不含税）')).toBeTruthy()
  })

  it('says why there is no price and leads to what helps', async () => {
    const view = open('/waybills?open=2', {
      list: () => ({ rows: [exception], total: 1, sums }),
      explain: () => ({
        waybill: exception,
        revenue: { ...price, sheet: null, lines: [], totalFen: null, reason: { code: 'unknown-place', text: 'x' } },
        cost: null,
      }),
    })
    expect(await screen.findByText(/在原文件里写明省、市、区县/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '重新导入文件' }))
    await waitFor(() => expect(view.address()).toBe('/imports/waybills'))
  })

  it('tells an empty book from an empty month', async () => {
    const none = { rows: [], total: 0, sums }
    const first = open('/waybills', { list: () => none })
    expect(await screen.findByText('2026-03 没有运单')).toBeTruthy()
    first.unmount()
    open('/waybills', { list: () => none, choices: () => ({ months: [], products: [], carriers: [] }) })
    expect(await screen.findByText('还没有运单')).toBeTruthy()
  })

  it('shows a refusal with a way to try again', async () => {
    const list = vi.fn<() => Promise<never>>(() =>
      Promise.reject(refusal('permission-denied', { permission: 'waybills.read' })),
    )
    open('/waybills', { list })
    expect(await screen.findByText(/您没有这项操作的权限/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '重试' }))
    await waitFor(() => expect(list).toHaveBeenCalledTimes(2))
  })

  it('rates a period again as a job', async () => {
    const rate = vi.fn<(input: unknown) => object>(() => ({ job: 'R1' }))
    const view = open(
      '/waybills',
      { list: () => ({ rows: [row], total: 1, sums }), rate },
      { jobs: { watch: () => jobEvents({ state: 'done', phase: 'rating', done: 5, total: 5, result: { count: 5 } }) } },
    )
    await screen.findByText('7312000001')
    fireEvent.click(screen.getByRole('button', { name: /重新计价/ }))
    fireEvent.click(await screen.findByRole('button', { name: '开始计价' }))
    expect(await screen.findByText('计价完成，5 条运单的价格有变化。')).toBeTruthy()
    expect(rate).toHaveBeenCalledWith({ from: '2026-03', to: '2026-03', accountId: undefined }, undefined)
    expect(view.asked.filter((call) => call === 'waybills.list').length).toBeGreaterThan(1)
  })
})

describe('unmatched queue', () => {
  const group: UnmatchedGroup = {
    code: '02111',
    name: '晨光',
    tickets: 120,
    pieces: 130,
    firstOn: '2026-03-01',
    lastOn: '2026-03-28',
    billedFen: 123456,
    candidates: [
      { id: 4, code: 'KH000004', name: '上海晨光食品有限公司', reason: 'similar' },
      { id: 9, code: 'KH000009', name: '晨光文具', reason: 'ambiguous' },
    ],
  }

  it('assigns a group with one click, says so and reads the queue again', async () => {
    let waiting = [group]
    const assign = vi.fn<(input: unknown) => object>(() => {
      waiting = []
      return { matched: 120 }
    })
    open('/waybills/unmatched', { unmatched: () => ({ rows: waiting, total: waiting.length }), assign })
    fireEvent.click(await screen.findByRole('button', { name: /上海晨光食品有限公司/ }))
    expect(await screen.findByText('“晨光”的 120 条运单已归到 上海晨光食品有限公司，以后自动匹配')).toBeTruthy()
    expect(assign.mock.calls[0]?.[0]).toEqual({ code: '02111', name: '晨光', accountId: 4 })
    expect(await screen.findByText('全部运单都有客户')).toBeTruthy()
  })

  it('opens a new customer under the written name', async () => {
    const createAccount = vi.fn<(input: unknown) => object>(() => ({ accountId: 31, matched: 120 }))
    open('/waybills/unmatched', { unmatched: () => ({ rows: [group], total: 1 }), createAccount })
    fireEvent.click(await screen.findByRole('button', { name: '新建客户' }))
    expect(await screen.findByText('已新建客户“晨光”，120 条运单归到它名下')).toBeTruthy()
    expect(createAccount.mock.calls[0]?.[0]).toEqual({ code: '02111', name: '晨光' })
  })

  it('shows why an assignment was refused and keeps the group', async () => {
    open('/waybills/unmatched', {
      unmatched: () => ({ rows: [group], total: 1 }),
      assign: () => Promise.reject(refusal('not-found')),
    })
    fireEvent.click(await screen.findByRole('button', { name: /晨光文具/ }))
    expect(await screen.findByText(/没有找到这条记录/)).toBeTruthy()
    expect(screen.getByText('晨光', { selector: 'strong' })).toBeTruthy()
  })
})
