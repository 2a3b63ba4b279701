/** The longest text a cell takes. */
const CELL_LIMIT = 32_767

/**
 * User text as a cell takes it. It is always written as a string cell, so that = + - @ never start a formula; half
 * characters and `_x0041_`, which Excel would read as an escape, are kept as the text they are.
 */
export function safeText(text: string): string {
  const whole = text.length > CELL_LIMIT ? `${text.slice(0, CELL_LIMIT - 1)}…` : text
  return whole
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (char) => (char === '\t' || char === '\n' ? char : ''))
    .replace(/_(x[0-9a-f]{4}_)/gi, '_x005F_$1')
}

/** A tab name Excel accepts: no []:*?/\, at most 31 characters, no quote at the ends, unique without case. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const clean =
    safeText(wanted)
      .replace(/[[\]:*?/\\]/g, '_')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet'
  let name = clean.slice(0, 31)
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
    const suffix = ` (${number})`
    name = clean.slice(0, 31 - suffix.length) + suffix
  }
  taken.add(name.toLowerCase())
  return name
}

/** Width of a text in characters as Excel counts them: a Chinese or full-width one is two. */
export function textWidth(text: string): number {
  let width = 0
  for (const char of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(char)
      ? 2
      : 1
  return width
}
