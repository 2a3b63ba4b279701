import fc from 'fast-check'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { axisOf, axisValues } from '../../../src/main/core/print/charts'
import { cssText, renderPaper } from '../../../src/main/core/print/paper'
import { change, count, kilograms, percent, rate, yuan } from '#core/print/text'

const frame = {
  locale: 'zh-CN' as const,
  title: '报表',
  branch: '甲"营业部</style><b>',
  date: '2026-11-22',
  pageOf: '第 {page} 页，共 {pages} 页',
}

describe('papers', () => {
  it('are complete documents with page furniture, whatever a name holds', () => {
    const html = renderPaper(frame, createElement('p', null, '<img src=x onerror=alert(1)>'))
    expect(html.startsWith('<!doctype html><html lang="zh-CN">')).toBe(true)
    expect(html).toContain('counter(page)')
    expect(html).toContain('counter(pages)')
    expect(html).toContain('&lt;img src=x')
    expect(html).not.toContain('<img')
    expect(html.match(/<\/style>/g)).toHaveLength(1)
  })

  it('CSS strings can be ended by no text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const css = cssText(text)
        expect(css.slice(1, -1)).not.toMatch(/["'<>{}\n\r;]/)
        // Read back as CSS does: an escape is a hex number and one blank.
        const back = css
          .slice(1, -1)
          .replace(/\\([0-9a-f]+) /g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
        expect(back).toBe(text.toWellFormed())
      }),
    )
  })
})

describe('axes', () => {
  it('hold every value and zero, in a handful of round steps', () => {
    const amounts = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 30 })
    fc.assert(
      fc.property(amounts, (values) => {
        const axis = axisOf(values)
        const marks = axisValues(axis)
        expect(axis.low).toBeLessThanOrEqual(Math.min(0, ...values))
        expect(axis.high).toBeGreaterThanOrEqual(Math.max(0, ...values))
        expect(axis.high).toBeGreaterThan(axis.low)
        expect(marks.some((mark) => Math.abs(mark) < axis.step / 1000)).toBe(true)
        expect(marks.length).toBeLessThanOrEqual(8)
      }),
    )
  })
})

describe('figures as papers write them', () => {
  it.each([
    [yuan(123_456_789), '1,234,567.89'],
    [yuan(-1), '-0.01'],
    [yuan(null), '—'],
    [count(-1_234_567), '-1,234,567'],
    [kilograms(1_234_567_800), '1,234,567.8'],
    [kilograms(1_000_123), '1,000.123'],
    [percent(0.12345), '12.3%'],
    [percent(null), '—'],
    [change(110, 100), '+10.0%'],
    [change(90, 100), '-10.0%'],
    [change(1, 0), '—'],
    [change(1, null), '—'],
    [rate(25, 100), '25.0%'],
    [rate(null, 100), '—'],
    [rate(5, 0), '—'],
  ])('%s', (written, expected) => expect(written).toBe(expected))
})
