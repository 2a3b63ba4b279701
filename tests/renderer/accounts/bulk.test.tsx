import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { BulkEdit, BulkTarget } from '#shared/contract/account-bulk'
import Accounts from '../../../src/renderer/features/accounts/index'
import { editOf, emptyDraft } from '../../../src/renderer/features/accounts/bulk-fields'
import { renderScreen, type FakeApi } from '../support/screen'
import { row } from './account'

interface Work {
  target: BulkTarget
  edit: BulkEdit
  expected?: number
}

const field = {
  id: 1,
  uid: 'f1',
  version: 1,
  name: '返点',
  type: 'number',
  unit: '%',
  decimals: 1,
  options: [],
  required: false,
  inList: false,
  removedAt: null,
  used: 0,
}

function show(accounts: FakeApi['accounts'], at = '/accounts', total = 2) {
  const second = { ...row, id: 8, code: 'KH000008', name: '沃格电器' }
  const words = { industries: [], stages: [], sources: [], tags: [], managers: ['周婷婷'], members: [], provinces: [] }
  return renderScreen(<Accounts />, {
    at,
    path: 'accounts',
    api: {
      accounts: {
        list: () => ({ rows: [row, second], total, pieces: 0, revenueFen: 0 }),
        choices: () => words,
        ...accounts,
      },
      views: { list: () => [] },
      choices: { lists: () => ({ entries: [], others: [] }) },
      customFields: { list: () => [field] },
      insight: { revenue: () => ({ rows: [] }) },
    },
  })
}

const select = async (name: string) => {
  const line = (await screen.findByText(name)).closest('tr')
  fireEvent.click(within(line ?? document.body).getByRole('checkbox'))
}
/** By its last words: an icon stands before them. */
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name: new RegExp(`${name}$`) }))

describe('changing one field of many customers', () => {
  it('shows first how many change, how many do not and why, then writes exactly that and takes it back', async () => {
    const bulkPreview = vi.fn<(work: Work) => object>(() => ({
      changing: 1,
      same: 0,
      refused: [{ id: 8, code: 'KH000008', name: '沃格电器', reason: { code: 'lifecycle-reason', params: {} } }],
    }))
    const bulkChange = vi.fn<(work: Work) => object>(() => ({ bulk: 3, changed: 1, refused: [] }))
    const bulkUndo = vi.fn<(input: object) => object>(() => ({
      undone: 0,
      kept: [{ id: 7, code: 'KH000007', name: '果语鲜生' }],
    }))
    show({ bulkPreview, bulkChange, bulkUndo } as never)
    await select(row.name)
    await select('沃格电器')
    click('批量修改')
    fireEvent.change(await screen.findByLabelText('改为'), { target: { value: '周婷婷' } })
    click('预览')
    expect(await screen.findByText('将修改 1 个客户')).toBeTruthy()
    expect(screen.getByText(/KH000008 沃格电器/).textContent).toContain('原因')
    click('修改 1 个客户')
    await waitFor(() => expect(bulkChange).toHaveBeenCalledTimes(1))
    expect(bulkChange.mock.calls[0]?.[0]).toEqual({
      target: { ids: [7, 8] },
      edit: { field: 'manager', value: '周婷婷' },
      expected: 1,
    })
    await screen.findByText('已修改 1 个客户的客户经理')
    click('撤销')
    expect(await screen.findByText(/之后又被修改过、保持不变的：果语鲜生/)).toBeTruthy()
    expect(bulkUndo.mock.calls[0]?.[0]).toEqual({ bulk: 3 })
  })

  it('forgets the preview once something else is wanted', async () => {
    const preview = vi.fn<() => object>(() => ({ changing: 2, same: 0, refused: [] }))
    show({ bulkPreview: preview })
    await select(row.name)
    click('批量修改')
    const value = await screen.findByLabelText('改为')
    fireEvent.change(value, { target: { value: '甲' } })
    click('预览')
    await screen.findByText('将修改 2 个客户')
    fireEvent.change(value, { target: { value: '乙' } })
    expect(screen.queryByText('将修改 2 个客户')).toBeNull()
    expect(screen.getByRole('button', { name: /预览$/ })).toBeTruthy()
  })

  it('takes all that fit the filter, told with their number, and no longer once one is chosen by hand', async () => {
    const preview = vi.fn<(work: Work) => object>(() => ({ changing: 0, same: 1234, refused: [] }))
    show({ bulkPreview: preview as never }, '/accounts?industry=食品&q=杭', 1234)
    await select(row.name)
    click('选择符合条件的全部 1,234 个')
    expect(screen.getByText('已选符合条件的全部 1,234 条')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '删除' })).toBeNull()
    click('批量修改')
    click('预览')
    await screen.findByText('将修改 0 个客户')
    expect(preview.mock.calls[0]?.[0].target).toMatchObject({ filter: { industry: '食品' }, search: '杭' })
    expect(screen.getByRole('button', { name: /修改 0 个客户$/ }).hasAttribute('disabled')).toBe(true)
    click('取消')
    await select('沃格电器')
    expect(screen.getByText('已选 1 条')).toBeTruthy()
  })

  it('does not offer more than one change can take', async () => {
    show({}, '/accounts', 5001)
    await select(row.name)
    expect(screen.getByRole('button', { name: '选择符合条件的全部 5,001 个' }).hasAttribute('disabled')).toBe(true)
  })

  it.each([
    ['tags without any', { field: 'tags' }, null],
    ['a state that needs a reason', { field: 'lifecycle', lifecycle: 'lost' }, null],
    [
      'a state with its reason',
      { field: 'lifecycle', lifecycle: 'lost', text: '转走' },
      { field: 'lifecycle', value: 'lost', since: null, reason: '转走' },
    ],
    ['days beyond a year', { field: 'creditDays', days: 366 }, null],
    ['no days', { field: 'creditDays' }, { field: 'creditDays', value: null }],
    ['an own field', { field: 'custom', uid: 'f1', text: ' 2.5 ' }, { field: 'custom', uid: 'f1', value: '2.5' }],
  ] as const)('reads %s', (_name, draft, edit) => {
    expect(editOf({ ...emptyDraft, ...draft })).toEqual(edit)
  })
})
