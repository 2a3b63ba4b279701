import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { PriceExplanation, QuoteInput } from '#shared/contract/pricing'
import Pricing from '../../../src/renderer/features/pricing/index'
import { refusal, renderScreen, type FakeApi } from '../support/screen'

const price: PriceExplanation = {
  sheet: '晨光 2026',
  sheetId: 3,
  version: 2,
  chosenBecause: '客户专用报价，有效期 2026-01-01 至 长期',
  zone: '二区',
  chargeableGrams: 2500,
  lines: [{ item: '二区，1以上 kg 段', formula: '12.6 + 2.1 × 3', fen: 1890 }],
  totalFen: 1890,
  netFen: 1783,
  taxFen: 107,
  reason: null,
}
const cost: PriceExplanation = { ...price, sheet: '成本 2026', totalFen: 1000, netFen: 1000, taxFen: 0 }

function open(quote: (input: QuoteInput) => unknown, more: FakeApi = {}, at = '/pricing/quote') {
  const asked = vi.fn<(input: QuoteInput) => unknown>(quote)
  const view = renderScreen(<Pricing />, {
    api: {
      pricing: { choices: () => ({ products: ['标快'] }), quote: asked, ...more.pricing },
      accounts: more.accounts,
    },
    at,
    path: 'pricing',
  })
  const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
  return { ...view, quoted: asked, type }
}

const told = { price, cost, marginFen: 783, ownElsewhere: [] }

describe('quote', () => {
  it('answers while typing: amount, sheet and why, cost and margin', async () => {
    const { quoted, type } = open(() => told)
    expect(screen.getByText('填写目的地和重量，马上给出价格')).toBeTruthy()
    type('目的地', '广东深圳')
    type('总重量', '２．３')
    expect(await screen.findByText('18.90', { selector: '.answer-total' })).toBeTruthy()
    expect(quoted).toHaveBeenCalledTimes(1)
    expect(quoted.mock.calls[0]?.[0]).toMatchObject({ to: '广东深圳', grams: 2300, pieces: 1, sheetId: null })
    expect(screen.getByText('不含税 17.83')).toBeTruthy()
    expect(screen.getByText('7.83')).toBeTruthy()
    expect(screen.getByText('43.9%')).toBeTruthy()
    expect(screen.getByRole('link', { name: '晨光 2026' }).getAttribute('href')).toBe('/pricing/3')
    const steps = screen.getByRole('table', { name: '价格怎样算出来' })
    expect(within(steps).getByText('12.6 + 2.1 × 3')).toBeTruthy()
  })

  it('asks at once on Enter, but not for the Enter that ends a composition', () => {
    const { quoted, type } = open(() => new Promise(() => undefined))
    type('目的地', '广东')
    type('总重量', '2')
    const field = screen.getByLabelText('总重量')
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 })
    expect(quoted).not.toHaveBeenCalled()
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 })
    return waitFor(() => expect(quoted).toHaveBeenCalledTimes(1), { timeout: 200 })
  })

  it('does not ask for half a word while an IME composes', async () => {
    const { quoted, type } = open(() => told)
    type('总重量', '2')
    const field = screen.getByLabelText('目的地')
    fireEvent.compositionStart(field)
    type('目的地', 'guang')
    await new Promise((done) => setTimeout(done, 400))
    expect(quoted).not.toHaveBeenCalled()
    type('目的地', '广东')
    fireEvent.compositionEnd(field)
    await waitFor(() => expect(quoted).toHaveBeenCalledTimes(1))
    expect(quoted.mock.calls[0]?.[0].to).toBe('广东')
  })

  it('marks what is wrong beside its field and asks nothing', async () => {
    const { quoted, type } = open(() => told)
    type('目的地', '广东')
    type('总重量', '两公斤')
    expect(screen.getByText('请输入数字，例如 1,234.5')).toBeTruthy()
    expect(await screen.findByText('请先改正左边标出的内容')).toBeTruthy()
    type('总重量', '2')
    type('长', '50')
    expect(screen.getByText('长、宽、高要填全，或都不填')).toBeTruthy()
    expect(quoted).not.toHaveBeenCalled()
  })

  it('says why there is no price and offers the places that may be meant', async () => {
    const none = { ...price, sheet: null, sheetId: null, lines: [], totalFen: null, netFen: null, taxFen: null }
    const { quoted, type } = open((input) =>
      input.to === '朝阳'
        ? {
            price: { ...none, reason: { code: 'ambiguous-place', text: '目的地“朝阳”有多个同名地方' } },
            cost: null,
            marginFen: null,
            ownElsewhere: [],
          }
        : told,
    )
    type('目的地', '朝阳')
    type('总重量', '2')
    expect(await screen.findByText(/有多个同名地方/)).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: '北京市朝阳区' }))
    expect(await screen.findByText('18.90', { selector: '.answer-total' })).toBeTruthy()
    expect(quoted.mock.calls.at(-1)?.[0].to).toBe('北京市朝阳区')
  })

  it('warns of a price below its cost; an unknown cost is no zero', async () => {
    const { type } = open((input) =>
      input.grams === 1000
        ? { price, cost, marginFen: -217, ownElsewhere: [] }
        : {
            price,
            cost: { ...cost, netFen: null, reason: { code: 'no-cost-sheet', text: '没有成本表' } },
            marginFen: null,
            ownElsewhere: [],
          },
    )
    type('目的地', '广东')
    type('总重量', '1')
    expect(await screen.findByText('低于成本：每票亏 2.17 元')).toBeTruthy()
    type('总重量', '2')
    await waitFor(() => expect(screen.getAllByText('未核算')).toHaveLength(2))
  })

  it('quotes with the sheet and the customer a link names, and copies the explanation', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const { quoted, type } = open(
      () => told,
      {
        pricing: { get: () => ({ id: 3, name: '晨光 2026', version: 2, status: 'draft', validFrom: '2026-01-01' }) },
        accounts: { get: () => ({ id: 4, code: 'KH000004', name: '晨光' }) },
      },
      '/pricing/quote?sheetId=3&accountId=4',
    )
    type('目的地', '广东')
    type('总重量', '2.3')
    await screen.findByText('18.90', { selector: '.answer-total' })
    fireEvent.click(screen.getByRole('button', { name: /复制说明/ }))
    expect(quoted.mock.calls[0]?.[0]).toMatchObject({ sheetId: 3, accountId: 4 })
    expect(copied.mock.calls[0]?.[0]).toContain('合计 18.90 元')
    expect(await screen.findByText('报价说明已复制')).toBeTruthy()
    copied.mockRestore()
  })

  it('shows a refusal with a way to try again', async () => {
    const { type } = open(() => Promise.reject(refusal('not-found')))
    type('目的地', '广东')
    type('总重量', '2')
    expect(await screen.findByText(/没有找到这条记录/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '重试' })).toBeTruthy()
  })
})
