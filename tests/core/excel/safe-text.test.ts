import { describe, expect, it } from 'vitest'
import { safeText, sheetName, textWidth } from '#core/excel/write/safe-text'

describe('texts and names', () => {
  it.each([
    ['_x0041_', '_x005F_x0041_'],
    ['a\u0000b\u0007c\td\ne', 'abc\td\ne'],
    ['\ud800x', '\ufffdx'],
    ['甲'.repeat(40_000), `${'甲'.repeat(32_766)}…`],
  ])('%j', (text, safe) => {
    expect(safeText(text)).toBe(safe)
  })

  it('makes tab names Excel accepts', () => {
    const taken = new Set<string>()
    expect(sheetName('a/b:c*[d]?\\', taken)).toBe('a_b_c__d___')
    expect(sheetName("'甲'", taken)).toBe('甲')
    expect(sheetName('', taken)).toBe('Sheet')
    expect(sheetName('x'.repeat(40), taken)).toHaveLength(31)
    expect(sheetName('x'.repeat(40), taken)).toBe(`${'x'.repeat(27)} (2)`)
  })

  it('counts Chinese and full-width characters double', () => {
    expect(textWidth('深圳ABC，')).toBe(9)
  })
})
