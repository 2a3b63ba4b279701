import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { type NeedsDetail, needsContent, type WalletView, type WhiteSpace } from '#shared/contract/needs'
import type { SiteRow } from '#shared/contract/sites'
import { NeedsTab } from '../../../src/renderer/features/needs/needs-tab'
import { readTime, windowsOf } from '../../../src/renderer/features/needs/site-form'
import { withCells, type CellChange } from '../../../src/renderer/features/needs/use-cells'
import { refusal, renderScreen, type FakeApi } from '../support/screen'

const site: SiteRow = {
  id: 1,
  uid: 's1',
  accountId: 7,
  version: 2,
  name: '一号仓',
  kind: 'warehouse',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  address: '创业大道1号',
  windows: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00', lastOrder: '11:00' }],
  contactId: null,
  contact: '',
  contactName: '值班',
  note: '',
  updatedAt: '',
}

const view: WalletView = {
  wallets: [
    {
      id: 1,
      version: 1,
      period: '2026-02',
      totalFen: 1_000_000,
      statedOn: '2026-03-01',
      source: '口述',
      note: '',
      revenueFen: 250_000,
      knownMonths: 1,
      months: 1,
      unrated: 2,
      share: { kind: 'share', sharePpm: 250_000, overWhole: false },
    },
    {
      id: 2,
      version: 1,
      period: '2025',
      totalFen: 0,
      statedOn: '2026-01-01',
      source: '',
      note: '',
      revenueFen: 1,
      knownMonths: 12,
      months: 12,
      unrated: 0,
      share: { kind: 'not-applicable', reason: 'no-spend' },
    },
  ],
  competitions: [],
  competitors: [
    { id: 3, uid: 'c3', version: 1, name: '甲速运（示例）', note: '' },
    { id: 4, uid: 'c4', version: 1, name: '乙快递（示例）', note: '' },
  ],
}

const grid: WhiteSpace = {
  version: 5,
  axes: { rows: ['标快', '特惠'], columnsBy: 'site', departments: [] },
  columns: [{ key: 's1', name: '一号仓' }],
  cells: [],
  suggested: [{ row: '标快', column: 's1', tickets: 8 }],
  sums: { ours: 0, competitor: 0, open: 0, none: 0, unset: 2, openPpm: null },
  competitors: view.competitors,
}

const needs: NeedsDetail = {
  uid: 'n1',
  version: 1,
  content: needsContent.parse({ products: ['标快'], weightShares: [500_000] }),
  facts: {
    from: '2026-01',
    to: '2026-03',
    tickets: 100,
    grams: 300_000,
    products: [{ product: '标快', tickets: 100 }],
    lanes: [{ province: '440000', tickets: 100, grams: 300_000 }],
    weights: [30, 70, 0, 0, 0, 0, 0, 0],
    unweighed: 0,
  },
  updatedAt: '',
}

function show(part: string, more: FakeApi['needs'] = {}, mayWrite = true) {
  return renderScreen(<NeedsTab accountId={7} mayWrite={mayWrite} />, {
    at: `/accounts?tab=needs&part=${part}`,
    path: 'accounts',
    api: {
      needs: {
        sites: () => [site],
        contacts: () => [],
        get: () => needs,
        wallet: () => view,
        whiteSpace: () => grid,
        ...more,
      },
    },
  })
}

describe('sites', () => {
  it('say when the courier may come, and are removed with an undo', async () => {
    const removeSite = vi.fn<(input: unknown) => object>(() => ({}))
    const restoreSite = vi.fn<(input: unknown) => object>(() => ({}))
    show('sites', { removeSite: removeSite as never, restoreSite: restoreSite as never })
    expect(await screen.findByText('周一至周五 09:00–12:00（11:00 前下单）')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '删除 一号仓' }))
    await screen.findByText('已删除“一号仓”')
    fireEvent.click(screen.getByRole('button', { name: '撤销' }))
    await waitFor(() => expect(restoreSite.mock.calls[0]?.[0]).toEqual({ id: 1 }))
    expect(removeSite.mock.calls[0]?.[0]).toEqual({ id: 1 })
  })

  it('offer nothing to change to those who may only read', async () => {
    show('sites', {}, false)
    await screen.findByText('一号仓')
    expect(screen.queryByRole('button', { name: /添加地点|修改|删除/ })).toBeNull()
  })

  it.each([
    ['9:00', '09:00'],
    ['９：３０', '09:30'],
    ['930', '09:30'],
    ['18', '18:00'],
    ['24:00', null],
    ['9:60', null],
    ['早上', null],
  ])('read the time %s as %s', (text, time) => {
    expect(readTime(text)).toBe(time)
  })

  it('judge no windows while one of them cannot be read', () => {
    expect(windowsOf([{ weekdays: [1], from: '9', to: '', lastOrder: '' }])).toBeNull()
    expect(windowsOf([{ weekdays: [1], from: '9', to: '12', lastOrder: '' }])).toEqual([
      { weekdays: [1], from: '09:00', to: '12:00', lastOrder: null },
    ])
  })
})

describe('needs', () => {
  it('stand beside the waybills, bracket by bracket', async () => {
    show('needs')
    expect(await screen.findByText('-20 百分点')).toBeTruthy()
    expect(screen.getByText('广东')).toBeTruthy()
  })
})

describe('share of wallet', () => {
  it('shows the formula with its numbers, and why there is no share', async () => {
    show('wallet')
    expect(await screen.findByText('我方份额 = 我方收入 2,500.00 ÷ 总支出 10,000.00 = 25%')).toBeTruthy()
    expect(screen.getByText('2 票没有价格，未计入我方收入')).toBeTruthy()
    expect(screen.getByText('不适用')).toBeTruthy()
    expect(screen.getByText(/总支出为零，不能作除数/)).toBeTruthy()
  })
})

describe('white space', () => {
  it('is filled by clicks and keys, shown at once and written in order', async () => {
    let stored = grid
    const written: unknown[] = []
    const setCells = (input: { version: number; cells: CellChange[] }) => {
      written.push([input.version, input.cells[0]?.state])
      stored = { ...withCells(stored, input.cells), version: stored.version + 1 }
      return { version: stored.version }
    }
    show('white', { setCells: setCells as never, whiteSpace: () => stored })
    const cell = await screen.findByRole('button', { name: '标快，一号仓：建议：我方' })
    fireEvent.click(cell)
    fireEvent.keyDown(screen.getByRole('button', { name: '特惠，一号仓：未填' }), { key: '3' })
    expect(await screen.findByText('50%')).toBeTruthy()
    await waitFor(() =>
      expect(written).toEqual([
        [5, 'ours'],
        [6, 'open'],
      ]),
    )
  })

  it('says why a cell was not written', async () => {
    show('white', { setCells: () => Promise.reject(refusal('changed-meanwhile')) })
    fireEvent.click(await screen.findByRole('button', { name: '标快，一号仓：建议：我方' }))
    expect(await screen.findByText(/刚刚被别人改过/)).toBeTruthy()
  })

  it('counts what is judged as the core does', () => {
    const judged = withCells(grid, [{ row: '标快', column: 's1', state: 'open', competitor: null }])
    expect(judged.sums).toEqual({ ours: 0, competitor: 0, open: 1, none: 0, unset: 1, openPpm: 1_000_000 })
    expect(judged.suggested).toEqual([])
    const back = withCells(judged, [{ row: '标快', column: 's1', state: null, competitor: null }])
    expect(back.cells).toEqual([])
  })
})
