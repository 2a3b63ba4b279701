import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { rolePermissions } from '#shared/contract/base'
import type { SimulationResult } from '#shared/contract/simulation'
import Simulation from '../../../src/renderer/features/simulation/index'
import { jobEvents, refusal, renderScreen, type FakeApi } from '../support/screen'

const sums = {
  tickets: 5,
  beforeFen: 3_300,
  afterFen: 3_630,
  costed: 5,
  beforeCostFen: 2_000,
  afterCostFen: 2_000,
  beforeMarginFen: 1_300,
  afterMarginFen: 1_630,
}
const result: SimulationResult = {
  total: sums,
  lost: [{ reason: 'not-served', tickets: 2, beforeFen: 1_800 }],
  gained: { tickets: 0, afterFen: 0 },
  unpriced: 1,
  zones: [{ ...sums, name: '广东' }],
  brackets: [{ ...sums, name: '0.5-1 kg' }],
  ownZones: false,
  accounts: [{ ...sums, accountId: 1, code: 'K1', name: '晨光食品' }],
  worst: [],
  breakEvenPpm: 550_965,
  keepMarginPpm: 909_091,
}
const run = {
  id: 3,
  name: '',
  from: '2026-01',
  to: '2026-03',
  account: null,
  tickets: 5,
  beforeFen: 3_300,
  afterFen: 3_630,
  seconds: 0.4,
  createdBy: '王芳',
  createdAt: '2026-04-01T00:00:00Z',
  input: {
    from: '2026-01',
    to: '2026-03',
    accountId: null,
    scenario: {
      kind: 'change',
      sheetIds: null,
      change: { percentPpm: 100_000, perTicketUnits: 0, perKgUnits: 0, rows: null, columns: null, roundToUnits: 1 },
    },
  },
  result,
}

function open(at: string, simulation: FakeApi['simulation'], more: Partial<Parameters<typeof renderScreen>[1]> = {}) {
  return renderScreen(<Simulation />, { api: { simulation }, at, path: 'simulation', ...more })
}

describe('a what-if run', () => {
  it('shows what changes, and says in full what the sums leave out', async () => {
    open('/simulation/3', { get: () => run })
    expect(await screen.findByText('批量调价 · +10%')).toBeTruthy()
    const figures = within(screen.getByTestId('simulation-figures'))
    expect(figures.getByText('36.30')).toBeTruthy()
    expect(figures.getByText('55.1%')).toBeTruthy()
    expect(screen.getByText(/2 票原来有价，新价格下没有/)).toBeTruthy()
    expect(screen.getByText('1 票前后都没有价')).toBeTruthy()
    expect(screen.getByText('广东')).toBeTruthy()
  })

  it('hides cost and margin from who may not see them', async () => {
    open('/simulation/3', { get: () => run }, { book: { role: 'clerk', permissions: [...rolePermissions.clerk] } })
    await screen.findByText('批量调价 · +10%')
    expect(screen.queryByText('盈亏平衡折扣')).toBeNull()
    expect(screen.queryByText('调整前毛利（元）')).toBeNull()
  })

  it('is asked for with what was entered and opens when it is done', async () => {
    const start = vi.fn<(input: unknown) => { job: string }>(() => ({ job: 'j' }))
    const done = { state: 'done', phase: 'simulating', done: 5, total: 5, result: { simulation: 3, count: 5 } }
    const { address } = open(
      '/simulation/new?kind=change',
      {},
      {
        api: {
          simulation: { size: () => ({ tickets: 5 }), start, get: () => run },
          jobs: { watch: () => jobEvents(done) },
        },
      },
    )
    expect(await screen.findByText('将重新计算 5 票')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '开始试算' }))
    expect(await screen.findByText('请填写至少一项调整')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('上调或下调'), { target: { value: '３' } })
    fireEvent.click(screen.getByRole('button', { name: '开始试算' }))
    await screen.findByText('批量调价 · +10%')
    expect(address()).toBe('/simulation/3')
    expect(start).toHaveBeenCalledWith(
      {
        from: '2026-01',
        to: '2026-03',
        accountId: null,
        scenario: {
          kind: 'change',
          sheetIds: null,
          change: { percentPpm: 30_000, perTicketUnits: 0, perKgUnits: 0, rows: null, columns: null, roundToUnits: 1 },
        },
      },
      undefined,
    )
  })

  it('says why a sheet cannot be tried', async () => {
    open(
      '/simulation/new?sheetId=9',
      {},
      {
        api: {
          simulation: {
            size: () => ({ tickets: 5 }),
            start: () => {
              throw refusal('not-found')
            },
          },
          pricing: { get: () => ({ id: 9, name: '新价', version: 1, status: 'draft', validFrom: '2026-01-01' }) },
        },
      },
    )
    await screen.findByText('将重新计算 5 票')
    fireEvent.click(screen.getByRole('button', { name: '开始试算' }))
    expect(await screen.findByText(/没有找到这条记录/)).toBeTruthy()
  })
})

describe('runs made', () => {
  it('says what a what-if is for where there is none', async () => {
    open('/simulation', { list: () => ({ rows: [], total: 0 }) })
    expect(await screen.findByText('还没有做过试算')).toBeTruthy()
  })

  it('takes one away and offers it back', async () => {
    const restore = vi.fn<(input: { id: number }) => object>(() => ({}))
    const { input: _input, result: _result, ...row } = run
    open('/simulation', { list: () => ({ rows: [row], total: 1 }), remove: () => ({}), restore })
    fireEvent.click(await screen.findByRole('button', { name: /删除/ }))
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    await vi.waitFor(() => expect(restore).toHaveBeenCalled())
  })
})
