import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { FloorCheck } from '#shared/contract/price-review'
import type { SheetRow } from '#shared/contract/pricing'
import Pricing from '../../../src/renderer/features/pricing/index'
import { percentOf } from '../../../src/renderer/features/pricing/review/floor-check'
import { FloorsPanel } from '../../../src/renderer/features/settings/floors-panel'
import { refusal, renderScreen, type FakeApi } from '../support/screen'
import { sheetRow } from './sheet'

const row: SheetRow = { ...sheetRow, status: 'submitted', submittedBy: '李静', zones: 1 }

const detail = {
  ...row,
  tables: { info: [], columns: ['0-1'], rows: [{ key: '*', cells: ['5'] }], zones: [], surcharges: [], tiers: [] },
  warnings: [],
  roundingExamples: [],
  versions: [{ id: 3, version: 2, status: 'submitted', validFrom: '2026-01-01', validTo: null }],
}

const check: FloorCheck = {
  basis: 'own',
  verdict: 'below',
  role: 'account-manager',
  from: '2026-08',
  to: '2026-10',
  accounts: 1,
  accountsAll: 1,
  tickets: 1200,
  unrated: 2,
  uncosted: 0,
  revenueFen: 800_000,
  todayFen: 1_000_000,
  comparedFen: 800_000,
  costFen: 900_000,
  marginFen: -100_000,
  marginPpm: -125_000,
  todayMarginPpm: 100_000,
  discountPpm: 800_000,
  writtenDiscountPpm: null,
  findings: [
    { kind: 'discount', floorPpm: 850_000, actualPpm: 800_000, shortFen: 50_000 },
    { kind: 'margin', floorPpm: 100_000, actualPpm: -125_000, shortFen: 200_000 },
  ],
  parts: [
    { part: '五区', tickets: 200, revenueFen: 1, todayFen: 2, marginFen: -3, marginPpm: -200_000, below: true },
    { part: '一区', tickets: 1000, revenueFen: 1, todayFen: 2, marginFen: 3, marginPpm: 200_000, below: false },
  ],
}

const review = {
  submittedAt: '2026-11-20T02:00:00.000Z',
  submittedBy: '李静',
  submittedRole: 'account-manager',
  returnedAt: null,
  returnedBy: null,
  returnReason: '',
  approvedAt: null,
  approvedBy: null,
  check,
  closes: [{ id: 2, name: '晨光 2025', version: 1, validTo: '2025-12-31' }],
}

function open(at: string, pricing: FakeApi['pricing'], permissions?: string[]) {
  return renderScreen(<Pricing />, {
    api: {
      pricing: {
        choices: () => ({ products: [] }),
        get: () => detail,
        review: () => review,
        history: () => ({ rows: [] }),
        waiting: () => ({ submitted: 2, returned: 1 }),
        ...pricing,
      },
    },
    at,
    path: 'pricing',
    ...(permissions ? { book: { permissions } } : {}),
  })
}

describe('a submitted sheet', () => {
  it('says who handed it in, what its floors say, by how much, where, and what it closes', async () => {
    open('/pricing/3', {})
    expect(await screen.findByText(/李静于 2026-11-20 10:00 提交（客户经理）/)).toBeTruthy()
    expect(screen.getByText(/“晨光 2025”第 1 版的有效期截止到 2025-12-31/)).toBeTruthy()
    const floors = within(screen.getByRole('region', { name: '底线检查' }))
    expect(floors.getByText('低于底线，需审批')).toBeTruthy()
    expect(floors.getByText('相当于通用价的 80.0%，低于客户经理底线 85.0% · 差 500.00 元')).toBeTruthy()
    expect(floors.getByText('毛利率 -12.5%，低于客户经理底线 10.0% · 差 2,000.00 元')).toBeTruthy()
    expect(floors.getByText('低于毛利底线：五区')).toBeTruthy()
    expect(floors.getByText(/1,200 票运单重新计价.*2 票无价格/)).toBeTruthy()
  })

  it('offers each step only to those who may take it', async () => {
    open('/pricing/3', {}, ['pricing.read', 'pricing.write'])
    await screen.findByText(/李静于/)
    expect(screen.getByRole('button', { name: /撤\s*回/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^退\s*回$/ })).toBeNull()
    expect(screen.queryByRole('button', { name: /生\s*效/ })).toBeNull()
  })

  it('is returned with a reason, never without', async () => {
    const sendBack = vi.fn<(input: unknown) => object>(() => ({}))
    open('/pricing/3', { sendBack })
    await screen.findByText(/李静于/)
    fireEvent.click(screen.getByRole('button', { name: /^退\s*回$/ }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.click(dialog.getByRole('button', { name: /退\s*回/ }))
    expect(await dialog.findByText('请写明原因')).toBeTruthy()
    expect(sendBack).not.toHaveBeenCalled()
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: '五区太低' } })
    fireEvent.click(dialog.getByRole('button', { name: /退\s*回/ }))
    await waitFor(() => expect(sendBack.mock.calls[0]?.[0]).toEqual({ ids: [3], reason: '五区太低' }))
  })

  it('says before the approval where a heavier shipment would be cheaper', async () => {
    const first = {
      key: '一区',
      bracket: '1-2',
      unit: 'kg',
      lighter: '1',
      heavier: '1.5',
      lighterPrice: '8',
      heavierPrice: '6',
    }
    const falling = vi.fn<(input: unknown) => object>(() => ({
      sheets: [{ id: 3, name: '晨光 2026', count: 4, first }],
    }))
    open('/pricing/3', { falling })
    await screen.findByText(/李静于/)
    fireEvent.click(screen.getByRole('button', { name: /生\s*效/ }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(await dialog.findByText('有 4 处重货比轻货便宜')).toBeTruthy()
    expect(dialog.getByText('一区：1.5 kg 只要 6 元，比 1 kg 的 8 元便宜（1-2）')).toBeTruthy()
    expect(falling.mock.calls[0]?.[0]).toEqual({ ids: [3] })
  })

  it('asks for a reason where the core wants one to approve', async () => {
    const approve = vi.fn<(input: { reason: string }) => object>(({ reason }) => {
      if (reason === '') throw refusal('below-floor', { name: '晨光 2026' })
      return { approved: [3], closed: [] }
    })
    open('/pricing/3', { approve })
    await screen.findByText(/李静于/)
    fireEvent.click(screen.getByRole('button', { name: /生\s*效/ }))
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /生\s*效/ }))
    fireEvent.change(await screen.findByLabelText('理由'), { target: { value: '年底冲量' } })
    const dialogs = screen.getAllByRole('dialog')
    const last = dialogs.at(-1)
    if (!last) throw new Error('no dialog')
    fireEvent.click(within(last).getByRole('button', { name: /生\s*效/ }))
    await waitFor(() => expect(approve.mock.calls.at(-1)?.[0]).toMatchObject({ reason: '年底冲量' }))
  })
})

describe('the queue', () => {
  it('tells how many wait and came back, and returns several by key', async () => {
    open('/pricing', { list: () => ({ rows: [row], total: 1 }) })
    expect(await screen.findByText('待审批 2')).toBeTruthy()
    expect(screen.getByText('已退回 1')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '选中所在行' }))
    fireEvent.keyDown(document.body, { key: 'r' })
    expect(await screen.findByLabelText('退回原因')).toBeTruthy()
  })
})

describe('floors', () => {
  it('are changed by role and sent whole', async () => {
    const none = { discountPpm: null, marginPpm: null }
    const floors = {
      manager: none,
      'account-manager': { discountPpm: 850_000, marginPpm: 100_000 },
      clerk: none,
      auditor: none,
      depot: none,
    }
    const setFloors = vi.fn<(input: { floors: typeof floors }) => object>(({ floors: next }) => next)
    renderScreen(<FloorsPanel />, { api: { pricing: { floors: () => floors, setFloors } }, at: '/x', path: 'x' })
    fireEvent.change(await screen.findByLabelText('客户经理 最低毛利率'), { target: { value: '12.5' } })
    fireEvent.change(screen.getByLabelText('内勤/结算 最低折扣（对通用价）'), { target: { value: '95' } })
    fireEvent.click(screen.getByRole('button', { name: /保\s*存/ }))
    await waitFor(() =>
      expect(setFloors.mock.calls[0]?.[0].floors).toMatchObject({
        'account-manager': { discountPpm: 850_000, marginPpm: 125_000 },
        clerk: { discountPpm: 950_000, marginPpm: null },
        manager: none,
      }),
    )
  })

  it.each([
    [850_000, '85.0%'],
    [849_960, '84.99%'],
    [-125_000, '-12.5%'],
    [null, '—'],
  ])('%s ppm is shown as %s', (ppm, text) => {
    expect(percentOf(ppm)).toBe(text)
  })
})
