import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellName } from '#shared/domain/price-workbook/cell-address'
import { cellDate, dateCell } from '#shared/domain/price-workbook/cell-date'
import { cellText, cellValue, shiftPoint } from '#shared/domain/price-workbook/cell-value'

describe('the names of cells', () => {
  test.each([
    [0, 0, 'A1'],
    [6, 1, 'B7'],
    [0, 25, 'Z1'],
    [9, 26, 'AA10'],
    [0, 701, 'ZZ1'],
    [0, 702, 'AAA1'],
  ])('row %i, column %i is %s', (row, column, name) => {
    expect(cellName(row, column)).toBe(name)
  })
})

describe('the value of a cell', () => {
  test.each([
    [null, ''],
    [{ value: ' 12+2 ' }, '12+2'],
    [{ value: 5.5 }, '5.5'],
    [{ value: 1.1 + 2.2 }, '3.3'],
    [{ value: 0.1 * 3 }, '0.3'],
    [{ value: 1e-7 }, '0.0000001'],
    [{ value: true }, '是'],
    [{ value: 46023, format: 'yyyy/m/d', date: '2026-01-01' }, '2026-01-01'],
    [{ value: 0.005, format: '0.0%' }, { percent: '0.5' }],
    [{ value: 0.85, format: '0%' }, { percent: '85' }],
    [{ value: 0.07, format: '0.00%' }, { percent: '7' }],
    [{ value: 1.2, format: '0%' }, { percent: '120' }],
    [{ value: 0.0029, format: '0.00%' }, { percent: '0.29' }],
    // a percent sign in quotes is only shown
    [{ value: 5, format: '0"%"' }, '5'],
  ])('%o → %o', (cell, value) => {
    expect(cellValue(cell)).toEqual(value)
  })

  test('a percentage is a text with its sign', () => {
    expect(cellText({ value: 0.005, format: '0.0%' })).toBe('0.5%')
  })

  test('moving the point is exact and can be undone', () => {
    const decimals = fc
      .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, places]) => {
        const text = String(digits).padStart(places + 1, '0')
        const fraction = text.slice(text.length - places).replace(/0+$/, '')
        return text.slice(0, text.length - places) + (places > 0 && fraction ? `.${fraction}` : '')
      })
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 4 }), (text, places) => {
        expect(shiftPoint(shiftPoint(text, places), -places)).toBe(text)
        expect(shiftPoint(shiftPoint(text, -places), places)).toBe(text)
      }),
    )
    expect(shiftPoint('0.5', -2)).toBe('0.005')
    expect(shiftPoint('12.5', 2)).toBe('1250')
  })
})

describe('the date of a cell', () => {
  test.each([
    [{ value: 46023, format: 'yyyy-mm-dd', date: '2026-01-01' }, '2026-01-01'],
    [{ value: 46023 }, '2026-01-01'],
    [{ value: 46023.75 }, '2026-01-01'],
    [{ value: '46023' }, '2026-01-01'],
    [{ value: '2026-01-01' }, '2026-01-01'],
    [{ value: '2026/1/1' }, '2026-01-01'],
    [{ value: '2026.1.1' }, '2026-01-01'],
    [{ value: '2026年1月1日' }, '2026-01-01'],
    [{ value: '2026年1月1日 00:00:00' }, '2026-01-01'],
    [{ value: '２０２６－０１－０１' }, '2026-01-01'],
    [{ value: 20260101 }, '2026-01-01'],
    // never guessed
    [{ value: '2026-02-30' }, '2026-02-30'],
    [{ value: '1/2/26' }, '1/2/26'],
    [{ value: 12 }, '12'],
    [{ value: '下月起' }, '下月起'],
  ])('%o → %s', (cell, date) => {
    expect(cellDate(cell)).toBe(date)
  })

  test('a written date is read back', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (day) => {
        const text = day.toISOString().slice(0, 10)
        const cell = dateCell(text)
        expect(cellDate(cell)).toBe(text)
        // The serial alone says the same day.
        expect(cellDate({ value: cell?.value ?? null })).toBe(text)
      }),
    )
  })
})
