import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { SheetTables } from '#shared/domain/price-editing/sheet-tables'
import { formOf, spotOf, tablesOf } from '../../../src/renderer/features/pricing/editor/editor-form'
import { readPlaces, writePlaces } from '../../../src/renderer/features/pricing/editor/places-text'
import Pricing from '../../../src/renderer/features/pricing/index'
import { refusal, renderScreen, type FakeApi } from '../support/screen'

/** A machine that does other things besides needs its time for a page of this size. */
const patience = { timeout: 20_000 }

const tables: SheetTables = {
  info: [
    { key: '报价名称', value: '标准价' },
    { key: '生效日期', value: '2026-01-01' },
    { key: '进位', value: '进1' },
    { key: '内部口令', value: '甲' },
  ],
  columns: ['0-1', '1-3', '3以上'],
  rows: [
    { key: '一区', cells: ['5', '8', '8+2'] },
    { key: '二区', cells: ['9', '7', '9+8'] },
  ],
  zones: [
    { zone: '一区', places: '广东、湖南' },
    { zone: '二区', places: '西藏' },
  ],
  surcharges: [{ 项目: '保价', 方式: '比例', 数值: '0.5%' }],
  tiers: [],
}

const written = {
  id: 7,
  name: '标准价',
  version: 2,
  token: 't1',
  errors: 0,
  problems: [],
  tables,
  editable: true,
  accountId: null,
  tier: null,
}

function open(at: string, pricing: FakeApi['pricing'], preferences: Record<string, unknown> = {}) {
  return renderScreen(<Pricing />, {
    api: { pricing: { choices: () => ({ products: ['标快'] }), written: () => written, ...pricing } },
    at,
    path: 'pricing',
    preferences,
  })
}

const cellAt = (row: number, column: number) => {
  const cell = document.querySelector(`td[data-row="${row}"][data-column="${column}"]`)
  if (!(cell instanceof HTMLElement)) throw new Error('no such cell')
  return cell
}

/** Looked up by selector: by role is slow where there are many elements. */
function textual(selector: string, text: string): HTMLButtonElement {
  const found = [...document.querySelectorAll(selector)].find((one) =>
    (one.textContent ?? '').replaceAll(' ', '').startsWith(text),
  )
  if (!(found instanceof HTMLElement)) throw new Error(`no ${selector} ${text}`)
  return found as HTMLButtonElement
}
const tab = (text: string) => textual('[role=tab]', text)
const button = (text: string) => textual('button', text)
const shown = () => waitFor(() => cellAt(0, 0), patience)

function write(row: number, column: number, text: string) {
  fireEvent.pointerDown(cellAt(row, column), { button: 0 })
  const input = cellAt(row, column).querySelector('input') as HTMLInputElement
  fireEvent.change(input, { target: { value: text } })
  fireEvent.keyDown(input, { key: 'Enter' })
}

describe('the form of a sheet', () => {
  it('goes through the grids and back unchanged', () => {
    expect(tablesOf(formOf(tables))).toEqual(tables)
  })

  it('finds the cell of a problem', () => {
    const at = (where: Parameters<typeof spotOf>[0]['where'], code = 'x') => spotOf({ code, where })
    expect(at({ part: 'columns', column: 1 })).toMatchObject({ part: 'prices', row: 0, column: 2 })
    expect(at({ part: 'rows', row: 0, column: 2 })).toMatchObject({ part: 'prices', row: 1, column: 3 })
    expect(at({ part: 'rows', row: 0 })).toMatchObject({ part: 'prices', row: 1, column: 0 })
    expect(at({ part: 'zones', row: 1 }, 'zones.zone-name-missing')).toMatchObject({ row: 1, column: 0 })
    expect(at({ part: 'surcharges', row: 0, field: 'condition' })).toMatchObject({ row: 0, column: 11 })
  })

  it('writes ticked places as people do', () => {
    const { codes, others } = readPlaces('广东、深圳、某地')
    expect(others).toEqual(['某地'])
    expect(writePlaces(codes, others)).toBe('广东、某地')
    expect(writePlaces(readPlaces('深圳').codes, [])).toBe('广东省深圳市')
  })
})

describe('the editor', patience, () => {
  it('tells a price that falls, and an error in its cell', async () => {
    open('/pricing/7/edit', {})
    expect(await screen.findByText(/2 kg 只要 7 元，比 1 kg 的 9 元便宜/, {}, patience)).toBeTruthy()
    write(1, 1, '五')
    expect(await screen.findByText('1 个错误', {}, patience)).toBeTruthy()
    expect(cellAt(1, 1).getAttribute('aria-invalid')).toBe('true')
    const problem = screen.getByText('一区 / 0-1').closest('button') as HTMLElement
    fireEvent.click(problem)
    expect(document.activeElement).toBe(cellAt(1, 1).querySelector('input'))
  })

  it('undoes over the whole form, grid and fields alike', async () => {
    open('/pricing/7/edit', {})
    await shown()
    write(1, 1, '6')
    fireEvent.click(tab('报价信息'))
    const name = screen.getByLabelText('报价名称')
    fireEvent.change(name, { target: { value: '标准价 2' } })
    fireEvent.change(name, { target: { value: '标准价 27' } })
    fireEvent.keyDown(name, { key: 'z', ctrlKey: true })
    expect(screen.getByLabelText<HTMLInputElement>('报价名称').value).toBe('标准价')
    fireEvent.click(tab('价格'))
    expect(cellAt(1, 1).textContent).toContain('6')
    fireEvent.click(button('撤销'))
    expect(cellAt(1, 1).textContent).toContain('5')
    expect(screen.queryByText('有未保存的修改')).toBeNull()
  })

  it('the table of examples follows the rule while it is typed', async () => {
    open('/pricing/7/edit', {})
    await shown()
    fireEvent.click(tab('报价信息'))
    const examples = screen.getByRole('region', { name: '进位示例' })
    const rows = () =>
      within(examples)
        .queryAllByRole('row')
        .map((one) => one.textContent)
    expect(rows()).toContain('1.12')
    fireEvent.change(screen.getByLabelText('进位'), { target: { value: '阈值0.3@1' } })
    expect(rows()).toContain('1.11')
    fireEvent.change(screen.getByLabelText('进位'), { target: { value: '进' } })
    expect(within(examples).getByText('进位写法有误，改正后显示示例')).toBeTruthy()
  })

  it('saves what is written with the state it was opened on', async () => {
    const saveDraft = vi.fn<(input: unknown) => object>(() => ({ ...written, token: 't2', errors: 0 }))
    open('/pricing/7/edit', { saveDraft })
    await shown()
    write(1, 1, '6')
    fireEvent.click(button('保存'))
    await waitFor(() => expect(saveDraft).toHaveBeenCalled())
    expect(saveDraft.mock.calls[0]?.[0]).toMatchObject({
      id: 7,
      token: 't1',
      tables: { rows: [{ key: '一区', cells: ['6', '8', '8+2'] }, tables.rows[1]] },
    })
    await waitFor(() => expect(screen.queryByText('有未保存的修改')).toBeNull())
  })

  it('says that somebody else saved meanwhile, and keeps what is written', async () => {
    open('/pricing/7/edit', {
      saveDraft: () => {
        throw refusal('changed-meanwhile')
      },
    })
    await shown()
    write(1, 1, '6')
    fireEvent.click(button('保存'))
    expect(await screen.findByText('没有成功', {}, patience)).toBeTruthy()
    expect(cellAt(1, 1).textContent).toContain('6')
  })

  it('has what was not saved again', async () => {
    const form = formOf({ ...tables, rows: [{ key: '一区', cells: ['6.6', '8', '8+2'] }] })
    open('/pricing/7/edit', {}, { 'draft.price-sheet.7': { base: '1', values: { token: 't0', form } } })
    expect(await screen.findByText(/这份草稿在别处改过/, {}, patience)).toBeTruthy()
    expect(cellAt(1, 1).textContent).toContain('6.6')
    fireEvent.click(button('放弃修改'))
    // It stays where it is: a link beside it would move away under the click that ends the writing in a cell.
    expect(button('放弃修改').disabled).toBe(true)
    expect(cellAt(1, 1).textContent).toContain('5')
  })

  it('shows provinces without a zone', async () => {
    open('/pricing/7/edit', {})
    await shown()
    fireEvent.click(tab('分区'))
    expect(await screen.findByText('没有分区的省份（31）', {}, patience)).toBeTruthy()
  })

  it('does not edit a version in force', async () => {
    const view = open('/pricing/7/edit', { written: () => ({ ...written, editable: false }) })
    fireEvent.click(await screen.findByRole('button', { name: '新版本' }, patience))
    await waitFor(() => expect(view.address()).toBe('/pricing/new?from=7&as=version'))
    expect(await screen.findByText('标准价 的新版本', {}, patience)).toBeTruthy()
  })
})

describe('mass change', patience, () => {
  it('is shown cell by cell and goes to the core as it is said', async () => {
    const createMassChange = vi.fn<(input: unknown) => object>(() => ({ ...written, id: 8, version: 3, changed: 6 }))
    const view = open('/pricing/7/mass', { createMassChange, get: () => Promise.reject(new Error('not asked here')) })
    fireEvent.change(await screen.findByLabelText('按百分比', {}, patience), { target: { value: '-5' } })
    const preview = screen.getByRole('region', { name: '调价前后' })
    expect(within(preview).getByText('4.75')).toBeTruthy()
    // Nothing rises here, and nothing is said to.
    expect(within(preview).getByText(/^降得最多：/)).toBeTruthy()
    expect(within(preview).queryByText(/涨/)).toBeNull()
    expect(within(preview).getByText(/选中 6 格，变化 6 格/)).toBeTruthy()
    fireEvent.click(button('生成草稿'))
    await waitFor(() => expect(createMassChange).toHaveBeenCalled())
    expect(createMassChange.mock.calls[0]?.[0]).toMatchObject({
      id: 7,
      change: { percentPpm: -50_000, perTicketUnits: 0, perKgUnits: 0, rows: null, columns: null, roundToUnits: 100 },
    })
    await waitFor(() => expect(view.address()).toBe('/pricing/8'))
  })

  it('cannot be taken where a price falls below nothing', async () => {
    open('/pricing/7/mass', {})
    fireEvent.change(await screen.findByLabelText('每票加减', {}, patience), { target: { value: '-6' } })
    expect(screen.getByText('会低于零，不能生成：1 格')).toBeTruthy()
    expect(button('生成草稿').disabled).toBe(true)
  })
})

describe('comparison', patience, () => {
  const dearer = {
    ...tables,
    rows: [
      { key: '一区', cells: ['5.5', '8', '-'] },
      { key: '二区', cells: ['9', '7', '9+8'] },
    ],
  }
  it('shows what differs, and everything on demand', async () => {
    open('/pricing/compare?a=7&b=8', {
      get: () => ({ ...written, status: 'draft', validFrom: '2026-01-01' }),
      list: () => ({ rows: [], total: 0 }),
      written: (({ id }: { id: number }) => (id === 7 ? written : { ...written, id, tables: dearer })) as never,
    })
    expect(await screen.findByText('变化 1 格，新增 0，取消 1，相同 4', {}, patience)).toBeTruthy()
    expect(screen.getByText(/\+0\.50（\+10%）/)).toBeTruthy()
    expect(screen.queryByText('二区')).toBeNull()
    fireEvent.click(screen.getByRole('checkbox', { name: '只看不同' }))
    expect(screen.getByText('二区')).toBeTruthy()
  })
})
