import type { Unit } from '#shared/fields/field'
import { cellText } from '#shared/domain/import/cell-text'
import { readFigure, settleUnit, toStoredUnits } from '#shared/domain/import/figure'
import { refused, type Parsed } from '#shared/domain/import/parsed'
import type { CellValue } from '#shared/domain/import/raw-row'

/**
 * An amount as fen. `unit` is the header's (元, 分, 万元); a unit in the cell beats it. Negative amounts are legal
 * (refunds, 折让). More decimals than a fen are refused, not rounded: somebody must say how.
 */
export function parseMoneyFen(value: CellValue | undefined, unit: Unit = 'yuan'): Parsed<number> {
  const figure = readFigure(value)
  if (!figure.ok) return figure
  const text = cellText(value)
  const settled = settleUnit(figure.value, unit, 'money')
  if (!settled) return refused('unknownUnit', text)
  return toStoredUnits(figure.value.digits, settled, text, 'refuse')
}

export interface IntegerRange {
  min?: number
  max?: number
}

const COUNT_WORDS = ['件', '个', '箱', '票', '单', '包', '袋', '天', '日', '人', '家', '次', 'PCS', 'pcs', 'days']

/** A whole number: 3, 3.0, 1,200, 3件, 30天. */
export function parseInteger(value: CellValue | undefined, range: IntegerRange = {}): Parsed<number> {
  const figure = readFigure(value, COUNT_WORDS)
  if (!figure.ok) return figure
  const text = cellText(value)
  if (figure.value.unit) return refused('unknownUnit', text)
  const whole = toStoredUnits(figure.value.digits, 'g', text, 'refuse')
  if (!whole.ok) return whole.code === 'tooManyDecimals' ? refused('notAnInteger', text) : whole
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = range
  if (whole.value < min || whole.value > max) return refused('outOfRange', text)
  return whole
}

/** Payment term in days: 30, 30天, 月结30天, 账期60天; 现结 and 预付 are 0. */
export function parsePaymentDays(value: CellValue | undefined): Parsed<number> {
  if (typeof value === 'string') {
    const text = value.replace(/\s/g, '')
    if (/^(?:现结|现付|预付|预付款|款到发货|当日结)$/.test(text)) return { ok: true, value: 0 }
    const days = /^(?:月结|账期|帐期|后付)?(\d{1,3})(?:天|日|days?)?$/i.exec(text)
    if (days) return { ok: true, value: Number(days[1]) }
  }
  return parseInteger(value, { min: 0, max: 999 })
}

/**
 * A percentage as ppm (1 % = 10,000). `5%` is itself; a plain number means percent where the header says % or it is
 * above 1. A plain number up to 1 may be a share or a percentage and is refused.
 */
export function parsePercentPpm(value: CellValue | undefined, unit?: Unit): Parsed<number> {
  const figure = readFigure(value)
  if (!figure.ok) return figure
  const text = cellText(value)
  const named = figure.value.unit ?? unit
  if (named !== undefined && named !== 'percent') return refused('notAPercent', text)
  const ppm = toStoredUnits(figure.value.digits, 'percent', text, 'refuse')
  if (!ppm.ok || named === 'percent') return ppm
  return Math.abs(ppm.value) <= 10_000 && ppm.value !== 0 ? refused('ambiguousPercent', text) : ppm
}
