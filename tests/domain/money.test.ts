import { describe, expect, test } from 'vitest'
import { formatDecimal, numberText, parseDecimal } from '#shared/domain/decimal'
import { formatFen, formatFenGrouped, formatUnitPrice, parseUnitPrice, parseYuan } from '#shared/domain/money'

describe('decimals', () => {
  test.each([
    ['12.6', 4, 126_000],
    ['１２．６', 4, 126_000],
    ['12,800', 2, 1_280_000],
    ['1,234,567.89', 2, 123_456_789],
    ['.5', 1, 5],
    ['5.', 0, 5],
    ['0.100', 1, 1],
    ['-3.20', 2, -320],
    ['-0', 2, 0],
    ['007', 0, 7],
  ])('%s at scale %i', (text, scale, value) => {
    expect(parseDecimal(text, scale)).toEqual({ ok: true, value })
  })

  test.each([
    ['', 2, 'not-a-number'],
    ['.', 2, 'not-a-number'],
    ['1.2.3', 2, 'not-a-number'],
    ['12,80', 2, 'not-a-number'],
    ['1e5', 2, 'not-a-number'],
    ['0.005', 2, 'too-many-decimals'],
    ['90071992547409.93', 2, 'too-large'],
    ['99999999999999999999', 0, 'too-large'],
  ])('%s at scale %i is refused', (text, scale, fault) => {
    expect(parseDecimal(text, scale)).toEqual({ ok: false, fault })
  })

  test('the largest safe figure is read', () => {
    expect(parseDecimal('90071992547409.91', 2)).toEqual({ ok: true, value: Number.MAX_SAFE_INTEGER })
  })

  test.each([
    [1.1, '1.1'],
    [2.8000000000000003, '2.8'],
    [0.1 + 0.2, '0.3'],
    [1e-7, '0.0000001'],
    [Number.NaN, ''],
    [Number.POSITIVE_INFINITY, ''],
  ])('a number of Excel %d is %s', (value, text) => {
    expect(numberText(value)).toBe(text)
  })

  test('writing keeps what is needed', () => {
    expect(formatDecimal(126_000, 4)).toBe('12.6')
    expect(formatDecimal(126_000, 4, 2)).toBe('12.60')
    expect(formatDecimal(-5, 2)).toBe('-0.05')
    expect(formatDecimal(7, 0)).toBe('7')
    expect(formatDecimal(0, 3)).toBe('0')
    expect(formatDecimal(12_345_678_901_234_567_890n, 4, 2)).toBe('1234567890123456.789')
  })
})

describe('money', () => {
  test('yuan to fen and back', () => {
    expect(parseYuan('¥18.90')).toEqual({ ok: true, value: 1_890 })
    expect(parseYuan('18.9元')).toEqual({ ok: true, value: 1_890 })
    expect(parseYuan('18.905')).toEqual({ ok: false, fault: 'too-many-decimals' })
    expect(formatFen(1_890)).toBe('18.90')
    expect(formatFen(-5)).toBe('-0.05')
    expect(formatFenGrouped(123_456_789)).toBe('1,234,567.89')
    expect(formatFenGrouped(-12_345)).toBe('-123.45')
  })

  test('unit prices have four decimals and not more', () => {
    expect(parseUnitPrice('0.1234')).toEqual({ ok: true, value: 1_234 })
    expect(parseUnitPrice('0.12345')).toEqual({ ok: false, fault: 'too-many-decimals' })
    expect(formatUnitPrice(126_000)).toBe('12.6')
  })
})
