import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { SheetRow } from '#shared/contract/pricing'
import Pricing from '../../../src/renderer/features/pricing/index'
import { placesOfZones } from '../../../src/renderer/features/pricing/bracket-table'
import { shownStatus } from '../../../src/renderer/features/pricing/sheet-words'
import { refusal, renderScreen, type FakeApi } from '../support/screen'
import { sheetRow } from './sheet'

const row = sheetRow
const general: SheetRow = {
  ...row,
  id: 5,
  name: '通用 2025',
  status: 'superseded',
  level: 'general',
  accountId: null,
  account: null,
  product: '',
  validTo: '2025-12-31',
}

const detail = {
  ...row,
  tables: {
    info: [
      { key: '报价名称', value: '晨光 2026' },
      { key: '进位', value: '进0.5' },
      { key: '抛比', value: '8000' },
      { key: '内部口令', value: '甲' },
    ],
    columns: ['0-1', '1以上'],
    rows: [
      { key: '一区', cells: ['5.5', '5.5+2'] },
      { key: '*', cells: ['9', '-'] },
    ],
    zones: [
      { zone: '一区', places: '上海、江苏' },
      { zone: '一区', places: '浙江' },
    ],
    surcharges: [
      { 项目: '保价', 方式: '比例', 数值: '0.5%' },
      { 项目: '上楼', 方式: '固定', 数值: '5', 条件: '单件重 ≥ 60 kg' },
    ],
    tiers: [],
  },
  warnings: ['“火星”不是可识别的地名'],
  roundingExamples: [{ kg: '2.3', rounded: '2.5' }],
  versions: [
    { id: 3, version: 2, status: 'draft', validFrom: '2026-01-01', validTo: null },
    { id: 2, version: 1, status: 'approved', validFrom: '2025-01-01', validTo: null },
  ],
}

function open(at: string, pricing: FakeApi['pricing'], more: Partial<Parameters<typeof renderScreen>[1]> = {}) {
  return renderScreen(<Pricing />, {
    api: { pricing: { choices: () => ({ products: ['标快'] }), ...pricing }, ...more.api },
    at,
    path: 'pricing',
    ...(more.locale ? { locale: more.locale } : {}),
    ...(more.book ? { book: more.book } : {}),
  })
}

describe('who may not write prices', () => {
  it.each(['/pricing/new', '/pricing/3/edit', '/pricing/3/mass'])('is told so at %s, and gets no form', async (at) => {
    open(at, {}, { book: { permissions: ['pricing.read'] } })
    expect((await screen.findByRole('alert')).textContent).toContain('您没有这项操作的权限')
    expect(screen.queryByRole('button', { name: /保存|生成草稿/ })).toBeNull()
  })
})

describe('price list', () => {
  it('says whom each sheet prices, since when, and what state it is in', async () => {
    open('/pricing', { list: () => ({ rows: [row, general], total: 2 }) })
    const first = (await screen.findByText('晨光 2026')).closest('tr') as HTMLElement
    expect(within(first).getByText('2026-01-01 起，长期')).toBeTruthy()
    expect(within(first).getByText('草稿')).toBeTruthy()
    const second = screen.getByText('通用 2025').closest('tr') as HTMLElement
    expect(within(second).getByText('全部客户')).toBeTruthy()
    expect(within(second).getByText('不限产品')).toBeTruthy()
    expect(within(second).getByText('已被替代')).toBeTruthy()
  })

  it('filters by the address and leaves out what the core would refuse', async () => {
    const list = vi.fn<(input: { filter: object }) => object>(() => ({ rows: [row], total: 1 }))
    open('/pricing?usage=cost&status=nonsense&q=晨', { list })
    await screen.findByText('晨光 2026')
    expect(list.mock.calls[0]?.[0]).toMatchObject({ filter: { usage: 'cost' }, search: '晨' })
    expect(list.mock.calls[0]?.[0].filter).not.toHaveProperty('status')
  })

  it('offers the import where there is nothing yet', async () => {
    const view = open('/pricing', { list: () => ({ rows: [], total: 0 }) })
    const empty = (await screen.findByText('还没有价格表')).closest('.empty-state') as HTMLElement
    fireEvent.click(within(empty).getByRole('button', { name: '导入价格表' }))
    await waitFor(() => expect(view.address()).toBe('/imports/prices'))
  })

  it('puts the selected drafts in force and names what that closes', async () => {
    const approve = vi.fn<(input: unknown) => object>(() => ({
      approved: [3],
      closed: [{ id: 2, name: '晨光 2025', validTo: '2025-12-31' }],
    }))
    open('/pricing', { list: () => ({ rows: [row, general], total: 2 }), approve })
    await screen.findByText('晨光 2026')
    for (const box of screen.getAllByRole('checkbox', { name: '选中所在行' })) fireEvent.click(box)
    fireEvent.click(screen.getByRole('button', { name: /批准 1 份/ }))
    expect(await screen.findByText(/从 2026-01-01 起寄出的运单按它计价/)).toBeTruthy()
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: /生\s*效/ }))
    expect(await screen.findByText('“晨光 2025”的有效期截止到 2025-12-31')).toBeTruthy()
    expect(approve.mock.calls[0]?.[0]).toEqual({ ids: [3], reason: '' })
  })

  it('shows no approval to those who may not approve', async () => {
    open('/pricing', { list: () => ({ rows: [row], total: 1 }) }, { book: { permissions: ['pricing.read'] } })
    await screen.findByText('晨光 2026')
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(screen.queryByRole('button', { name: '导入价格表' })).toBeNull()
  })
})

describe('price sheet', () => {
  it('tells the first doubts and how many more there are, so that the prices stay in sight', async () => {
    const warnings = Array.from({ length: 369 }, (_, index) => `“区${index}”不是可识别的地名`)
    open('/pricing/3', { get: () => ({ ...detail, warnings }) })
    expect(await screen.findByText('“区0”不是可识别的地名')).toBeTruthy()
    expect(screen.getAllByText(/不是可识别的地名/)).toHaveLength(5)
    expect(screen.getByText('另有 364 条，编辑时逐条列出')).toBeTruthy()
  })

  it('shows the table cell by cell, zones, surcharges, rounding, warnings and versions', async () => {
    open('/pricing/3', { get: () => detail })
    const table = within(await screen.findByRole('region', { name: '价格' })).getByRole('table')
    expect(within(table).getByText('5.5+2')).toBeTruthy()
    expect(within(table).getByText('其他地区')).toBeTruthy()
    expect(screen.getByText('上海、江苏、浙江')).toBeTruthy()
    const fees = within(screen.getByRole('region', { name: '附加费' })).getAllByRole('columnheader')
    expect(fees.map((cell) => cell.textContent)).toEqual(['项目', '方式', '数值', '条件'])
    expect(within(screen.getByRole('region', { name: '进位示例' })).getByText('2.5')).toBeTruthy()
    expect(screen.getByText('“火星”不是可识别的地名')).toBeTruthy()
    expect(screen.getByRole('link', { name: '第 1 版' }).getAttribute('href')).toBe('/pricing/2')
    expect(screen.getByText('内部口令')).toBeTruthy()
  })

  it('speaks English around the notation', async () => {
    open('/pricing/3', { get: () => detail }, { locale: 'en' })
    expect(await screen.findByText('Volume divisor')).toBeTruthy()
    expect(screen.getByText('Anywhere else')).toBeTruthy()
    expect(screen.getByText('5.5+2')).toBeTruthy()
  })

  it('deletes a draft and brings it back', async () => {
    const restore = vi.fn<(input: unknown) => object>(() => ({}))
    const view = open('/pricing/3', {
      get: () => detail,
      list: () => ({ rows: [], total: 0 }),
      remove: () => ({}),
      restore,
    })
    fireEvent.click(await screen.findByRole('button', { name: '删除草稿' }))
    await waitFor(() => expect(view.address()).toBe('/pricing'))
    fireEvent.click(await screen.findByRole('button', { name: /撤\s*销/ }))
    await waitFor(() => expect(restore.mock.calls[0]?.[0]).toEqual({ id: 3 }))
  })

  it('says why an approval was refused', async () => {
    open('/pricing/3', {
      get: () => detail,
      approve: () => Promise.reject(refusal('sheet-overlap', { name: '晨光 2026', validFrom: '2026-01-01' })),
    })
    fireEvent.click(await screen.findByRole('button', { name: '生效' }))
    const dialog = await screen.findByRole('dialog')
    fireEvent.click(within(dialog).getByRole('button', { name: /生\s*效/ }))
    expect(await screen.findByText(/已有同一生效日期（2026-01-01）的生效版本/)).toBeTruthy()
  })

  it('offers neither approval nor deletion of a version in force', async () => {
    open('/pricing/3', { get: () => ({ ...detail, status: 'approved' }) })
    await screen.findByRole('region', { name: '价格' })
    expect(screen.queryByRole('button', { name: '生效' })).toBeNull()
    expect(screen.queryByRole('button', { name: '删除草稿' })).toBeNull()
  })

  it('says that a sheet is not there', async () => {
    open('/pricing/9', { get: () => Promise.reject(refusal('not-found')) })
    expect(await screen.findByText(/没有找到这条记录/)).toBeTruthy()
    expect(screen.getByRole('link', { name: '返回价格列表' })).toBeTruthy()
  })
})

describe('words of a sheet', () => {
  it('an approved sheet whose day has not come is coming', () => {
    expect(shownStatus({ status: 'approved', validFrom: '2026-04-01' }, '2026-03-31')).toBe('coming')
    expect(shownStatus({ status: 'approved', validFrom: '2026-04-01' }, '2026-04-01')).toBe('approved')
    expect(shownStatus({ status: 'draft', validFrom: '2027-01-01' }, '2026-04-01')).toBe('draft')
  })

  it('gathers a zone that stands in several rows', () => {
    expect([...placesOfZones(detail.tables.zones)]).toEqual([['一区', '上海、江苏、浙江']])
  })
})
