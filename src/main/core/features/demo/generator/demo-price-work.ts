import type { QuotationContent, QuotationHead, QuotationPart } from '#shared/contract/quotations'
import { addMonths } from '#shared/domain/months'
import type { SheetForm } from '#shared/domain/rating/sheet-form'
import { rows } from './price-form-parts'

/** A sheet on its way to approval: what becomes of it, and what is said. */
export interface DemoReview {
  form: SheetForm
  step: 'submitted' | 'returned'
  note: string
  reason: string
}

/** One sheet waits for the manager, one came back; both begin after the story's last month. */
export function makeReviews(forms: readonly SheetForm[], lastMonth: string): DemoReview[] {
  const start = `${addMonths(lastMonth, 2)}-01`
  const next = (name: string, change: Readonly<Record<string, string>>): SheetForm[] =>
    forms
      .filter(({ info }) => info['报价名称'] === name)
      .slice(-1)
      .map((form) => ({ ...form, info: { ...form.info, 生效日期: start, ...change } }))
  const submitted = next('清和大药房标快价', { 折扣: '82折' }).map((form) => ({
    form,
    step: 'submitted' as const,
    note: '客户拿到同行报价，要求标快整体 82 折，承诺月票数翻倍（示例）',
    reason: '',
  }))
  const returned = next('墨香书苑图书专价', { 折扣: '7折' }).map((form) => ({
    form,
    step: 'returned' as const,
    note: '开学季图书促销（示例）',
    reason: '7 折后西北各省低于成本，请按 8 折以上重做，或只对江浙沪皖让利（示例）',
  }))
  return [...submitted, ...returned]
}

/** Prices of a competitor as a customer passed them on: to compare with, never to rate with. */
export function competitorForm(lastMonth: string): SheetForm {
  return {
    info: {
      报价名称: '同行标快报价（示例）',
      竞争对手: '某通快递（示例）',
      始发地: '浙江省杭州市',
      生效日期: `${addMonths(lastMonth, -3)}-01`,
      抛比: 8000,
      进位: '进1',
      税率: '6%',
      备注: '示例数据',
    },
    columns: ['0-1', '1-3', '3以上'],
    rows: rows(`
      浙江、江苏、上海、安徽 | 5.5 | 5.5+1.5 | +1.4
      新疆、西藏 | 20 | 20+15 | +14
      * | 8 | 8+3.6 | +3.3
    `),
  }
}

export interface DemoQuotation {
  /** Code of the customer; null: a prospect. */
  code: string | null
  head: Omit<QuotationHead, 'accountId' | 'validFrom' | 'validTo'>
  /** Names of the sheets whose prices are quoted. */
  sheets: readonly string[]
  typed: readonly QuotationPart[]
  estimate: QuotationContent['estimate']
  notes: string
  step: 'draft' | 'sent' | 'lost'
  reason: string
}

const lane: QuotationPart = {
  product: '专线',
  origin: '浙江省杭州市',
  note: '每日一班，次日到',
  source: null,
  info: { 进位: '进1', 抛比: '6000', 税率: '9%', 最低收费: '80' },
  columns: ['0-100', '100-500', '500以上'],
  rows: [
    { key: '广东广州', cells: ['×2.2', '×1.9', '×1.7'] },
    { key: '北京', cells: ['×2.4', '×2.1', '×1.9'] },
  ],
  zones: [],
  surcharges: [],
  tiers: [],
}

/** Three quotations: one being written, one at the customer, one that was lost. */
export function makeQuotations(codeOf: (name: string) => string | null): DemoQuotation[] {
  return [
    {
      code: null,
      head: { company: '杭州湖畔茶业有限公司（示例）', contact: '沈清（示例）', phone: '13800009001' },
      sheets: ['特惠标准价'],
      typed: [],
      estimate: [
        { part: 0, to: '上海', grams: 800, tickets: 600 },
        { part: 0, to: '北京', grams: 1200, tickets: 220 },
      ],
      notes: '首月免面单费（示例）',
      step: 'draft',
      reason: '',
    },
    {
      code: codeOf('清和大药房'),
      head: { company: '清和大药房（示例）', contact: '周敏（示例）', phone: '13800009002' },
      sheets: ['标快标准价'],
      typed: [lane],
      estimate: [
        { part: 0, to: '江苏南京', grams: 1600, tickets: 900 },
        { part: 0, to: '广东深圳', grams: 2400, tickets: 350 },
        { part: 1, to: '广东广州', grams: 180_000, tickets: 12 },
      ],
      notes: '',
      step: 'sent',
      reason: '',
    },
    {
      code: null,
      head: { company: '宁波海曙文具批发部（示例）', contact: '郑浩（示例）', phone: '13800009003' },
      sheets: ['特惠标准价'],
      typed: [],
      estimate: [{ part: 0, to: '四川成都', grams: 2000, tickets: 400 }],
      notes: '',
      step: 'lost',
      reason: '同行报价低约 8%，且可代存货（示例）',
    },
  ]
}
