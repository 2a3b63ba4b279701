import { limits } from '#core/excel/limits'
import { WorkbookError } from '#core/excel/workbook-error'

export type Delimiter = ',' | ';' | '\t' | '|'

const DELIMITERS: readonly Delimiter[] = ['\t', ',', ';', '|']

/**
 * The delimiter of a text table: that which splits most of its first lines into the same number (> 1) of fields.
 * A first line `sep=;` (Excel's own hint) decides at once.
 */
export function sniffDelimiter(sample: string): Delimiter {
  const hint = /^sep=(.)\r?\n/i.exec(sample)?.[1]
  const hinted = DELIMITERS.find((one) => one === hint)
  if (hinted) return hinted
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const parser = new DelimitedParser(delimiter)
    const widths = [...parser.push(sample), ...parser.end()].slice(0, 30).map((record) => record.length)
    const score = agreement(widths)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** Lines that have the commonest width above 1, weighted by that width. */
function agreement(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  let best = 0
  for (const [width, count] of counts) best = Math.max(best, count * Math.min(width, 50))
  return best
}

/** Takes a text table apart, piece by piece (RFC 4180, tolerant of stray quotes inside a field). */
export class DelimitedParser {
  private field = ''
  private record: string[] = []
  private quoted = false
  /** A quote was the last character of a quoted field: it closes it, or is the first of a doubled one. */
  private pendingQuote = false
  private atFieldStart = true
  private lastWasReturn = false
  private length = 0

  constructor(private readonly delimiter: Delimiter) {}

  push(text: string): string[][] {
    const records: string[][] = []
    let at = 0
    while (at < text.length) {
      if (this.quoted && !this.pendingQuote) at = this.insideQuotes(text, at)
      else at = this.outsideQuotes(text, at, records)
    }
    return records
  }

  /** The last record, if the file does not end with a line end. */
  end(): string[][] {
    const records: string[][] = []
    if (this.field !== '' || this.record.length > 0) this.closeRecord(records)
    return records
  }

  private insideQuotes(text: string, at: number): number {
    const close = text.indexOf('"', at)
    const stop = close < 0 ? text.length : close
    this.append(text.slice(at, stop))
    if (close >= 0) this.pendingQuote = true
    return close < 0 ? stop : close + 1
  }

  private outsideQuotes(text: string, at: number, records: string[][]): number {
    const char = text[at] ?? ''
    if (this.pendingQuote) {
      this.pendingQuote = false
      if (char === '"') {
        this.append('"')
        return at + 1
      }
      this.quoted = false
    }
    if (char === '\n' && this.lastWasReturn) {
      this.lastWasReturn = false
      return at + 1
    }
    this.lastWasReturn = char === '\r'
    if (char === this.delimiter) this.closeField()
    else if (char === '\n' || char === '\r') this.closeRecord(records)
    else if (char === '"' && this.atFieldStart) {
      this.quoted = true
      this.atFieldStart = false
    } else return this.plain(text, at)
    return at + 1
  }

  private plain(text: string, at: number): number {
    let stop = at + 1
    while (stop < text.length) {
      const char = text[stop]
      if (char === this.delimiter || char === '\n' || char === '\r') break
      stop += 1
    }
    this.append(text.slice(at, stop))
    return stop
  }

  private append(part: string): void {
    this.field += part
    this.atFieldStart = false
    this.length += part.length
    if (this.length > limits.rowBytes) throw new WorkbookError('damaged', { part: 'text' })
  }

  private closeField(): void {
    this.record.push(this.field)
    this.field = ''
    this.atFieldStart = true
  }

  private closeRecord(records: string[][]): void {
    this.closeField()
    records.push(this.record)
    this.record = []
    this.length = 0
  }
}
