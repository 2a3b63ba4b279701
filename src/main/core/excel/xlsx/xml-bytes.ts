/** Helpers for reading SpreadsheetML straight from UTF-8 bytes: no string is made for anything but cell texts. */

export const LT = 0x3c
export const GT = 0x3e
export const SLASH = 0x2f
const QUOTE = 0x22
const APOSTROPHE = 0x27

/** Position of the `>` that ends the tag starting at `at`, past quoted attribute values; -1 if it is not there yet. */
export function tagEnd(buffer: Buffer, at: number): number {
  let quote = 0
  for (let index = at; index < buffer.length; index += 1) {
    const byte = buffer[index]
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === GT) return index
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte
  }
  return -1
}

/** Local name of the tag whose `<` stands at `at`: `row` of `<x:row …>`, `/row` of `</x:row>`. */
export function localName(buffer: Buffer, at: number, end: number): string {
  let start = at + 1
  const closing = buffer[start] === SLASH
  if (closing) start += 1
  let stop = start
  for (; stop < end; stop += 1) {
    const byte = buffer[stop] ?? 0
    if (byte === 0x3a) start = stop + 1
    else if (byte <= 0x20 || byte === SLASH) break
  }
  return (closing ? '/' : '') + buffer.toString('latin1', start, stop)
}

const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]

/**
 * The double nearest to the decimal text in the bytes, NaN if it is no number. Up to 15 digits both parts of the
 * division are exact, so the quotient is the correctly rounded one; longer texts take the language's own way.
 */
export function numberFromBytes(buffer: Buffer, start: number, end: number): number {
  let index = start
  const negative = buffer[index] === 0x2d
  if (negative) index += 1
  let mantissa = 0
  let scale = 0
  let dot = false
  if (end - index > 16 || end === index) return slowNumber(buffer, start, end)
  for (; index < end; index += 1) {
    const byte = buffer[index] ?? 0
    const digit = byte - 0x30
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit
      if (dot) scale += 1
    } else if (byte === 0x2e && !dot) dot = true
    else return slowNumber(buffer, start, end)
  }
  if (mantissa > 1e15) return slowNumber(buffer, start, end)
  const value = scale === 0 ? mantissa : mantissa / (POWERS[scale] ?? 1)
  return negative ? -value : value
}

function slowNumber(buffer: Buffer, start: number, end: number): number {
  const text = buffer.toString('latin1', start, end).trim()
  return text === '' ? Number.NaN : Number(text)
}

/** Text between two tags: UTF-8, entities, line ends and Excel's `_x000D_` escapes resolved. */
export function textFromBytes(buffer: Buffer, start: number, end: number): string {
  let high = false
  let special = false
  for (let index = start; index < end; index += 1) {
    const byte = buffer[index] ?? 0
    if (byte > 0x7f) high = true
    else if (byte === 0x26 || byte === 0x0d || (byte === 0x5f && buffer[index + 1] === 0x78)) special = true
  }
  const text = high ? buffer.toString('utf8', start, end) : buffer.toString('latin1', start, end)
  return special ? resolveText(text) : text
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function resolveText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole: string, hex?: string, decimal?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/**
 * Text content from `at` (just behind a start tag) to the next tag; CDATA sections count as text.
 * The end position is left in `textEnd.at`, -1 if the bytes run out.
 */
export const textEnd = { at: -1 }

export function textContent(buffer: Buffer, at: number): string {
  let index = at
  while (index < buffer.length && buffer[index] !== LT) index += 1
  if (index + 1 >= buffer.length) {
    textEnd.at = -1
    return ''
  }
  if (buffer[index + 1] !== 0x21) {
    textEnd.at = index
    return textFromBytes(buffer, at, index)
  }
  const before = textFromBytes(buffer, at, index)
  const isCdata = buffer.toString('latin1', index, index + 9) === '<![CDATA['
  const close = isCdata ? buffer.indexOf(']]>', index) : buffer.indexOf('-->', index)
  if (close < 0) {
    textEnd.at = -1
    return ''
  }
  const inside = isCdata ? buffer.toString('utf8', index + 9, close) : ''
  return before + inside + textContent(buffer, close + 3)
}
