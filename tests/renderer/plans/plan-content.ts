import { planContent, type PlanContent, type PlanDetail } from '#shared/contract/plans'
import { personRow } from '../people/person'

export const content = (change: Partial<PlanContent> = {}): PlanContent => ({ ...planContent.parse({}), ...change })

export const detail = (change: Partial<PlanDetail> = {}): PlanDetail => ({
  id: 3,
  accountId: 7,
  period: '2026H1',
  version: 2,
  updatedAt: '2026-03-01T02:00:00.000Z',
  content: content({
    profile: '小家电为主',
    walletFen: 3_000_000,
    competitors: [{ name: '顺达', share: 30, note: '' }],
    goals: [{ quarter: '2026Q1', pieces: 1000, revenueFen: 4_000_000, marginFen: null }],
    actions: [{ what: '拜访采购', owner: '王芳', due: '2026-02-01', status: 'doing' }],
  }),
  facts: {
    account: '沃格小家电',
    accountCode: 'KH000012',
    industry: '家电',
    manager: '王芳',
    tier: 'platinum',
    creditDays: 30,
    contacts: [personRow()],
    contactGaps: [{ code: 'no-decision-maker', severity: 'warning', params: {} }],
    months: [
      { month: '2026-01', pieces: 300, grams: 1, revenueFen: 1_000_000, marginFen: 100_000 },
      { month: '2026-02', pieces: 200, grams: 1, revenueFen: 500_000, marginFen: null },
      { month: '2026-04', pieces: 10, grams: 1, revenueFen: 70_000, marginFen: 7000 },
    ],
    lanes: [{ name: '广东', tickets: 82, revenueFen: 521_230, marginFen: null }],
    products: [{ product: '零担', tickets: 190, revenueFen: 921_230 }],
    sheets: [],
    averageRevenueFen: 1_200_000,
    walletShare: 0.4,
    actuals: [{ quarter: '2026Q1', pieces: 500, revenueFen: 1_500_000, marginFen: null }],
  },
  ...change,
})
