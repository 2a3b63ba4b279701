import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { ContributionReport, RebateRow } from '#shared/contract/profit'
import { rolePermissions } from '#shared/contract/base'
import Profit from '../../../src/renderer/features/profit/index'
import { jobEvents, refusal, renderScreen, type FakeApi } from '../support/screen'

const parts = {
  revenueFen: 1_000_000,
  costedRevenueFen: 1_000_000,
  costFen: 700_000,
  rebateFen: -20_000,
  claimFen: 5_000,
  serviceFen: 30_000,
  capitalFen: 3_575,
  contributionFen: 241_425,
  unrated: 0,
  uncosted: 0,
}
const report: ContributionReport = {
  from: '2026-03',
  to: '2026-03',
  rule: { ratePpm: 43_500 },
  rows: [
    {
      ...parts,
      accountId: 1,
      accountCode: 'KH000001',
      account: '晨光食品',
      tier: 'gold',
      creditDays: 30,
      revenueRank: 5,
      contributionRank: 1,
    },
    {
      ...parts,
      accountId: 2,
      accountCode: 'KH000002',
      account: '安捷五金',
      tier: null,
      creditDays: null,
      costFen: null,
      contributionFen: null,
      uncosted: 9,
      revenueRank: 1,
      contributionRank: null,
    },
  ],
  total: parts,
}
const line: RebateRow = {
  id: 7,
  accountId: 1,
  accountCode: 'KH000001',
  account: '晨光食品',
  month: '2026-03',
  sheetId: 3,
  sheet: '晨光食品 特惠价',
  fen: -400,
  netFen: -377,
  derivation: {
    basis: 'tickets',
    period: 'this-month',
    mode: 'progressive',
    quantity: 5,
    tickets: 5,
    parts: [{ lower: 2, upper: 4, benefit: '10%返', quantity: 2, freightFen: 2000, rebateFen: 200 }],
  },
  computedAt: '2026-04-01T00:00:00Z',
}

function open(at: string, profit: FakeApi['profit'], more: Parameters<typeof renderScreen>[1]['book'] = {}) {
  return renderScreen(<Profit />, { api: { profit }, at, path: 'profit', book: more })
}

describe('contribution page', () => {
  it('shows both places side by side and no contribution where no ticket has a cost', async () => {
    open('/profit/contribution', { contribution: () => report })
    const row = (await screen.findByText('晨光食品')).closest('tr') as HTMLElement
    expect(within(row).getByText('2,414.25')).toBeTruthy()
    expect(within(row).getByText(/▲4/)).toBeTruthy()
    const other = screen.getByText('安捷五金').closest('tr') as HTMLElement
    expect(within(other).getAllByText('未知')).toHaveLength(3)
    expect(screen.getByText(/贡献值 = 已核算成本的收入/)).toBeTruthy()
  })

  it('says what went wrong and asks again', async () => {
    let failing = true
    open('/profit/contribution', {
      contribution: () => {
        if (failing) throw refusal('unexpected')
        return report
      },
    })
    const again = await screen.findByRole('button', { name: '重试' })
    failing = false
    fireEvent.click(again)
    expect(await screen.findByText('晨光食品')).toBeTruthy()
  })

  it('is not for a role without costs: rebates are shown instead', async () => {
    const { asked } = open(
      '/profit',
      { rebates: () => ({ rows: [line], total: 1, fen: -400 }) },
      { role: 'clerk', permissions: [...rolePermissions.clerk] },
    )
    expect(await screen.findByText('晨光食品')).toBeTruthy()
    expect(asked).not.toContain('profit.contribution')
  })
})

describe('rebates page', () => {
  it('opens the derivation of a line', async () => {
    open('/profit/rebates', { rebates: () => ({ rows: [line], total: 1, fen: -400 }) })
    fireEvent.click(await screen.findByText('月票数'))
    const drawer = await screen.findByRole('dialog')
    expect(within(drawer).getByText('10%返')).toBeTruthy()
    expect(within(drawer).getByText('2 起，不到 4')).toBeTruthy()
    expect(within(drawer).getByText('-4.00')).toBeTruthy()
  })

  it('computes the month as a job and says when nothing changed', async () => {
    const run = vi.fn<(input: { month: string }) => { job: string }>(() => ({ job: 'j' }))
    renderScreen(<Profit />, {
      api: {
        profit: { rebates: () => ({ rows: [], total: 0, fen: 0 }), runRebates: run },
        jobs: {
          watch: () => jobEvents({ state: 'done', phase: 'rebates', done: 1, total: 1, result: { count: 0 } }),
        },
      },
      at: '/profit/rebates',
      path: 'profit',
    })
    const [button] = await screen.findAllByRole('button', { name: /计算.*返利/ })
    fireEvent.click(button as HTMLElement)
    expect(await screen.findByText('返利已计算：与上次相同，没有变化')).toBeTruthy()
    expect(run).toHaveBeenCalledWith({ month: '2026-03' }, undefined)
  })
})
