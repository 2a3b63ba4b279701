import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDate, settleDateOrder, type DateOrder } from '#shared/domain/import/parse-date'
import type { CellValue } from '#shared/domain/import/raw-row'

describe('dates', () => {
  it.each<CellValue>([
    { date: '2025-03-01' },
    { date: '2025-03-01', time: '23:59:59' },
    45717,
    45717.75,
    '45717',
    20250301,
    20250301123000,
    '20250301',
    '20250301123000',
    '20250301 12:30:00',
    '250301',
    '2025-03-01',
    '2025-3-1',
    '2025.03.01',
    '2025/3/1',
    '２０２５－０３－０１',
    '2025年3月1日',
    '2025年03月01日 08:30',
    '2025 年 3 月 1 日',
    '25年3月1日',
    '2025-03-01 08:30:15',
    '2025-03-01 08:30:15.123',
    '2025-03-01T08:30:15',
    '2025/3/1 0:00',
    '2025-03-01 下午 3:20',
    '2025-03-01 3:20 PM',
    '2025-03-01 星期六',
    '2025-03-01(周六)',
    '2025-02-28T16:30:00Z',
    '2025-03-01T08:30:00+08:00',
    '1-Mar-2025',
    '01-Mar-25',
    'Mar 1, 2025',
    "'2025-03-01",
  ])('%j is 1 March 2025', (cell) => {
    expect(parseDate(cell)).toEqual({ ok: true, value: '2025-03-01' })
  })

  it.each<[CellValue, string]>([
    ['03/15/2025', '2025-03-15'],
    ['15/03/2025', '2025-03-15'],
    ['15.03.2025', '2025-03-15'],
    ['03/03/2025', '2025-03-03'],
    ['25-03-05', '2025-03-05'],
    ['2024-02-29', '2024-02-29'],
  ])('%j shows by itself what is day and month: %s', (cell, day) => {
    expect(parseDate(cell)).toEqual({ ok: true, value: day })
  })

  it.each<[CellValue, string]>([
    ['03/04/2025', 'ambiguousDate'],
    ['25-03-24', 'ambiguousDate'],
    ['2025-02-30', 'noSuchDay'],
    ['2025-13-01', 'noSuchDay'],
    ['20251301', 'noSuchDay'],
    ['2025年3月', 'notADate'],
    ['3月1日', 'notADate'],
    ['昨天', 'notADate'],
    ['2025-03-01 已签收', 'notADate'],
    [12, 'notADate'],
    [1.5, 'notADate'],
    [{ date: '1900-01-05' }, 'outOfRange'],
    ['1899-01-01', 'outOfRange'],
    [true, 'notADate'],
    ['', 'missing'],
    [null, 'missing'],
  ])('%j is refused as %s', (cell, code) => {
    expect(parseDate(cell)).toMatchObject({ ok: false, code })
  })

  it.each<[string[], DateOrder | undefined]>([
    [['03/04/2025', '03/15/2025'], 'mdy'],
    [['03/04/2025', '15/03/2025'], 'dmy'],
    [['03/04/2025', '05/06/2025'], undefined],
    [['03/15/2025', '15/03/2025'], undefined],
    [['25-03-24', '25-03-25'], undefined],
    [['25-03-24', '25-03-05'], 'ymd'],
    [['2025-03-01', '2025-03-02'], undefined],
    [['2025-03-01', '03/04/2025', '12/31/2025'], 'mdy'],
  ])('the column %j is settled as %s', (values, order) => {
    expect(settleDateOrder(values)).toBe(order)
  })

  it('reads an ambiguous date in the settled order', () => {
    expect(parseDate('03/04/2025', 'mdy')).toEqual({ ok: true, value: '2025-03-04' })
    expect(parseDate('03/04/2025', 'dmy')).toEqual({ ok: true, value: '2025-04-03' })
  })

  it('reads every day in every form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 36_526, max: 72_000 }), (serial) => {
        const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
        const [year = '', month = '', date = ''] = day.split('-')
        const forms: CellValue[] = [
          serial,
          day,
          `${year}/${Number(month)}/${Number(date)}`,
          `${year}.${month}.${date}`,
          year + month + date,
          Number(year + month + date),
          `${year}年${Number(month)}月${Number(date)}日`,
          `${day} 23:59:59`,
          { date: day },
        ]
        for (const form of forms) expect(parseDate(form)).toEqual({ ok: true, value: day })
        expect(parseDate(`${month}/${date}/${year}`, 'mdy')).toEqual({ ok: true, value: day })
        expect(parseDate(`${date}.${month}.${year}`, 'dmy')).toEqual({ ok: true, value: day })
      }),
    )
  })
})
