import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { QuoteLinesAnswer } from '#shared/contract/quote-lines'
import Pricing from '../../../src/renderer/features/pricing/index'
import { renderScreen, type FakeApi } from '../support/screen'

const line = (row: number, to: string) => ({
  row,
  label: '',
  to,
  from: '',
  grams: 2500,
  size: null,
  pieces: 1,
  declaredFen: null,
  codFen: null,
  product: '',
})

const read = {
  lines: [line(1, '上海'), line(2, '乌有乡')],
  problems: [{ row: 2, text: '“x”不是数字' }],
  headed: false,
  left: 3,
}

const answer: QuoteLinesAnswer = {
  ownElsewhere: [{ sheetId: 9, sheet: '专享特惠', product: '特惠' }],
  lines: [
    {
      row: 1,
      zone: '一区',
      chargeableGrams: 2500,
      sheet: '专享',
      sheetId: 7,
      level: 'account',
      how: '运费 4 + 1 × 2',
      own: { fen: 600, reason: null },
      general: { fen: 900, reason: null },
      competitor: null,
      costFen: 500,
      marginFen: 100,
    },
    {
      row: 2,
      zone: null,
      chargeableGrams: null,
      sheet: null,
      sheetId: null,
      level: null,
      how: '',
      own: { fen: null, reason: '认不出目的地“乌有乡”' },
      general: { fen: null, reason: '认不出目的地“乌有乡”' },
      competitor: null,
      costFen: null,
      marginFen: null,
    },
  ],
  sums: {
    own: { fen: 600, missing: 1 },
    general: { fen: 900, missing: 1 },
    competitor: null,
    cost: { fen: 500, missing: 1 },
    margin: { fen: 100, missing: 1 },
    marginNetFen: 600,
    againstGeneral: { ownFen: 600, otherFen: 900, lines: 1 },
    againstCompetitor: null,
  },
}

function open(pricing: FakeApi['pricing'] = {}) {
  return renderScreen(<Pricing />, {
    api: {
      pricing: {
        choices: () => ({ products: ['标快'] }),
        competitors: () => ({ rows: [] }),
        readQuoteLines: () => read,
        quoteLines: () => answer,
        ...pricing,
      },
    },
    at: '/pricing/quote/lines',
    path: 'pricing',
  })
}

const price = () => {
  fireEvent.change(screen.getByLabelText('粘贴运单'), { target: { value: '上海 2.5' } })
  fireEvent.click(screen.getByRole('button', { name: /计算/ }))
}

describe('many tickets', () => {
  it('shows sums, each line, and why one has no price', async () => {
    const quoteLines = vi.fn<(input: { lines: unknown[] }) => object>(() => answer)
    open({ quoteLines })
    price()
    const sums = within(await screen.findByTestId('lines-sums'))
    expect(sums.getByText('6.00')).toBeTruthy()
    expect(sums.getByText('-33.3%（1 行可比）')).toBeTruthy()
    expect(screen.getByText('“x”不是数字')).toBeTruthy()
    expect(screen.getByText(/“专享特惠”（特惠）/)).toBeTruthy()
    expect(screen.getByText('认不出目的地“乌有乡”')).toBeTruthy()
    expect(screen.getByText(/其余 3 行没有计算/)).toBeTruthy()
    expect(quoteLines.mock.calls[0]?.[0].lines).toHaveLength(2)
  })

  it('shows neither cost nor margin where the core tells none', async () => {
    const bare = { ...answer, sums: { ...answer.sums, cost: null, margin: null } }
    open({ quoteLines: () => bare })
    price()
    await screen.findByTestId('lines-sums')
    expect(screen.queryByRole('columnheader', { name: '成本' })).toBeNull()
    expect(screen.queryByRole('columnheader', { name: '毛利' })).toBeNull()
  })

  it('can show only the lines with problems', async () => {
    open()
    price()
    const table = await screen.findByRole('table', { name: '多票报价' })
    expect(within(table).getAllByRole('row')).toHaveLength(3)
    fireEvent.click(screen.getByText(/只看有问题的 1/))
    expect(within(table).getAllByRole('row')).toHaveLength(2)
  })

  it('says what went wrong with a file', async () => {
    open({
      readQuoteLines: () => {
        throw Object.assign(new Error('x'), {
          code: 'REFUSED',
          data: { code: 'file-empty', params: { file: 'a.csv' } },
        })
      },
    })
    price()
    expect(await screen.findByText('文件“a.csv”里没有数据。')).toBeTruthy()
  })
})
