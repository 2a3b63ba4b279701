import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountInChinese, amountInEnglish } from '#shared/domain/amount-in-words'

const digits = '零壹贰叁肆伍陆柒捌玖'
const small: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }

/** Reads the words again, in a way of its own: every figure counts as much as the units after it say. */
function fenOf(words: string): number {
  const negative = words.startsWith('负')
  const [, whole = '', rest = ''] = /^负?(?:(.*)元)?(.*)$/.exec(words) ?? []
  const jiao = /(.)角/.exec(rest)?.[1]
  const fen = /(.)分/.exec(rest)?.[1]
  const value = yuanOf(whole) * 100 + digits.indexOf(jiao ?? '零') * 10 + digits.indexOf(fen ?? '零')
  return negative ? -value : value
}

function yuanOf(text: string): number {
  const [high, low] = splitLast(text, '亿')
  if (low !== undefined) return yuanOf(high) * 100_000_000 + yuanOf(low)
  const [tenThousands, ones] = splitLast(text, '万')
  if (ones !== undefined) return yuanOf(tenThousands) * 10_000 + yuanOf(ones)
  let sum = 0
  let digit = 0
  for (const sign of text) {
    const unit = small[sign]
    if (unit === undefined) digit = digits.indexOf(sign)
    else sum += digit * unit
    if (unit !== undefined) digit = 0
  }
  return sum + digit
}

function splitLast(text: string, sign: string): [string, string | undefined] {
  const at = text.lastIndexOf(sign)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

describe('amounts in words', () => {
  it.each([
    [140_950, '壹仟肆佰零玖元伍角'],
    [600_714, '陆仟零柒元壹角肆分'],
    [168_032, '壹仟陆佰捌拾元零叁角贰分'],
    [10_700_053, '壹拾万柒仟元零伍角叁分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [0, '零元整'],
    [1, '壹分'],
    [50, '伍角'],
    [1_000, '壹拾元整'],
    [-140_950, '负壹仟肆佰零玖元伍角'],
    [10_000_000, '壹拾万元整'],
    [10_000_100, '壹拾万零壹元整'],
    [100_000_000_00, '壹亿元整'],
    [100_000_001_00, '壹亿零壹元整'],
    [100_010_000_00, '壹亿零壹万元整'],
    [110_000_000_00, '壹亿壹仟万元整'],
    [1_234_500_000_000_00, '壹万贰仟叁佰肆拾伍亿元整'],
    [1_000_000_010_000_00, '壹万亿零壹万元整'],
  ])('%i fen is %s', (fen, words) => {
    expect(amountInChinese(fen)).toBe(words)
  })

  it('can be read back, never has two zeros in a row, and none before 元', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        const words = amountInChinese(fen)
        expect(fenOf(words)).toBe(fen === 0 ? 0 : fen)
        expect(words).not.toMatch(/零零|.零元|零[万亿]/)
      }),
    )
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_000_000_00 }), (fen) => fenOf(amountInChinese(fen)) === fen))
  })

  it.each([
    [0, 'RMB zero yuan only'],
    [140_950, 'RMB one thousand four hundred and nine yuan and fifty fen'],
    [10_700_053, 'RMB one hundred and seven thousand yuan and fifty-three fen'],
    [-1, 'RMB minus one fen'],
    [100_000_000_00, 'RMB one hundred million yuan only'],
  ])('%i fen is %s', (fen, words) => {
    expect(amountInEnglish(fen)).toBe(words)
  })
})
