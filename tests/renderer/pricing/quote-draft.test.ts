import { describe, expect, it } from 'vitest'
import type { PriceExplanation } from '#shared/contract/pricing'
import { quoteInput } from '#shared/contract/pricing'
import { translate, type WordKey } from '#shared/i18n/index'
import {
  emptyQuote,
  faultsOf,
  requestOf,
  type QuoteDraft,
} from '../../../src/renderer/features/pricing/quote/quote-draft'
import { quoteText } from '../../../src/renderer/features/pricing/quote/quote-text'
import type { Words } from '../../../src/renderer/i18n'

const draft = (change: Partial<QuoteDraft> = {}): QuoteDraft => ({
  ...emptyQuote('2026-03-05'),
  to: '广东深圳',
  grams: 2300,
  ...change,
})

describe('what a quote asks for', () => {
  it('needs destination and weight, nothing else', () => {
    expect(requestOf(draft({ to: '  ' }), 'en')).toBeNull()
    expect(requestOf(draft({ grams: null }), 'en')).toBeNull()
    expect(requestOf(draft({ to: ' 广东深圳 ' }), 'zh-CN')).toEqual({
      to: '广东深圳',
      from: '',
      grams: 2300,
      pieces: 1,
      size: null,
      declaredFen: null,
      codFen: null,
      accountId: null,
      sheetId: null,
      product: '',
      date: '2026-03-05',
      locale: 'zh-CN',
    })
  })

  it.each<[string, Partial<QuoteDraft>, string]>([
    ['text for a weight', { grams: Number.NaN }, 'grams'],
    ['negative weight', { grams: -1 }, 'grams'],
    ['no piece', { pieces: 0 }, 'pieces'],
    ['too many pieces', { pieces: 100_001 }, 'pieces'],
    ['a side of nothing', { length: 0, width: 10, height: 10 }, 'length'],
    ['half a size', { length: 500 }, 'size'],
    ['negative value', { declaredFen: -1 }, 'declaredFen'],
    ['text for the cash', { codFen: Number.NaN }, 'codFen'],
  ])('%s is marked and not asked', (_name, change, field) => {
    expect(Object.keys(faultsOf(draft(change)))).toContain(field)
    expect(requestOf(draft(change), 'zh-CN')).toBeNull()
  })

  it('sends nothing the contract would refuse', () => {
    const full = draft({ length: 500, width: 400, height: 1, pieces: 100_000, declaredFen: 0, codFen: 1, accountId: 4 })
    const request = requestOf(full, 'en')
    expect(request).toMatchObject({ size: { l: 500, w: 400, h: 1 } })
    expect(quoteInput.safeParse(request).success).toBe(true)
  })
})

describe('the explanation as text', () => {
  const t: Words = (key: WordKey, params) => translate('zh-CN', key, params)
  const price: PriceExplanation = {
    sheet: '晨光 2026',
    sheetId: 3,
    version: 2,
    chosenBecause: '客户专用报价',
    zone: '二区',
    chargeableGrams: 2500,
    lines: [{ item: '二区，1以上 kg 段', formula: '12.6 + 2.1 × 3', fen: 1890 }],
    totalFen: 1890,
    netFen: 1783,
    taxFen: 107,
    reason: null,
  }
  const asked = requestOf(draft(), 'zh-CN')

  it('tells what was asked, why this price and each step', () => {
    expect(asked && quoteText(t, asked, price)).toBe(
      [
        '报价：发往 广东深圳，2.3 kg，1 件，2026-03-05',
        '依据：晨光 2026第 2 版，客户专用报价',
        '分区 二区，计费重 2.5 kg',
        '- 二区，1以上 kg 段　12.6 + 2.1 × 3　18.90',
        '合计 18.90 元（含税）',
      ].join('\n'),
    )
  })

  it('says why where there is no price', () => {
    const none = { ...price, totalFen: null, lines: [], zone: null, reason: { code: 'not-served', text: '不派送' } }
    expect(asked && quoteText(t, asked, none).split('\n').at(-1)).toBe('不派送')
  })
})
