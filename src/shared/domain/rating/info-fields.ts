import { formatDecimal, parseDecimal } from '../decimal'
import { formatUnitPrice } from '../money'
import { formatCubicMetres, formatKilograms, parseCubicMetres, parseKilograms } from '../weight'
import { formatPercent, parseDiscount } from './discount'
import { readDate, readFigure, readPercent, readUnits, readWord, wordOf, YES_NO, type Reporter } from './form-value'
import type { PriceSheet, VolumeCondition, WipeRule } from './price-sheet'
import { formatRounding, formatRoundingRanges, parseRounding, parseRoundingRanges } from './rounding'

/**
 * One key of 报价信息 (PRICING §4): how its text enters the sheet and how the sheet writes it. `write` returns null
 * where the value is the default, so that an exported sheet says only what it has to.
 */
export interface InfoField {
  key: string
  /** `text` has full-width signs folded; `written` is as the cell has it, for names and remarks. */
  read: (text: string, sheet: PriceSheet, report: Reporter, written: string) => void
  write: (sheet: PriceSheet) => string | null
}

const USES = { 销售: 'sale', 成本: 'cost' } as const
const PIECES = { 合计: 'total', 单件取大: 'per-piece' } as const
const MINIMUM_PER = { 票: 'ticket', 件: 'piece' } as const
const WIPE_TO: Readonly<Record<string, WipeRule['to']>> = { 分: 'fen', 角: 'jiao', 元: 'yuan' }
const WIPE_MODE: Readonly<Record<string, WipeRule['mode']>> = { 四舍五入: 'half-up', 进: 'up', 舍: 'down' }
const WIPE = /^(分|角|元)(四舍五入|进|舍)$/
const OVER = /^体积重(?:>|大于|超过)([\d.]+)倍?实重$/
const TAX_LIMIT_PPM = 1_000_000
const ANY_PRODUCT = new Set(['*', '任意', '不限'])
const LOW_DISCOUNT_PPM = 500_000
const USUAL_DIVISOR = { from: 3_000, to: 20_000 }

type TextKey = 'number' | 'name' | 'customer' | 'tier' | 'origin' | 'note'

function textField(key: string, name: TextKey): InfoField {
  return {
    key,
    read: (_text, sheet, _report, written) => {
      sheet[name] = written
    },
    write: (sheet) => sheet[name],
  }
}

function dateField(key: string, name: 'effectiveFrom' | 'effectiveTo'): InfoField {
  return {
    key,
    read: (text, sheet, report) => {
      sheet[name] = readDate(text, report)
    },
    write: (sheet) => sheet[name],
  }
}

function gramsField(
  key: string,
  name: 'firstGrams' | 'stepGrams' | 'minimumGrams',
  standard: number,
  positive: boolean,
): InfoField {
  return {
    key,
    read: (text, sheet, report) => {
      const grams = readFigure(text, parseKilograms, report)
      if (grams === 0 && positive) report.error('unreadable', { text })
      else if (grams !== null) sheet.weight[name] = grams
    },
    write: (sheet) => (sheet.weight[name] === standard ? null : formatKilograms(sheet.weight[name])),
  }
}

function readDivisor(text: string, sheet: PriceSheet, report: Reporter): void {
  if (text === '不计泡') {
    sheet.weight.divisor = null
    return
  }
  const divisor = readFigure(text.replace(/^(?:1:|\/)/, ''), (figure) => parseDecimal(figure, 0), report)
  if (divisor === null) return
  if (divisor === 0) {
    report.error('unreadable', { text })
    return
  }
  if (divisor < USUAL_DIVISOR.from || divisor > USUAL_DIVISOR.to) report.warn('divisor-unusual', { text })
  sheet.weight.divisor = divisor
}

function readVolumeCondition(text: string, report: Reporter): VolumeCondition | null {
  const plain = text.replaceAll(/\s/g, '')
  if (plain === '取大') return { kind: 'larger' }
  if (plain === '不计泡') return { kind: 'never' }
  const ratio = OVER.exec(plain)?.[1]
  if (ratio === undefined) return report.error('unreadable', { text })
  const ratioPpm = readFigure(ratio, (figure) => parseDecimal(figure, 6), report)
  return ratioPpm === null ? null : { kind: 'over', ratioPpm }
}

function writeVolumeCondition(condition: VolumeCondition): string | null {
  if (condition.kind === 'larger') return null
  return condition.kind === 'never' ? '不计泡' : `体积重>${formatDecimal(condition.ratioPpm, 6)}倍实重`
}

function readTax(text: string, sheet: PriceSheet, report: Reporter): void {
  const ppm = readPercent(text, report)
  if (ppm === null) return
  if (!text.endsWith('%') && ppm < 10_000) report.error('tax-ambiguous', { text })
  else if (ppm >= TAX_LIMIT_PPM) report.error('tax-range', { text })
  else sheet.taxPpm = ppm
}

function readDiscount(text: string, sheet: PriceSheet, report: Reporter): void {
  const discount = parseDiscount(text)
  if (typeof discount === 'string') {
    report.error(discount, { text })
    return
  }
  if (discount.ppm < LOW_DISCOUNT_PPM) report.warn('discount-low', { text })
  sheet.discountPpm = discount.ppm
}

function readWipe(text: string, sheet: PriceSheet, report: Reporter): void {
  const match = WIPE.exec(text.replaceAll(/\s/g, ''))
  const to = WIPE_TO[match?.[1] ?? '']
  const mode = WIPE_MODE[match?.[2] ?? '']
  if (to && mode) sheet.wipe = { to, mode }
  else report.error('unreadable', { text })
}

/** All known keys in the order in which an exported workbook lists them. */
export const INFO_FIELDS: readonly InfoField[] = [
  textField('报价编号', 'number'),
  textField('报价名称', 'name'),
  {
    key: '用途',
    read: (text, sheet, report) => {
      sheet.use = readWord(text, USES, report) ?? sheet.use
    },
    write: (sheet) => (sheet.use === 'sale' ? null : wordOf(sheet.use, USES)),
  },
  {
    key: '竞争对手',
    read: (_text, sheet, _report, written) => {
      sheet.competitor = written
    },
    write: (sheet) => sheet.competitor ?? null,
  },
  textField('客户', 'customer'),
  textField('级别', 'tier'),
  {
    key: '产品',
    read: (text, sheet, _report, written) => {
      sheet.product = ANY_PRODUCT.has(text) ? null : written
    },
    write: (sheet) => sheet.product,
  },
  textField('始发地', 'origin'),
  dateField('生效日期', 'effectiveFrom'),
  dateField('失效日期', 'effectiveTo'),
  gramsField('首重', 'firstGrams', 1_000, true),
  gramsField('续重单位', 'stepGrams', 1_000, true),
  {
    key: '抛比',
    read: readDivisor,
    write: (sheet) => (sheet.weight.divisor === null ? null : String(sheet.weight.divisor)),
  },
  {
    key: '重泡比',
    read: (text, sheet, report) => {
      const grams = readFigure(text.replace(/^1:/, ''), parseKilograms, report)
      if (grams === 0) report.error('unreadable', { text })
      else sheet.weight.gramsPerCubicMetre = grams
    },
    write: ({ weight }) => (weight.gramsPerCubicMetre === null ? null : formatKilograms(weight.gramsPerCubicMetre)),
  },
  {
    key: '最低体积',
    read: (text, sheet, report) => {
      sheet.weight.minimumCm3 = readFigure(text, parseCubicMetres, report) ?? 0
    },
    write: (sheet) => (sheet.weight.minimumCm3 === 0 ? null : formatCubicMetres(sheet.weight.minimumCm3)),
  },
  {
    key: '计泡条件',
    read: (text, sheet, report) => {
      sheet.weight.volumeCondition = readVolumeCondition(text, report) ?? sheet.weight.volumeCondition
    },
    write: (sheet) => writeVolumeCondition(sheet.weight.volumeCondition),
  },
  {
    key: '以承运商计费重为准',
    read: (text, sheet, report) => {
      sheet.weight.trustCarrier = readWord(text, YES_NO, report) ?? false
    },
    write: (sheet) => (sheet.weight.trustCarrier ? '是' : null),
  },
  {
    key: '多件方式',
    read: (text, sheet, report) => {
      sheet.weight.pieces = readWord(text, PIECES, report) ?? sheet.weight.pieces
    },
    write: (sheet) => (sheet.weight.pieces === 'total' ? null : wordOf(sheet.weight.pieces, PIECES)),
  },
  {
    key: '预进位',
    read: (text, sheet, report) => {
      const rounding = parseRounding(text)
      if (rounding) sheet.weight.preRounding = rounding.kind === 'none' ? null : rounding
      else report.error('rounding-unreadable', { text })
    },
    write: ({ weight }) => (weight.preRounding ? formatRounding(weight.preRounding) : null),
  },
  {
    key: '进位',
    read: (text, sheet, report) => {
      const rounding = parseRoundingRanges(text)
      if (typeof rounding === 'string') report.error(rounding, { text })
      else sheet.weight.rounding = rounding
    },
    write: (sheet) => formatRoundingRanges(sheet.weight.rounding),
  },
  gramsField('最低计费重', 'minimumGrams', 0, false),
  {
    key: '最低收费',
    read: (text, sheet, report) => {
      const units = readUnits(text, report)
      if (units !== null) sheet.minimum = { units, per: sheet.minimum?.per ?? 'ticket' }
    },
    write: (sheet) => (sheet.minimum ? formatUnitPrice(sheet.minimum.units) : null),
  },
  {
    key: '最低收费单位',
    read: (text, sheet, report) => {
      const per = readWord(text, MINIMUM_PER, report)
      if (!sheet.minimum) report.warn('minimum-unit-alone', { text })
      else if (per) sheet.minimum = { ...sheet.minimum, per }
    },
    write: (sheet) => (sheet.minimum?.per === 'piece' ? '件' : null),
  },
  {
    key: '折扣',
    read: readDiscount,
    write: (sheet) => (sheet.discountPpm === null ? null : formatPercent(sheet.discountPpm)),
  },
  {
    key: '抹零',
    read: readWipe,
    write: ({ wipe }) =>
      wipe.to === 'fen' && wipe.mode === 'half-up'
        ? null
        : `${wordOf(wipe.to, WIPE_TO)}${wordOf(wipe.mode, WIPE_MODE)}`,
  },
  {
    key: '含税',
    read: (text, sheet, report) => {
      sheet.taxIncluded = readWord(text, YES_NO, report) ?? true
    },
    write: (sheet) => (sheet.taxIncluded ? null : '否'),
  },
  {
    key: '税率',
    read: readTax,
    write: (sheet) => (sheet.taxPpm === null ? null : formatPercent(sheet.taxPpm)),
  },
  textField('备注', 'note'),
]
