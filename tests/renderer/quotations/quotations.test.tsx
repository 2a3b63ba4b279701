import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { QuotationDetail } from '#shared/contract/quotations'
import Quotations from '../../../src/renderer/features/quotations/index'
import {
  tableOfPart,
  typedPart,
  withoutPart,
  withTable,
} from '../../../src/renderer/features/quotations/quotation-draft'
import { renderScreen, type FakeApi } from '../support/screen'

const detail: QuotationDetail = {
  id: 7,
  uid: 'u',
  version: 3,
  number: 'BJ2026110001',
  revision: 1,
  state: 'draft',
  accountId: null,
  company: '杭州新客贸易有限公司',
  contact: '王敏',
  products: '标快',
  parts: 1,
  validFrom: '2026-11-22',
  validTo: '2026-12-21',
  totalFen: 900_000,
  lostReason: '',
  owner: 'tester',
  sentAt: null,
  updatedAt: '2026-11-22T02:00:00.000Z',
  head: {
    accountId: null,
    company: '杭州新客贸易有限公司',
    contact: '王敏',
    phone: '',
    validFrom: '2026-11-22',
    validTo: '2026-12-21',
  },
  content: {
    parts: [{ ...typedPart(), product: '标快', columns: ['0-1'], rows: [{ key: '上海', cells: ['5'] }] }],
    estimate: [{ part: 0, to: '上海', grams: 1000, tickets: 1800 }],
    paymentTerms: '月结',
    serviceTerms: '',
    notes: '',
  },
  partNotes: [{ problems: ['最后一段没有上限'], terms: ['不足 1 kg 的部分按 1 kg 计。'] }],
  estimate: [
    {
      part: 0,
      to: '上海',
      grams: 1000,
      tickets: 1800,
      unitFen: 500,
      grossFen: 900_000,
      netFen: 849_057,
      taxFen: 50_943,
      zone: '上海',
      chargeableGrams: 1000,
      reason: null,
    },
  ],
  sum: { grossFen: 900_000, netFen: 849_057, taxFen: 50_943, taxed: true, words: '玖仟元整', tickets: 1800 },
  sheets: [],
  versions: [{ id: 7, revision: 1, state: 'draft', updatedAt: '2026-11-22T02:00:00.000Z' }],
}

function open(at: string, quotations: FakeApi['quotations'] = {}) {
  return renderScreen(<Quotations />, {
    api: {
      quotations: { get: () => detail, choices: () => ({ months: [], owners: [] }), ...quotations },
      accounts: { search: () => [] },
    },
    at,
    path: 'quotations',
  })
}

describe('quotations', () => {
  it('lists number, customer, state, validity and the sum of the estimates', async () => {
    open('/quotations', { list: () => ({ rows: [detail], total: 1, sums: { totalFen: 900_000, estimated: 1 } }) })
    const row = (await screen.findByText('BJ2026110001')).closest('tr') as HTMLElement
    expect(within(row).getByText('杭州新客贸易有限公司')).toBeTruthy()
    expect(within(row).getByText('草稿')).toBeTruthy()
    expect(within(row).getByText('9,000.00')).toBeTruthy()
    expect(screen.getByText('月估算合计 9,000.00 元（1 份）')).toBeTruthy()
  })

  it('shows the amount in words, tax, terms and what keeps it from being sent', async () => {
    open('/quotations/7')
    const sum = within(await screen.findByTestId('quotation-sum'))
    expect(sum.getByText('玖仟元整')).toBeTruthy()
    expect(sum.getByText('8,490.57')).toBeTruthy()
    expect(screen.getByText('最后一段没有上限')).toBeTruthy()
    expect(screen.getByText('不足 1 kg 的部分按 1 kg 计。')).toBeTruthy()
  })

  it('saves what was changed, on the version it was opened on', async () => {
    const save = vi.fn<(input: unknown) => object>(() => ({ ...detail, version: 4 }))
    open('/quotations/7', { save })
    fireEvent.change(await screen.findByLabelText('联系人'), { target: { value: '李静' } })
    // What is printed is what is saved.
    expect(screen.getByText('打印 PDF').closest('button')).toHaveProperty('disabled', true)
    fireEvent.click(screen.getByText('保存'))
    await waitFor(() => expect(save.mock.calls[0]?.[0]).toMatchObject({ id: 7, version: 3, head: { contact: '李静' } }))
  })

  it('is not saved without a name', async () => {
    const create = vi.fn<(input: unknown) => object>(() => detail)
    open('/quotations/new', { create })
    const save = await screen.findByRole('button', { name: /保存/ })
    // Nothing is held against a form nobody has written in.
    expect(screen.queryByText('必填')).toBeNull()
    fireEvent.click(save)
    expect(await screen.findByText('必填')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('客户名称'), { target: { value: '某公司' } })
    expect(screen.queryByText('必填')).toBeNull()
    fireEvent.change(screen.getByLabelText('客户名称'), { target: { value: '' } })
    expect(screen.getByText('必填')).toBeTruthy()
    fireEvent.click(save)
    expect(create).not.toHaveBeenCalled()
  })

  it('is saved by Ctrl+S wherever the focus is', async () => {
    const create = vi.fn<(input: unknown) => object>(() => detail)
    open('/quotations/new', { create })
    fireEvent.change(await screen.findByLabelText('客户名称'), { target: { value: '某公司' } })
    fireEvent.keyDown(document.body, { key: 's', ctrlKey: true })
    await waitFor(() => expect(create.mock.calls[0]?.[0]).toMatchObject({ head: { company: '某公司' } }))
  })

  it('asks for whom it is won; a prospect gets an account', async () => {
    const win = vi.fn<(input: unknown) => object>(() => ({ ...detail, state: 'won', sheets: [{ id: 1, name: 'x' }] }))
    open('/quotations/7', { get: () => ({ ...detail, state: 'sent', sentAt: '2026-11-22T02:00:00.000Z' }), win })
    fireEvent.click(await screen.findByRole('button', { name: /^成\s*交$/ }))
    fireEvent.click(await screen.findByRole('button', { name: '生成草稿' }))
    await waitFor(() => expect(win.mock.calls[0]?.[0]).toMatchObject({ id: 7, version: 3, customer: { open: true } }))
  })

  it('cannot be edited once it was sent', async () => {
    open('/quotations/7', { get: () => ({ ...detail, state: 'sent', sentAt: '2026-11-22T02:00:00.000Z' }) })
    expect(await screen.findByLabelText('联系人')).toHaveProperty('readOnly', true)
    expect(screen.queryByRole('button', { name: /保存/ })).toBeNull()
    expect(screen.queryByRole('button', { name: '从价格表加入' })).toBeNull()
  })
})

describe('the form of a quotation', () => {
  it('is the same prices as a grid and back', () => {
    const part = { ...typedPart(), columns: ['0-1', '1以上'], rows: [{ key: '上海', cells: ['5', '5+2'] }] }
    expect(withTable(part, tableOfPart(part))).toEqual(part)
  })

  it('loses the estimate of a part with the part, and renumbers the others', () => {
    const line = { to: '上海', grams: 1, tickets: 1 }
    const content = {
      ...detail.content,
      parts: [typedPart(), typedPart(), typedPart()],
      estimate: [
        { ...line, part: 0 },
        { ...line, part: 1 },
        { ...line, part: 2 },
      ],
    }
    expect(withoutPart(content, 1).estimate.map(({ part }) => part)).toEqual([0, 1])
  })
})
