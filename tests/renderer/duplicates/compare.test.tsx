import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { Comparison, MergeInput } from '../../../src/shared/contract/duplicates'
import { ComparePage } from '../../../src/renderer/features/duplicates/compare-page'
import { DuplicatesPage } from '../../../src/renderer/features/duplicates/duplicates-page'
import { jobEvents, refusal, renderScreen } from '../support/screen'

const party = (id: number, name: string) => ({
  id,
  version: id + 1,
  code: `KH00000${id}`,
  name,
  city: '杭州市',
  manager: '',
  uscc: '',
  createdAt: '2026-01-01T00:00:00Z',
  tickets: id === 1 ? 120 : 0,
  lastShippedOn: id === 1 ? '2026-10-31' : null,
})

const field = (name: string, kept: string, other: string): Comparison['fields'][number] => ({
  field: name,
  label: '',
  how: 'choose',
  kept,
  other,
  united: [],
  proposed: kept === '' ? 'other' : 'kept',
})

const comparison: Comparison = {
  kept: party(1, '云栖食品'),
  other: party(2, '云栖食品有限公司'),
  fields: [
    field('manager', '王海涛', '李雪梅'),
    field('industry', '', '食品'),
    field('source', '展会', '展会'),
    { ...field('aliases', '', ''), how: 'unite', kept: [], other: ['小云'], united: ['小云', '云栖食品有限公司'] },
  ],
  rows: [{ link: 'waybill', moved: 12, stays: 0 }],
}

function openCompare(
  merge: (input: MergeInput) => unknown,
  events = jobEvents({ state: 'done', phase: '', done: 0, total: null, result: { merge: 7 } }),
) {
  return renderScreen(<ComparePage />, {
    path: 'accounts/duplicates/compare',
    at: '/accounts/duplicates/compare?kept=1&other=2',
    api: { duplicates: { compare: () => comparison, merge }, jobs: { watch: () => events } },
  })
}

describe('comparing two customers', () => {
  it('proposes what is not empty, hides what is the same and merges what was chosen', async () => {
    const merge = vi.fn<(input: MergeInput) => unknown>(() => ({ job: 'j' }))
    const { address } = openCompare(merge)
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: /行业取并入客户的“食品”/ })).checked).toBe(true)
    expect(screen.queryByText('展会')).toBeNull()
    expect(screen.getByText(/小云、云栖食品有限公司/)).toBeTruthy()
    expect(screen.getByText('运单 12 条')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '显示两边相同的 1 项' }))
    expect(screen.getAllByText('展会')).toHaveLength(2)
    fireEvent.click(screen.getByRole('radio', { name: /李雪梅/ }))
    fireEvent.click(screen.getByRole('button', { name: '合并为一个客户' }))
    await waitFor(() => expect(address()).toBe('/accounts/1'))
    expect(merge.mock.calls[0]?.[0]).toEqual({
      keptId: 1,
      keptVersion: 2,
      otherId: 2,
      otherVersion: 3,
      choices: { manager: 'other' },
    })
  })

  it('says why a merge was refused and lets it be tried again', async () => {
    const failed = {
      state: 'failed',
      phase: '',
      done: 0,
      total: null,
      error: { code: 'changed-meanwhile', params: {} },
    } as const
    const { address } = openCompare(() => ({ job: 'j' }), jobEvents(failed) as never)
    fireEvent.click(await screen.findByRole('button', { name: '合并为一个客户' }))
    expect(await screen.findByText(/刚刚被别人改过/)).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '合并为一个客户' }).disabled).toBe(false)
    expect(address()).toContain('compare')
  })

  it('shows an error instead of an empty page', async () => {
    renderScreen(<ComparePage />, {
      path: 'accounts/duplicates/compare',
      at: '/accounts/duplicates/compare?kept=1&other=2',
      api: { duplicates: { compare: () => Promise.reject(refusal('merge-removed', { name: '云栖食品' })) } },
    })
    expect(await screen.findByText(/“云栖食品”已被删除/)).toBeTruthy()
  })
})

describe('the list of possible duplicates', () => {
  it('says with each pair why, and keeps two apart', async () => {
    const apart = vi.fn<(input: unknown) => unknown>(() => ({}))
    const pair = {
      first: party(1, '云栖食品'),
      second: party(2, '云栖食品有限公司'),
      reasons: [
        { reason: 'core', text: '云栖食品' },
        { reason: 'phone', text: '138****1000' },
      ],
      strength: 'strong',
      apart: null,
    }
    renderScreen(<DuplicatesPage />, {
      path: 'accounts/duplicates',
      at: '/accounts/duplicates',
      api: { duplicates: { list: () => ({ rows: [pair], total: 1 }), apart } },
    })
    expect(await screen.findByText('名称相近：云栖食品；电话相同：138****1000')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '不是重复' }))
    await waitFor(() => expect(apart).toHaveBeenCalled())
    expect(apart.mock.calls[0]?.[0]).toEqual({ first: 1, second: 2 })
  })

  it('is empty with a way on', async () => {
    renderScreen(<DuplicatesPage />, {
      path: 'accounts/duplicates',
      at: '/accounts/duplicates',
      api: { duplicates: { list: () => ({ rows: [], total: 0 }) } },
    })
    expect(await screen.findByText('没有疑似重复的客户')).toBeTruthy()
  })
})
