import { numberText, parseDecimal, plainText, type DecimalResult } from '../decimal'
import { parseUnitPrice, parseYuan } from '../money'
import type { ProblemCode, ProblemList } from './problem'
import type { FormPosition, FormValue } from './sheet-form'

/** The text of a form value: numbers as Excel shows them, percent cells with their sign. */
export function textOf(value: FormValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return plainText(value)
  return `${plainText(value.percent)}%`
}

/** Reports about one place of the form. */
export class Reporter {
  constructor(
    private readonly problems: ProblemList,
    readonly where: FormPosition,
  ) {}

  /** Always null, so that a reader can `return report.error(…)`. */
  error(code: ProblemCode, params: Readonly<Record<string, string>> = {}): null {
    this.problems.error(this.where, code, params)
    return null
  }

  warn(code: ProblemCode, params: Readonly<Record<string, string>> = {}): void {
    this.problems.warn(this.where, code, params)
  }
}

/** Runs a decimal parser and refuses faults and negative figures. */
export function readFigure(text: string, parse: (text: string) => DecimalResult, report: Reporter): number | null {
  const result = parse(text)
  if (!result.ok) return report.error(result.fault, { text })
  if (result.value < 0) return report.error('negative', { text })
  return result.value
}

export function readUnits(text: string, report: Reporter): number | null {
  return readFigure(text, parseUnitPrice, report)
}

export function readFen(text: string, report: Reporter): number | null {
  return readFigure(text, parseYuan, report)
}

export function readInteger(text: string, report: Reporter): number | null {
  return readFigure(text, (figure) => parseDecimal(figure, 0), report)
}

/** A percentage as ppm: `0.5%`, a percent cell and the plain number 0.5 are all 0.5 % (PRICING §4). */
export function readPercent(text: string, report: Reporter): number | null {
  return readFigure(text, (figure) => parseDecimal(figure.replace(/%$/, ''), 4), report)
}

/** The entry of a table of words, or a problem that lists the words. */
export function readWord<T>(text: string, words: Readonly<Record<string, T>>, report: Reporter): T | null {
  const found = words[text.replaceAll(/\s/g, '')]
  if (found !== undefined) return found
  return report.error('unknown-word', { text, words: Object.keys(words).join(' ') })
}

/** The word of a value in such a table; the first one where there are several. */
export function wordOf<T>(value: T, words: Readonly<Record<string, T>>): string {
  for (const [word, meaning] of Object.entries(words)) if (meaning === value) return word
  throw new RangeError(`no word for ${String(value)}`)
}

const DATE = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/

/** A business date as `YYYY-MM-DD`. */
export function readDate(text: string, report: Reporter): string | null {
  const match = DATE.exec(text)
  if (!match) return report.error('date-unreadable', { text })
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return report.error('date-unreadable', { text })
  return date.toISOString().slice(0, 10)
}

export const YES_NO: Readonly<Record<string, boolean>> = { 是: true, 否: false }
