import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { CustomField } from '#shared/contract/custom-fields'
import { accountFilterOf, filterKindsOf } from '../../../src/renderer/features/accounts/list-filters'
import { formOf, inputOf } from '../../../src/renderer/features/accounts/form-values'
import Settings from '../../../src/renderer/features/settings/index'
import { refusal, renderScreen, type FakeApi } from '../support/screen'
import { account } from './account'

const field: CustomField = {
  uid: 'f1',
  version: 2,
  name: '包装要求',
  type: 'choice',
  unit: '',
  decimals: 0,
  options: [{ name: '纸箱', retired: false }],
  required: false,
  inList: true,
  used: 3,
  removedAt: null,
}

describe('filters of the customer list', () => {
  it('stand in the address by name, custom fields by uid, and go to the core apart', () => {
    expect(filterKindsOf([field])).toMatchObject({ industry: 'text', person: 'text', 'f.f1': 'text' })
    expect(accountFilterOf({ industry: '食品', 'f.f1': '纸箱' }, '2026-03')).toEqual({
      industry: '食品',
      custom: { f1: '纸箱' },
      month: '2026-03',
    })
    expect(accountFilterOf({}, '2026-03')).toEqual({ month: '2026-03' })
  })
})

describe('the form of a customer', () => {
  it('gives back stage, source, tags, state, team and custom values as it was given them', () => {
    const { stage, source, tags, lifecycleSince, lifecycleReason, team } = account
    expect(inputOf(formOf({ ...account, custom: { f1: '纸箱' } }))).toMatchObject({
      stage,
      source,
      tags,
      lifecycleSince,
      lifecycleReason,
      team,
      custom: { f1: '纸箱' },
    })
  })
})

function settings(tab: string, api: FakeApi) {
  return renderScreen(<Settings />, { at: `/settings?tab=${tab}`, path: 'settings', api })
}

describe('choice lists in the settings', () => {
  const entry = { id: 1, uid: 'u1', version: 1, list: 'industry' as const, name: '食品', retired: false, used: 8 }

  it('renames a word and says at how many customers, or why not', async () => {
    const rename = vi.fn<(input: unknown) => object>(() => ({ renamed: 8 }))
    rename.mockImplementationOnce(() => {
      throw refusal('duplicate-name', { name: '零食' })
    })
    settings('lists', {
      choices: { lists: () => ({ entries: [entry], others: [] }), rename: rename as never },
    })
    fireEvent.click(await screen.findByRole('button', { name: '改名 食品' }))
    fireEvent.change(screen.getByLabelText('名称'), { target: { value: '零食' } })
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await screen.findByText(/“零食”已经存在/)
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await screen.findByText('已改名，8 个客户一起改了')
    expect(rename.mock.calls[1]?.[0]).toEqual({ id: 1, version: 1, name: '零食' })
  })

  it('offers to take in words that customers have', async () => {
    const add = vi.fn<(input: unknown) => object>(() => entry)
    settings('lists', {
      choices: { lists: () => ({ entries: [], others: [{ list: 'tag', name: '夜间', used: 1 }] }), add: add as never },
    })
    fireEvent.click(await screen.findByRole('button', { name: '把“夜间”加入列表' }))
    await waitFor(() => expect(add.mock.calls[0]?.[0]).toEqual({ list: 'tag', name: '夜间' }))
  })

  it('shows lists without buttons to who may not edit them', async () => {
    renderScreen(<Settings />, {
      at: '/settings?tab=lists',
      path: 'settings',
      book: { permissions: ['accounts.read', 'system.read'] },
      api: { choices: { lists: () => ({ entries: [entry], others: [] }) } },
    })
    await screen.findByText('食品')
    expect(screen.queryByRole('button', { name: /改名|停用/ })).toBeNull()
  })
})

describe('custom fields in the settings', () => {
  it('says what they are for where there are none', async () => {
    settings('fields', { customFields: { list: () => [] } })
    expect(await screen.findByText('还没有自定义字段。')).toBeTruthy()
  })

  it('removes with an undo that restores', async () => {
    const restore = vi.fn<(input: unknown) => object>(() => ({}))
    settings('fields', {
      customFields: { list: () => [field], remove: () => ({}), restore: restore as never },
    })
    fireEvent.click(await screen.findByRole('button', { name: '删除 包装要求' }))
    await screen.findByText('已删除字段“包装要求”，内容保留')
    fireEvent.click(screen.getByRole('button', { name: '撤销' }))
    await waitFor(() => expect(restore.mock.calls[0]?.[0]).toEqual({ uid: 'f1' }))
  })

  it('keeps the name an option had, so that renaming it renames it everywhere', async () => {
    const update = vi.fn<(input: unknown) => object>(() => field)
    settings('fields', { customFields: { list: () => [field], update: update as never } })
    fireEvent.click(await screen.findByRole('button', { name: '编辑 包装要求' }))
    fireEvent.change(await screen.findByLabelText('选项名称'), { target: { value: '三层纸箱' } })
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(update).toHaveBeenCalled())
    expect(update.mock.calls[0]?.[0]).toMatchObject({
      uid: 'f1',
      version: 2,
      field: { options: [{ name: '三层纸箱', was: '纸箱', retired: false }] },
    })
  })
})
