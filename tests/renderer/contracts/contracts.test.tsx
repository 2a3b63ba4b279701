import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { ContractDetail, ContractRow, FulfilmentReport } from '#shared/contract/contracts'
import { formOf, inputOf, newForm, readClock } from '../../../src/renderer/features/contracts/contract-form'
import Contracts from '../../../src/renderer/features/contracts/index'
import { refusal, renderScreen, type FakeApi } from '../support/screen'

const promise = {
  key: 'on-time',
  kind: 'on-time' as const,
  name: '签收及时率',
  measure: '按时签收 ÷ 应签收',
  direction: 'least' as const,
  target: 98_000,
  unit: '%',
  from: null,
  to: null,
}

const detail: ContractDetail = {
  id: 7,
  uid: 'u7',
  version: 2,
  number: 'HT2026110001',
  accountId: 3,
  accountCode: 'KH3',
  account: '杭州云帆服饰有限公司',
  title: '2026 年度快递服务合同',
  parties: [
    { side: 'ours', name: '测试营业部' },
    { side: 'customer', name: '杭州云帆服饰有限公司' },
  ],
  manager: '王芳',
  signedOn: '2025-12-20',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  status: 'expiring',
  endsOn: '2026-12-31',
  daysLeft: 20,
  prolonged: 0,
  noticeBy: null,
  products: ['标快'],
  sheets: [{ id: 5, name: '华东标快 2026' }],
  creditDays: 30,
  creditLimitFen: 5_000_000,
  billingDay: 31,
  promises: [promise],
  minimum: { unit: 'grams', amount: 1_500_000, period: 'month' },
  coversGroup: false,
  depositFen: 1_000_000,
  depositDueOn: '2026-12-01',
  depositReceivedOn: null,
  renewMonths: null,
  noticeDays: null,
  note: '',
  terminatedOn: null,
  terminationReason: '',
  predecessor: null,
  successor: null,
  archive: { creditDays: 45, creditLimitFen: null },
  reviews: [],
  createdAt: '2025-12-20T02:00:00.000Z',
  updatedAt: '2025-12-20T02:00:00.000Z',
  removed: false,
}

const row: ContractRow = {
  ...detail,
  products: '标快',
  status: 'expired',
  daysLeft: -3,
  successor: { id: 8, number: 'HT2026110002' },
}

const counts = { in30: 1, in60: 2, in90: 3, expired: 4, active: 9, draft: 0 }

const report: FulfilmentReport = {
  contractId: 7,
  year: 2026,
  years: [2026],
  months: ['2026-09', '2026-10'],
  minimum: {
    terms: { unit: 'grams', amount: 1_500_000, period: 'month' },
    months: [
      { month: '2026-09', actual: 1_600_000, counted: 1_600_000, required: 1_500_000, shortfall: 0, state: 'met' },
      { month: '2026-10', actual: 900_000, counted: 900_000, required: 1_500_000, shortfall: 600_000, state: 'missed' },
    ],
  },
  promises: [
    {
      promise,
      months: [
        { month: '2026-09', value: 97_500, note: '', kept: false },
        { month: '2026-10', value: null, note: '', kept: null },
      ],
    },
  ],
  claims: [
    { month: '2026-09', count: 2, fen: 12_000 },
    { month: '2026-10', count: 0, fen: 0 },
  ],
  credit: { days: { contract: 30, archive: 45 }, limitFen: { contract: null, archive: null } },
}

const choices = () => ({ managers: ['王芳'], ourName: '测试营业部', user: '王芳' })

function open(at: string, contracts: FakeApi['contracts'] = {}, permissions?: string[]) {
  return renderScreen(<Contracts />, {
    api: { contracts: { get: () => detail, choices, ...contracts }, accounts: { search: () => [] } },
    at,
    path: 'contracts',
    ...(permissions && { book: { permissions: permissions as never } }),
  })
}

describe('contracts', () => {
  const list = vi.fn<(input: unknown) => unknown>(() => ({
    rows: [row],
    total: 1,
    counts,
    sums: { depositFen: 0, creditLimitFen: 5_000_000 },
  }))

  it('lists standing, days past and what follows; a count filters and a second click takes that off', async () => {
    const { address } = open('/contracts', { list })
    const line = (await screen.findByText('HT2026110001')).closest('tr') as HTMLElement
    for (const text of ['杭州云帆服饰有限公司', '已到期', '已过期 3 天', 'HT2026110002', '每月 1,500 公斤'])
      expect(within(line).getByText(text)).toBeTruthy()
    const within60 = screen.getByRole('button', { name: /60 天内到期/ })
    expect(within60.textContent).toContain('2')
    fireEvent.click(within60)
    await waitFor(() => expect(address()).toBe('/contracts?ending=60'))
    await waitFor(() => expect(list.mock.lastCall?.[0]).toMatchObject({ filter: { ending: '60' } }))
    fireEvent.click(within60)
    await waitFor(() => expect(address()).toBe('/contracts'))
  })

  it('an address with an unknown filter asks without it', async () => {
    open('/contracts?status=nonsense', { list })
    await screen.findByText('HT2026110001')
    expect(list.mock.lastCall?.[0]).toMatchObject({ filter: { status: undefined } })
  })

  it('shows what is agreed, and where the archive says otherwise', async () => {
    open('/contracts/7')
    await screen.findByText('每月最后一天')
    for (const text of [
      '≥ 98%',
      '每月 1,500 公斤',
      '30 天（客户档案：45 天）',
      '华东标快 2026',
      '不自动续期',
      '还剩 20 天',
    ])
      expect(screen.getByText(text)).toBeTruthy()
    expect(screen.getByText('押金 10,000.00 元尚未收到。')).toBeTruthy()
  })

  it('who may only read finds no buttons that write', async () => {
    open('/contracts/7', {}, ['contracts.read'])
    await screen.findByText('每月最后一天')
    expect(screen.queryByText('续签')).toBeNull()
    expect(screen.getByText('打印 PDF')).toBeTruthy()
  })

  it('holds months against promises, and takes a measured value', async () => {
    const measure = vi.fn<(input: unknown) => unknown>(() => ({}))
    open('/contracts/7?tab=fulfilment', { fulfilment: () => report, measure })
    await screen.findByText('差 600')
    expect(screen.getByText('97.5%')).toBeTruthy()
    expect(screen.getByText('2 笔')).toBeTruthy()
    expect(screen.getByText('档案为 45 天')).toBeTruthy()
    fireEvent.click(screen.getByText('填写 签收及时率 2026-10'))
    fireEvent.change(await screen.findByLabelText('实际值'), { target: { value: '98.6' } })
    fireEvent.submit(document.querySelector('.measure-form') as HTMLFormElement)
    await waitFor(() =>
      expect(measure.mock.lastCall?.[0]).toEqual({
        contractId: 7,
        month: '2026-10',
        key: 'on-time',
        value: 98_600,
        note: '',
      }),
    )
  })

  it('says what the core refused', async () => {
    open('/contracts/7', {
      get: () => {
        throw refusal('not-found')
      },
    })
    expect(await screen.findByText(/没有找到这条记录/)).toBeTruthy()
  })
})

describe('the form', () => {
  it('gives back what it was given', () => {
    const { number, accountId, title } = detail
    expect(inputOf(formOf(detail))).toMatchObject({
      number,
      accountId,
      title,
      sheets: detail.sheets,
      promises: detail.promises,
      minimum: detail.minimum,
    })
  })

  it('keeps a window only for a pick-up and no minimum without an amount', () => {
    const form = newForm('我方', '王芳', '2026-11-22', null)
    const pickup = { ...promise, kind: 'pickup' as const, from: '9:00', to: '１８：３０' }
    const input = inputOf({ ...form, minimumUnit: 'fen', promises: [pickup, { ...promise, from: '9:00', to: '' }] })
    expect(input.promises.map(({ from, to }) => [from, to])).toEqual([
      ['09:00', '18:30'],
      [null, null],
    ])
    expect(input.minimum).toBeNull()
  })

  it.each([
    ['9:00', '09:00'],
    ['0930', '09:30'],
    ['23：59', '23:59'],
    ['24:00', null],
    ['9', null],
    ['', null],
  ])('reads %s as %s', (text, expected) => {
    expect(readClock(text)).toBe(expected)
  })
})
