import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { type CreditHealth, financialYearInput } from '#shared/contract/credit'
import { defaultCreditRule as rule } from '#shared/domain/credit/credit-rule'
import { fiveFigures } from '#shared/domain/credit/five-figures'
import { rateYear } from '#shared/domain/credit/rating'
import { suggestCredit } from '#shared/domain/credit/suggestion'
import { CreditTab } from '../../../src/renderer/features/credit/credit-tab'
import { renderScreen, type FakeApi } from '../support/screen'

function health(): CreditHealth {
  const input = financialYearInput.parse({
    year: 2025,
    currentAssetsFen: 500_000_000,
    currentLiabilitiesFen: 0,
    revenueFen: 2_000_000_000,
    netProfitFen: 160_000_000,
    averageAssetsFen: 1_600_000_000,
    receivablesFen: 200_000_000,
  })
  const figures = fiveFigures(input, rule)
  const rating = rateYear(figures, input.netProfitFen, rule)
  const bills = { from: '2025-03', to: '2026-02', sumFen: 12_000_000, months: 12 }
  const suggestion = suggestCredit(rating, bills, rule)
  return {
    years: [{ ...input, id: 4, version: 1, updatedAt: '', figures, rating, suggestion }],
    records: [],
    rule,
    current: { version: 9, creditDays: 30, creditLimitFen: 1_000_000 },
  }
}

function show(more: FakeApi['credit'] = {}, accounts: FakeApi['accounts'] = {}) {
  return renderScreen(<CreditTab accountId={7} mayWrite />, {
    at: '/accounts',
    path: 'accounts',
    api: { credit: { get: health, ...more }, accounts },
  })
}

describe('financial health', () => {
  it('shows every formula with its numbers, and why there is no figure', async () => {
    show()
    expect(await screen.findByText('净利润 1,600,000.00 ÷ 营业收入 20,000,000.00 = 8.00%')).toBeTruthy()
    expect(screen.getByText('应收账款（年末） 2,000,000.00 ÷ 营业收入 20,000,000.00 × 365 天 = 36.5 天')).toBeTruthy()
    expect(screen.getByText('流动负债（年末）为零，不能作除数')).toBeTruthy()
    expect(screen.getByText('没有填写：平均存货、营业成本')).toBeTruthy()
    expect(screen.getByText('额度 = 10,000.00 ×（2 + 1）× 系数 1.2 = 36,000.00')).toBeTruthy()
  })

  it('takes a suggestion over with the account’s version, and puts it back on 撤销', async () => {
    const takeOver = vi.fn<(input: unknown) => object>(() => ({ limitFen: 36_000_000, creditDays: 60 }))
    const update = vi.fn<(input: { version: number; account: object }) => object>(() => ({}))
    show(
      { takeOver: takeOver as never },
      { get: () => ({ id: 7, version: 10, name: '云栖' }), update: update as never },
    )
    fireEvent.click(await screen.findByRole('button', { name: '采用到档案' }))
    await screen.findByText('已写入档案：额度 360,000.00 元，账期 60 天')
    expect(takeOver.mock.calls[0]?.[0]).toEqual({ accountId: 7, version: 9, yearId: 4 })
    fireEvent.click(screen.getByRole('button', { name: '撤销' }))
    await waitFor(() =>
      expect(update.mock.calls[0]?.[0]).toMatchObject({
        version: 10,
        account: { name: '云栖', creditDays: 30, creditLimitFen: 1_000_000 },
      }),
    )
  })

  it('says what to do first where there are no figures', async () => {
    show({ get: () => ({ ...health(), years: [] }) })
    expect(await screen.findByText('还没有财务数据')).toBeTruthy()
    expect(screen.getByRole('button', { name: /录入年度数据/ })).toBeTruthy()
  })
})
