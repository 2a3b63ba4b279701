/**
 * Exact decimals: text in, scaled integer out. Nothing here multiplies or divides a binary float; `12.60` at scale 4
 * is the integer 126000. All figures of the program enter and leave through this file.
 */

export type DecimalFault = 'not-a-number' | 'too-many-decimals' | 'too-large'

export type DecimalResult = { ok: true; value: number } | { ok: false; fault: DecimalFault }

const FIGURE = /^([+-]?)(\d+(?:,\d{3})*|\d*)(?:\.(\d*))?$/

/** Full-width signs and digits as their ASCII counterparts, blanks at the ends removed. */
export function plainText(text: string): string {
  return text.normalize('NFKC').trim()
}

/**
 * Reads a decimal figure as an integer of 10^-scale.
 * Thousands commas and full-width digits are read; more decimals than `scale` (other than zeros) are a fault, never
 * rounded away; so is a value beyond the safe integers.
 */
export function parseDecimal(text: string, scale: number): DecimalResult {
  const match = FIGURE.exec(plainText(text))
  if (!match) return { ok: false, fault: 'not-a-number' }
  const whole = (match[2] ?? '').replaceAll(',', '')
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (whole === '' && (match[3] ?? '') === '') return { ok: false, fault: 'not-a-number' }
  if (fraction.length > scale) return { ok: false, fault: 'too-many-decimals' }
  const digits = `${whole}${fraction.padEnd(scale, '0')}`.replace(/^0+(?=\d)/, '')
  const value = Number(digits || '0')
  if (digits.length > 16 || !Number.isSafeInteger(value)) return { ok: false, fault: 'too-large' }
  return { ok: true, value: match[1] === '-' && value !== 0 ? -value : value }
}

/**
 * The decimal text of a number as Excel keeps it: 15 significant digits, so that a computed 2.8000000000000003 is the
 * 2.8 the sheet shows. Returns '' for NaN and infinities.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  const short = Number(value.toPrecision(15))
  const text = String(short)
  return text.includes('e') ? short.toFixed(20).replace(/\.?0+$/, '') : text
}

/** Writes an integer of 10^-scale with as few decimals as it needs, but at least `minDecimals`. */
export function formatDecimal(value: number | bigint, scale: number, minDecimals = 0): string {
  const digits = value
    .toString()
    .replace('-', '')
    .padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  let fraction = digits.slice(digits.length - scale)
  while (fraction.length > minDecimals && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  fraction = fraction.padEnd(minDecimals, '0')
  return `${value < 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}
