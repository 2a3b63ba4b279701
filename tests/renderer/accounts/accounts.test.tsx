import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { AccountDetail, AccountInput } from '#shared/contract/accounts'
import type { Locale } from '#shared/i18n/index'
import Accounts from '../../../src/renderer/features/accounts/index'
import { refusal, renderScreen, type FakeApi } from '../support/screen'
import { account, overview, row } from './account'

const words = {
  industries: ['食品'],
  stages: ['成熟'],
  sources: ['展会'],
  tags: ['价格敏感'],
  managers: ['李雪梅'],
  members: ['何佳怡'],
  provinces: ['浙江省'],
}

type Update = (input: { id: number; version: number; account: AccountInput }) => Promise<AccountDetail>

function show(at: string, accounts: FakeApi['accounts'] = {}, locale: Locale = 'zh-CN') {
  return renderScreen(<Accounts />, {
    at,
    locale,
    path: 'accounts',
    api: {
      accounts: {
        list: () => ({ rows: [row], total: 1, pieces: 12, revenueFen: 80_000 }),
        choices: () => words,
        get: () => account,
        overview: () => overview,
        ...accounts,
      },
      choices: { lists: () => ({ entries: [], others: [] }) },
      customFields: { list: () => [] },
      insight: { revenue: () => ({ rows: [{ accountId: 7, tier: 'lead' }] }) },
      history: { changes: () => ({ rows: [], total: 0, fields: [], actors: [] }) },
    },
  })
}

describe('customer list', () => {
  it('asks for the month and the filters of the address, and sums what is filtered', async () => {
    const list = vi.fn<(input: unknown) => object>(() => ({ rows: [row], total: 1, pieces: 12, revenueFen: 80_000 }))
    show('/accounts?industry=食品&q=果语', { list: list as never })
    await screen.findByText(row.name)
    expect(list.mock.calls[0]?.[0]).toMatchObject({
      search: '果语',
      sort: 'revenueFen',
      descending: true,
      filter: { industry: '食品', month: '2026-03' },
    })
    const status = screen.getByText('共 1 条').parentElement
    expect(status?.textContent).toContain('收入 800.00 元')
    expect(screen.getByText('-100.00').className).toContain('figure-negative')
    expect(await screen.findByText('铅质')).toBeTruthy()
  })

  it('calls the tier in the archive the given one: the month has its own', async () => {
    show('/accounts/7?tab=archive', { get: () => ({ ...account, tier: null }) })
    const label = await screen.findByText('指定级别')
    expect(label.nextElementSibling?.textContent).toBe('未填写')
  })

  it('deletes what is selected and takes it back on 撤销', async () => {
    const remove = vi.fn<(input: { ids: number[] }) => object>(() => ({ removed: [7] }))
    const restore = vi.fn<(input: { ids: number[] }) => object>(() => ({}))
    show('/accounts', { remove: remove as never, restore: restore as never })
    const line = (await screen.findByText(row.name)).closest('tr')
    fireEvent.click(within(line ?? document.body).getByRole('checkbox'))
    fireEvent.click(screen.getByRole('button', { name: /删除/ }))
    await screen.findByText('已删除 1 个客户')
    expect(remove.mock.calls[0]?.[0]).toEqual({ ids: [7] })
    fireEvent.click(screen.getByRole('button', { name: '撤销' }))
    await waitFor(() => expect(restore.mock.calls[0]?.[0]).toEqual({ ids: [7] }))
  })

  it('says what to do first where there is no customer', async () => {
    show('/accounts', { list: () => ({ rows: [], total: 0, pieces: 0, revenueFen: 0 }) })
    expect(await screen.findByText('还没有客户')).toBeTruthy()
  })
})

describe('customer page', () => {
  it('answers in one look, with the reason of every alert', async () => {
    show('/accounts/7')
    await screen.findByRole('heading', { name: account.name })
    expect(screen.getByText('铅质')).toBeTruthy()
    expect(screen.getByText('第 2 名')).toBeTruthy()
    expect(screen.getByText('占全部收入 12.5%')).toBeTruthy()
    expect(screen.getByText('本月亏损 100.00 元：收入 800.00，成本 900.00')).toBeTruthy()
    expect(screen.getByText('新疆')).toBeTruthy()
  })

  it('names the main lanes in English in English', async () => {
    show('/accounts/7', {}, 'en')
    expect(await screen.findByText('Xinjiang')).toBeTruthy()
    expect(screen.queryByText('新疆')).toBeNull()
  })

  it('does not pretend to know the margin where tickets have no cost', async () => {
    const months = overview.months.map((month) => ({ ...month, uncosted: 1 }))
    show('/accounts/7', { overview: () => ({ ...overview, months }) })
    await screen.findByText('有运单没有成本')
    expect(screen.queryByText(/毛利率/)).toBeNull()
  })

  it('shows the tabs its user may see', async () => {
    show('/accounts/7')
    await screen.findByRole('heading', { name: account.name })
    const tabs = screen.getAllByRole('tab').map((tab) => tab.textContent)
    expect(tabs).toEqual(expect.arrayContaining(['概览', '档案', '联系人', '运单']))
  })

  it('says that a customer is not there', async () => {
    show('/accounts/99', {
      get: () => {
        throw refusal('not-found')
      },
    })
    expect(await screen.findByText('没有找到这条记录，可能已被删除。请刷新后再试。')).toBeTruthy()
  })
})

describe('customer form', () => {
  const open = async () => {
    await screen.findByRole('heading', { name: account.name })
    fireEvent.keyDown(window, { key: 'e', ctrlKey: true })
    return screen.findByLabelText<HTMLInputElement>('客户名称')
  }
  // By its text: a search by role looks at every element of the form, which takes seconds here.
  const save = () => fireEvent.click(screen.getByText('保存').closest('button') ?? document.body)

  it('checks the credit code while typing and tells the right check digit', async () => {
    show('/accounts/7')
    await open()
    fireEvent.change(screen.getByLabelText('统一社会信用代码'), { target: { value: '91350100M000100Y44' } })
    await screen.findByText('校验码不对：最后一位是 4，按前 17 位应为 3，请核对全部字符')
    fireEvent.change(screen.getByLabelText('统一社会信用代码'), { target: { value: '91350100M000100Y43' } })
    await waitFor(() => expect(screen.queryByText(/校验码不对/)).toBeNull())
  })

  it('tells which customer has the typed name already, also as an alias, and never oneself', async () => {
    const hit = (id: number, name: string, match: object) => ({ id, code: `KH${id}`, name, tier: null, match })
    const search = vi.fn<(input: { text: string }) => object[]>(({ text }) => [
      hit(7, account.name, { kind: 'name', text }),
      hit(8, '锦裳服饰集团', { kind: 'alias', text: '锦裳（童装）' }),
      hit(9, '锦裳童装二店', { kind: 'name', text: '锦裳童装二店' }),
    ])
    show('/accounts/7', { search: search as never })
    const name = await open()
    fireEvent.change(name, { target: { value: '锦裳 童装' } })
    expect((await screen.findByText('锦裳服饰集团')).closest('[role=alert]')?.textContent).toBe(
      '已经有同名的客户： 锦裳服饰集团 KH8 ',
    )
    fireEvent.change(name, { target: { value: account.name } })
    await waitFor(() => expect(screen.queryByText('锦裳服饰集团')).toBeNull())
  })

  it('sends the version it was opened on', async () => {
    const update = vi.fn<Update>(() => Promise.resolve(account))
    show('/accounts/7', { update: update as never })
    const name = await open()
    fireEvent.change(name, { target: { value: '新名称' } })
    save()
    await waitFor(() => expect(update).toHaveBeenCalled())
    expect(update.mock.calls[0]?.[0]).toMatchObject({ id: 7, version: 3, account: { name: '新名称', creditDays: 30 } })
  })

  it('names what somebody else changed meanwhile; saving again is on purpose', async () => {
    const latest: AccountDetail = { ...account, version: 4, industry: '食品', creditDays: 60 }
    const get = vi.fn<() => AccountDetail>(() => latest).mockReturnValueOnce(account)
    const update = vi.fn<Update>(() => Promise.resolve(latest)).mockRejectedValueOnce(refusal('changed-meanwhile'))
    show('/accounts/7', { get: get as never, update: update as never })
    const name = await open()
    fireEvent.change(name, { target: { value: '新名称' } })
    save()
    await screen.findByText('保存前有人改过：行业、账期（天）')
    expect(name.value).toBe('新名称')
    save()
    await waitFor(() => expect(update).toHaveBeenCalledTimes(2))
    expect(update.mock.calls[1]?.[0]).toMatchObject({ version: 4, account: { name: '新名称', creditDays: 30 } })
  })
})
