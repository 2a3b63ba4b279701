import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { RevenueReport, RevenueRow, TierRule } from '#shared/contract/insight'
import Insight from '../../../src/renderer/features/insight/index'
import { refusal, renderScreen, type FakeApi } from '../support/screen'

const row: RevenueRow = {
  accountId: 1,
  accountCode: 'KH000001',
  account: '晨光食品',
  manager: '王芳',
  industry: '食品',
  pieces: 1200,
  grams: 2_300_000,
  revenueFen: 1_234_567,
  costFen: 1_000_000,
  marginFen: 234_567,
  unrated: 2,
  uncosted: 0,
  share: 0.6,
  cumulativeShare: 0.6,
  tier: 'platinum',
  previousRevenueFen: 1_000_000,
}
const second: RevenueRow = {
  ...row,
  accountId: 2,
  account: '安捷五金',
  revenueFen: 800_000,
  costFen: null,
  marginFen: null,
  unrated: 0,
  uncosted: 5,
  share: 0.4,
  cumulativeShare: 1,
  tier: 'gold',
  previousRevenueFen: null,
}
const report: RevenueReport = {
  from: '2026-03',
  to: '2026-03',
  rows: [row, second],
  total: {
    pieces: 2400,
    grams: 4_600_000,
    revenueFen: 2_034_567,
    costFen: 1_000_000,
    marginFen: 234_567,
    unrated: 2,
    uncosted: 5,
  },
  unmatched: { tickets: 210, billedFen: 247_593 },
}
const rule: TierRule = { basis: 'revenue', platinumShare: 5000, goldShare: 8000, leadMarginRate: 0 }

function open(at: string, insight: FakeApi['insight'], more: FakeApi = {}) {
  return renderScreen(<Insight />, {
    api: { insight: { revenue: () => report, tierRule: () => rule, ...insight }, ...more },
    at,
    path: 'insight',
  })
}

describe('revenue report', () => {
  it('shows the month of the window by customer, with totals and what is left out', async () => {
    const revenue = vi.fn<(input: unknown) => object>(() => report)
    open('/insight', { revenue })
    const grid = await screen.findByRole('grid')
    expect(revenue.mock.calls[0]?.[0]).toEqual({ from: '2026-03', to: '2026-03' })
    const first = within(grid).getByText('晨光食品').closest('tr') as HTMLElement
    expect(within(first).getByText('12,345.67')).toBeTruthy()
    expect(within(first).getByText('未计价 2')).toBeTruthy()
    expect(within(first).getByText('19.0%')).toBeTruthy()
    const other = within(grid).getByText('安捷五金').closest('tr') as HTMLElement
    expect(within(other).getByText('未核算')).toBeTruthy()
    expect(within(other).getByText('新发货')).toBeTruthy()
    const total = within(grid).getByText('合计').closest('tr') as HTMLElement
    expect(within(total).getByText('20,345.67')).toBeTruthy()
    expect(within(total).getByText('未核算 5')).toBeTruthy()
    expect(screen.getByText('另有 210 票运单未匹配到客户，账单金额 2,475.93 元，不在表内。')).toBeTruthy()
    expect(screen.getByRole('link', { name: '去匹配' }).getAttribute('href')).toBe('/waybills/unmatched')
    expect(screen.getByRole('link', { name: '查看原因' }).getAttribute('href')).toBe(
      '/waybills?status=exception&month=2026-03',
    )
  })

  it('sums what is listed once it is filtered', async () => {
    open('/insight?q=安捷', {})
    const total = (await screen.findByText('所列合计')).closest('tr') as HTMLElement
    expect(within(total).getByText('8,000.00')).toBeTruthy()
    expect(within(total).getByText('未核算')).toBeTruthy()
  })

  it('reports a span from the address and goes back to the month of the window', async () => {
    const revenue = vi.fn<(input: unknown) => object>(() => report)
    const view = open('/insight?from=2025-11&to=2026-01', { revenue })
    await screen.findByRole('grid')
    expect(revenue.mock.calls[0]?.[0]).toEqual({ from: '2025-11', to: '2026-01' })
    fireEvent.click(screen.getByRole('button', { name: '近 3 月' }))
    await waitFor(() => expect(view.address()).toBe('/insight?from=2026-01&to=2026-03'))
    fireEvent.click(screen.getByRole('button', { name: '本月' }))
    await waitFor(() => expect(view.address()).toBe('/insight'))
  })

  it('takes no span that is the wrong way round', async () => {
    const revenue = vi.fn<(input: unknown) => object>(() => report)
    open('/insight?from=2026-05&to=2026-01', { revenue })
    await screen.findByRole('grid')
    expect(revenue.mock.calls[0]?.[0]).toEqual({ from: '2026-03', to: '2026-03' })
  })

  it('opens the customer of a row with Enter', async () => {
    const view = open('/insight', {})
    const line = within(await screen.findByRole('grid'))
      .getByText('安捷五金')
      .closest('tr') as HTMLElement
    act(() => line.focus())
    fireEvent.keyDown(line, { key: 'Enter' })
    await waitFor(() => expect(view.address()).toBe('/accounts/2'))
  })

  it.each([
    ['导出 Excel', 'xlsx'],
    ['导出 PDF', 'pdf'],
  ])('%s makes a file of the same period', async (button, format) => {
    const exportRevenue = vi.fn<(input: unknown) => object>(() => ({ ticket: 'M1', name: '报表', bytes: 10 }))
    const view = open(
      '/insight?from=2025-11&to=2026-01',
      { exportRevenue },
      { files: { deliver: () => ({ saved: true, path: null, download: '/made/1' }) } },
    )
    await screen.findByRole('grid')
    fireEvent.click(screen.getByRole('button', { name: new RegExp(button) }))
    await waitFor(() => expect(view.downloaded).toHaveBeenCalledWith('/made/1', '报表'))
    expect(exportRevenue.mock.calls[0]?.[0]).toEqual({ from: '2025-11', to: '2026-01', format, locale: 'zh-CN' })
  })

  it('says what to do where there is nothing, and what happened where it fails', async () => {
    const empty = { ...report, rows: [], unmatched: { tickets: 0, billedFen: 0 } }
    const first = open('/insight', { revenue: () => empty })
    expect(await screen.findByText('所选期间没有已匹配客户的运单')).toBeTruthy()
    first.unmount()
    open('/insight', { revenue: () => Promise.reject(refusal('unexpected')) })
    expect(await screen.findByText(/程序出了意外/)).toBeTruthy()
  })
})

describe('tier rule', () => {
  it('is changed in a drawer that shows what it makes of the customers', async () => {
    const setTierRule = vi.fn<(input: TierRule) => TierRule>((input) => input)
    open('/insight', { setTierRule })
    fireEvent.click(await screen.findByRole('button', { name: '调整' }))
    const drawer = await screen.findByRole('dialog')
    const preview = () => within(drawer).getByRole('status').textContent
    expect(preview()).toContain('铂金1 家黄金1 家')
    fireEvent.change(within(drawer).getByLabelText('铂金：累计占比到'), { target: { value: '70' } })
    await waitFor(() => expect(preview()).toContain('铂金2 家黄金0 家'))
    fireEvent.change(within(drawer).getByLabelText('铅质：毛利率低于'), { target: { value: '-12.5%' } })
    fireEvent.click(within(drawer).getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(setTierRule).toHaveBeenCalledTimes(1))
    expect(setTierRule.mock.calls[0]?.[0]).toEqual({ ...rule, platinumShare: 7000, leadMarginRate: -1250 })
  })

  it('refuses a gold line below that of platinum', async () => {
    open('/insight', {})
    fireEvent.click(await screen.findByRole('button', { name: '调整' }))
    const drawer = await screen.findByRole('dialog')
    fireEvent.change(within(drawer).getByLabelText('黄金：累计占比到'), { target: { value: '40' } })
    expect(await within(drawer).findByText('黄金的界线不能低于铂金')).toBeTruthy()
    fireEvent.click(within(drawer).getByRole('button', { name: /保\s*存/ }))
    expect(await within(drawer).findByText('有 1 处需要修改，已标出。')).toBeTruthy()
  })
})
