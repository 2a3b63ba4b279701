import type { QuotationContent, QuotationHead, QuotationPart } from '#shared/contract/quotations'

/** Prices typed by hand. */
export const typed: QuotationPart = {
  product: '标快',
  origin: '',
  note: '',
  source: null,
  info: { 进位: '进1', 抛比: '8000', 税率: '6%' },
  columns: ['0-1', '1以上'],
  rows: [
    { key: '上海', cells: ['5', '5+2'] },
    { key: '*', cells: ['8', '-'] },
  ],
  zones: [],
  surcharges: [{ item: '保价', kind: '比例', value: '0.5%' }],
  tiers: [],
}

export const content = (change: Partial<QuotationContent> = {}): QuotationContent => ({
  parts: [typed],
  estimate: [
    { part: 0, to: '上海', grams: 2500, tickets: 1000 },
    { part: 0, to: '成都', grams: 800, tickets: 10 },
  ],
  paymentTerms: '月结 30 天',
  serviceTerms: '当日揽收',
  notes: '',
  ...change,
})

export const head = (change: Partial<QuotationHead> = {}): QuotationHead => ({
  accountId: null,
  company: '杭州新客贸易有限公司',
  contact: '王敏',
  phone: '13800138000',
  validFrom: '2026-11-22',
  validTo: '2026-12-21',
  ...change,
})
