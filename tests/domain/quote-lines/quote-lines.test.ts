import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuoteLines } from '#shared/domain/quote-lines/read-quote-lines'
import { splitText } from '#shared/domain/quote-lines/split-text'

const read = (text: string) => readQuoteLines(splitText(text))
const first = (text: string) => read(text).lines[0]

describe('lines to be priced', () => {
  it.each([
    ['上海 2.5', { to: '上海', grams: 2500, pieces: 1, size: null }],
    ['广东 深圳 2.5', { to: '广东 深圳', grams: 2500 }],
    ['广东深圳,2.5,30*20*10,3', { to: '广东深圳', grams: 2500, size: { l: 300, w: 200, h: 100 }, pieces: 3 }],
    ['2.5kg\t上海\t3件\t30×20×10\t保价1000', { to: '上海', grams: 2500, pieces: 3, declaredFen: 100_000 }],
    ['上海 2.5 30 x 20 x 10 2', { grams: 2500, size: { l: 300, w: 200, h: 100 }, pieces: 2 }],
    ['上海 2.5 30 20 10', { grams: 2500, size: { l: 300, w: 200, h: 100 }, pieces: 1 }],
    ['上海 2.5 30 20 10 4 800', { pieces: 4, declaredFen: 80_000, size: { l: 300, w: 200, h: 100 } }],
    ['杭州→上海 800g', { from: '杭州', to: '上海', grams: 800 }],
    ['杭州到上海，1.2公斤，代收500', { from: '杭州', to: '上海', grams: 1200, codFen: 50_000 }],
    ['上海 1,200', { to: '上海', grams: 1_200_000 }],
    ['上海；２．５；３件', { to: '上海', grams: 2500, pieces: 3 }],
    ['上海 2.5kg 3', { grams: 2500, pieces: 3 }],
    ['上海 3斤', { grams: 1500 }],
  ])('reads %j', (text, expected) => {
    expect(first(text)).toMatchObject(expected)
    expect(read(text).problems).toEqual([])
  })

  it('finds the header in whatever order its columns stand, with its units', () => {
    const { lines, headed } = read(
      '运单号\t重量(g)\t件数\t目的地\t长\t宽\t高\n0012\t800\t2\t上海\t30\t20\t10\n合计\t800',
    )
    expect(headed).toBe(true)
    expect(lines).toEqual([
      {
        row: 2,
        label: '0012',
        to: '上海',
        from: '',
        grams: 800,
        size: { l: 300, w: 200, h: 100 },
        pieces: 2,
        declaredFen: null,
        codFen: null,
        product: '',
      },
    ])
  })

  it('joins province, city and district', () => {
    expect(first('省份,城市,区县,重量\n广东省,深圳市,南山区,1')).toMatchObject({ to: '广东省 深圳市 南山区' })
  })

  it('keeps a line of which something cannot be read, and says what; the others are whole', () => {
    const { lines, problems } = read('目的地\t重量\t件数\n上海\tabc\t2\n北京\t3\t-1\n\n天津\t4\t1')
    expect(lines.map(({ row, to, grams }) => [row, to, grams])).toEqual([
      [2, '上海', null],
      [3, '北京', 3000],
      [5, '天津', 4000],
    ])
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'notANumber'],
      [3, 'outOfRange'],
    ])
  })

  it('says which figure of a line has no meaning', () => {
    expect(read('上海 1 2 3 4 5 6 7').problems.map(({ code }) => code)).toContain('tooManyFigures')
  })

  it('has one line for every filled line of text, in order, whatever it holds', () => {
    const cell = fc.stringMatching(/^[^\s,，;；|]{1,8}$/)
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 20 }), (rows) => {
        const { lines, headed } = read(rows.map((cells) => cells.join('\t')).join('\n'))
        if (headed) return
        const rowNumbers = lines.map(({ row }) => row)
        expect(rowNumbers).toEqual([...rowNumbers].sort((a, b) => a - b))
        expect(lines.length).toBeLessThanOrEqual(rows.length)
      }),
    )
  })
})
