import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCustomFilter, spanEnds, writtenSpan } from '#shared/domain/custom-field/custom-filter'
import {
  type CustomShape,
  parseCustom,
  rescaled,
  storedCustom,
  writtenCustom,
} from '#shared/domain/custom-field/custom-value'
import { formatDecimal } from '#shared/domain/decimal'

const shape = (more: Partial<CustomShape>): CustomShape => ({
  type: 'number',
  unit: '',
  decimals: 0,
  options: [],
  ...more,
})

describe('values of custom fields', () => {
  it('come back exactly as they were written, whatever the decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const field = shape({ decimals })
        const written = formatDecimal(value, decimals)
        const read = parseCustom(field, written)
        if (!read.ok) throw new Error(read.code)
        const stored = storedCustom(field, read.value)
        return stored.number === value && writtenCustom(field, stored) === written
      }),
    )
  })

  it('moved to more decimals and back are the same; to fewer only where the digits are noughts', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 3 }), (value, decimals) => {
        const more = rescaled(value, decimals, decimals + 3)
        expect(more).toBe(value * 1000)
        expect(rescaled(more ?? 0, decimals + 3, decimals)).toBe(value)
        expect(rescaled(value * 10 + 1, decimals + 1, decimals)).toBeNull()
      }),
    )
  })

  it.each([
    ['0.1', 1, '0.1'],
    ['１２．５０', 2, '12.5'],
    ['1,234', 0, '1234'],
    [0.1 + 0.2, 1, '0.3'],
    ['1e3', 0, null],
    ['九', 0, null],
  ])('reads %s with %i decimals as %s', (text, decimals, value) => {
    const read = parseCustom(shape({ decimals }), text)
    expect(read.ok ? read.value : null).toBe(value)
  })
})

describe('filters on custom fields', () => {
  const number = shape({ decimals: 2 })
  it.each([
    [number, '5', { kind: 'numbers', from: 500, to: 500 }],
    [number, '5..', { kind: 'numbers', from: 500, to: null }],
    [number, '..0.25', { kind: 'numbers', from: null, to: 25 }],
    [number, '1..2.5', { kind: 'numbers', from: 100, to: 250 }],
    [number, '..', null],
    [number, 'viel', null],
    [number, '0.001', null],
    [number, '!', { kind: 'empty' }],
    [shape({ type: 'date' }), '2026-02-01..2026-02-28', { kind: 'days', from: '2026-02-01', to: '2026-02-28' }],
    [shape({ type: 'date' }), '2026-02-30', null],
    [shape({ type: 'text' }), ' 甲 ', { kind: 'contains', text: '甲' }],
    [shape({ type: 'choice' }), '纸箱', { kind: 'equals', text: '纸箱' }],
  ])('%j reads %s', (field, text, filter) => {
    expect(parseCustomFilter(field, text)).toEqual(filter)
  })

  it.each([
    ['', ''],
    ['1', ''],
    ['', '2'],
    ['1', '2'],
    ['2', '2'],
  ])('writes the span %s to %s so that its ends come back', (from, to) => {
    expect(spanEnds(writtenSpan(from, to))).toEqual({ from, to })
  })
})
