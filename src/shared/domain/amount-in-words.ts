/**
 * Amounts in words, on integer fen. In Chinese the capitals of the Measures for Payment and Settlement (支付结算办法):
 * a run of zeros is read once; where 元 ends with a zero and 角 follows, one 零 stands between; 整 only where the amount
 * ends with 元.
 */

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const units = ['', '拾', '佰', '仟']

/** 107000.53 yuan is 壹拾万柒仟元零伍角叁分, 0 is 零元整; a negative amount begins with 负. */
export function amountInChinese(fen: number): string {
  if (fen < 0) return `负${amountInChinese(-fen)}`
  const yuan = Math.floor(fen / 100)
  const jiao = Math.floor(fen / 10) % 10
  const rest = fen % 10
  const whole = yuan > 0 ? `${wholeInChinese(yuan)}元` : ''
  if (jiao === 0 && rest === 0) return yuan > 0 ? `${whole}整` : '零元整'
  const gap = yuan > 0 && (jiao === 0 || yuan % 10 === 0) ? '零' : ''
  const tail = `${jiao > 0 ? `${digits[jiao]}角` : ''}${rest > 0 ? `${digits[rest]}分` : ''}`
  return `${whole}${gap}${tail}`
}

/** A whole number above 0. Above 亿 the number of 亿 is read like any other: 壹万贰仟亿. */
function wholeInChinese(value: number): string {
  for (const [size, name] of [
    [100_000_000, '亿'],
    [10_000, '万'],
  ] as const) {
    if (value < size) continue
    const low = value % size
    const gap = low > 0 && low < size / 10 ? '零' : ''
    return `${wholeInChinese(Math.floor(value / size))}${name}${gap}${low > 0 ? wholeInChinese(low) : ''}`
  }
  return belowTenThousand(value)
}

function belowTenThousand(value: number): string {
  let text = ''
  let skipped = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      skipped = text !== ''
      continue
    }
    text += `${skipped ? '零' : ''}${digits[digit]}${units[place]}`
    skipped = false
  }
  return text
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales = ['', ' thousand', ' million', ' billion', ' trillion']

/** 1409.50 yuan is `RMB one thousand four hundred and nine yuan and fifty fen`. */
export function amountInEnglish(fen: number): string {
  const sign = fen < 0 ? 'minus ' : ''
  const yuan = Math.floor(Math.abs(fen) / 100)
  const rest = Math.abs(fen) % 100
  const whole = yuan > 0 || rest === 0 ? `${wholeInEnglish(yuan)} yuan` : ''
  const part = rest > 0 ? `${belowThousand(rest)} fen` : 'only'
  return `RMB ${sign}${[whole, part].filter(Boolean).join(rest > 0 ? ' and ' : ' ')}`
}

function wholeInEnglish(value: number): string {
  if (value === 0) return 'zero'
  const parts: string[] = []
  for (let rest = value, scale = 0; rest > 0; rest = Math.floor(rest / 1000), scale++) {
    if (rest % 1000 > 0) parts.unshift(`${belowThousand(rest % 1000)}${scales[scale]}`)
  }
  return parts.join(' ')
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100)
  const low = value % 100
  const head = hundreds > 0 ? `${small[hundreds]} hundred` : ''
  const ones = low % 10
  const tail =
    low === 0 ? '' : low < 20 ? (small[low] ?? '') : `${tens[Math.floor(low / 10)]}${ones > 0 ? `-${small[ones]}` : ''}`
  return [head, tail].filter(Boolean).join(' and ')
}
